#include "app/workspaces/DynamicsWorkspace.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "app/Brightness.h"
#include "app/InputPicker.h"
#include "app/MovedNeurons.h"
#include "app/NeuronText.h"
#include "app/Session.h"
#include "app/lessons/TrajectoryFacts.h"
#include "widgets/CellsView.h"
#include "widgets/ChangedStrip.h"
#include "widgets/EnergyPlot.h"
#include "widgets/GradientPlot.h"
#include "widgets/InputView.h"
#include "widgets/MessageText.h"
#include "widgets/OutputsView.h"
#include "widgets/TimeBar.h"
#include "widgets/TrajectoryPlot.h"

namespace nudge {

namespace {

constexpr int kStepMilliseconds = 60;
constexpr int kRestFrames = 16;     // at the end of a round
constexpr std::size_t kCurves = 8;  // what the plot can tell apart
constexpr int kSilentMilliseconds = 200;
// While a run goes on its parameters are copied this often, less often where the copy is large.
constexpr int kFollowSmallMilliseconds = 28;
constexpr int kFollowLargeMilliseconds = 500;
constexpr long long kLargeNetwork = 2'000'000;

}  // namespace

DynamicsWorkspace::DynamicsWorkspace(Session& session, QWidget* parent)
    : Workspace(parent),
      session_(session),
      target_(new QSpinBox),
      input_(new InputPicker(session)),
      cellsRow_(new QHBoxLayout),
      outputs_(new OutputsView),
      states_(new TrajectoryPlot),
      energy_(new EnergyPlot),
      changed_(new ChangedStrip),
      gradient_(new GradientPlot),
      insightTabs_(new QTabBar),
      insights_(new QStackedWidget),
      time_(new TimeBar) {
  setObjectName("dynamicsWorkspace");
  auto* column = new QVBoxLayout(this);
  auto* top = new QHBoxLayout;
  top->addWidget(makeInputColumn());
  top->addLayout(cellsRow_, 1);
  top->addWidget(outputs_);
  column->addLayout(top, 5);
  column->addWidget(makePlots(), 4);
  column->addWidget(time_);
  player_.setInterval(kStepMilliseconds);
  follower_.setInterval(kFollowSmallMilliseconds);
  late_.setInterval(kSilentMilliseconds);
  late_.setSingleShot(true);
  connectHand();
  connectSession();
}

QWidget* DynamicsWorkspace::makeInputColumn() {
  target_->setObjectName("targetClass");
  target_->setAccessibleName(tr("Target class"));
  target_->setPrefix(tr("target "));
  target_->setToolTip(
      tr("The class of the target ŷ that the nudge pulls the outputs towards: β(ŷ − s)"));
  target_->setRange(0, 9);
  input_->numbers().addWidget(target_, 1);
  return input_;
}

QWidget* DynamicsWorkspace::makePlots() {
  auto* box = new QWidget;
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(states_, 5);
  row->addWidget(energy_, 4);
  row->addWidget(makeInsights(), 4);
  return box;
}

QWidget* DynamicsWorkspace::makeInsights() {
  auto* box = new QWidget;
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  insightTabs_->setObjectName("insightTabs");
  insightTabs_->setDrawBase(false);
  insightTabs_->addTab(tr("changed"));
  insightTabs_->addTab(tr("EP = BPTT"));
  insightTabs_->setTabToolTip(0, tr("How many neurons the nudge has changed in each layer"));
  insightTabs_->setTabToolTip(
      1, tr("How the estimate of the nudge phase agrees with the exact gradient through time"));
  insights_->addWidget(changed_);
  insights_->addWidget(gradient_);
  column->addWidget(insightTabs_);
  column->addWidget(insights_, 1);
  connect(insightTabs_, &QTabBar::tabBarClicked, this, [this] { insightByHand_ = true; });
  connect(insightTabs_, &QTabBar::currentChanged, this, &DynamicsWorkspace::showInsight);
  return box;
}

void DynamicsWorkspace::showInsight(int index) {
  insights_->setCurrentIndex(index);
  checkGradient();
}

std::vector<PhasePlot*> DynamicsWorkspace::phasePlots() const { return {states_, energy_}; }

void DynamicsWorkspace::connectHand() {
  connect(input_, &InputPicker::samplePicked, this, &DynamicsWorkspace::takeSample);
  connect(input_, &InputPicker::drawn, this, &DynamicsWorkspace::relax);
  connect(input_, &InputPicker::captionChanged, this, &DynamicsWorkspace::showCaption);
  connect(input_, &InputPicker::samplePicked, this,
          [this] { session_.facts().did("dynamics.sample"); });
  connect(input_, &InputPicker::drawn, this, [this] { session_.facts().did("dynamics.draw"); });
  connect(target_, &QSpinBox::valueChanged, this, [this](int label) {
    label_ = label;
    relax();
  });
  connect(time_, &TimeBar::timePicked, this, [this] { session_.facts().did("dynamics.scrub"); });
  connect(time_, &TimeBar::playToggled, this, [this](bool play) {
    if (play) session_.facts().did("dynamics.play");
  });
  connect(time_, &TimeBar::timePicked, this, &DynamicsWorkspace::rest);
  connect(time_, &TimeBar::playToggled, this, &DynamicsWorkspace::setPlaying);
  for (PhasePlot* plot : phasePlots())
    connect(plot, &PhasePlot::timePicked, this, [this](int index) {
      rest(index);
      session_.facts().did("dynamics.scrub");
    });
  connect(outputs_, &OutputsView::outputPicked, this, [this](int output) {
    pickNeuron({relaxed_.request.network.depth(), output});
  });
  connect(changed_, &ChangedStrip::layerPicked, this,
          [this](int layer) { pickNeuron(changedNeuron(*relaxed_.trajectory, index_, layer)); });
  connect(&session_.selection(), &Selection::changed, this, &DynamicsWorkspace::showSelection);
  connect(&player_, &QTimer::timeout, this, &DynamicsWorkspace::advance);
}

void DynamicsWorkspace::connectSession() {
  connect(&relaxer_, &Relaxer::done, this, &DynamicsWorkspace::showRelaxed);
  connect(&checker_, &GradientChecker::done, gradient_, &GradientPlot::setCheck);
  connect(&checker_, &GradientChecker::done, this,
          [this](const std::shared_ptr<const GradientCheck>& check) {
            noteGradient(*check, session_.facts());
          });
  connect(&checker_, &GradientChecker::failed, gradient_, &GradientPlot::setRefusal);
  connect(&session_.document(), &Document::changed, this, &DynamicsWorkspace::relax);
  connect(&late_, &QTimer::timeout, this, &DynamicsWorkspace::showCaption);
  connect(&follower_, &QTimer::timeout, this, &DynamicsWorkspace::follow);
  connect(&session_, &Session::parametersArrived, this, &DynamicsWorkspace::relax);
}

void DynamicsWorkspace::pickSample(int index) { input_->pickSample(index); }

void DynamicsWorkspace::openPicture(const QString& path) { input_->openImage(path); }

void DynamicsWorkspace::takeSample() {
  label_ = input_->label();
  const QSignalBlocker quiet(target_);
  target_->setValue(label_);
  relax();
}

void DynamicsWorkspace::relax() {
  outdated_ = true;
  const Experiment& experiment = session_.document().experiment();
  if (!isVisible() || !experiment.settleProblems().empty()) return;
  if (input_->input().size() != experiment.network.inputs()) return;
  const int classes = experiment.network.classes();
  target_->setMaximum(classes - 1);
  outdated_ = false;
  relaxer_.request({experiment.network,
                    experiment.machine,
                    experiment.learning.nudgeWith(static_cast<float>(experiment.learning.beta)),
                    input_->input(),
                    std::min(label_, classes - 1),
                    session_.parameters(),
                    experiment.seed,
                    {static_cast<std::uint64_t>(experiment.seed), 0}});
  if (!late_.isActive() && behind()) late_.start();
}

bool DynamicsWorkspace::behind() const {
  const Vector& shown = relaxed_.request.input;
  const Vector& input = input_->input();
  return relaxer_.busy() && (input.size() != shown.size() || input != shown);
}

void DynamicsWorkspace::showCaption() {
  const bool late = behind() && !late_.isActive();
  const QString& caption = input_->caption();
  input_->view().setCaption(late ? tr("%1 · settling …").arg(caption) : caption);
}

void DynamicsWorkspace::follow() {
  const bool large = session_.document().experiment().network.synapses() > kLargeNetwork;
  follower_.setInterval(large ? kFollowLargeMilliseconds : kFollowSmallMilliseconds);
  if (!session_.hasRun() || session_.restartNeeded()) return;
  if (session_.parametersOutdated() && !relaxer_.busy()) session_.requestParameters();
}

void DynamicsWorkspace::showRelaxed(const Relaxed& relaxed) {
  const bool first = !relaxed_.trajectory;
  const bool otherShape = first || relaxed.request.network != relaxed_.request.network;
  relaxed_ = relaxed;
  late_.stop();
  if (behind()) late_.start();
  showCaption();
  const Trajectory& trajectory = *relaxed_.trajectory;
  if (otherShape) rebuildLayers();
  if (!neuronsByHand_) neurons_ = interestingNeurons(trajectory);
  if (otherShape) showSelection();
  const auto beta = static_cast<double>(trajectory.nudge.beta);
  time_->setSpan(trajectory.freeSteps, trajectory.nudgeSteps, beta);
  for (PhasePlot* plot : phasePlots())
    plot->setSpan(trajectory.freeSteps, trajectory.nudgeSteps, beta);
  const bool binary = relaxed_.request.network.activation == Activation::Heaviside;
  states_->setThreshold(binary ? std::optional(0.5) : std::nullopt);
  states_->setTrajectory(relaxed_.trajectory);
  states_->setNeurons(neurons_);
  energy_->setTrajectory(relaxed_.trajectory);
  changed_->setTrajectory(relaxed_.trajectory);
  showTime(index_);
  noteTrajectory(relaxed_, session_.facts());
  // Where activations are binary it is counts that tell, elsewhere gradients.
  if (otherShape && !insightByHand_)
    insightTabs_->setCurrentIndex(noGradientCheck().empty() ? 1 : 0);
  checkGradient();
}

std::string DynamicsWorkspace::noGradientCheck() const {
  return whyNoGradientCheck(relaxed_.request.network,
                            static_cast<double>(relaxed_.request.nudge.beta));
}

void DynamicsWorkspace::checkGradient() {
  if (!relaxed_.trajectory || insights_->currentWidget() != gradient_) return;
  const RelaxRequest& request = relaxed_.request;
  if (const std::string why = noGradientCheck(); !why.empty())
    return gradient_->setRefusal(messageText(why));
  GradientCheckRequest check;
  check.experiment = session_.document().experiment();
  check.experiment.network = request.network;
  check.experiment.machine = request.machine;
  check.parameters = request.parameters;
  check.batch = batchOf(request);
  checker_.request(std::move(check));
}

void DynamicsWorkspace::rebuildLayers() {
  qDeleteAll(cells_);
  cells_.clear();
  neuronsByHand_ = false;
  const NetworkSpec& network = relaxed_.request.network;
  for (int n = 1; n < network.depth(); ++n) {
    auto* cells = new CellsView;
    cells->setObjectName(QString("cells%1").arg(n));
    cells->setLayer(network, n);
    cells->setDescribe([this, n](int neuron) { return neuronText(relaxed_, index_, {n, neuron}); });
    connect(cells, &CellsView::neuronPicked, this, [this, n](int neuron) {
      pickNeuron({n, neuron});
    });
    cellsRow_->addWidget(cells, 1);
    cells_.push_back(cells);
  }
}

void DynamicsWorkspace::showTime(int index) {
  if (!relaxed_.trajectory) {
    index_ = std::max(index, 0);  // of the one to come
    return;
  }
  const Trajectory& trajectory = *relaxed_.trajectory;
  index_ = std::clamp(index, 0, static_cast<int>(trajectory.frames.size()) - 1);
  const Frame& frame = trajectory.frames[static_cast<std::size_t>(index_)];
  const Frame& free = trajectory.frames[static_cast<std::size_t>(trajectory.freeSteps)];
  showCells(frame, free);
  showOutputs(frame, free);
  time_->setIndex(index_);
  for (PhasePlot* plot : phasePlots()) plot->setIndex(index_);
  changed_->setIndex(index_);
  session_.facts().set("dynamics.time", index_);
  session_.facts().set("dynamics.phase", frame.phase == Phase::Free ? "free" : "nudge");
}

void DynamicsWorkspace::showCells(const Frame& frame, const Frame& free) {
  const NetworkSpec& network = relaxed_.request.network;
  for (std::size_t n = 0; n < cells_.size(); ++n) {
    const Vector reference = brightness(network, free.activations[n].col(0));
    cells_[n]->setPhase(frame.phase, static_cast<double>(relaxed_.trajectory->nudge.beta));
    cells_[n]->setReference(frame.phase == Phase::Nudge ? &reference : nullptr);
    cells_[n]->setActivations(brightness(network, frame.activations[n].col(0)));
  }
}

void DynamicsWorkspace::showOutputs(const Frame& frame, const Frame& free) {
  const NetworkSpec& network = relaxed_.request.network;
  const Vector freeOutputs = brightness(network, free.states.back().col(0));
  const Vector target = brightness(network, targetsFor({relaxed_.request.label}, network).col(0));
  outputs_->setPhase(frame.phase, static_cast<double>(relaxed_.trajectory->nudge.beta));
  outputs_->setFree(frame.phase == Phase::Nudge ? &freeOutputs : nullptr);
  outputs_->setOutputs(brightness(network, frame.states.back().col(0)), target, network.perClass);
}

void DynamicsWorkspace::rest(int index) {
  setPlaying(false);
  showTime(index);
}

void DynamicsWorkspace::setPlaying(bool playing) {
  if (playing && index_ >= time_->lastIndex()) showTime(0);
  restFrames_ = 0;
  if (playing) {
    player_.start();
  } else {
    player_.stop();
  }
  time_->setPlaying(playing);
}

void DynamicsWorkspace::advance() {
  if (!relaxed_.trajectory) return;
  if (index_ < time_->lastIndex()) return showTime(index_ + 1);
  if (++restFrames_ < kRestFrames) return;
  restFrames_ = 0;
  showTime(0);
}

void DynamicsWorkspace::pickNeuron(NeuronId neuron) {
  session_.facts().did("dynamics.pick");
  session_.selection().pick(neuron);
}

void DynamicsWorkspace::showSelection() {
  const std::optional<NeuronId>& picked = session_.selection().neuron();
  if (!relaxed_.trajectory || !picked) return;
  const NetworkSpec& network = relaxed_.request.network;
  const NeuronId neuron = *picked;
  if (neuron.layer > network.depth() || neuron.neuron >= network.size(neuron.layer)) return;
  if (!neuronsByHand_) neurons_.clear();
  neuronsByHand_ = true;
  if (std::find(neurons_.begin(), neurons_.end(), neuron) == neurons_.end()) {
    neurons_.push_back(neuron);
    if (neurons_.size() > kCurves) neurons_.erase(neurons_.begin());
  }
  states_->setNeurons(neurons_);
  for (std::size_t n = 0; n < cells_.size(); ++n) {
    cells_[n]->setSelected(static_cast<int>(n) + 1 == neuron.layer ? neuron.neuron : -1);
  }
  outputs_->setSelected(neuron.layer == network.depth() ? neuron.neuron : -1);
}

void DynamicsWorkspace::togglePlay() {
  setPlaying(!player_.isActive());
  if (player_.isActive()) session_.facts().did("dynamics.play");
}

void DynamicsWorkspace::stepForward() { step(1); }
void DynamicsWorkspace::stepBack() { step(-1); }

void DynamicsWorkspace::step(int by) {
  rest(index_ + by);
  session_.facts().did("dynamics.scrub");
}

void DynamicsWorkspace::restart() { showTime(0); }

void DynamicsWorkspace::catchUp() {
  if (outdated_) relax();
  follow();
  follower_.start();
  setPlaying(true);
}

void DynamicsWorkspace::hideEvent(QHideEvent* event) {
  Workspace::hideEvent(event);
  player_.stop();
  follower_.stop();
}

}  // namespace nudge
