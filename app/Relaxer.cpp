#include "app/Relaxer.h"

#include "core/base/Error.h"
#include "core/machine/Recorder.h"

namespace nudge {

Relaxer::Relaxer(QObject* parent)
    : QObject(parent), thread_([this](const std::stop_token& quit) { loop(quit); }) {}

Relaxer::~Relaxer() {
  thread_.request_stop();
  {
    const std::scoped_lock lock(mutex_);
    ending_.request_stop();
  }
  wake_.notify_all();
  thread_.join();
}

void Relaxer::request(RelaxRequest request) {
  {
    const std::scoped_lock lock(mutex_);
    next_ = std::move(request);
  }
  wake_.notify_all();
}

bool Relaxer::busy() const {
  const std::scoped_lock lock(mutex_);
  return working_ || next_.has_value();
}

void Relaxer::loop(const std::stop_token& quit) {
  while (true) {
    RelaxRequest request;
    std::stop_token stop;
    {
      std::unique_lock lock(mutex_);
      working_ = false;
      if (!wake_.wait(lock, quit, [this] { return next_.has_value(); })) return;
      request = std::move(*next_);
      next_.reset();
      working_ = true;
      stop = ending_.get_token();
    }
    try {
      result_.put(relax(request, stop));
      QMetaObject::invokeMethod(this, [this] {
        if (const std::optional<Relaxed> relaxed = result_.take()) emit done(*relaxed);
      });
    } catch (const Cancelled&) {
      return;  // Only the end of the window cancels.
    } catch (const std::exception& error) {
      const QString message = QString::fromUtf8(error.what());
      QMetaObject::invokeMethod(this, [this, message] { emit failed(message); });
    }
  }
}

Relaxed Relaxer::relax(const RelaxRequest& request, const std::stop_token& stop) {
  Relaxed relaxed{request, nullptr};
  if (!relaxed.request.parameters) {
    if (!initial_ || initialSeed_ != request.seed || !(initialNetwork_ == request.network)) {
      initial_ = std::make_shared<const Parameters>(
          Parameters::initial(request.network, static_cast<std::uint64_t>(request.seed)));
      initialNetwork_ = request.network;
      initialSeed_ = request.seed;
    }
    relaxed.request.parameters = initial_;
  }
  Batch batch;
  batch.inputs = request.input;
  batch.labels = {request.label};
  batch.targets = targetsFor(batch.labels, request.network.outputs(), request.network.perClass);
  const auto machine = makeMachine(request.network, request.machine);
  relaxed.trajectory = std::make_shared<const Trajectory>(recordTrajectory(
      *machine, request.machine, *relaxed.request.parameters, batch, request.nudge, stop));
  return relaxed;
}

}  // namespace nudge
