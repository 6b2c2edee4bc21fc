// Two layers around a corner: where straight lines have no room, for faults or for size.
#include <QtTest>

#include "core/base/Error.h"
#include "core/base/Random.h"
#include "core/chip/CornerEmbedding.h"
#include "core/chip/EmbeddingCheck.h"
#include "core/chip/FindEmbedding.h"
#include "core/chip/LayeredEmbedding.h"
#include "tests/TestProgram.h"
#include "tests/chip/Chips.h"

using namespace nudge;
using namespace nudge::test;

class TestCornerEmbedding : public QObject {
  Q_OBJECT
 private slots:
  void roundFaultsThatBreakEveryWindow() {
    // On a whole Chimera 16 K(64,20) takes all 64 lines across: with one qubit in a hundred faulty
    // no straight window is left.
    const SourceGraph source = SourceGraph::parse("layers:64,20");
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
      const ChipGraph chip = withRandomFaults(chipOf("chimera:16"), seed);
      const auto embedding = embedAroundCorner(source, chip);
      QVERIFY2(embedding.has_value(), std::to_string(seed).c_str());
      checkEmbedding(*embedding, source, chip, "found");
      QVERIFY(statisticsOf(*embedding).longest <= 32);
    }
  }

  void moreThanTheChipIsWide_data() {
    QTest::addColumn<QString>("chip");
    QTest::addColumn<QString>("network");
    QTest::newRow("C16") << "chimera:16"
                         << "layers:88,20";
    QTest::newRow("C16, the other layer bent") << "chimera:16"
                                               << "layers:20,88";
    QTest::newRow("P16") << "pegasus:16"
                         << "layers:240,40";
    QTest::newRow("Z15") << "zephyr:15"
                         << "layers:260,40";
  }

  void moreThanTheChipIsWide() {
    QFETCH(QString, chip);
    QFETCH(QString, network);
    const ChipGraph graph = chipOf(qPrintable(chip));
    const SourceGraph source = SourceGraph::parse(network.toStdString());
    QVERIFY(!embedLayered(source, graph).has_value());
    const auto embedding = embedAroundCorner(source, graph);
    QVERIFY(embedding.has_value());
    checkEmbedding(*embedding, source, graph, "found");
    // It is what the search for an embedding comes to.
    const FoundEmbedding found = findEmbedding(source, graph, EmbedMethod::Structured, {});
    QVERIFY(found.structured);
    checkEmbedding(found.embedding, found.source, graph, "found");
  }

  void whatCannotBeIsNotPlaced() {
    const ChipGraph chip = chipOf("chimera:16");
    QVERIFY(!embedAroundCorner(SourceGraph::parse("layers:100,20"), chip).has_value());
    QVERIFY(!embedAroundCorner(SourceGraph::parse("layers:8,8,8"), chip).has_value());
    EmbedOptions options;
    options.longestChain = 10;
    QVERIFY(!embedAroundCorner(SourceGraph::parse("layers:88,20"), chip, options).has_value());
  }

  void stopsWhenAsked() {
    std::stop_source stop;
    EmbedOptions options;
    options.stop = stop.get_token();
    stop.request_stop();
    QVERIFY_EXCEPTION_THROWN(
        embedAroundCorner(SourceGraph::parse("layers:64,20"), chipOf("chimera:16"), options),
        Cancelled);
  }
};

QTEST_GUILESS_MAIN(TestCornerEmbedding)
#include "TestCornerEmbedding.moc"
