// `nudge graph` and `nudge embed` as a shell would run them.
#include <QtTest>

#include "core/chip/ChipFile.h"
#include "core/chip/EmbeddingCheck.h"
#include "tests/TestProgram.h"
#include "tests/app/Shell.h"

using namespace nudge;
using namespace nudge::test;

class TestChipCommands : public QObject {
  Q_OBJECT
 private slots:
  void graphsAreListed() {
    const Outcome outcome = shell_.run({"graph", "chimera:2,1,1"});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.out, QString("4 3\n0\n1\n2\n3\n0 1\n0 2\n2 3\n"));
    shell_.write("broken", "# a qubit and a coupler\n3\n0 2\n");
    const Outcome less = shell_.run({"graph", "chimera:2,1,1", "--faults", "broken"});
    QCOMPARE(less.out, QString("3 1\n0\n1\n2\n0 1\n"));
  }

  void embeddingsAreWritten() {
    shell_.write("chip", shell_.run({"graph", "zephyr:3"}).out.toStdString());
    shell_.write("broken", "0\n10 11\n");
    const Outcome outcome =
        shell_.run({"embed", "layers:12,8", "chip", "--faults", "broken", "--out", "e.json"});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
    for (const char* line : {"chip         zephyr:3", "qubits ", "chains ", "seconds "}) {
      QVERIFY2(outcome.out.contains(line), qPrintable(outcome.out));
    }
    const ChipGraph chip = openChip("zephyr:3", shell_.path("broken").toStdString());
    checkEmbedding(readEmbedding(shell_.path("e.json").toStdString()),
                   SourceGraph::parse("layers:12,8"), chip, "e.json");
  }

  void anyGraphIsPlaced() {
    shell_.write("ring", "0 1\n1 2\n2 3\n3 4\n4 0\n");
    const Outcome outcome = shell_.run({"embed", "ring", "chimera:2", "--seed", "3"});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
    QVERIFY(outcome.out.contains("method       heuristic"));
  }

  void theLargestIsSought() {
    const Outcome outcome = shell_.run({"embed", "layers:1,8", "chimera:4", "--largest"});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
    QVERIFY(outcome.out.contains("largest      layers:16,8"));
  }

  void failuresAndWrongUsageAreToldApart() {
    QCOMPARE(shell_.run({"graph"}).status, 2);
    QCOMPARE(shell_.run({"embed", "layers:2,2"}).status, 2);
    QCOMPARE(shell_.run({"embed", "layers:2,2", "chimera:2", "--method", "x"}).status, 2);
    const Outcome graph = shell_.run({"graph", "pegasos:3"});
    QCOMPARE(graph.status, 1);
    QVERIFY(graph.err.contains("did you mean pegasus?"));
    const Outcome large = shell_.run({"embed", "layers:120,40", "chimera:16", "--out", "no.json"});
    QCOMPARE(large.status, 1);
    QVERIFY(large.err.contains("2,400 qubits, the chip has 2,048"));
    QVERIFY(shell_.bytes("no.json").isEmpty());
    QVERIFY(shell_.run({"graph", "--help"}).out.contains("nudge graph pegasus:16"));
    QVERIFY(shell_.run({"embed", "--help"}).out.contains("nudge embed layers:120,40"));
  }

 private:
  Shell shell_;
};

QTEST_APPLESS_MAIN(TestChipCommands)
#include "TestChipCommands.moc"
