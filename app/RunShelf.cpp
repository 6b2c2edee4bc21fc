#include "app/RunShelf.h"

#include <algorithm>
#include <functional>

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include "core/base/AtomicFile.h"
#include "core/experiment/RunFolder.h"
#include "widgets/FieldText.h"

namespace nudge {

namespace {

constexpr int kMostRuns = 200;
constexpr const char* kMetrics = "metrics.csv";

/// Folders, those that were written to last first.
QStringList newestFirst(const QString& runs, const QStringList& others) {
  QStringList folders;
  for (const QFileInfo& entry : QDir(runs).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
    folders << entry.absoluteFilePath();
  for (const QString& other : others)
    if (!folders.contains(other)) folders << other;
  const auto written = [](const QString& folder) {
    return QFileInfo(QDir(folder).filePath(kMetrics)).lastModified();
  };
  std::stable_sort(folders.begin(), folders.end(),
                   [&](const QString& a, const QString& b) { return written(a) > written(b); });
  return folders.mid(0, kMostRuns);
}

std::vector<ShelvedRun> readRuns(const QString& runs, const QStringList& others,
                                 const std::stop_token& stop) {
  std::vector<ShelvedRun> shelved;
  for (const QString& folder : newestFirst(runs, others)) {
    if (stop.stop_requested()) throw Cancelled();
    try {
      if (!RunFolder::holdsRun(folder.toStdString())) continue;
      const RunFolder run = RunFolder::open(folder.toStdString());
      // Not from the checkpoint, which may be large.
      shelved.push_back({folder, Experiment::load(run.path() / "experiment.nudge"), run.epochs()});
    } catch (const Error&) {
      continue;
    }
  }
  return shelved;
}

using Told = std::function<QString(const Field<Experiment>&, const Json& run, const Json& here)>;

QStringList differences(const Experiment& run, const Experiment& here, const Told& told) {
  QStringList words;
  for (const Field<Experiment>& field : Experiment::fields()) {
    if (field.key == "name" || field.key == "about" || field.key == "learning.epochs") continue;
    const Json value = field.get(run), other = field.get(here);
    if (value != other) words << told(field, value, other);
  }
  return words;
}

QString wordsOf(const Field<Experiment>& field, const Json& value) {
  if (!value.is_string()) return QString::fromStdString(value.dump());
  for (const FieldChoice& choice : field.choices)
    if (value == choice.value) return fieldText(choice.label);
  return QString::fromStdString(value.get<std::string>());
}

}  // namespace

RunShelf::RunShelf(QObject* parent)
    : QObject(parent),
      job_(
          this,
          [](const Request& request, const std::stop_token& stop) {
            return readRuns(request.runs, request.others, stop);
          },
          [this](const std::vector<ShelvedRun>& runs) {
            runs_ = runs;
            emit changed();
          },
          [](const QString&) {}) {}

void RunShelf::read(const QString& runs, const QStringList& others) {
  job_.request({runs, others});
}

QString differencesInShort(const Experiment& run, const Experiment& here) {
  const Told told = [](const Field<Experiment>& field, const Json& value, const Json&) {
    const QString name =
        field.symbol.empty() ? fieldText(field.label) : QString::fromStdString(field.symbol);
    return name + ' ' + wordsOf(field, value);
  };
  return differences(run, here, told).join(", ");
}

QString differencesAtLength(const Experiment& run, const Experiment& here) {
  const Told told = [](const Field<Experiment>& field, const Json& value, const Json& other) {
    return RunShelf::tr("%1: %2, here %3")
        .arg(fieldText(field.label), wordsOf(field, value), wordsOf(field, other));
  };
  return differences(run, here, told).join('\n');
}

}  // namespace nudge
