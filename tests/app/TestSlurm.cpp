// `nudge sweep --engine slurm`, against stand-ins for Slurm's commands and against a real Slurm.
#include <unistd.h>

#include <QDir>
#include <QStandardPaths>
#include <QSysInfo>
#include <QtTest>

#include "tests/FreePort.h"
#include "tests/TestProgram.h"
#include "tests/app/Shell.h"

using namespace nudge;
using namespace nudge::test;

namespace {

const char* const kArray = R"({"format": "nudge-sweep", "version": 1, "base": "small.nudge",
  "grid": {"beta": [0.5, 2]}, "seeds": [1, 2]})";

void writeSweep(const Shell& shell, int epochs) {
  shell.write("small.nudge", smallExperiment(epochs).toText());
  shell.write("grid.json", kArray);
}

/// Commands of Slurm that are shell scripts in the shell's folder, and no others.
class StandIns {
 public:
  explicit StandIns(Shell& shell) : shell_(shell) {
    QDir(shell.path(".")).mkdir("bin");
    shell.more.insert("PATH", shell.path("bin"));
  }

  void set(const QString& command, const QString& body) const {
    shell_.write("bin/" + command, ("#!/bin/sh\n" + body + "\n").toStdString());
    QFile::setPermissions(shell_.path("bin/" + command),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  }

 private:
  const Shell& shell_;
};

/// A Slurm of one machine in a folder of its own; ended with this object.
class SmallSlurm {
 public:
  /// What keeps it from starting; empty when it works.
  QString start() {
    for (const char* command : {"munged", "slurmctld", "slurmd", "sbatch", "squeue", "sinfo"}) {
      if (tool(command).isEmpty()) return QString("%1 is not installed").arg(command);
    }
    if (::geteuid() != 0) return "its daemons need root";
    writeConfiguration();
    if (!launch("munged",
                {"-F", "--force", "--socket=" + path("munge.sock"), "--key-file=" + path("key"),
                 "--pid-file=" + path("munged.pid"), "--log-file=" + path("munged.log"),
                 "--seed-file=" + path("seed")},
                [&] { return QFile::exists(path("munge.sock")); })) {
      return "munged does not start";
    }
    launch("slurmctld", {"-D", "-c", "-f", path("slurm.conf")}, [] { return true; });
    launch("slurmd", {"-D", "-f", path("slurm.conf")}, [] { return true; });
    return QTest::qWaitFor(
               [&] {
                 return ask("sinfo", {"-h", "-o", "%t"}).contains("idle");
               },
               15'000)
               ? QString()
               : "no node came up";
  }

  ~SmallSlurm() {
    for (auto daemon = daemons_.rbegin(); daemon != daemons_.rend(); ++daemon) {
      (*daemon)->terminate();
      if (!(*daemon)->waitForFinished(5'000)) (*daemon)->kill();
      (*daemon)->waitForFinished(5'000);
    }
  }

  QString path(const QString& name) const { return folder_.filePath(name); }

  QString ask(const QString& command, const QStringList& arguments) const {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("SLURM_CONF", path("slurm.conf"));
    process.setProcessEnvironment(environment);
    process.start(tool(command), arguments);
    process.waitForFinished(10'000);
    return QString::fromUtf8(process.readAllStandardOutput());
  }

 private:
  static QString tool(const QString& name) {
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {"/usr/sbin", "/usr/local/sbin"})
                           : found;
  }

  bool launch(const QString& command, const QStringList& arguments,
              const std::function<bool()>& ready) {
    daemons_.push_back(std::make_unique<QProcess>());
    daemons_.back()->setStandardOutputFile(QProcess::nullDevice());
    daemons_.back()->setStandardErrorFile(QProcess::nullDevice());
    daemons_.back()->start(tool(command), arguments);
    return daemons_.back()->waitForStarted() && QTest::qWaitFor(ready, 5'000);
  }

  void writeConfiguration() const {
    writeFileAtomically(path("key").toStdString(), std::string(1024, 'k'));
    QFile::setPermissions(path("key"), QFile::ReadOwner | QFile::WriteOwner);
    QFile::setPermissions(path("."), QFile::Permissions(0x7055));
    QDir(path(".")).mkdir("state");
    QDir(path(".")).mkdir("spool");
    const QString host = QSysInfo::machineHostName().section('.', 0, 0);
    const QString text =
        QString(
            "ClusterName=nudge\nSlurmctldHost=%1(127.0.0.1)\nSlurmctldPort=%2\nSlurmdPort=%3\n"
            "SlurmUser=root\nAuthType=auth/munge\nAuthInfo=socket=%4/munge.sock\n"
            "StateSaveLocation=%4/state\nSlurmdSpoolDir=%4/spool\n"
            "SlurmctldPidFile=%4/slurmctld.pid\nSlurmdPidFile=%4/slurmd.pid\n"
            "SlurmctldLogFile=%4/slurmctld.log\nSlurmdLogFile=%4/slurmd.log\n"
            "ProctrackType=proctrack/linuxproc\nTaskPlugin=task/none\n"
            "SelectType=select/cons_tres\nSelectTypeParameters=CR_Core\n"
            "AccountingStorageType=accounting_storage/none\n"
            "JobAcctGatherType=jobacct_gather/none\nMailProg=/bin/true\nReturnToService=2\n"
            "KillWait=5\nSchedulerParameters=sched_interval=1,batch_sched_delay=0\n"
            "NodeName=%1 NodeAddr=127.0.0.1 CPUs=%5 State=UNKNOWN\n"
            "PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP\n")
            .arg(host)
            .arg(freePort())
            .arg(freePort())
            .arg(folder_.path())
            .arg(QThread::idealThreadCount());
    writeFileAtomically(path("slurm.conf").toStdString(), text.toStdString());
  }

  QTemporaryDir folder_;
  std::vector<std::unique_ptr<QProcess>> daemons_;
};

}  // namespace

class TestSlurm : public QObject {
  Q_OBJECT

 private slots:
  void saysWhatKeepsItFromSubmitting() {
    Shell shell;
    const StandIns slurm(shell);
    writeSweep(shell, 1);
    const QStringList command{"sweep", "grid.json", "--out", "out", "--engine", "slurm"};
    const Outcome missing = shell.run(command);
    QCOMPARE(missing.status, 1);
    QVERIFY2(missing.err.contains("there is no sbatch here"), qPrintable(missing.err));
    slurm.set("sbatch", "echo 'sbatch: error: invalid partition specified: x' >&2; exit 1");
    const Outcome refused = shell.run(command);
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains("did not take the job: sbatch: error: invalid partition"),
             qPrintable(refused.err));
    QVERIFY(!QFile::exists(shell.path("out/slurm/job")));
    slurm.set("sbatch", "echo 'no number'");
    QVERIFY(shell.run(command).err.contains("did not take the job: no number"));
    slurm.set("sbatch", "echo 7");
    slurm.set("squeue", "echo 'squeue: error: Unable to contact slurm controller' >&2; exit 1");
    const Outcome silent = shell.run(command);
    QCOMPARE(silent.status, 1);
    QVERIFY2(silent.err.contains("what became of job 7: squeue: error: Unable"),
             qPrintable(silent.err));
    QCOMPARE(shell.run({"sweep", "grid.json", "--engine", "pbs"}).status, 2);
  }

  void submitsWhatIsLeftAndNothingTwice() {
    Shell shell;
    const StandIns slurm(shell);
    writeSweep(shell, 1);
    // As many as there were; arguments a line each.
    slurm.set("sbatch", "for a in \"$@\"; do echo \"$a\"; done > args; echo x >> count; echo 7");
    slurm.set("squeue", "echo 7_1; echo 7_2");
    const QStringList command{"sweep", "grid.json", "--out",  "out", "--engine",
                              "slurm", "--no-wait", "--jobs", "3",   "--sbatch=--partition=long"};
    const Outcome submitted = shell.run(command);
    QVERIFY2(submitted.status == 0, qPrintable(submitted.err));
    QVERIFY(submitted.out.contains("job         7"));
    const QByteArray arguments = shell.bytes("args");
    QVERIFY2(arguments.contains("--array=1-4%3\n"), arguments);
    QVERIFY2(arguments.contains("--partition=long\n"), arguments);
    QVERIFY2(arguments.contains("out/slurm/%A_%a.log\n"), arguments);
    QCOMPARE(shell.run(command).status, 0);
    QCOMPARE(shell.bytes("count"), QByteArray("x\n"));  // still at work: not again
    // Two tasks did their work, then Slurm forgot the job.
    const QString script = shell.path("out/slurm/task.sh");
    for (const char* task : {"1", "3"}) {
      QProcess process;
      QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
      environment.insert("SLURM_ARRAY_TASK_ID", task);
      environment.insert("SLURM_CPUS_PER_TASK", "1");
      process.setProcessEnvironment(environment);
      process.start("/bin/sh", {script});
      QVERIFY(process.waitForFinished(60'000));
      QCOMPARE(process.exitCode(), 0);
    }
    slurm.set("squeue", "echo 'slurm_load_jobs error: Invalid job id specified' >&2; exit 1");
    const Outcome ended = shell.run(command);
    QCOMPARE(ended.status, 1);
    QVERIFY2(shell.bytes("args").contains("--array=2,4%3\n"), shell.bytes("args"));
    QVERIFY2(ended.err.contains("out/runs/case-1-seed-2: its task ended before the run did; see "
                                "out/slurm/7_2.log"),
             qPrintable(ended.err));
    QVERIFY(!ended.err.contains("case-1-seed-1"));
    QVERIFY2(ended.err.contains("2 of 4 runs are finished, 2 failed; go on with\n  nudge sweep "
                                "grid.json --out out --engine slurm"),
             qPrintable(ended.err));
    QCOMPARE(shell.bytes("out/cases.csv").count('\n'), 3);
  }

  void aTaskThatThereIsNotIsRefused() {
    const Shell shell;
    writeSweep(shell, 1);
    const Outcome outcome = shell.run({"sweep", "grid.json", "--out", "out", "--task", "5"});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("--task 5: the sweep has 4 runs"), qPrintable(outcome.err));
  }

  void aRealSlurmDoesTheSame() {
    SmallSlurm slurm;
    const QString why = slurm.start();
    if (!why.isEmpty()) QSKIP(qPrintable("no Slurm to test with: " + why));
    Shell shell;
    shell.more.insert("SLURM_CONF", slurm.path("slurm.conf"));
    shell.more.insert("QT_QPA_PLATFORM", "offscreen");
    writeSweep(shell, 40);
    const QStringList command{"sweep", "grid.json", "--out", "out", "--engine", "slurm"};
    const Outcome submitted = shell.run(command + QStringList{"--no-wait", "--jobs", "1"});
    QVERIFY2(submitted.status == 0, qPrintable(submitted.err));
    // Cancelled in the middle of a run, and taken up again.
    QVERIFY(QTest::qWaitFor(
        [&] { return QFile::exists(shell.path("out/runs/case-1-seed-1/metrics.csv")); }, 20'000));
    QVERIFY(!QFile::exists(shell.path("out/runs/case-2-seed-2")));
    slurm.ask("scancel", {QString::fromUtf8(shell.bytes("out/slurm/job")).trimmed()});
    QVERIFY(QTest::qWaitFor([&] { return slurm.ask("squeue", {"-h"}).isEmpty(); }, 20'000));
    const Outcome done = shell.run(command);
    QVERIFY2(done.status == 0, qPrintable(done.err));
    QCOMPARE(shell.run({"sweep", "grid.json", "--out", "here"}).status, 0);
    for (const char* run : {"case-1-seed-1", "case-1-seed-2", "case-2-seed-1", "case-2-seed-2"}) {
      const QByteArray here = shell.bytes(QString("here/runs/%1/metrics.csv").arg(run));
      QVERIFY(here.count('\n') == 41);
      QVERIFY2(shell.bytes(QString("out/runs/%1/metrics.csv").arg(run)) == here, run);
      QVERIFY(!shell.bytes(QString("out/runs/%1/report.html").arg(run)).isEmpty());
    }
  }
};

QTEST_GUILESS_MAIN(TestSlurm)
#include "TestSlurm.moc"
