// Files and folders by names that shells, HTML and CSV trip over.
#include <csignal>

#include <QtTest>

#include "tests/TestProgram.h"
#include "tests/app/Shell.h"

using namespace nudge;
using namespace nudge::test;

class TestNames : public QObject {
  Q_OBJECT

 private slots:
  void areTakenAsTheyAre_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("spaces") << "my first run";
    QTest::newRow("quotes") << R"(it's "weak" `nudge`)";
    QTest::newRow("Unicode") << QString::fromUtf8("réseau 実験 β→½");
    QTest::newRow("markup") << "<b>&amp;{}%s";
    QTest::newRow("wildcards") << "*?[a-z]$HOME";
    QTest::newRow("a line break") << "two\nlines";
    QTest::newRow("an option") << "./--out";
  }
  void areTakenAsTheyAre() {
    QFETCH(QString, name);
    const Shell shell;
    Experiment experiment = smallExperiment(1);
    experiment.name = name.toStdString();
    experiment.data.train = 200;
    const QString document = name + ".nudge";
    shell.write(document, experiment.toText());
    const Outcome trained = shell.run({"train", document, "--out", "in/" + name});
    QVERIFY2(trained.status == 0, qPrintable(trained.err));
    QVERIFY2(trained.out.contains(name), qPrintable(trained.out));
    const Outcome more =
        shell.run({"train", document, "--out", "in/" + name, "--resume", "--epochs", "2"});
    QVERIFY2(more.status == 0, qPrintable(more.err));
    QCOMPARE(shell.bytes("in/" + name + "/metrics.csv").count('\n'), 3);
    const QString report = QString::fromUtf8(shell.bytes("in/" + name + "/report.html"));
    QVERIFY(!report.contains("<b>&amp;{}"));
    const Outcome relaxed =
        shell.run({"relax", document, "--parameters", "in/" + name + "/parameters.safetensors",
                   "--trajectory", name + ".csv"});
    QVERIFY2(relaxed.status == 0, qPrintable(relaxed.err));
    QVERIFY(!shell.bytes(name + ".csv").isEmpty());
    QVERIFY(!shell.bytes(name + "-energies.csv").isEmpty());
    // Without --out the experiment's name makes a folder below runs, and none elsewhere.
    const QStringList before = QDir(shell.path("")).entryList();
    QCOMPARE(shell.run({"train", document}).status, 0);
    QCOMPARE(QDir(shell.path("runs")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    QCOMPARE(QDir(shell.path("")).entryList().size(), before.size() + 1);
  }

  void theCommandToGoOnCanBePasted() {
    const Shell shell;
    const QString name = R"(it's "weak" $HOME)";
    shell.write(name + ".nudge", smallExperiment(5000).toText());
    const auto first = shell.start({"train", name + ".nudge", "--out", name});
    QTRY_VERIFY_WITH_TIMEOUT(!shell.bytes(name + "/metrics.csv").isEmpty(), 60'000);
    ::kill(static_cast<pid_t>(first->processId()), SIGINT);
    QVERIFY(first->waitForFinished(60'000));
    const QString command =
        QString::fromUtf8(first->readAllStandardError()).trimmed().split('\n').last();
    QVERIFY2(command.contains("--resume"), qPrintable(command));
    const auto rows = shell.bytes(name + "/metrics.csv").count('\n');
    QProcess again;
    again.setWorkingDirectory(shell.path(""));
    again.start(
        "sh",
        {"-c",
         QString("nudge() { " NUDGE_PROGRAM " \"$@\"; }\n%1 --epochs %2").arg(command).arg(rows)});
    QVERIFY(again.waitForFinished(60'000));
    QVERIFY2(again.exitCode() == 0, again.readAllStandardError());
    QCOMPARE(shell.bytes(name + "/metrics.csv").count('\n'), rows + 1);
  }
};

QTEST_GUILESS_MAIN(TestNames)
#include "TestNames.moc"
