#pragma once

#include "core/base/Error.h"
#include "core/machine/LayeredEnergies.h"
#include "core/machine/MachineSettings.h"
#include "core/network/Link.h"

namespace nudge {

/// Hardsigmoid neurons that go only a share of the way at each step: s ← s + share·(ρ(input) − s).
class DampedMachine final : public Machine {
 public:
  DampedMachine(const NetworkSpec& network, const MachineSettings& settings, float share)
      : network_(network), settings_(settings), share_(share) {}

  void settle(const Parameters& parameters, const Batch& batch, const Nudge* nudge,
              const Settled* from, const SettleOptions& options, Settled& into) override {
    const std::vector<Link> links = linksOf(network_, parameters);
    if (from != nullptr) into = *from;
    into.choices.resize(links.size());
    if (nudge == nullptr) into.drive = links[0].up(batch.inputs, into.choices[0]);
    if (from == nullptr) begin(batch.samples(), into);
    const int steps = nudge != nullptr ? settings_.nudgeSteps : settings_.freeSteps;
    for (int t = 1; t <= steps; ++t) {
      if (options.stop.stop_requested()) throw Cancelled();
      const std::vector<Matrix> old = into.states;
      for (std::size_t n = 0; n < links.size(); ++n) {
        Matrix input = n == 0 ? into.drive : links[n].up(old[n - 1], into.choices[n]);
        if (n + 1 < links.size()) input += links[n + 1].down(old[n + 1], into.choices[n + 1]);
        if (n + 1 == links.size() && nudge != nullptr)
          input += nudge->beta * (batch.targets - old[n]);
        into.states[n] += share_ * (input.cwiseMax(0.0F).cwiseMin(1.0F) - old[n]);
      }
      if (options.observer != nullptr)
        options.observer->onStep(nudge != nullptr ? Phase::Nudge : Phase::Free, t, into);
    }
  }

  std::unique_ptr<EnergyMeter> energyMeter(const Parameters& parameters) const override {
    return std::make_unique<LayeredEnergies>(network_, false, parameters);
  }

 private:
  void begin(int samples, Settled& into) const {
    into.states.clear();
    for (int n = 1; n <= network_.depth(); ++n)
      into.states.push_back(
          Matrix::Constant(network_.size(n), samples, static_cast<float>(settings_.initialState)));
  }

  NetworkSpec network_;
  MachineSettings settings_;
  float share_;
};

}  // namespace nudge
