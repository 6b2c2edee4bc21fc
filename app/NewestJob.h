#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include <QObject>

#include "app/LatestValue.h"
#include "core/base/Error.h"
#include "widgets/MessageText.h"

namespace nudge {

/// Does requests on a thread of its own. The newest one wins: those that were overtaken before they
/// began are dropped, so are results that a newer result overtook before they were delivered, and
/// failures of requests that are no longer the newest.
template <class Request, class Result>
class NewestJob {
 public:
  using Work = std::function<Result(const Request&, const std::stop_token&)>;
  using Done = std::function<void(const Result&)>;
  using Failed = std::function<void(const QString&)>;

  /// `work` is called on the thread, the others on that of `owner`, which must outlive this object.
  /// What `work` throws is told in the language of the window.
  NewestJob(QObject* owner, Work work, Done done, Failed failed)
      : owner_(owner),
        work_(std::move(work)),
        done_(std::move(done)),
        failed_(std::move(failed)),
        thread_([this](const std::stop_token& quit) { loop(quit); }) {}

  /// Cancels what is going on and waits for its end.
  ~NewestJob() {
    thread_.request_stop();
    {
      const std::scoped_lock lock(mutex_);
      ending_.request_stop();
    }
    wake_.notify_all();
    thread_.join();
  }

  NewestJob(const NewestJob&) = delete;
  NewestJob& operator=(const NewestJob&) = delete;

  void request(Request request) {
    {
      const std::scoped_lock lock(mutex_);
      next_ = std::move(request);
      ++newest_;
    }
    wake_.notify_all();
  }

  /// Until the newest request's result has been delivered.
  bool busy() const {
    const std::scoped_lock lock(mutex_);
    return working_ || deliveries_ > 0 || next_.has_value();
  }

 private:
  void loop(const std::stop_token& quit) {
    while (true) {
      Request request;
      std::stop_token stop;
      long long number = 0;
      {
        std::unique_lock lock(mutex_);
        working_ = false;
        if (!wake_.wait(lock, quit, [this] { return next_.has_value(); })) return;
        request = std::move(*next_);
        next_.reset();
        working_ = true;
        number = newest_;
        stop = ending_.get_token();
      }
      try {
        result_.put(work_(request, stop));
        deliver([this] {
          if (const std::optional<Result> result = result_.take()) done_(*result);
        });
      } catch (const Cancelled&) {
        return;  // Only the destructor cancels.
      } catch (const std::exception& error) {
        deliver([this, number, message = std::string(error.what())] {
          if (number == newest_) failed_(messageText(message));
        });
      }
    }
  }

  /// Calls `tell` on the owner's thread.
  template <class Tell>
  void deliver(Tell tell) {
    {
      const std::scoped_lock lock(mutex_);
      ++deliveries_;
    }
    QMetaObject::invokeMethod(owner_, [this, tell = std::move(tell)] {
      {
        const std::scoped_lock lock(mutex_);
        --deliveries_;
      }
      tell();
    });
  }

  QObject* owner_;
  Work work_;
  Done done_;
  Failed failed_;
  mutable std::mutex mutex_;
  std::condition_variable_any wake_;
  std::optional<Request> next_;
  bool working_ = false;
  long long newest_ = 0;  // of the requests, counted from 1; written on the owner's thread
  int deliveries_ = 0;    // on their way to the owner's thread
  std::stop_source ending_;
  LatestValue<Result> result_;
  std::jthread thread_;
};

}  // namespace nudge
