#include "core/classics/MemristorIsing.h"

#include <cmath>
#include <numeric>

#include "core/base/Error.h"

namespace nudge {

MemristorRun runMemristors(const IsingProblem& problem, const MemristorSettings& settings,
                           bool keepStates) {
  if (!(settings.noise >= 0) || !(settings.spread >= 0) || !std::isfinite(settings.noise) ||
      !std::isfinite(settings.spread) || settings.sweeps < 1) {
    throw Error("Memristors: the noise and the spread must be from 0, the sweeps from 1.");
  }
  Random random(settings.seed, Purpose::Classics);
  const std::size_t spins = problem.spins();
  Pattern state = randomPattern(spins, random);
  std::vector<double> thresholds(spins);
  for (double& threshold : thresholds)
    threshold = settings.spread * static_cast<double>(random.normal());
  std::vector<std::size_t> order(spins);
  std::iota(order.begin(), order.end(), std::size_t{0});
  double energy = problem.energy(state);
  MemristorRun run{state, energy, {energy}, {}};
  if (keepStates) run.states.push_back(state);
  for (int sweep = 0; sweep < settings.sweeps; ++sweep) {
    const double noise = settings.noise * (1 - static_cast<double>(sweep + 1) / settings.sweeps);
    random.shuffle(order);
    for (const std::size_t i : order) {
      const double current = -problem.localField(state, i);
      const double input = current + noise * static_cast<double>(random.normal()) - thresholds[i];
      if (input * state[i] >= 0) continue;
      energy += problem.flipChange(state, i);
      state[i] = static_cast<Spin>(-state[i]);
      if (energy < run.bestEnergy) run.bestEnergy = energy, run.best = state;
    }
    run.energies.push_back(energy);
    if (keepStates) run.states.push_back(state);
  }
  run.bestEnergy = problem.energy(run.best);
  return run;
}

}  // namespace nudge
