// Shapes, coordinates, drawing positions and couplers, against D-Wave's own graphs where they lie.
#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/base/StrictJson.h"
#include "core/chip/ChipFile.h"
#include "core/chip/ChipSegment.h"
#include "tests/SharedData.h"
#include "tests/TestProgram.h"
#include "tests/chip/Chips.h"
#include "tests/data/Failure.h"

using namespace nudge;
using namespace nudge::test;

namespace {

std::vector<int> coordinatesOf(const ChipShape& shape, int qubit) {
  if (shape.family == ChipFamily::Chimera) {
    const auto c = chimeraOf(shape, qubit);
    return {c.i, c.j, c.u, c.k};
  }
  if (shape.family == ChipFamily::Pegasus) {
    const auto c = pegasusOf(shape, qubit);
    return {c.u, c.w, c.k, c.z};
  }
  const auto c = zephyrOf(shape, qubit);
  return {c.u, c.w, c.k, c.j, c.z};
}

int backToLinear(const ChipShape& shape, int qubit) {
  if (shape.family == ChipFamily::Chimera) return linearOf(shape, chimeraOf(shape, qubit));
  if (shape.family == ChipFamily::Pegasus) return linearOf(shape, pegasusOf(shape, qubit));
  return linearOf(shape, zephyrOf(shape, qubit));
}

}  // namespace

class TestChipGraph : public QObject {
  Q_OBJECT
 private slots:
  void shapesAreParsed() {
    QCOMPARE(ChipShape::parse("chimera:16").labels(), 2048);
    QVERIFY((ChipShape::parse("chimera:3,5,2") == ChipShape{ChipFamily::Chimera, 3, 5, 2}));
    QVERIFY((ChipShape::parse("chimera:3,5") == ChipShape{ChipFamily::Chimera, 3, 5, 4}));
    QCOMPARE(ChipShape::parse("pegasus:16").labels(), 5760);
    QCOMPARE(ChipShape::parse("zephyr:15").labels(), 7440);
    QCOMPARE(ChipShape::parse("zephyr:2,2").labels(), 80);
    for (const char* text :
         {"chimera:16", "chimera:3,5", "chimera:3,5,2", "pegasus:16", "zephyr:15", "zephyr:2,2"}) {
      QCOMPARE(ChipShape::parse(text).text(), std::string(text));
    }
  }

  void badShapesAreRefused() {
    VERIFY_SAYS(ChipShape::parse(""), "is no chip");
    VERIFY_SAYS(ChipShape::parse("pegasos:16"), "did you mean pegasus?");
    VERIFY_SAYS(ChipShape::parse("pegasus"), "its size is missing, as in pegasus:16");
    VERIFY_SAYS(ChipShape::parse("pegasus:16,2"), "pegasus has at most 1 size.");
    VERIFY_SAYS(ChipShape::parse("zephyr:1,2,3"), "zephyr has at most 2 sizes.");
    VERIFY_SAYS(ChipShape::parse("chimera:1,2,3,4"), "chimera has at most 3 sizes.");
    VERIFY_SAYS(ChipShape::parse("chimera:x"), "\"x\" is no size");
    VERIFY_SAYS(ChipShape::parse("chimera:4,"), "\"\" is no size");
    VERIFY_SAYS(ChipShape::parse("chimera:0"), "the size is 0; it can be 1 to 100");
    VERIFY_SAYS(ChipShape::parse("pegasus:1"), "the size is 1; it can be 2 to 100");
    VERIFY_SAYS(ChipShape::parse("chimera:-3"), "the size is -3");
    VERIFY_SAYS(ChipShape::parse("chimera:99999999999"), "is no size");
    VERIFY_SAYS(ChipShape::parse("zephyr:2,99"), "the tile is 99; it can be 1 to 16");
    VERIFY_SAYS(ChipShape::parse("zephyr:100,16"), "at most 200000 are possible");
  }

