#include "app/Session.h"

#include <QFileInfo>

#include "core/base/Error.h"
#include "core/experiment/RunFolder.h"
#include "widgets/MessageText.h"

namespace nudge {

namespace {

constexpr int kFrameMilliseconds = 16;

/// Whether a run of `running` can take `wanted` over without a restart.
bool differsOnlyLive(const Experiment& running, const Experiment& wanted) {
  for (const auto& field : Experiment::fields()) {
    const bool free = field.live || field.key == "name" || field.key == "about";
    if (!free && field.get(running) != field.get(wanted)) return false;
  }
  return true;
}

}  // namespace

Session::Session(const QString& runs, QObject* parent) : QObject(parent), runs_(runs) {
  connect(&document_, &Document::changed, this, &Session::documentChanged);
  connect(&timer_, &QTimer::timeout, this, &Session::poll);
  timer_.start(kFrameMilliseconds);
}

Session::~Session() = default;

void Session::documentChanged() {
  const Experiment& wanted = document_.experiment();
  failure_.clear();
  if (wanted.problems().empty()) {
    if (!news_.hasRun) {
      if (wanted != running_) worker_.prepare(wanted);
      running_ = wanted;
    } else if (wanted != running_ && differsOnlyLive(running_, wanted)) {
      worker_.change(wanted);
      running_ = wanted;
    }
  }
  emit warningsChanged();
}

bool Session::restartNeeded() const {
  return news_.hasRun && !differsOnlyLive(running_, document_.experiment());
}

QStringList Session::warnings() const {
  QStringList list;
  for (const std::string& problem : document_.experiment().problems()) list << messageText(problem);
  if (!failure_.isEmpty()) list << failure_;
  if (restartNeeded()) {
    list << tr(
        "The run goes on with the settings it began with; restart it (R) to use the changed ones.");
  }
  return list;
}

QString Session::stateInWords() const {
  if (!news_.hasRun) return news_.data ? tr("ready") : tr("loading data");
  if (news_.snapshot.stage == RunStage::Finished) return tr("finished");
  if (!news_.playing) return tr("paused");
  return news_.snapshot.stage == RunStage::Testing ? tr("testing") : tr("training");
}

std::shared_ptr<const Parameters> Session::parameters() const {
  const bool fits = news_.hasRun && running_.network == document_.experiment().network;
  return fits ? parameters_ : nullptr;
}

bool Session::parametersOutdated() const {
  return news_.hasRun && (!parameters_ || parametersProgress_ != news_.snapshot.progress);
}

void Session::togglePlay() { playing() ? pause() : play(); }

void Session::play() {
  if (!canPlay()) return;
  facts_.did("run.play");
  worker_.play(runs_.toStdString());
}

void Session::pause() { worker_.pause(); }

void Session::stepMiniBatch() {
  if (!canPlay()) return;
  facts_.did("run.step");
  worker_.step(runs_.toStdString(), false);
}

void Session::stepEpoch() {
  if (!canPlay()) return;
  worker_.step(runs_.toStdString(), true);
}

void Session::restart() {
  if (news_.hasRun && news_.snapshot.epochsDone && !news_.snapshot.epochsDone->empty()) {
    earlier_.push_back({QFileInfo(runFolder()).fileName(), *news_.snapshot.epochsDone});
  }
  running_ = document_.experiment();
  parameters_.reset();
  failure_.clear();
  if (running_.problems().empty()) worker_.prepare(running_);
  emit warningsChanged();
}

bool Session::keepRun() {
  const std::string failure = worker_.keep();
  if (failure.empty()) return true;
  failure_ = messageText(failure) + ' ' +
             tr("What the run has learnt since its last checkpoint is not saved: close again to "
                "give it up.");
  emit warningsChanged();
  return false;
}

void Session::openRun(const QString& folder) {
  try {
    const RunFolder opened = RunFolder::open(folder.toStdString());
    running_ = opened.experiment();
    worker_.open(folder.toStdString());
    document_.reset(running_);
  } catch (const std::exception& error) {
    takeFailure(error.what());
  }
}

void Session::followReplay(const Experiment& experiment) {
  for (const Change& change : changesBetween(running_, experiment, {})) {
    Experiment::field(change.key).set(running_, change.to);
    document_.set(change.key, change.to);
  }
}

void Session::takeFailure(const std::string& failure) {
  failure_ = messageText(failure);
  emit warningsChanged();
}

void Session::poll() {
  std::optional<RunNews> news = worker_.takeNews();
  if (!news) return;
  const bool otherData = news->data != news_.data;
  const bool otherRun = news->hasRun != news_.hasRun;
  const std::string failure = std::exchange(news->failure, {});
  const std::optional<Experiment> replayed = std::exchange(news->replayed, std::nullopt);
  const std::optional<Experiment> stayed = std::exchange(news->stayed, std::nullopt);
  news_ = std::move(*news);
  if (stayed) running_ = *stayed;
  if (!news_.hasRun) parameters_.reset();
  if (!failure.empty()) takeFailure(failure);
  if (replayed) followReplay(*replayed);
  if (otherData) emit dataArrived();
  if (otherRun) emit warningsChanged();
  noteRun();
  emit newsArrived();
  if (news_.parameters) {
    parameters_ = std::move(news_.parameters);
    parametersProgress_ = news_.snapshot.progress;
    emit parametersArrived();
  }
}

void Session::noteRun() {
  facts_.set("run.playing", playing());
  const auto& epochs = news_.snapshot.epochsDone;
  if (!hasRun() || !epochs || epochs->empty()) {
    facts_.set("run.epoch", hasRun() ? Json(0) : Json());
    return;
  }
  const EpochMetrics& last = epochs->back();
  for (std::size_t n = 0; n < last.layers.size(); ++n)
    facts_.set("run.flip_metric." + std::to_string(n + 1), last.layers[n].flipMetric);
  facts_.set("run.train_error", last.trainError);
  facts_.set("run.test_error", last.testError);
  facts_.set("run.epoch", last.epoch);
}

}  // namespace nudge
