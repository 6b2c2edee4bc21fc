#include "app/workspaces/AnnealingWorkspace.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include "app/Session.h"
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
#include "widgets/ShedsWords.h"
#include "widgets/SpinRaster.h"

namespace nudge {

namespace {

constexpr const char* kForward = "machine.forward_schedule";
constexpr const char* kReverse = "machine.reverse_schedule";
constexpr const char* kExample = "ising-digits";
constexpr int kReads = 1000;
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
      input_(new QSpinBox),
      reads_(new QSpinBox),
      state_(new QLabel),
      forward_(new SchedulePlot),
      reverse_(new SchedulePlot),
      histogram_(new ReadHistogram),
      raster_(new SpinRaster),
      landscape_(new LandscapePlot),
      depth_(new DepthPlot),
      chipTime_(new ChipTimePlot),
      studies_(new QTabWidget),
      play_(makeTextButton(Glyph::Play, tr("Play"),
                           tr("Move through both anneals sweep by sweep (Space)"), "playAnneal")) {
  setObjectName("annealingWorkspace");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(pages_);
  pages_->addWidget(makeHint());
  pages_->addWidget(makeViews());
  pages_->addWidget(problem_);
  connect(problem_, &ProblemPage::closed, this, &AnnealingWorkspace::closeProblem);
  connectHand();
}

QWidget* AnnealingWorkspace::makeHint() {
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  auto* text = new QLabel(
      tr("This machine settles without annealing. Choose “Simulated annealing” as the machine at "
         "the top, for a network of spins or of binary neurons, or begin with an example:"));
  text->setObjectName("annealingHint");
  text->setWordWrap(true);
  text->setAlignment(Qt::AlignCenter);
  auto* example = makeTextButton(Glyph::Annealing, tr("Spins that learn drawn digits"),
                                 tr("Opens the preset %1; that can be undone").arg(kExample),
                                 "annealingExample");
  connect(example, &QToolButton::clicked, this, [this] {
    session_.document().replace(presetExperiment(kExample), tr("preset %1").arg(kExample));
  });
  column->addStretch();
  column->addWidget(text);
  column->addWidget(example, 0, Qt::AlignHCenter);
  column->addWidget(makeOpenButton("openProblemFromHint"), 0, Qt::AlignHCenter);
  column->addStretch();
  return page;
}

QToolButton* AnnealingWorkspace::makeOpenButton(const char* name) {
  auto* button = makeTextButton(
      Glyph::Open, tr("Open problem…"),
      tr("Anneals an Ising problem from a file: lines “i j value”, or dimod's JSON"), name);
  connect(button, &QToolButton::clicked, this, [this] {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open Ising problem"), {},
                                     tr("Ising problems (*.txt *.coo *.json);;All files (*)"));
    if (!path.isEmpty()) openProblem(path.toStdString());
  });
  return button;
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
  grid->addWidget(makeControls(), 0, 0, 1, 3);
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

QWidget* AnnealingWorkspace::makeControls() {
  auto* bar = new QWidget;
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  input_->setObjectName("annealedSample");
  input_->setAccessibleName(tr("Sample"));
  input_->setPrefix(tr("sample "));
  input_->setToolTip(tr("Which image of the test set is annealed"));
  input_->setRange(0, 0);
  reads_->setObjectName("reads");
  reads_->setAccessibleName(tr("Reads"));
  reads_->setSuffix(tr(" reads"));
  reads_->setToolTip(tr("How often it is annealed for the histogram"));
  reads_->setRange(10, 100'000);
  reads_->setSingleStep(100);
  reads_->setValue(kReads);
  auto* again =
      makeTextButton(Glyph::Restart, tr("Sample"),
                     tr("Anneal this input again, with other random numbers (R)"), "sampleAgain");
  connect(again, &QToolButton::clicked, this, &AnnealingWorkspace::sampleAgain);
  auto* straight =
      makeTextButton(Glyph::Reset, tr("Straight schedules"),
                     tr("Puts both schedules back; that can be undone"), "straightSchedules");
  connect(straight, &QToolButton::clicked, this, [this] {
    choosePoints(kForward, {}, true);
    choosePoints(kReverse, {}, true);
  });
  state_->setObjectName("annealingState");
  row->addWidget(input_);
  row->addWidget(reads_);
  row->addWidget(again);
  row->addWidget(straight);
  row->addWidget(makeOpenButton("openProblem"));
  play_->setCheckable(true);
  row->addWidget(play_);
  row->addWidget(state_, 1);
  new ShedsWords(bar);
  return bar;
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
  connect(input_, &QSpinBox::valueChanged, this, &AnnealingWorkspace::sample);
  connect(reads_, &QSpinBox::valueChanged, this, &AnnealingWorkspace::sample);
  connect(&relaxer_, &Relaxer::done, this, &AnnealingWorkspace::showHistory);
  connect(&relaxer_, &Relaxer::failed, this,
          [this](const QString& message) { state_->setText(message); });
  connect(raster_, &SpinRaster::timePicked, this, [this](int index) {
    setPlaying(false);
    showTime(index);
  });
  connect(raster_, &SpinRaster::neuronPicked, this, [this](int layer, int neuron) {
    session_.selection().pick(NeuronId{layer, neuron});
  });
  connect(&session_.selection(), &Selection::changed, this,
          [this] { raster_->setSelected(session_.selection().neuron()); });
  connect(play_, &QToolButton::toggled, this, &AnnealingWorkspace::setPlaying);
  connect(play_, &QToolButton::clicked, this, [this](bool play) {
    if (play) session_.facts().did("annealing.play");
  });
  player_.setInterval(kFrameMilliseconds);
  connect(&player_, &QTimer::timeout, this, &AnnealingWorkspace::advance);
  connect(&sampler_, &ReadSampler::done, this, &AnnealingWorkspace::showResult);
  connect(&sampler_, &ReadSampler::failed, this,
          [this](const QString& message) { state_->setText(message); });
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
  const QSignalBlocker quiet(input_);
  input_->setMaximum(static_cast<int>(session_.data()->test.count()) - 1);
  sample();
}

void AnnealingWorkspace::sample() {
  outdated_ = true;
  const Experiment& experiment = session_.document().experiment();
  if (!isVisible() || !anneals() || !session_.data() || !experiment.settleProblems().empty())
    return;
  const ImageSet& images = session_.data()->test;
  const auto index = static_cast<std::size_t>(input_->value());
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
  sampler_.request({std::move(request), reads_->value()});
  state_->setText(tr("annealing …"));
}

void AnnealingWorkspace::sampleAgain() {
  ++draws_;
  session_.facts().did("annealing.sample");
  sample();
}

void AnnealingWorkspace::showResult(const ReadsResult& result) {
  result_ = result;
  state_->clear();
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
  const QSignalBlocker quiet(play_);
  play_->setChecked(playing);
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
