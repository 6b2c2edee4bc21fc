#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

#include "app/LatestValue.h"
#include "core/experiment/RunDriver.h"

namespace nudge {

/// What the window is told of a run: the newest snapshot, and more when something happened.
struct RunNews {
  Snapshot snapshot;
  bool playing = false;
  bool hasRun = false;
  std::string failure;  ///< a sentence, when something went wrong since the last news
  std::filesystem::path folder;
  std::shared_ptr<const Dataset> data;           ///< of the experiment that was prepared last
  std::shared_ptr<const Parameters> parameters;  ///< when they were asked for
  std::optional<Experiment> replayed;  ///< the settings, when recorded changes acted again
  std::optional<Experiment> stayed;    ///< of the run, where it could not be closed for another
};

/// The thread on which a run lives. The window sends it messages and looks at the newest news; it
/// never waits. Everything that takes long (loading data, training, writing files) happens here.
class RunWorker {
 public:
  RunWorker();
  /// Stops the run in the middle of its step, writes it down and ends the thread.
  ~RunWorker();
  RunWorker(const RunWorker&) = delete;
  RunWorker& operator=(const RunWorker&) = delete;

  /// Loads the data set of an experiment and shows it in the news; no run begins. A run that exists
  /// is written down and closed.
  void prepare(const Experiment& experiment);
  /// Begins a run of the prepared experiment if there is none, and plays it. Its folder is made
  /// below `runs`.
  void play(const std::filesystem::path& runs);
  void pause();
  /// Does some steps and pauses: one mini-batch, or up to the end of the epoch.
  void step(const std::filesystem::path& runs, bool wholeEpoch);
  /// Takes up the run in a folder, paused.
  void open(const std::filesystem::path& folder);
  /// Changes live settings of the run.
  void change(const Experiment& experiment);
  /// The next news will have a copy of the parameters.
  void requestParameters();
  /// Pauses the run and waits until it is written down; what keeps it from that, a sentence. Empty
  /// where all is, and where it was asked for once more: what was learnt since is then given up.
  std::string keep();

  /// The newest news since the last call, and asks for newer.
  std::optional<RunNews> takeNews();

 private:
  using Task = std::function<void()>;

  void post(Task task, bool interrupt);
  /// For who loads this experiment's data: what loads other data is overtaken, and stops.
  std::stop_token loadOf(const Experiment& experiment);
  void endLoad();
  void loop(const std::stop_token& quit);
  bool nextTask(const std::stop_token& quit, Task& task);
  void perform(const Task& task);
  void stepOnce();
  void beginIfNeeded(const std::filesystem::path& runs);
  void closeRun();
  void loadData(const Experiment& experiment, const std::stop_token& overtaken);
  void save();
  /// Pauses and saves what is not saved. What a run has learnt is nowhere else: where it cannot be
  /// written down this throws once, and the next time it is given up.
  void saveOrGiveUp();
  void publish(bool force);

  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::deque<Task> tasks_;
  std::stop_source interrupt_;  ///< ends the step that goes on; renewed for each

  // Touched by the window's thread only.
  std::optional<Experiment> awaited_;  ///< whose data were asked for last
  std::stop_source load_;              ///< ends the loading of these

  // Touched by the worker thread only.
  Experiment prepared_;
  std::shared_ptr<const Dataset> data_;
  std::unique_ptr<Run> run_;
  std::optional<RunKeeper> keeper_;
  bool playing_ = false;
  int stepsLeft_ = 0;  ///< 0: until paused
  bool untilEpoch_ = false;
  bool unsaved_ = false;     ///< made steps and was not written down since
  bool saveFailed_ = false;  ///< would fail again at once; the next step tries anew
  bool refused_ = false;     ///< was to be closed, and stayed as it could not be written down
  std::string failure_;
  std::optional<Experiment> replayed_;
  std::optional<Experiment> stayed_;

  std::atomic<bool> newsWanted_ = true;
  std::atomic<bool> parametersWanted_ = false;
  LatestValue<RunNews> news_;
  std::jthread thread_;  ///< last, so that it ends before what it uses
};

}  // namespace nudge
