#include "app/RunWorker.h"

#include <future>

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

#include "core/base/Error.h"

namespace nudge {

namespace {

// A run at rest is written down once nothing more is asked of it for a moment, so that stepping by
// hand does not wait for the disk.
constexpr auto kRestBeforeSaving = std::chrono::milliseconds(500);

bool sameData(const Experiment& a, const Experiment& b) {
  return a.data == b.data && a.seed == b.seed;
}

/// The window's thread goes first: computing yields when both want a core.
void yieldToWindow() {
#ifdef __linux__  // elsewhere a priority is the whole program's
  ::setpriority(PRIO_PROCESS, static_cast<id_t>(::syscall(SYS_gettid)), 5);
#endif
}

}  // namespace

RunWorker::RunWorker() : thread_([this](const std::stop_token& quit) { loop(quit); }) {}

RunWorker::~RunWorker() {
  load_.request_stop();
  thread_.request_stop();
  {
    const std::scoped_lock lock(mutex_);
    interrupt_.request_stop();
  }
  wake_.notify_all();
  thread_.join();
}

void RunWorker::post(Task task, bool interrupt) {
  {
    const std::scoped_lock lock(mutex_);
    tasks_.push_back(std::move(task));
    if (interrupt) interrupt_.request_stop();
  }
  wake_.notify_all();
}

std::stop_token RunWorker::loadOf(const Experiment& experiment) {
  if (!awaited_ || !sameData(*awaited_, experiment)) endLoad();
  awaited_ = experiment;
  return load_.get_token();
}

void RunWorker::endLoad() {
  load_.request_stop();
  load_ = std::stop_source();
  awaited_.reset();
}

void RunWorker::prepare(const Experiment& experiment) {
  post(
      [this, experiment, overtaken = loadOf(experiment)] {
        closeRun();
        loadData(experiment, overtaken);
      },
      true);
}

void RunWorker::play(const std::filesystem::path& runs) {
  post(
      [this, runs] {
        beginIfNeeded(runs);
        playing_ = !run_->finished();
        stepsLeft_ = 0;
        untilEpoch_ = false;
      },
      false);
}

void RunWorker::pause() {
  post([this] { playing_ = false; }, true);
}

void RunWorker::step(const std::filesystem::path& runs, bool wholeEpoch) {
  post(
      [this, runs, wholeEpoch] {
        beginIfNeeded(runs);
        playing_ = !run_->finished();
        stepsLeft_ = wholeEpoch ? 0 : 1;
        untilEpoch_ = wholeEpoch;
      },
      false);
}

void RunWorker::open(const std::filesystem::path& folder) {
  endLoad();
  post(
      [this, folder, overtaken = load_.get_token()] {
        closeRun();
        const RunFolder opened = RunFolder::open(folder);
        std::unique_ptr<Run> run;
        try {
          run = opened.load();
          keeper_.emplace(opened);
        } catch (...) {
          // Its settings are what the window shows; a run of its own can begin with them.
          loadData(opened.experiment(), overtaken);
          throw;
        }
        run_ = std::move(run);
        prepared_ = run_->experiment();
        replayed_ = prepared_;  // changes since the checkpoint may have acted already
        data_ = run_->data();
      },
      true);
}

void RunWorker::change(const Experiment& experiment) {
  post(
      [this, experiment] {
        prepared_ = experiment;
        if (!run_) return;
        run_->change(experiment);
        prepared_ = run_->experiment();
        keeper_->afterChange(*run_);
      },
      false);
}

void RunWorker::requestParameters() {
  parametersWanted_ = true;
  post([] {}, false);  // wakes a run at rest, which publishes after every task
}

std::string RunWorker::keep() {
  std::promise<std::string> failure;
  post(
      [this, &failure] {
        try {
          saveOrGiveUp();
          failure.set_value({});
        } catch (const std::exception& error) {
          failure.set_value(error.what());
        }
      },
      true);
  return failure.get_future().get();
}

std::optional<RunNews> RunWorker::takeNews() {
  std::optional<RunNews> news = news_.take();
  newsWanted_ = true;
  return news;
}

void RunWorker::loop(const std::stop_token& quit) {
  yieldToWindow();
  while (!quit.stop_requested()) {
    Task task;
    const bool hasTask = nextTask(quit, task);
    if (quit.stop_requested()) break;
    if (hasTask) {
      perform(task);
    } else if (playing_) {
      perform([this] { stepOnce(); });
    } else if (unsaved_ && !saveFailed_) {
      perform([this] { save(); });
    }
    publish(hasTask || !playing_);
  }
  perform([this] { closeRun(); });
}

bool RunWorker::nextTask(const std::stop_token& quit, Task& task) {
  std::unique_lock lock(mutex_);
  const auto hasTask = [this] { return !tasks_.empty(); };
  const bool toSave = unsaved_ && !saveFailed_;
  if (!playing_ && toSave) wake_.wait_for(lock, quit, kRestBeforeSaving, hasTask);
  if (!playing_ && !toSave) wake_.wait(lock, quit, hasTask);
  if (tasks_.empty()) return false;
  task = std::move(tasks_.front());
  tasks_.pop_front();
  // An interruption was meant for the step before this task.
  if (interrupt_.stop_requested()) interrupt_ = std::stop_source();
  return true;
}

void RunWorker::perform(const Task& task) {
  try {
    task();
  } catch (const std::bad_alloc&) {
    failure_ = "There is not enough memory for this network or data set.";
    playing_ = false;
  } catch (const std::exception& error) {
    failure_ = error.what();
    playing_ = false;
  }
}

void RunWorker::stepOnce() {
  std::stop_token stop;
  {
    const std::scoped_lock lock(mutex_);
    stop = interrupt_.get_token();
  }
  const std::size_t epochs = run_->epochs().size();
  bool more = true;
  try {
    more = run_->step(stop);
  } catch (const Cancelled&) {
    return;  // The step has not happened; whoever asked has a task in the queue.
  }
  unsaved_ = true;
  saveFailed_ = refused_ = false;
  if (run_->experiment() != prepared_) replayed_ = prepared_ = run_->experiment();
  keeper_->afterStep(*run_);
  const bool epochDone = run_->epochs().size() != epochs;
  if (!more || (untilEpoch_ && epochDone) || (stepsLeft_ > 0 && --stepsLeft_ == 0))
    playing_ = false;
}

void RunWorker::save() {
  saveFailed_ = true;
  if (run_ && keeper_) keeper_->atEnd(*run_);
  unsaved_ = saveFailed_ = false;
}

void RunWorker::beginIfNeeded(const std::filesystem::path& runs) {
  if (run_) return;
  if (!data_) loadData(prepared_, {});
  auto run = std::make_unique<Run>(prepared_, data_);
  keeper_.emplace(RunFolder::createFree(runs, prepared_.name, prepared_));
  run_ = std::move(run);
}

void RunWorker::loadData(const Experiment& experiment, const std::stop_token& overtaken) {
  const bool same = data_ && sameData(experiment, prepared_);
  prepared_ = experiment;
  if (same) return;
  data_.reset();
  try {
    data_ = std::make_shared<const Dataset>(loadDataset(experiment, overtaken));
  } catch (const Cancelled&) {
    // The one that overtook it is in the queue.
  }
}

void RunWorker::saveOrGiveUp() {
  playing_ = false;
  try {
    if (unsaved_) save();
  } catch (...) {
    if (!std::exchange(refused_, true)) throw;
  }
}

void RunWorker::closeRun() {
  try {
    saveOrGiveUp();
  } catch (...) {
    stayed_ = run_->experiment();
    throw;
  }
  unsaved_ = saveFailed_ = refused_ = false;
  run_.reset();
  keeper_.reset();
}

void RunWorker::publish(bool force) {
  if (!newsWanted_.exchange(false) && !force) return;
  RunNews news;
  news.playing = playing_;
  news.hasRun = run_ != nullptr;
  news.data = data_;
  news.failure = std::exchange(failure_, {});
  news.replayed = std::exchange(replayed_, std::nullopt);
  news.stayed = std::exchange(stayed_, std::nullopt);
  // What the window has not taken yet must not be lost.
  if (const std::optional<RunNews> missed = news_.take()) {
    if (news.failure.empty()) news.failure = missed->failure;
    news.parameters = missed->parameters;
    if (!news.replayed) news.replayed = missed->replayed;
    if (!news.stayed) news.stayed = missed->stayed;
  }
  if (run_) {
    news.snapshot = run_->snapshot();
    if (keeper_) news.folder = keeper_->folder().path();
    if (parametersWanted_.exchange(false)) {
      news.parameters = std::make_shared<const Parameters>(run_->parameters());
    }
  }
  news_.put(std::move(news));
}

}  // namespace nudge
