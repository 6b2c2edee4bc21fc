#include "app/workspaces/TrainingWorkspace.h"

#include <QGridLayout>
#include <QHBoxLayout>

#include "app/Session.h"
#include "widgets/ErrorPlot.h"
#include "widgets/FlipPlot.h"
#include "widgets/LossPlot.h"
#include "widgets/ScalingPlot.h"
#include "widgets/WatchedView.h"

namespace nudge {

TrainingWorkspace::TrainingWorkspace(Session& session, QWidget* parent)
    : Workspace(parent),
      session_(session),
      plots_{new ErrorPlot, new FlipPlot, new LossPlot, new ScalingPlot},
      watched_(new WatchedView) {
  setObjectName("trainingWorkspace");
  auto* grid = new QGridLayout(this);
  grid->addWidget(makeControls(), 0, 0, 1, 2);
  for (int i = 0; i < 4; ++i)
    grid->addWidget(plots_[static_cast<std::size_t>(i)], 1 + i / 2, i % 2);
  grid->addWidget(watched_, 3, 0, 1, 2);
  grid->setRowStretch(1, 5);
  grid->setRowStretch(2, 4);
  grid->setRowStretch(3, 4);
  connect(&session_, &Session::newsArrived, this, &TrainingWorkspace::showNews);
  connect(&session_.document(), &Document::changed, this, &TrainingWorkspace::showNews);
}

QWidget* TrainingWorkspace::makeControls() {
  auto* bar = new QWidget;
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  auto* batch = makeTextButton(Glyph::Step, tr("Mini-batch"),
                               tr("Train on one mini-batch: settle, nudge, compare, update (.)"),
                               "stepMiniBatch");
  auto* epoch = makeTextButton(Glyph::Last, tr("Epoch"),
                               tr("Train to the end of the epoch and test"), "stepEpoch");
  auto* restart = makeTextButton(
      Glyph::Restart, tr("Restart"),
      tr("Begin a new run with the settings as they are now (R); the files of the old "
         "run stay"),
      "restartRun");
  connect(batch, &QToolButton::clicked, &session_, &Session::stepMiniBatch);
  connect(epoch, &QToolButton::clicked, &session_, &Session::stepEpoch);
  connect(restart, &QToolButton::clicked, &session_, &Session::restart);
  for (QToolButton* button : {batch, epoch, restart}) row->addWidget(button);
  row->addStretch();
  return bar;
}

void TrainingWorkspace::togglePlay() { session_.togglePlay(); }
void TrainingWorkspace::stepForward() { session_.stepMiniBatch(); }
void TrainingWorkspace::restart() { session_.restart(); }

void TrainingWorkspace::catchUp() { showNews(); }

void TrainingWorkspace::showNews() {
  if (!isVisible()) return;
  const Experiment& experiment = session_.document().experiment();
  if (session_.data()) {
    const ImageSet& images = session_.data()->train;
    watched_->setShape(images.shape(), images.scale, experiment.network.perClass);
  }
  watched_->setBeta(experiment.learning.beta);
  showPlots();
  const auto& watched = session_.snapshot().watched;
  if (session_.hasRun() && watched && watched.get() != drawnWatched_) {
    drawnWatched_ = watched.get();
    watched_->setWatched(*watched);
  }
}

void TrainingWorkspace::showPlots() {
  static const std::vector<EpochMetrics> kNoEpochs;
  static const std::vector<LivePoint> kNoLive;
  const Snapshot& snapshot = session_.snapshot();
  const bool has = session_.hasRun();
  const auto& epochs = has && snapshot.epochsDone ? *snapshot.epochsDone : kNoEpochs;
  const auto& live = has && snapshot.live ? *snapshot.live : kNoLive;
  const bool sameHistory = drawnEpochs_ == &epochs && drawnLive_ == &live;
  const bool sameEarlier = drawnEarlier_ == session_.earlierRuns().size();
  std::vector<EarlierRun> earlier;
  for (const auto& run : session_.earlierRuns()) earlier.push_back({run.name, run.epochs});
  for (EpochPlot* plot : plots_) {
    plot->setEpochs(session_.document().experiment().learning.epochs);
    if (!sameHistory) plot->setHistory(epochs, live);
    if (!sameEarlier) plot->setEarlier(earlier);
  }
  drawnEpochs_ = &epochs;
  drawnLive_ = &live;
  drawnEarlier_ = session_.earlierRuns().size();
}

}  // namespace nudge
