#include "app/Slurm.h"

#include <fmt/format.h>

#include <QProcess>
#include <QStandardPaths>

#include "core/base/Error.h"

namespace nudge {

namespace {

constexpr int kPatience = 60'000;  // ms until Slurm is taken to be out of reach

struct Answer {
  bool good = false;
  QString out, err;
};

Answer ask(const QString& command, const QStringList& arguments) {
  if (QStandardPaths::findExecutable(command).isEmpty()) {
    throw Error(
        fmt::format("there is no {} here: --engine slurm needs Slurm's commands. Give the command "
                    "on a machine of the cluster, or leave out --engine to run everything here.",
                    command.toStdString()));
  }
  QProcess process;
  process.start(command, arguments, QIODevice::ReadOnly);
  if (!process.waitForFinished(kPatience)) {
    process.kill();
    process.waitForFinished();
    throw Error(
        fmt::format("{} does not answer; is Slurm out of reach? The same command tries "
                    "again.",
                    command.toStdString()));
  }
  return {process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
          QString::fromUtf8(process.readAllStandardOutput()).trimmed(),
          QString::fromUtf8(process.readAllStandardError()).trimmed()};
}

/// A path in an option that knows patterns such as %A.
std::string withoutPatterns(const std::filesystem::path& path) {
  std::string text;
  for (const char c : path.string()) text += c == '%' ? std::string("%%") : std::string(1, c);
  return text;
}

}  // namespace

std::string slurmTaskList(const std::vector<std::size_t>& tasks) {
  std::string text;
  for (std::size_t i = 0; i < tasks.size();) {
    std::size_t last = i;
    while (last + 1 < tasks.size() && tasks[last + 1] == tasks[last] + 1) ++last;
    text += fmt::format("{}{}", text.empty() ? "" : ",", tasks[i]);
    if (last > i) text += fmt::format("-{}", tasks[last]);
    i = last + 1;
  }
  return text;
}

std::string submitToSlurm(const SlurmArray& array) {
  QStringList arguments{"--parsable", "--job-name=nudge-sweep"};
  std::string list = slurmTaskList(array.tasks);
  if (array.most > 0) list += fmt::format("%{}", array.most);
  arguments << QString::fromStdString("--array=" + list);
  arguments << QString::fromStdString("--output=" + withoutPatterns(array.logs) + "/%A_%a.log");
  for (const std::string& option : array.more) arguments << QString::fromStdString(option);
  arguments << QString::fromStdString(array.script.string());
  const Answer answer = ask("sbatch", arguments);
  // "123" or "123;cluster".
  std::string job = answer.out.section(QLatin1Char(';'), 0, 0).toStdString();
  const bool number = !job.empty() && job.find_first_not_of("0123456789") == std::string::npos;
  if (!answer.good || !number) {
    throw Error(fmt::format("sbatch did not take the job: {}",
                            (answer.err.isEmpty() ? answer.out : answer.err).toStdString()));
  }
  return job;
}

std::size_t tasksInSlurm(const std::string& job) {
  const Answer answer = ask(
      "squeue", {"--noheader", "--array", "--format=%i", QString::fromStdString("--jobs=" + job)});
  if (!answer.good && answer.err.contains("Invalid job id")) return 0;
  if (!answer.good) {
    throw Error(
        fmt::format("squeue cannot say what became of job {}: {}\nThe same command asks "
                    "again.",
                    job, answer.err.toStdString()));
  }
  return static_cast<std::size_t>(answer.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts).size());
}

std::filesystem::path slurmLog(const std::filesystem::path& logs, const std::string& job,
                               std::size_t task) {
  return logs / fmt::format("{}_{}.log", job, task);
}

}  // namespace nudge
