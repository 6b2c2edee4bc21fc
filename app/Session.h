#pragma once

#include <memory>

#include <QObject>
#include <QTimer>

#include "app/Document.h"
#include "app/Relaxer.h"
#include "app/RunWorker.h"
#include "app/Selection.h"
#include "app/lessons/Facts.h"

namespace nudge {

/// Ties a run to the screen: what the document says goes to the run, what the run shows goes to the
/// window, at most 60 times a second. The window's thread never computes.
class Session : public QObject {
  Q_OBJECT
 public:
  /// Runs go into folders below `runs`.
  explicit Session(const QString& runs, QObject* parent = nullptr);
  ~Session() override;

  Document& document() { return document_; }
  const Document& document() const { return document_; }

  /// What the window shows and what its user did, for lessons.
  Facts& facts() { return facts_; }

  /// The neuron that is picked in every view.
  Selection& selection() { return selection_; }

  /// The experiment has no problems: a run of it can begin.
  bool canPlay() const { return document_.experiment().problems().empty(); }
  bool playing() const { return news_.playing; }
  bool hasRun() const { return news_.hasRun; }
  /// What the run trains, where there is one; the document may have gone on from it.
  const Experiment& running() const { return running_; }
  const Snapshot& snapshot() const { return news_.snapshot; }
  const std::shared_ptr<const Dataset>& data() const { return news_.data; }
  /// Where the folders of runs are.
  const QString& runs() const { return runs_; }
  QString runFolder() const { return QString::fromStdString(news_.folder.string()); }
  /// Finished runs of this window, newest last: their names and epochs, for comparison.
  struct Finished {
    QString name;
    std::vector<EpochMetrics> epochs;
  };
  const std::vector<Finished>& earlierRuns() const { return earlier_; }

  /// The document has changed in a way that the run that goes on can't take over.
  bool restartNeeded() const;
  /// What keeps the experiment from running and what went wrong, a sentence each.
  QStringList warnings() const;
  QString stateInWords() const;

  /// Parameters for looking at single samples: the run's newest, or null for the initial ones.
  std::shared_ptr<const Parameters> parameters() const;
  /// The run has moved on since they were copied.
  bool parametersOutdated() const;
  void requestParameters() { worker_.requestParameters(); }
  /// Writes the run down, before the window goes. False where that failed, which becomes a warning;
  /// asked once more, the run's last steps are given up.
  bool keepRun();

 public slots:
  void togglePlay();
  void play();
  void pause();
  void stepMiniBatch();
  void stepEpoch();
  /// Forgets the run (its files stay) and prepares a new one from the document.
  void restart();
  /// Takes up the run in a folder; the document becomes its experiment. Shows a warning on failure.
  void openRun(const QString& folder);

 signals:
  void newsArrived();  ///< a new snapshot, or the run began, paused, ended
  void dataArrived();  ///< another data set
  void parametersArrived();
  void warningsChanged();

 private:
  void poll();
  void noteRun();
  void documentChanged();
  /// Brings the document up to what recorded changes made of the run's settings.
  void followReplay(const Experiment& experiment);
  void takeFailure(const std::string& failure);

  QString runs_;
  Document document_;
  Facts facts_;
  Selection selection_;
  RunWorker worker_;
  QTimer timer_;
  RunNews news_;
  Experiment running_;  ///< what the worker works on
  QString failure_;
  std::shared_ptr<const Parameters> parameters_;
  double parametersProgress_ = -1;  ///< where the run was when they were copied
  std::vector<Finished> earlier_;
};

}  // namespace nudge
