#include "app/workspaces/TrainingWorkspace.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "app/Brightness.h"
#include "app/CompareRuns.h"
#include "app/Session.h"
#include "core/data/Augment.h"
#include "widgets/ChipTimePlot.h"
#include "widgets/ErrorPlot.h"
#include "widgets/FlipPlot.h"
#include "widgets/GradientPlot.h"
#include "widgets/LossPlot.h"
#include "widgets/MessageText.h"
#include "widgets/NumberText.h"
#include "widgets/ScalingPlot.h"
#include "widgets/ShedsWords.h"
#include "widgets/WatchedView.h"

namespace nudge {

namespace {

// Training samples on which the estimate is compared with the gradient through time.
constexpr int kCheckedSamples = 8;
constexpr int kFollowMilliseconds = 1000;
constexpr int kSecondRow = 4;          // its share of the height
constexpr int kLinesOfThreeRows = 30;  // of text, that three rows of views need

/// The first training samples, as they are without augmentation.
Batch firstSamples(const ImageSet& images, const NetworkSpec& network) {
  const auto count = std::min<std::size_t>(kCheckedSamples, images.count());
  Batch batch;
  batch.inputs.resize(network.inputs(), static_cast<Eigen::Index>(count));
  for (std::size_t i = 0; i < count; ++i) {
    writeSample(images, i, 0, {}, batch.inputs.col(static_cast<Eigen::Index>(i)).data());
    batch.labels.push_back(images.labels[i]);
  }
  batch.targets = targetsFor(batch.labels, network);
  return batch;
}

}  // namespace

TrainingWorkspace::TrainingWorkspace(Session& session, QWidget* parent)
    : Workspace(parent),
      session_(session),
      plots_{new ErrorPlot, new FlipPlot, new LossPlot, new ScalingPlot},
      below_(new QTabBar),
      beneath_(new QStackedWidget),
      watched_(new WatchedView),
      compare_(new CompareRuns(session)),
      corner_(new QStackedWidget),
      gradient_(new GradientPlot),
      chipTime_(new ChipTimePlot),
      chipText_(new QLabel) {
  setObjectName("trainingWorkspace");
  grid_ = new QGridLayout(this);
  grid_->addWidget(makeControls(), 0, 0, 1, 6);
  grid_->addWidget(plots_[0], 1, 0, 1, 3);
  grid_->addWidget(plots_[1], 1, 3, 1, 3);
  grid_->addWidget(plots_[2], 2, 0, 1, 2);
  grid_->addWidget(plots_[3], 2, 2, 1, 2);
  corner_->addWidget(gradient_);
  corner_->addWidget(makeChipCorner());
  grid_->addWidget(corner_, 2, 4, 1, 2);
  grid_->addWidget(makeBeneath(), 3, 0, 1, 6);
  for (int i = 0; i < 6; ++i) grid_->setColumnStretch(i, 1);
  grid_->setRowStretch(1, 5);
  grid_->setRowStretch(2, kSecondRow);
  grid_->setRowStretch(3, 4);
  connect(&session_, &Session::newsArrived, this, &TrainingWorkspace::showNews);
  connect(&session_.document(), &Document::changed, this, &TrainingWorkspace::showNews);
  connect(&checker_, &GradientChecker::done, gradient_, &GradientPlot::setCheck);
  connect(&checker_, &GradientChecker::failed, gradient_, &GradientPlot::setRefusal);
  connect(&estimator_, &ChipEstimator::done, this, [this](const ChipEstimate& estimate) {
    chipCost_ = tr("%1 qubits, longest chain %2; an epoch costs %3 to %4 s")
                    .arg(estimate.qubits)
                    .arg(estimate.longestChain)
                    .arg(threeDigits(estimate.leastOfEpoch()), threeDigits(estimate.mostOfEpoch()));
    if (!estimate.warning.empty()) chipCost_ += u'\n' + messageText(estimate.warning);
    showChip();
  });
  connect(&estimator_, &ChipEstimator::failed, this, [this](const QString& message) {
    chipCost_ = message;
    showChip();
  });
  follower_.setInterval(kFollowMilliseconds);
  connect(&follower_, &QTimer::timeout, this, &TrainingWorkspace::follow);
  connect(&session_, &Session::parametersArrived, this, &TrainingWorkspace::checkGradient);
  connect(&session_, &Session::dataArrived, this, &TrainingWorkspace::checkGradient);
  connect(&session_.document(), &Document::changed, this, &TrainingWorkspace::checkGradient);
}

QWidget* TrainingWorkspace::makeChipCorner() {
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(chipTime_, 1);
  column->addWidget(chipText_);
  chipText_->setObjectName("chip-text");
  chipText_->setWordWrap(true);
  chipTime_->setMinimumHeight(60);
  return page;
}

QWidget* TrainingWorkspace::makeBeneath() {
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  below_->setObjectName("trainingTabs");
  below_->setDrawBase(false);
  below_->setExpanding(false);
  below_->addTab(tr("newest sample"));
  below_->addTab(tr("compare runs"));
  below_->setTabToolTip(0, tr("The last sample that was learnt from, in both phases"));
  below_->setTabToolTip(1, tr("Curves of other runs behind these, and what they did otherwise"));
  beneath_->addWidget(watched_);
  beneath_->addWidget(compare_);
  column->addWidget(below_);
  column->addWidget(beneath_, 1);
  connect(below_, &QTabBar::currentChanged, this, [this](int index) {
    beneath_->setCurrentIndex(index);
    if (index == 1) compare_->refresh();
  });
  Selection& selection = session_.selection();
  connect(watched_, &WatchedView::neuronPicked, &selection,
          [&selection](NeuronId neuron) { selection.pick(neuron); });
  connect(&selection, &Selection::changed, watched_,
          [this, &selection] { watched_->setSelected(selection.neuron()); });
  connect(compare_, &CompareRuns::chosenChanged, this, [this] {
    otherRuns_ = true;
    showPlots();
  });
  connect(compare_, &CompareRuns::openWanted, this, &Workspace::openWanted);
  return page;
}

bool TrainingWorkspace::reading() const { return compare_->busy(); }

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
  new ShedsWords(bar);
  return bar;
}

