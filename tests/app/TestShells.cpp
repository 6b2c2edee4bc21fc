// What shells and the manual know of the command line: all of it, in their own terms.
#include <QStandardPaths>
#include <QtTest>

#include "app/CommandLine.h"
#include "app/shell/Completions.h"
#include "app/shell/ManualPage.h"
#include "tests/TestProgram.h"
#include "tests/app/Shell.h"

using namespace nudge;
using namespace nudge::test;

namespace {

struct Words {
  QStringList commands;                        ///< "nudge data fetch"
  QList<std::pair<QString, QString>> options;  ///< a command's name and "--out"
};

/// The command line, read from the parser itself.
void collect(const CLI::App& command, const QString& name, Words& words) {
  words.commands.append(name);
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& one : option->get_lnames())
      words.options.append({name, "--" + QString::fromStdString(one)});
  }
  for (const CLI::App* below : command.get_subcommands(std::function<bool(const CLI::App*)>()))
    collect(*below, name + " " + QString::fromStdString(below->get_name()), words);
}

Words allWords() {
  Words words;
  collect(CommandLine().program, "nudge", words);
  return words;
}

Outcome runTool(const QString& tool, const QStringList& arguments) {
  QProcess process;
  process.start(tool, arguments);
  if (!process.waitForFinished(60'000)) return {};
  return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
          QString::fromUtf8(process.readAllStandardError())};
}

bool isThere(const QString& tool) { return !QStandardPaths::findExecutable(tool).isEmpty(); }

/// What bash offers in the place of the last of these words, in the shell's folder.
QStringList offered(const Shell& shell, const QStringList& words) {
  const QString script =
      "cd \"$1\" && source ./nudge.bash && shift && COMP_WORDS=(\"$@\") && COMP_CWORD=$(($# - 1)) "
      "&& _nudge && printf '%s\\n' \"${COMPREPLY[@]}\"";
  const Outcome outcome =
      runTool("bash", QStringList{"--norc", "-c", script, "bash", shell.path("")} + words);
  return outcome.status == 0 && outcome.err.isEmpty() ? outcome.out.split('\n', Qt::SkipEmptyParts)
                                                      : QStringList{"failed: " + outcome.err};
}

}  // namespace

class TestShells : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    const CommandLine line;
    const CommandWords words = commandWords(line.program);
    shell_.write("nudge.1", manualPage(words));
    shell_.write("nudge.bash", bashCompletion(words));
    shell_.write("nudge.zsh", zshCompletion(words));
    shell_.write("nudge.fish", fishCompletion(words));
    shell_.write("mine.nudge", "");
    QVERIFY(QDir(shell_.path("")).mkdir("my runs"));
  }

  void everyCommandAndOptionIsInTheManual() {
    const QString page = shell_.bytes("nudge.1");
    const Words words = allWords();
    QVERIFY(words.commands.size() > 12 && words.options.size() > 80);
    for (const QString& command : words.commands.mid(1)) {
      const qsizetype begin = page.indexOf("\n.SS " + command + "\n");
      QVERIFY2(begin > 0, qPrintable(command));
      const QString section = page.mid(begin, page.indexOf("\n.S", begin + 4) - begin);
      for (const auto& [owner, option] : words.options) {
        if (owner != command) continue;
        QVERIFY2(section.contains("\\fB" + QString(option).replace('-', "\\-") + "\\fR"),
                 qPrintable(command + " " + option));
      }
    }
  }

  void theManualIsWellFormed() {
    if (!isThere("mandoc")) QSKIP("mandoc is not installed");
    const Outcome lint = runTool("mandoc", {"-Tlint", "-Wwarning", shell_.path("nudge.1")});
    QVERIFY2(lint.status == 0, qPrintable(lint.out + lint.err));
  }

  void bashCompletesEveryCommandAndOption() {
    if (!isThere("bash")) QSKIP("bash is not installed");
    const Words words = allWords();
    QStringList failed;
    for (const QString& command : words.commands) {
      const QStringList options = offered(shell_, command.split(' ') + QStringList{"--"});
      for (const auto& [owner, option] : words.options) {
        if (owner == command && !options.contains(option)) failed << command + " " + option;
      }
      if (command == "nudge") continue;
      const QStringList path = command.split(' ');
      if (!offered(shell_, path.mid(0, path.size() - 1) + QStringList{""}).contains(path.last()))
        failed << command;
    }
    QVERIFY2(failed.isEmpty(), qPrintable(failed.join(", ")));
  }

  void bashCompletesValues_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("offers");
    const auto row = [](const char* name, const QStringList& words, const QStringList& offers) {
      QTest::newRow(name) << words << offers;
    };
    row("command", {"nudge", "tr"}, {"train"});
    row("document", {"nudge", "mi"}, {"mine.nudge"});
    row("preset", {"nudge", "train", "digits-conv-"}, {"digits-conv-10"});
    row("a file as well", {"nudge", "train", "mine"}, {"mine.nudge"});
    row("preset after options", {"nudge", "train", "--epochs", "3", "--resume", "fc-512-"},
        {"fc-512-fixed"});
    row("setting", {"nudge", "train", "digits", "--set", "learning.bet"}, {"learning.beta="});
    row("folder with a space", {"nudge", "train", "digits", "--out", "my"}, {"my runs"});
    row("folders only", {"nudge", "train", "digits", "--out", "mi"}, {});
    row("after =", {"nudge", "sample", "x", "--machine", "=", "s"}, {"sa", "sqa"});
    row("after an empty =", {"nudge", "sweep", "x", "--engine", "="}, {"local", "slurm"});
    row("second place", {"nudge", "embed", "layers:4,4", "peg"}, {"pegasus:"});
    row("many places", {"nudge", "reproduce", "fig-4.7", "algo"}, {"algorithm-8"});
    row("its value", {"nudge", "data", "fetch", "m"}, {"mnist"});
    row("shell", {"nudge", "completion", "b"}, {"bash"});
    row("no choice", {"nudge", "train", "digits", "--epochs", ""}, {});
  }
  void bashCompletesValues() {
    if (!isThere("bash")) QSKIP("bash is not installed");
    QFETCH(QStringList, words);
    QFETCH(QStringList, offers);
    QCOMPARE(offered(shell_, words), offers);
  }

  void zshReadsItsScript() {
    if (!isThere("zsh")) QSKIP("zsh is not installed");
    const Outcome outcome = runTool("zsh", {"-f", "-n", shell_.path("nudge.zsh")});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
  }

  void fishCompletes() {
    if (!isThere("fish")) QSKIP("fish is not installed");
    const auto offers = [&](const QString& typed) {
      return runTool("fish",
                     {"--no-config", "-c",
                      "source " + shell_.path("nudge.fish") + "; complete -C '" + typed + "'"})
          .out;
    };
    QVERIFY(offers("nudge tr").startsWith("train\t"));
    QVERIFY(offers("nudge train --ep").startsWith("--epochs\t"));
    QVERIFY(offers("nudge train digits-conv-").startsWith("digits-conv-10"));
    QVERIFY(offers("nudge sample x --machine sq").startsWith("sqa"));
    QVERIFY(offers("nudge data fetch mn").startsWith("mnist"));
  }

 private:
  Shell shell_;
};

QTEST_GUILESS_MAIN(TestShells)
#include "TestShells.moc"
