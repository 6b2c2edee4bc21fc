// Layered networks on whole and faulty chips: always valid, and no larger than known to be
// possible.
#include <QtTest>

#include "core/base/Error.h"
#include "core/base/Random.h"
#include "core/chip/ChipFile.h"
#include "core/chip/EmbeddingCheck.h"
#include "core/chip/LayeredEmbedding.h"
#include "tests/SharedData.h"
#include "tests/TestProgram.h"
#include "tests/chip/Chips.h"

using namespace nudge;
using namespace nudge::test;

class TestLayeredEmbedding : public QObject {
  Q_OBJECT
 private slots:
  void wholeChips_data() {
    QTest::addColumn<QString>("chip");
    QTest::addColumn<QString>("network");
    QTest::addColumn<int>("qubits");
    QTest::addColumn<int>("longest");
    const auto row = [](const char* chip, const char* network, int qubits, int longest) {
      QTest::addRow("%s %s", network, chip) << chip << network << qubits << longest;
    };
    row("chimera:16", "layers:30,10", 170, 8);
    row("chimera:16", "layers:64,20", 640, 16);
    row("pegasus:16", "layers:30,10", 84, 4);
    row("pegasus:16", "layers:64,20", 268, 6);
    row("pegasus:16", "layers:120,40", 906, 11);
    row("pegasus:16", "layers:180,40", 3000, 15);
    row("zephyr:15", "layers:30,10", 66, 4);
    row("zephyr:15", "layers:64,20", 248, 5);
    row("zephyr:15", "layers:120,40", 680, 8);
    row("zephyr:15", "layers:120,40,10", 800, 10);
    row("pegasus:16", "layers:40,40,40,10", 800, 12);
    row("chimera:16", "layers:16,16,16,16", 512, 16);
    row("chimera:1", "layers:4,4", 8, 1);
    row("chimera:3,5,2", "layers:2,3", 9, 3);
  }

  void wholeChips() {
    QFETCH(QString, chip);
    QFETCH(QString, network);
    QFETCH(int, qubits);
    QFETCH(int, longest);
    const ChipGraph graph = chipOf(chip.toStdString());
    const SourceGraph source = SourceGraph::parse(network.toStdString());
    const auto embedding = embedLayered(source, graph);
    QVERIFY(embedding.has_value());
    checkEmbedding(*embedding, source, graph, "found");
    const EmbeddingStatistics statistics = statisticsOf(*embedding);
    QVERIFY2(statistics.qubits <= qubits, std::to_string(statistics.qubits).c_str());
    QVERIFY2(statistics.longest <= longest, std::to_string(statistics.longest).c_str());
    QVERIFY(statistics.qubits >= leastQubits(source, graph));
  }

  void faultyChips() {
    for (const char* chip : {"pegasus:16", "zephyr:15"}) {
      for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const ChipGraph graph = withRandomFaults(chipOf(chip), seed, 500);
        for (const char* network : {"layers:30,10", "layers:120,40", "layers:60,30,10"}) {
          const SourceGraph source = SourceGraph::parse(network);
          const auto embedding = embedLayered(source, graph);
          QVERIFY2(embedding.has_value(), chip);
          checkEmbedding(*embedding, source, graph, network);
        }
      }
    }
  }

  void aRealChip() {
    const auto path = referenceFile("graphs/advantage2_system1.5_working.txt.gz");
    if (path.empty()) QSKIP("the reference graphs are not there");
    const ChipGraph graph = readChip(path);
    const SourceGraph source = SourceGraph::parse("layers:120,40");
    const auto embedding = embedLayered(source, graph);
    QVERIFY(embedding.has_value());
    checkEmbedding(*embedding, source, graph, "found");
    QVERIFY(statisticsOf(*embedding).qubits < 1227);
    QVERIFY(statisticsOf(*embedding).longest < 17);
  }

  void whatCannotBeIsSaid() {
    const ChipGraph graph = chipOf("chimera:16");
    const SourceGraph source = SourceGraph::parse("layers:120,40");
    QCOMPARE(leastQubits(source, graph), 2400LL);
    QVERIFY(!embedLayered(source, graph).has_value());
    EmbedOptions options;
    options.longestChain = 5;
    QVERIFY(!embedLayered(SourceGraph::parse("layers:64,20"), graph, options).has_value());
  }

  void stopsWhenAsked() {
    std::stop_source stop;
    stop.request_stop();
    EmbedOptions options;
    options.stop = stop.get_token();
    bool cancelled = false;
    try {
      (void)embedLayered(SourceGraph::parse("layers:120,40"), chipOf("pegasus:16"), options);
    } catch (const Cancelled&) {
      cancelled = true;
    }
    QVERIFY(cancelled);
  }
};

QTEST_APPLESS_MAIN(TestLayeredEmbedding)
#include "TestLayeredEmbedding.moc"
