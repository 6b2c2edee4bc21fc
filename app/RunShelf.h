#pragma once

#include <memory>
#include <vector>

#include <QObject>
#include <QStringList>

#include "app/NewestJob.h"
#include "core/experiment/Experiment.h"
#include "core/experiment/Metrics.h"

namespace nudge {

/// A run as its folder has it.
struct ShelvedRun {
  QString folder;
  Experiment experiment;
  std::vector<EpochMetrics> epochs;
};

/// Reads the runs in a folder of runs, and some others, newest first, on a thread of its own.
/// Folders that can't be read are left out.
class RunShelf : public QObject {
  Q_OBJECT
 public:
  explicit RunShelf(QObject* parent = nullptr);

  void read(const QString& runs, const QStringList& others);
  bool busy() const { return job_.busy(); }
  const std::vector<ShelvedRun>& runs() const { return runs_; }

 signals:
  void changed();

 private:
  struct Request {
    QString runs;
    QStringList others;
  };
  std::vector<ShelvedRun> runs_;
  NewestJob<Request, std::vector<ShelvedRun>> job_;
};

/// The settings of a run that are not those of another experiment, in words: short ("β 0.5, τ …"),
/// or at length, a line each with both values. Names and numbers of epochs don't count.
QString differencesInShort(const Experiment& run, const Experiment& here);
QString differencesAtLength(const Experiment& run, const Experiment& here);

}  // namespace nudge
