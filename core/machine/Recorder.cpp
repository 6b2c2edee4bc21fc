#include "core/machine/Recorder.h"

namespace nudge {

namespace {

class Recorder final : public Observer {
 public:
  Recorder(const Machine& machine, const Parameters& parameters, const Batch& batch,
           Trajectory& into)
      : meter_(machine.energyMeter(parameters)), batch_(batch), trajectory_(into) {}

  /// The drive is made by the free phase and constant from then on.
  void useDrive(const Matrix& drive) { drive_ = &drive; }

  void onStep(Phase phase, int t, const Settled& state) override {
    Frame& frame = trajectory_.frames.emplace_back();
    frame.phase = phase;
    frame.t = t;
    frame.states = state.states;
    frame.activations = state.activations.empty() ? state.states : state.activations;
    frame.energy = meter_->energies(*drive_, state);
    frame.loss = losses(state.outputs(), batch_.targets);
    frame.total = frame.energy;
    if (phase == Phase::Free) {
      freeOutputs_ = state.outputs();
    } else {
      frame.total +=
          nudgeEnergies(trajectory_.nudge, state.outputs(), batch_.targets, freeOutputs_);
    }
  }

 private:
  std::unique_ptr<EnergyMeter> meter_;
  const Batch& batch_;
  Trajectory& trajectory_;
  const Matrix* drive_ = nullptr;
  Matrix freeOutputs_;
};

}  // namespace

Trajectory recordTrajectory(Machine& machine, const Parameters& parameters, const Batch& batch,
                            const Nudge& nudge, std::stop_token stop, const Draw& draw) {
  Trajectory trajectory{0, 0, nudge, {}};
  Recorder recorder(machine, parameters, batch, trajectory);
  const SettleOptions options{std::move(stop), &recorder, draw};
  Settled free;
  Settled nudged;
  recorder.useDrive(free.drive);
  machine.settle(parameters, batch, nullptr, nullptr, options, free);
  trajectory.freeSteps = static_cast<int>(trajectory.frames.size()) - 1;
  machine.settle(parameters, batch, &nudge, &free, options, nudged);
  trajectory.nudgeSteps = static_cast<int>(trajectory.frames.size()) - 1 - trajectory.freeSteps;
  return trajectory;
}

}  // namespace nudge
