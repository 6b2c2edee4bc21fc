#include "app/Relaxer.h"

#include "core/machine/Recorder.h"

namespace nudge {

Batch batchOf(const RelaxRequest& request) {
  Batch batch;
  batch.inputs = request.input;
  batch.labels = {request.label};
  batch.targets = targetsFor(batch.labels, request.network);
  return batch;
}

Relaxer::Relaxer(QObject* parent)
    : QObject(parent),
      job_(
          this,
          [this](const RelaxRequest& request, const std::stop_token& stop) {
            return relax(request, stop);
          },
          [this](const Relaxed& relaxed) { emit done(relaxed); },
          [this](const QString& message) { emit failed(message); }) {}

Relaxed Relaxer::relax(const RelaxRequest& request, const std::stop_token& stop) {
  Relaxed relaxed{request, nullptr};
  if (!relaxed.request.parameters)
    relaxed.request.parameters = initial_.of(request.network, request.seed);
  const auto machine = makeMachine(request.network, request.machine.forLooking());
  relaxed.trajectory = std::make_shared<const Trajectory>(recordTrajectory(
      *machine, *relaxed.request.parameters, batchOf(request), request.nudge, stop, request.draw));
  return relaxed;
}

}  // namespace nudge