  void countsAreThePublishedOnes_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("qubits");
    QTest::addColumn<int>("couplers");
    QTest::newRow("C1") << "chimera:1" << 8 << 16;
    QTest::newRow("C16") << "chimera:16" << 2048 << 6016;
    QTest::newRow("P16") << "pegasus:16" << 5640 << 40484;
    QTest::newRow("Z12") << "zephyr:12" << 4800 << 45864;
    QTest::newRow("Z15") << "zephyr:15" << 7440 << 71736;
    for (int m = 2; m <= 20; m += 3) {
      QTest::addRow("P%d", m) << QStringLiteral("pegasus:%1").arg(m) << 8 * (m - 1) * (3 * m - 1)
                              << 180 * (m - 1) * (m - 1) - 16;
    }
    for (int m = 1; m <= 13; m += 3) {
      QTest::addRow("C%d,%d,3", m, m + 2)
          << QStringLiteral("chimera:%1,%2,3").arg(m).arg(m + 2) << 6 * m * (m + 2)
          << 9 * m * (m + 2) + 3 * ((m - 1) * (m + 2) + m * (m + 1));
    }
  }

  void countsAreThePublishedOnes() {
    QFETCH(QString, text);
    QFETCH(int, qubits);
    QFETCH(int, couplers);
    const ChipGraph graph = chipOf(text.toUtf8().constData());
    QCOMPARE(static_cast<int>(graph.qubits().size()), qubits);
    QCOMPARE(static_cast<int>(graph.couplers().size()), couplers);
  }

  void everyWayToAskAgrees_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"chimera:3,5,2", "chimera:4", "pegasus:2", "pegasus:4", "zephyr:1",
                             "zephyr:3", "zephyr:2,3"}) {
      QTest::newRow(text) << text;
    }
  }

  void everyWayToAskAgrees() {
    QFETCH(QString, text);
    const ChipShape shape = ChipShape::parse(text.toStdString());
    const ChipGraph graph = ChipGraph::make(shape);
    std::size_t couplers = 0;
    for (int u = 0; u < shape.labels(); ++u) {
      QCOMPARE(backToLinear(shape, u), u);
      const ChipSegment at = segmentOf(shape, u);
      QCOMPARE(qubitAt(shape, at.u, at.line, at.half, at.piece), u);
      QCOMPARE(graph.hasQubit(u), inFabric(shape, u));
      if (shape.family == ChipFamily::Pegasus) {
        QVERIFY(pegasusOf(niceOf(pegasusOf(shape, u))) == pegasusOf(shape, u));
      }
      const auto around = graph.neighbours(u);
      QVERIFY(std::is_sorted(around.begin(), around.end()));
      for (int v = 0; v < shape.labels(); ++v) {
        const bool coupled =
            u != v && graph.hasQubit(u) && graph.hasQubit(v) && idealCoupler(shape, u, v);
        QCOMPARE(graph.hasCoupler(u, v), coupled);
        if (u < v && coupled) ++couplers;
      }
    }
    QCOMPARE(couplers, graph.couplers().size());
    QVERIFY(!graph.hasQubit(-1));
    QVERIFY(!graph.hasQubit(shape.labels()));
  }

  void faultsAreLeftOut() {
    const ChipGraph whole = chipOf("chimera:2");
    const ChipGraph graph = whole.withFaults({3, 3}, {{4, 0}, {3, 4}});
    QCOMPARE(graph.qubits().size(), std::size_t{31});
    QVERIFY(!graph.hasQubit(3));
    QVERIFY(!graph.hasCoupler(0, 4));
    QVERIFY(graph.hasCoupler(0, 5));
    QVERIFY(graph.neighbours(3).empty());
    QCOMPARE(graph.couplers().size(), whole.couplers().size() - 5 - 1);
    VERIFY_SAYS(whole.withFaults({32}, {}), "chimera:2 has no qubit 32; they are numbered 0 to 31");
    VERIFY_SAYS(whole.withFaults({}, {{0, 1}}), "does not couple qubits 0 (i 0, j 0, u 0, k 0)");
  }

  void listsAreChecked() {
    const ChipShape shape = ChipShape::parse("chimera:1");
    QCOMPARE(ChipGraph(shape, {4, 0, 1}, {{4, 1}, {0, 4}}).couplers()[1], Coupler(1, 4));
    VERIFY_SAYS(ChipGraph(shape, {0, 0}, {}), "the qubit 0 is given twice");
    VERIFY_SAYS(ChipGraph(shape, {0, 9}, {}), "has no qubit 9");
    VERIFY_SAYS(ChipGraph(shape, {0, 4}, {{0, 5}}), "needs the qubit 5");
    VERIFY_SAYS(ChipGraph(shape, {0, 1}, {{0, 1}}), "does not couple");
    VERIFY_SAYS(ChipGraph(shape, {0, 4}, {{0, 4}, {4, 0}}), "0 4 is given twice");
  }

  void equalToTheReference_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("file");
    QTest::newRow("C1") << "chimera:1"
                        << "chimera1";
    QTest::newRow("C4") << "chimera:4"
                        << "chimera4";
    QTest::newRow("C3,5,2") << "chimera:3,5,2"
                            << "chimera_3x5x2";
    QTest::newRow("P2") << "pegasus:2"
                        << "pegasus2";
    QTest::newRow("P3") << "pegasus:3"
                        << "pegasus3";
    QTest::newRow("Z1") << "zephyr:1"
                        << "zephyr1";
    QTest::newRow("Z3") << "zephyr:3"
                        << "zephyr3";
    QTest::newRow("Z2,2") << "zephyr:2,2"
                          << "zephyr_2_t2";
  }

  void equalToTheReference() {
    QFETCH(QString, text);
    QFETCH(QString, file);
    const auto path = referenceFile("graphs/" + file.toStdString() + ".json");
    if (path.empty()) QSKIP("the reference graphs are not there");
    const Json json = parseJson(readFile(path, 1 << 24), "graph");
    const ChipShape shape = ChipShape::parse(text.toStdString());
    const ChipGraph graph = ChipGraph::make(shape);
    QVERIFY(std::ranges::equal(graph.qubits(), json["nodes"].get<std::vector<int>>()));
    QVERIFY(std::ranges::equal(graph.couplers(), json["edges"].get<std::vector<Coupler>>()));
    for (const int q : graph.qubits()) {
      const std::string key = std::to_string(q);
      QCOMPARE(coordinatesOf(shape, q), json["coordinates"][key].get<std::vector<int>>());
      const auto place = json["layouts"]["default"][key].get<std::vector<double>>();
      QVERIFY(std::abs(graph.drawingPosition(q).x - place[0]) < 1e-9);
      QVERIFY(std::abs(graph.drawingPosition(q).y - place[1]) < 1e-9);
      if (!json.contains("nice_coordinates")) continue;
      const NiceCoordinate nice = niceOf(pegasusOf(shape, q));
      QCOMPARE((std::vector<int>{nice.t, nice.y, nice.x, nice.u, nice.k}),
               json["nice_coordinates"][key].get<std::vector<int>>());
    }
    const auto plain = referenceFile("graphs/" + file.toStdString() + ".txt.gz");
    if (!plain.empty()) QVERIFY(readChip(plain) == graph);
  }

  void aRealChipIsRead() {
    const auto path = referenceFile("graphs/advantage2_system1.5_working.txt.gz");
    if (path.empty()) QSKIP("the reference graphs are not there");
    const ChipGraph graph = readChip(path);
    QCOMPARE(graph.shape().text(), std::string("zephyr:12"));
    QCOMPARE(graph.qubits().size(), std::size_t{4594});
    QCOMPARE(graph.couplers().size(), std::size_t{41813});
  }
};

QTEST_APPLESS_MAIN(TestChipGraph)
#include "TestChipGraph.moc"