void TrainingWorkspace::togglePlay() { session_.togglePlay(); }
void TrainingWorkspace::stepForward() { session_.stepMiniBatch(); }
void TrainingWorkspace::restart() { session_.restart(); }

void TrainingWorkspace::catchUp() {
  showNews();
  checkGradient();
  follow();
  follower_.start();
}

void TrainingWorkspace::hideEvent(QHideEvent* event) {
  Workspace::hideEvent(event);
  follower_.stop();
}

void TrainingWorkspace::resizeEvent(QResizeEvent* event) {
  Workspace::resizeEvent(event);
  fitRows();
}

void TrainingWorkspace::changeEvent(QEvent* event) {
  Workspace::changeEvent(event);
  if (event->type() == QEvent::FontChange) fitRows();
}

void TrainingWorkspace::fitRows() {
  const bool low = height() < kLinesOfThreeRows * fontMetrics().height();
  for (QWidget* widget : std::initializer_list<QWidget*>{plots_[2], plots_[3], corner_})
    widget->setVisible(!low);
  grid_->setRowStretch(2, low ? 0 : kSecondRow);
}

void TrainingWorkspace::follow() {
  if (session_.hasRun() && !session_.restartNeeded() && session_.parametersOutdated()) {
    session_.requestParameters();
  } else {
    checkGradient();
  }
}

void TrainingWorkspace::checkGradient() {
  const Experiment& experiment = session_.document().experiment();
  if (!isVisible() || !session_.data() || !experiment.settleProblems().empty()) return;
  if (const std::string why = whyNoGradientCheck(experiment.network, experiment.learning.beta);
      !why.empty()) {
    checked_.reset();
    return gradient_->setRefusal(messageText(why));
  }
  const ImageSet& images = session_.data()->train;
  if (static_cast<int>(images.imageSize()) != experiment.network.inputs()) return;
  auto parameters = session_.parameters();
  const bool same =
      checked_ == experiment && checkedParameters_ == parameters && checkedData_ == session_.data();
  if (same) return;
  checked_ = experiment;
  checkedParameters_ = parameters;
  checkedData_ = session_.data();
  checker_.request({experiment, firstSamples(images, experiment.network), std::move(parameters)});
}

void TrainingWorkspace::showNews() {
  if (!isVisible()) return;
  const Experiment& experiment = session_.document().experiment();
  if (session_.data()) {
    const ImageSet& images = session_.data()->train;
    watched_->setShape(images.shape(), images.scale);
  }
  watched_->setBeta(experiment.learning.beta);
  showPlots();
  showChip();
  const auto& watched = session_.snapshot().watched;
  if (session_.hasRun() && watched && watched.get() != drawnWatched_) {
    drawnWatched_ = watched.get();
    watched_->setNetwork(session_.running().network);
    watched_->setWatched(*brightness(session_.running().network, watched));
    watched_->setSelected(session_.selection().neuron());
  }
}

void TrainingWorkspace::showChip() {
  const Experiment& experiment = session_.document().experiment();
  const bool chip = experiment.machine.onChip();
  corner_->setCurrentIndex(chip ? 1 : 0);
  if (!chip) return;
  chipTime_->setTally(session_.hasRun() ? session_.snapshot().chip : std::nullopt);
  chipText_->setText(chipCost_);
  chipText_->setToolTip(chipTime_->summary());
  if (!session_.data() || estimated_ == experiment || !experiment.problems().empty()) return;
  estimated_ = experiment;
  estimator_.request({experiment, session_.data()->train.count(), session_.data()->test.count()});
}

void TrainingWorkspace::showPlots() {
  static const std::vector<EpochMetrics> kNoEpochs;
  static const std::vector<LivePoint> kNoLive;
  const Snapshot& snapshot = session_.snapshot();
  const bool has = session_.hasRun();
  const auto& epochs = has && snapshot.epochsDone ? *snapshot.epochsDone : kNoEpochs;
  const auto& live = has && snapshot.live ? *snapshot.live : kNoLive;
  const bool sameHistory = drawnEpochs_ == &epochs && drawnLive_ == &live;
  const bool sameEarlier = drawnEarlier_ == session_.earlierRuns().size() && !otherRuns_;
  std::vector<EarlierRun> earlier = compare_->chosen();
  for (const auto& run : session_.earlierRuns()) earlier.push_back({run.name, run.epochs, {}});
  for (EpochPlot* plot : plots_) {
    plot->setEpochs(session_.document().experiment().learning.epochs);
    if (!sameHistory) plot->setHistory(epochs, live);
    if (!sameEarlier) plot->setEarlier(earlier);
  }
  drawnEpochs_ = &epochs;
  drawnLive_ = &live;
  drawnEarlier_ = session_.earlierRuns().size();
  otherRuns_ = false;
}

}  // namespace nudge
