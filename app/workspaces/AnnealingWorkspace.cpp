#include "app/workspaces/AnnealingWorkspace.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include "app/Session.h"
#include "app/workspaces/AnnealingBar.h"
#include "app/workspaces/AnnealingHint.h"
#include "app/workspaces/ProblemPage.h"
#include "core/data/Augment.h"
#include "core/experiment/Presets.h"
#include "core/ising/AnnealSchedule.h"
#include "core/machine/AnnealPath.h"
#include "widgets/ChipTimePlot.h"
#include "widgets/DepthPlot.h"
#include "widgets/LandscapePlot.h"
#include "widgets/ReadHistogram.h"
#include "widgets/SchedulePlot.h"
#include "widgets/SpinRaster.h"

namespace nudge {

namespace {

constexpr const char* kForward = "machine.forward_schedule";
constexpr const char* kReverse = "machine.reverse_schedule";
constexpr int kBehindPoints = 101;
constexpr int kFrameMilliseconds = 40;

/// The first sample's spins at every sweep of both phases.
std::shared_ptr<const SpinHistory> historyOf(const Trajectory& trajectory) {
  auto history = std::make_shared<SpinHistory>();
  history->freeSweeps = trajectory.freeSteps;
  history->nudgeSweeps = trajectory.nudgeSteps;
  for (const Matrix& layer : trajectory.frames.front().states)
    history->layers.push_back(static_cast<int>(layer.rows()));
  for (const Frame& frame : trajectory.frames) {
    for (const Matrix& layer : frame.states) {
      for (Eigen::Index i = 0; i < layer.rows(); ++i)
        history->spins.push_back(layer(i, 0) > 0 ? 1 : -1);
    }
  }
  return history;
}

}  // namespace

AnnealingWorkspace::AnnealingWorkspace(Session& session, QWidget* parent)
    : Workspace(parent),
      session_(session),
      pages_(new QStackedWidget),
      problem_(new ProblemPage),
      bar_(new AnnealingBar),
      forward_(new SchedulePlot),
      reverse_(new SchedulePlot),
      histogram_(new ReadHistogram),
      raster_(new SpinRaster),
      landscape_(new LandscapePlot),
      depth_(new DepthPlot),
      chipTime_(new ChipTimePlot),
      studies_(new QTabWidget) {
  setObjectName("annealingWorkspace");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(pages_);
  auto* hint = new AnnealingHint;
  pages_->addWidget(hint);
  pages_->addWidget(makeViews());
  pages_->addWidget(problem_);
  connect(problem_, &ProblemPage::closed, this, &AnnealingWorkspace::closeProblem);
  connect(hint, &AnnealingHint::exampleAsked, this, [this] {
    session_.document().replace(presetExperiment(AnnealingHint::kExample),
                                tr("preset %1").arg(AnnealingHint::kExample));
  });
  connect(hint, &AnnealingHint::openAsked, this, &AnnealingWorkspace::askForProblem);
  connectBar();
  connectHand();
}

void AnnealingWorkspace::askForProblem() {
  const QString path = QFileDialog::getOpenFileName(
      this, tr("Open Ising problem"), {}, tr("Ising problems (*.txt *.coo *.json);;All files (*)"));
  if (!path.isEmpty()) openProblem(path.toStdString());
}

void AnnealingWorkspace::openProblem(const std::filesystem::path& path) {
  setPlaying(false);
  pages_->setCurrentWidget(problem_);
  problem_->open(path);
}

void AnnealingWorkspace::closeProblem() {
  showPage();
  showDocument();
}

bool AnnealingWorkspace::problemOpen() const { return pages_->currentWidget() == problem_; }

void AnnealingWorkspace::showPage() { pages_->setCurrentIndex(anneals() ? 1 : 0); }

bool AnnealingWorkspace::complete() const {
  return !sampler_.busy() && !relaxer_.busy() && !problem_->busy();
}

QWidget* AnnealingWorkspace::makeViews() {
  auto* page = new QWidget;
  auto* grid = new QGridLayout(page);
  forward_->setObjectName("forwardSchedule");
  forward_->setAccessibleName(tr("Schedule of the free phase"));
  reverse_->setObjectName("reverseSchedule");
  reverse_->setAccessibleName(tr("Schedule of the nudge phase"));
  grid->addWidget(bar_, 0, 0, 1, 3);
  grid->addWidget(forward_, 1, 0);
  grid->addWidget(reverse_, 2, 0);
  grid->addWidget(histogram_, 1, 1);
  grid->addWidget(makeStudies(), 2, 1);
  grid->addWidget(raster_, 1, 2, 2, 1);
  for (const int column : {0, 1, 2}) grid->setColumnStretch(column, column == 2 ? 4 : 3);
  for (const int row : {1, 2}) grid->setRowStretch(row, 1);
  landscape_->setEnergies([](double s) { return AnnealTable::typical().at(s).transverse; },
                          [](double s) { return AnnealTable::typical().at(s).problem; });
  return page;
}

QWidget* AnnealingWorkspace::makeStudies() {
  QTabWidget* const tabs = studies_;
  tabs->setObjectName("annealingStudies");
  tabs->setDocumentMode(true);
  tabs->addTab(landscape_, tr("two spins"));
  tabs->addTab(depth_, tr("how far back"));
  tabs->addTab(chipTime_, tr("chip time"));
  tabs->setTabToolTip(0, tr("The smallest landscape at the same moment of the anneal (Fig. 5.1)"));
  tabs->setTabToolTip(1, tr("What reverse annealing keeps of the free state and what follows the "
                            "nudge, against how far back it goes (Fig. 5.10)"));
  tabs->setTabToolTip(2, tr("What the phases of the run have used of the chip's time (Fig. 5.13)"));
  connect(&session_, &Session::newsArrived, this, &AnnealingWorkspace::showChipTime);
  return tabs;
}

void AnnealingWorkspace::showChipTime() {
  if (!isVisible()) return;
  studies_->setTabVisible(2, session_.document().experiment().machine.onChip());
  chipTime_->setTally(session_.hasRun() ? session_.snapshot().chip : std::nullopt);
}

void AnnealingWorkspace::showDepths(const std::vector<ReverseDepth>& depths) {
  DepthCurve kept{tr("spins kept, nothing to learn"), DepthCurve::Kind::SpinsKept, {}, {}, {}};
  DepthCurve followed{tr("outputs at target, nudged"), DepthCurve::Kind::TestError, {}, {}, {}};
  for (const ReverseDepth& depth : depths) {
    kept.fractions.push_back(depth.f);
    kept.percents.push_back(100 * depth.kept);
    followed.fractions.push_back(depth.f);
    followed.percents.push_back(100 * depth.followed);
  }
  depth_->setCurves({kept, followed});
  depth_->setFraction(session_.document().experiment().machine.annealing.reverseTo);
}

void AnnealingWorkspace::connectBar() {
  connect(bar_, &AnnealingBar::changed, this, &AnnealingWorkspace::sample);
  connect(bar_, &AnnealingBar::againAsked, this, &AnnealingWorkspace::sampleAgain);
  connect(bar_, &AnnealingBar::openAsked, this, &AnnealingWorkspace::askForProblem);
  connect(bar_, &AnnealingBar::straightAsked, this, [this] {
    choosePoints(kForward, {}, true);
    choosePoints(kReverse, {}, true);
  });
  connect(bar_, &AnnealingBar::playAsked, this, [this](bool play) {
    setPlaying(play);
    if (play) session_.facts().did("annealing.play");
  });
}

void AnnealingWorkspace::connectHand() {
  const auto follow = [this](SchedulePlot* plot, const char* key) {
    connect(plot, &SchedulePlot::pointsDragged, this,
            [this, key](const std::vector<double>& points) { choosePoints(key, points, false); });
    connect(plot, &SchedulePlot::pointsChosen, this,
            [this, key](const std::vector<double>& points) {
              choosePoints(key, points, true);
              session_.facts().did("annealing.schedule");
            });
  };
  follow(forward_, kForward);
  follow(reverse_, kReverse);
  connect(&relaxer_, &Relaxer::done, this, &AnnealingWorkspace::showHistory);
  connect(&relaxer_, &Relaxer::failed, this,
          [this](const QString& message) { bar_->setState(message); });
  connect(raster_, &SpinRaster::timePicked, this, [this](int index) {
    setPlaying(false);
    showTime(index);
  });
  connect(raster_, &SpinRaster::neuronPicked, this, [this](int layer, int neuron) {
    session_.selection().pick(NeuronId{layer, neuron});
  });
  connect(&session_.selection(), &Selection::changed, this,
          [this] { raster_->setSelected(session_.selection().neuron()); });
  player_.setInterval(kFrameMilliseconds);
  connect(&player_, &QTimer::timeout, this, &AnnealingWorkspace::advance);
  connect(&sampler_, &ReadSampler::done, this, &AnnealingWorkspace::showResult);
  connect(&sampler_, &ReadSampler::failed, this,
          [this](const QString& message) { bar_->setState(message); });
  connect(&session_.document(), &Document::changed, this, &AnnealingWorkspace::showDocument);
  connect(&session_, &Session::dataArrived, this, &AnnealingWorkspace::takeData);
  connect(&session_, &Session::parametersArrived, this, &AnnealingWorkspace::sample);
}

bool AnnealingWorkspace::anneals() const {
  return session_.document().experiment().machine.anneals();
}

void AnnealingWorkspace::choosePoints(const char* key, const std::vector<double>& points,
                                      bool final) {
  session_.document().set(key, Json(points), final);
}

void AnnealingWorkspace::showDocument() {
  outdated_ = true;
  if (!isVisible()) return;
  if (!problemOpen()) showPage();
  if (!anneals()) return;
  showSchedules();
  showChipTime();
  sample();
}

void AnnealingWorkspace::showSchedules() {
  const MachineSettings& machine = session_.document().experiment().machine;
  const AnnealingSettings& settings = machine.annealing;
  forward_->setPoints(schedulePoints(settings, Phase::Free), false);
  const bool back = startsFromState(settings, Phase::Nudge);
  reverse_->setPoints(schedulePoints(settings, Phase::Nudge), back);
  reverse_->setEnabled(back);
  for (SchedulePlot* plot : {forward_, reverse_}) {
    plot->clearBehind();
    if (!machine.quantum()) continue;
    std::vector<double> times, transverse, problem;
    const std::vector<double> points = plot->points();
    AnnealingSettings sampled;
    sampled.sweeps = kBehindPoints;
    (plot == forward_ || !back ? sampled.forward : sampled.reverse) = points;
    const auto path = annealPath(sampled, plot == forward_ || !back ? Phase::Free : Phase::Nudge);
    for (std::size_t i = 0; i < path.size(); ++i) {
      times.push_back(static_cast<double>(i) / static_cast<double>(path.size() - 1));
      const AnnealEnergies energies = AnnealTable::typical().at(path[i]);
      transverse.push_back(energies.transverse);
      problem.push_back(energies.problem);
    }
    plot->setBehind(times, transverse, tr("A(s), GHz"));
    plot->setBehind(times, problem, tr("B(s), GHz"));
  }
}

void AnnealingWorkspace::takeData() {
  if (!session_.data()) return;
  bar_->setSamples(static_cast<int>(session_.data()->test.count()));
  sample();
}

void AnnealingWorkspace::sample() {
  outdated_ = true;
  const Experiment& experiment = session_.document().experiment();
  if (!isVisible() || !anneals() || !session_.data() || !experiment.settleProblems().empty())
    return;
  const ImageSet& images = session_.data()->test;
  const auto index = static_cast<std::size_t>(bar_->sample());
  if (index >= images.count() ||
      static_cast<int>(images.imageSize()) != experiment.network.inputs())
    return;
  outdated_ = false;
  RelaxRequest request;
  request.network = experiment.network;
  request.machine = experiment.machine;
  request.nudge = experiment.learning.nudgeWith(static_cast<float>(experiment.learning.beta));
  request.input.resize(experiment.network.inputs());
  writeSample(images, index, 0, {}, request.input.data());
  request.label = std::min<int>(images.labels[index], experiment.network.classes() - 1);
  request.parameters = session_.parameters();
  request.seed = experiment.seed;
  request.draw = {static_cast<std::uint64_t>(experiment.seed), draws_ << 16};
  freePath_ = annealPath(request.machine.annealing, Phase::Free);
  nudgePath_ = annealPath(request.machine.annealing, Phase::Nudge);
  relaxer_.request(request);
  sampler_.request({std::move(request), bar_->reads()});
  bar_->setState(tr("annealing …"));
}

void AnnealingWorkspace::sampleAgain() {
  ++draws_;
  session_.facts().did("annealing.sample");
  sample();
}

void AnnealingWorkspace::showResult(const ReadsResult& result) {
  result_ = result;
  bar_->setState({});
  showDepths(result.depths);
  histogram_->setBefore(result.before);
  histogram_->setAfter(result.after);
  const ReadStatistics& newest = result.after ? *result.after : result.before;
  if (!std::isnan(newest.sameClass))
    session_.facts().set("annealing.same_class", 100 * newest.sameClass);
}

void AnnealingWorkspace::showHistory(const Relaxed& relaxed) {
  relaxed_ = relaxed;
  raster_->setBeta(static_cast<double>(relaxed.request.nudge.beta));
  raster_->setHistory(historyOf(*relaxed.trajectory));
  raster_->setSelected(session_.selection().neuron());
  int flipped = 0;
  for (int n = 1; n <= relaxed.request.network.depth(); ++n) flipped += raster_->flipped(n);
  session_.facts().set("annealing.flipped", flipped);
  showTime(time_ > 0 ? time_ : relaxed.trajectory->freeSteps);
}

void AnnealingWorkspace::showTime(int index) {
  if (!relaxed_.trajectory) return;
  const int free = relaxed_.trajectory->freeSteps, nudge = relaxed_.trajectory->nudgeSteps;
  time_ = std::clamp(index, 0, free + nudge);
  raster_->setTime(time_);
  const bool nudged = time_ > free;
  const auto& path = nudged ? nudgePath_ : freePath_;
  const int sweep = nudged ? time_ - free : time_;
  if (path.empty()) return;
  const auto place = static_cast<std::size_t>(std::max(0, sweep - 1));
  landscape_->setFraction(path[std::min(place, path.size() - 1)]);
  const double share = static_cast<double>(sweep) / std::max(1, nudged ? nudge : free);
  forward_->setTimeCursor(nudged ? std::nullopt : std::optional(share));
  reverse_->setTimeCursor(nudged ? std::optional(share) : std::nullopt);
}

void AnnealingWorkspace::setPlaying(bool playing) {
  bar_->setPlaying(playing);
  if (!playing) return player_.stop();
  const bool atEnd = relaxed_.trajectory &&
                     time_ >= relaxed_.trajectory->freeSteps + relaxed_.trajectory->nudgeSteps;
  if (atEnd) showTime(0);
  player_.start();
}

void AnnealingWorkspace::advance() {
  if (!relaxed_.trajectory || !isVisible()) return setPlaying(false);
  showTime(time_ + 1);
  if (time_ >= relaxed_.trajectory->freeSteps + relaxed_.trajectory->nudgeSteps) setPlaying(false);
}

void AnnealingWorkspace::catchUp() {
  if (!problemOpen()) showPage();
  if (!anneals()) return;
  showChipTime();
  if (session_.hasRun() && !session_.restartNeeded() && session_.parametersOutdated())
    session_.requestParameters();
  showSchedules();
  if (outdated_) takeData();
}

void AnnealingWorkspace::togglePlay() {
  if (problemOpen()) return;
  setPlaying(!player_.isActive());
  if (player_.isActive()) session_.facts().did("annealing.play");
}
void AnnealingWorkspace::stepForward() {
  if (problemOpen()) return problem_->moveBy(1);
  setPlaying(false);
  showTime(time_ + 1);
}
void AnnealingWorkspace::stepBack() {
  if (problemOpen()) return problem_->moveBy(-1);
  setPlaying(false);
  showTime(time_ - 1);
}
void AnnealingWorkspace::restart() {
  if (problemOpen()) return problem_->sampleAgain();
  sampleAgain();
}

}  // namespace nudge
