// `nudge sample` as a shell would run it.
#include <QtTest>

#include "core/ising/ExactSolver.h"
#include "core/ising/ProblemFile.h"
#include "tests/TestProgram.h"
#include "tests/app/Shell.h"
#include "tests/ising/Problems.h"

using namespace nudge;
using namespace nudge::test;

class TestSampleCommand : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    problem_ = gaussianProblem(12, 0.7F, 4);
    ground_ = groundStates(problem_).energy(0);
    writeProblem(problem_, shell_.path("p.txt").toStdString());
    writeProblem(problem_, shell_.path("p.json").toStdString());
  }

  void everyMachineFindsTheGroundState_data() {
    QTest::addColumn<QString>("problem");
    QTest::addColumn<QString>("machine");
    QTest::newRow("sa") << "p.txt"
                        << "sa";
    QTest::newRow("sa, json") << "p.json"
                              << "sa";
    QTest::newRow("sqa") << "p.txt"
                         << "sqa";
    QTest::newRow("exact") << "p.json"
                           << "exact";
  }

  void everyMachineFindsTheGroundState() {
    QFETCH(QString, problem);
    QFETCH(QString, machine);
    const Outcome outcome = shell_.run({"sample", problem, "--machine", machine, "--reads", "50",
                                        "--sweeps", "100", "--out", "s.csv"});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
    QVERIFY(outcome.out.contains("best energy"));
    const QList<QByteArray> lines = shell_.bytes("s.csv").split('\n');
    QCOMPARE(lines[0], QByteArray("read,energy,occurrences,spins"));
    const QList<QByteArray> cells = lines[1].split(',');
    QVERIFY(std::abs(cells[1].toDouble() - ground_) < 1e-9);
    const auto state = parseState(cells[3].toStdString(), 12, "s.csv");
    QVERIFY(std::abs(problem_.energy(state) - ground_) < 1e-9);
    if (machine != "exact") QCOMPARE(lines.size(), 52);
  }

  void aChipEmbedsTheProblem() {
    for (const QStringList& more :
         {QStringList{}, QStringList{"--reverse", "0.5", "--initial", "+-+-+-+-+-+-"}}) {
      const Outcome outcome =
          shell_.run(QStringList{"sample", "p.txt", "--machine", "chip", "--chip", "zephyr:2",
                                 "--reads", "50", "--sweeps", "200", "--out", "c.csv"} +
                     more);
      QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
      QVERIFY(outcome.out.contains("embedded, chains of up to"));
      QVERIFY(outcome.err.contains("chip time"));
      const QList<QByteArray> cells = shell_.bytes("c.csv").split('\n')[1].split(',');
      const auto state = parseState(cells[3].toStdString(), 12, "c.csv");
      QVERIFY(std::abs(problem_.energy(state) - cells[1].toDouble()) < 1e-6);
      // Back to the middle, a random state is not forgotten.
      if (more.isEmpty()) QVERIFY(std::abs(cells[1].toDouble() - ground_) < 1e-6);
    }
    QVERIFY(shell_.run({"sample", "p.txt", "--machine", "chip", "--chip", "chimera:1"})
                .err.contains("chip"));
  }

  void theSameSeedGivesTheSameBytes() {
    const QStringList command{"sample", "p.txt", "--reads", "40", "--seed", "7", "--out"};
    QCOMPARE(shell_.run(command + QStringList{"a.csv"}).status, 0);
    QCOMPARE(shell_.run(command + QStringList{"b.csv", "--threads", "1"}).status, 0);
    QVERIFY(!shell_.bytes("a.csv").isEmpty());
    QCOMPARE(shell_.bytes("a.csv"), shell_.bytes("b.csv"));
  }

  void reverseStartsFromAStateOrASampleFile() {
    QCOMPARE(shell_.run({"sample", "p.txt", "--machine", "exact", "--out", "g.csv"}).status, 0);
    for (const char* machine : {"sa", "sqa"}) {
      const Outcome outcome =
          shell_.run({"sample", "p.txt", "--machine", machine, "--reverse", "0.97", "--initial",
                      "g.csv", "--range", "0.01:100", "--aggregate", "--out", "r.csv"});
      QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
      QVERIFY(outcome.out.contains("reverse"));
      const QList<QByteArray> lines = shell_.bytes("r.csv").split('\n');
      QVERIFY(std::abs(lines[1].split(',')[1].toDouble() - ground_) < 1e-9);
    }
    QCOMPARE(shell_.run({"sample", "p.txt", "--reverse", "0.5", "--initial", "+-+"}).status, 1);
    QCOMPARE(shell_.run({"sample", "p.txt", "--reverse", "0.5"}).status, 2);
  }

  void theRangeIsTold() {
    for (const char* rule : {"tuned", "thesis", "dwave"}) {
      const Outcome outcome = shell_.run({"sample", "p.txt", "--range", rule});
      QVERIFY(outcome.out.contains(QString("(%1)").arg(rule)));
    }
    QVERIFY(shell_.run({"sample", "p.txt", "--range", "0.5:2"}).out.contains("0.5 to 2 (given)"));
    for (const char* wrong : {"warm", "2:1", "1:", "1:2x", ":"}) {
      QCOMPARE(shell_.run({"sample", "p.txt", "--range", wrong}).status, 1);
    }
  }

  void failuresAreTold() {
    shell_.write("bad.txt", "0 1 1\n0 2 nan\n");
    const Outcome bad = shell_.run({"sample", "bad.txt"});
    QCOMPARE(bad.status, 1);
    QVERIFY(bad.err.contains("bad.txt: line 2: nan"));
    QCOMPARE(shell_.run({"sample", "none.txt"}).status, 1);
    QCOMPARE(shell_.run({"sample"}).status, 2);
    QCOMPARE(shell_.run({"sample", "p.txt", "--machine", "abacus"}).status, 2);
    QVERIFY(shell_.run({"sample", "--help"}).out.contains("Example"));
  }

 private:
  Shell shell_;
  IsingProblem problem_;
  double ground_ = 0;
};

QTEST_APPLESS_MAIN(TestSampleCommand)
#include "TestSampleCommand.moc"
