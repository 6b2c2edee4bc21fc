#include "app/workspaces/ChipWorkspace.h"

#include <algorithm>

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QVBoxLayout>

#include "app/ChipFind.h"
#include "app/EmbedText.h"
#include "app/Session.h"
#include "app/workspaces/ChipControls.h"
#include "app/workspaces/ChipPanes.h"
#include "core/base/AtomicFile.h"
#include "core/data/Augment.h"
#include "core/experiment/Presets.h"
#include "widgets/ChipView.h"
#include "widgets/MessageText.h"
#include "widgets/NumberText.h"

namespace nudge {

namespace {

constexpr const char* kExample = "ising-digits";
constexpr long long kMostByItself = 3000;  // neurons
constexpr double kPatience = 5;            // seconds that a search by itself may take
constexpr double kQuick = 2;               // one that may follow every marked fault
constexpr int kReadMilliseconds = 400;

constexpr const char* kFilter = "JSON (*.json);;*";

}  // namespace

ChipWorkspace::ChipWorkspace(Session& session, QWidget* parent)
    : Workspace(parent),
      session_(session),
      controls_(new ChipControls),
      panes_(new ChipPanes),
      chip_(&panes_->chip()) {
  setObjectName("chipWorkspace");
  auto* column = new QVBoxLayout(this);
  column->addWidget(controls_);
  column->addWidget(panes_, 1);
  connectHand();
  connectSelection();
}

void ChipWorkspace::connectHand() {
  connect(controls_, &ChipControls::chipChosen, this, &ChipWorkspace::chooseChip);
  connect(controls_, &ChipControls::settingsChanged, this, [this] { embed(Asked::ByHand); });
  connect(controls_, &ChipControls::embedAsked, this, &ChipWorkspace::restart);
  connect(controls_, &ChipControls::cancelAsked, &embedder_, &Embedder::cancel);
  connect(controls_, &ChipControls::findAsked, this, &ChipWorkspace::find);
  connect(controls_, &ChipControls::markingToggled, chip_, &ChipView::setMarking);
  connect(controls_, &ChipControls::playToggled, this, &ChipWorkspace::setPlaying);
  connect(controls_, &ChipControls::clearFaultsAsked, this, [this] {
    faults_.clear();
    faultsChanged();
  });
  connect(controls_, &ChipControls::coloursChosen, this,
          [this] { panes_->setColours(controls_->colours()); });
  connect(controls_, &ChipControls::openAsked, this, [this] {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open embedding"), {}, kFilter);
    if (!path.isEmpty()) openEmbedding(path.toStdString());
  });
  connect(controls_, &ChipControls::saveAsked, this, [this] {
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save embedding"), "embedding.json", kFilter);
    if (!path.isEmpty()) saveEmbedding(path.toStdString());
  });
  connect(controls_, &ChipControls::copyAsked, this,
          [this] { QApplication::clipboard()->setText(statisticsText()); });
  connect(controls_, &ChipControls::exampleAsked, this, [this] {
    session_.document().replace(presetExperiment(kExample), tr("preset %1").arg(kExample));
  });
  connect(chip_, &ChipView::faultAsked, this, &ChipWorkspace::markFault);
  connect(&embedder_, &Embedder::done, this, &ChipWorkspace::showResult);
  connect(&embedder_, &Embedder::progressed, controls_, &ChipControls::setProgress);
  connect(&reader_, &ChipReader::done, this, &ChipWorkspace::showRead);
  connect(&reader_, &ChipReader::failed, this,
          [this](const QString& message) { controls_->setState(message, true); });
  connect(&session_.document(), &Document::changed, this, &ChipWorkspace::showDocument);
  connect(&session_, &Session::newsArrived, this, &ChipWorkspace::followRun);
  connect(&signal_, &ChipSignal::advanced, this, [this] {
    chip_->setSpins(signal_.spins());
    controls_->setState(signal_.text(), false);
  });
  player_.setInterval(kReadMilliseconds);
  connect(&player_, &QTimer::timeout, this, [this] {
    if (!isVisible()) return setPlaying(false);
    if (!reader_.busy() && !signal_.active()) read();
  });
}

void ChipWorkspace::connectSelection() {
  connect(&session_.selection(), &Selection::changed, this, &ChipWorkspace::showSelection);
  connect(panes_, &ChipPanes::variablePicked, this, [this](int variable) {
    panes_->follow(variable);
    if (variable >= 0) session_.facts().did("chip.follow");
    shareSelection(variable);
  });
}

bool ChipWorkspace::findByName() {
  controls_->focusFind();
  return true;
}

void ChipWorkspace::shareSelection(int variable) {
  const ChipUse* use = result_.use.get();
  if (use == nullptr || variable < 0) return session_.selection().pick(std::nullopt);
  session_.selection().pick(NeuronId{use->layerOf(variable), use->placeOf(variable)});
}

void ChipWorkspace::showSelection() {
  const auto& neuron = session_.selection().neuron();
  if (!result_.use) return;
  panes_->follow(neuron ? result_.use->variableAt(neuron->layer, neuron->neuron).value_or(-1) : -1);
}

void ChipWorkspace::showDocument() {
  const Experiment& experiment = session_.document().experiment();
  // The page shows the chip that the experiment runs on, where it has one, or a small one of the
  // kind that its layers are made of.
  const NetworkSpec& network = experiment.network;
  std::string chip;
  if (experiment.machine.kind == MachineKind::VirtualChip) {
    chip = experiment.machine.chip.chip;
  } else if (network.inCells()) {
    chip = "chimera:" + std::to_string(std::max(network.cells[0], network.cells[1]) + 1);
  }
  const bool moved = chip != machineChip_ && !chip.empty() && chip != controls_->chip();
  machineChip_ = chip;
  if (moved) {
    controls_->setChip(QString::fromStdString(chip));
    clearFaults();
  }
  if (!moved && !outdated_ && asked_ == network) return;
  outdated_ = true;
  if (isVisible()) embed(Asked::ByItself);
}

void ChipWorkspace::catchUp() {
  if (outdated_) embed(Asked::ByItself);
  chip_->setFocus();
}

void ChipWorkspace::clearFaults() {
  faults_.clear();
  chip_->setFaults({});
  controls_->setFaults(0);
}

void ChipWorkspace::chooseChip() {
  clearFaults();
  embed(Asked::ByHand);
}

void ChipWorkspace::embed(Asked asked, const std::string& file) {
  outdated_ = false;
  awaited_ = true;
  setPlaying(false);
  const Experiment& experiment = session_.document().experiment();
  EmbedRequest request;
  request.network = asked_ = experiment.network;
  request.networkSeed = experiment.seed;
  request.parameters = newestParameters();
  request.chip = controls_->chip();
  request.faults = faults_;
  request.method = controls_->method();
  request.seed = controls_->seed();
  request.timeLimit =
      asked == Asked::ByHand ? controls_->timeLimit() : std::min(kPatience, controls_->timeLimit());
  request.search = asked == Asked::ByHand || experiment.network.neurons() <= kMostByItself;
  request.file = file;
  controls_->setBusy(true);
  embedder_.request(std::move(request));
}

void ChipWorkspace::showResult(const EmbedResult& result) {
  awaited_ = false;
  controls_->setBusy(false);
  if (result.cancelled) {
    return controls_->setState(tr("Stopped after %1 s: nothing was placed anew. Embed (R) begins "
                                  "again.")
                                   .arg(threeDigits(result.seconds)),
                               false);
  }
  const bool another = !(result.of.network == result_.of.network);
  result_ = result;
  signal_.stop();
  panes_->setResult(result, faults_);
  showSelection();
  noteFacts();
  if (another) chip_->fit();
  const bool placed = result.use != nullptr;
  controls_->setPlaced(placed, placed && result.problem);
  controls_->setExample(!placed);
  if (placed) return controls_->setState(EmbedText::line(result_), false);
  if (!result.failure.isEmpty()) return controls_->setState(result.failure, true);
  controls_->setState(tr("%L1 neurons are many for a chip: press Embed (R) to try.")
                          .arg(result.of.network.neurons()),
                      false);
}

void ChipWorkspace::noteFacts() {
  Facts& facts = session_.facts();
  facts.set("chip.chip", result_.chip ? Json(result_.chip->shape().text()) : Json());
  facts.set("chip.qubits", result_.use ? Json(result_.use->statistics().qubits) : Json());
  facts.set("chip.longest", result_.use ? Json(result_.use->statistics().longest) : Json());
}

QString ChipWorkspace::statisticsText() const {
  return result_.use ? EmbedText::table(*result_.use) : QString();
}

void ChipWorkspace::find(const QString& text) {
  if (!result_.chip) return;
  const ChipFound found = findOnChip(text, *result_.chip, result_.use.get());
  if (!found.problem.isEmpty()) return controls_->setState(found.problem, true);
  chip_->pickQubit(found.qubit);
  session_.facts().did("chip.find");
  if (found.variable >= 0) chip_->follow(found.variable);
  chip_->reveal();
  panes_->follow(found.variable);
  shareSelection(found.variable);
  if (result_.use) controls_->setState(EmbedText::line(result_), false);
  chip_->setFocus();
}

void ChipWorkspace::markFault(int qubit, bool faulty) {
  const auto at = std::lower_bound(faults_.begin(), faults_.end(), qubit);
  const bool there = at != faults_.end() && *at == qubit;
  if (there == faulty) return;
  faulty ? void(faults_.insert(at, qubit)) : void(faults_.erase(at));
  faultsChanged();
}

bool ChipWorkspace::followsFaults() const {
  return result_.use && result_.of.file.empty() && result_.seconds < kQuick;
}

void ChipWorkspace::faultsChanged() {
  chip_->setFaults(faults_);
  controls_->setFaults(static_cast<int>(faults_.size()));
  session_.facts().set("chip.faults", faults_.size());
  // At once where that can be, so that chains are seen to give way.
  if (followsFaults()) return embed(Asked::ByHand);
  controls_->setState(tr("Embed (R) places the network around the marked qubits."), false);
}

void ChipWorkspace::openEmbedding(const std::filesystem::path& path) {
  embed(Asked::ByHand, path.string());
}

void ChipWorkspace::saveEmbedding(const std::filesystem::path& path) {
  if (!result_.use) return;
  try {
    writeFileAtomically(path, embeddingText(result_.use->embedding()));
    controls_->setState(tr("Saved as %1.").arg(QString::fromStdString(path.string())), false);
  } catch (const Error& error) {
    controls_->setState(messageText(error.what()), true);
  }
}

void ChipWorkspace::read() {
  const std::shared_ptr<const Dataset>& set = session_.data();
  const Experiment& experiment = session_.document().experiment();
  session_.facts().did("chip.anneal");
  if (!readable() || !isVisible() || !set || set->test.count() == 0) return;
  const ImageSet& images = set->test;
  const std::size_t sample = reads_ % images.count();
  if (static_cast<int>(images.imageSize()) != experiment.network.inputs()) return;
  ChipReadRequest request;
  request.use = result_.use;
  request.network = result_.of.network;
  request.networkSeed = result_.of.networkSeed;
  request.parameters = newestParameters();
  request.fieldLimit = experiment.machine.annealing.fieldLimit;
  request.label = images.labels[sample];
  request.nudge = experiment.learning.nudgeWith(static_cast<float>(experiment.learning.beta));
  request.input.resize(experiment.network.inputs());
  writeSample(images, sample, 0, {}, request.input.data());
  request.name = tr("sample %1, a %2").arg(sample).arg(images.labels[sample]);
  request.seed = ++reads_;
  reader_.request(std::move(request));
}

void ChipWorkspace::showRead(const ChipRead& read) {
  if (read.of.use != result_.use) return;
  signal_.stop();
  chip_->setProblem(read.problem);
  chip_->setSpins(read.spins);
  session_.facts().set("chip.broken", chip_->brokenChains());
  QString text = tr("%1 on the chip: <b>%L2</b> of %L3 chains broken; chain strength %4")
                     .arg(read.of.name)
                     .arg(chip_->brokenChains())
                     .arg(result_.use->variables())
                     .arg(threeDigits(read.chainStrength));
  // What strong chains cost: the weights use less of the chip's range.
  if (read.tightest > 1) text += tr(", all values × %1 to fit").arg(threeDigits(1 / read.tightest));
  controls_->setState(text, false);
  if (!read.nudged.empty()) signal_.start(read);
}

void ChipWorkspace::followRun() {
  if (!isVisible() || player_.isActive() || !session_.hasRun() || !result_.use) return;
  const std::optional<ChipTally>& tally = session_.snapshot().chip;
  if (!tally || !tally->newest || tally->newest == shot_) return;
  shot_ = tally->newest;
  if (!(*shot_->embedding == result_.use->embedding())) {
    return controls_->setState(
        tr("The run goes on with another embedding than this one: choose its chip and the "
           "automatic method to watch it here."),
        false);
  }
  std::vector<std::int8_t> spins(static_cast<std::size_t>(result_.chip->shape().labels()), 0);
  for (std::size_t i = 0; i < shot_->qubits.size(); ++i)
    spins[static_cast<std::size_t>(shot_->qubits[i])] = shot_->spins[i];
  chip_->setSpins(std::move(spins));
  controls_->setState(tr("The run's newest %1 on the chip: <b>%L2</b> of %L3 chains broken")
                          .arg(shot_->phase == Phase::Free ? tr("free phase") : tr("nudge phase"))
                          .arg(chip_->brokenChains())
                          .arg(result_.use->variables()),
                      false);
}

std::shared_ptr<const Parameters> ChipWorkspace::newestParameters() {
  // While a run goes on, what is read next has learnt more.
  if (session_.hasRun() && !session_.restartNeeded() && session_.parametersOutdated())
    session_.requestParameters();
  return session_.parameters();
}

bool ChipWorkspace::readable() const {
  return result_.use && result_.problem &&
         result_.of.network == session_.document().experiment().network;
}

void ChipWorkspace::setPlaying(bool playing) {
  const bool possible = playing && readable();
  controls_->setPlaying(possible);
  possible ? player_.start() : player_.stop();
  if (possible) read();
}

QString ChipWorkspace::state() const { return controls_->state(); }

bool ChipWorkspace::complete() const {
  return !awaited_ && !embedder_.busy() && !reader_.busy() && !signal_.active() && chip_->sharp();
}

void ChipWorkspace::togglePlay() { setPlaying(!player_.isActive()); }

void ChipWorkspace::stepForward() {
  setPlaying(false);
  read();
}

void ChipWorkspace::restart() { embed(Asked::ByHand); }

}  // namespace nudge
