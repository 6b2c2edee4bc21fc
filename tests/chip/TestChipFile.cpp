// Chips and faults as text: what is read, what is refused and with which words.
#include <sstream>

#include <QTemporaryDir>
#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/chip/ChipFile.h"
#include "tests/TestProgram.h"
#include "tests/data/Failure.h"

using namespace nudge;

class TestChipFile : public QObject {
  Q_OBJECT
 private slots:
  void whatIsWrittenIsReadBack() {
    for (const char* text :
         {"chimera:2", "chimera:3,2,3", "pegasus:3", "zephyr:2", "zephyr:3,2", "chimera:2,2,10"}) {
      const ChipGraph whole = ChipGraph::make(ChipShape::parse(text));
      const ChipGraph graph = whole.withFaults({whole.qubits()[1]}, {whole.couplers().back()});
      std::ostringstream out;
      writeChip(graph, out);
      QVERIFY(parseChip(out.str(), "c") == graph);
      QVERIFY(parseChip("# comment\r\n" + out.str(), "c", graph.shape()) == graph);
    }
    std::ostringstream out;
    writeChip(ChipGraph::make(ChipShape::parse("chimera:1,1,1")), out);
    QCOMPARE(out.str(), std::string("2 1\n0\n1\n0 1\n"));
  }

  void badChipsAreRefused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const char* text, const char* message) {
      QTest::newRow(name) << QByteArray(text) << QByteArray(message);
    };
    row("empty", "# nothing\n", "c: holds no chip");
    row("one number", "2\n", "c: line 1: the first line has the numbers of qubits");
    row("cut in qubits", "2 1\n0\n", "ends after 1 of 2 qubits");
    row("cut in couplers", "2 1\n0\n4\n", "ends after 0 of 1 couplers");
    row("qubit twice", "2 0\n0\n0\n", "line 3: the qubit 0 is given twice, first in line 2");
    row("two qubits a line", "2 0\n0 1\n", "line 2: a line of this part has a qubit");
    row("unlisted", "2 1\n0\n4\n0 5\n", "line 4: the qubit 5 is not among");
    row("coupler twice", "2 2\n0\n4\n0 4\n4 0\n", "line 5: the coupler 0 4 is given twice");
    row("too much", "1 0\n0\n7\n", "line 3: comes after the 1 qubits");
    row("no number", "1 0\nx\n", "line 2: \"x\" is no number");
    row("negative", "1 0\n-1\n", "line 2: \"-1\" is no number");
    row("huge", "1 0\n99999999999\n", "line 2: \"99999999999\" is no number");
    row("large", "1 0\n2000000000\n", "c: these are not the couplers of any");
    row("announced too much", "2000000000 0\n", "ends after 0 of 2000000000 qubits");
    row("itself", "1 1\n0\n0 0\n", "c: these are not the couplers of any");
    row("four", "1 2 3 4\n", "line 1: has more than three");
  }

  void badChipsAreRefused() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, message);
    VERIFY_SAYS(parseChip(text.toStdString(), "c"), message.toStdString());
  }

  void aGivenShapeIsHeldTo() {
    const ChipShape shape = ChipShape::parse("chimera:1");
    VERIFY_SAYS(parseChip("1 0\n8\n", "c", shape), "c: line 2: chimera:1 has no qubit 8");
    VERIFY_SAYS(parseChip("2 1\n0\n1\n0 1\n", "c", shape),
                "c: line 4: chimera:1 does not couple qubits 0 and 1");
  }

  void faultsAreRead() {
    const ChipFaults faults = parseFaults("# broken\n3\n\n4 0 # a coupler\n", "f");
    QCOMPARE(faults.qubits, std::vector<int>{3});
    QCOMPARE(faults.couplers, (std::vector<Coupler>{{4, 0}}));
    QVERIFY(parseFaults("", "f").qubits.empty());
    VERIFY_SAYS(parseFaults("1 2 3\n", "f"), "f: line 1: has three numbers");
    VERIFY_SAYS(parseFaults("1\nq\n", "f"), "f: line 2: \"q\" is no number");
  }

  void chipsAreOpened() {
    const QTemporaryDir folder;
    const auto path = [&](const char* name) { return folder.filePath(name).toStdString(); };
    writeFileAtomically(path("faults"), "5\n0 4\n");
    const ChipGraph chip = openChip("chimera:2", path("faults"));
    QCOMPARE(chip.qubits().size(), std::size_t{31});
    writeFileAtomically(path("chip"), [&](std::ostream& out) { writeChip(chip, out); });
    QVERIFY(openChip(path("chip")) == chip);
    writeFileAtomically(path("faults"), "99\n");
    VERIFY_SAYS(openChip("chimera:2", path("faults")), "faults: chimera:2 has no qubit 99");
    VERIFY_SAYS(openChip("chimera:2", path("absent")), "absent: cannot be opened");
    VERIFY_SAYS(openChip(path("absent.txt")), "is no chip");
  }
};

QTEST_APPLESS_MAIN(TestChipFile)
#include "TestChipFile.moc"
