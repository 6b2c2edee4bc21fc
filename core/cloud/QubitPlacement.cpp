#include "core/cloud/QubitPlacement.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/Text.h"
#include "core/cloud/CloudError.h"

namespace nudge {

namespace {

struct Placed {
  std::int32_t qubit = 0;
  std::size_t spin = 0;
};

std::int32_t qubitOf(const IsingProblem& problem, std::size_t spin) {
  const std::string label = problem.label(spin);
  const std::optional<std::int32_t> qubit = numberIn<std::int32_t>(label);
  if (qubit && *qubit >= 0) return *qubit;
  throw CloudError(CloudFault::Problem,
                   fmt::format("the spin \"{}\" is no qubit's number; on a chip, spins are named "
                               "by the qubits they sit on.",
                               cleaned(label, 40)));
}

/// The spins that something acts on, by their qubits.
std::vector<Placed> placedSpins(const IsingProblem& problem) {
  std::vector<Placed> placed;
  for (std::size_t spin = 0; spin < problem.spins(); ++spin) {
    if (problem.fields()[spin] == 0 && problem.neighbours(spin).empty()) continue;
    placed.push_back({qubitOf(problem, spin), spin});
  }
  std::sort(placed.begin(), placed.end(),
            [](const Placed& a, const Placed& b) { return a.qubit < b.qubit; });
  return placed;
}

}  // namespace

QubitProblem onNamedQubits(const IsingProblem& problem) {
  QubitProblem result;
  std::vector<std::int32_t> placeOf(problem.spins(), -1);
  std::vector<double> fields;
  for (const Placed& placed : placedSpins(problem)) {
    placeOf[placed.spin] = static_cast<std::int32_t>(fields.size());
    fields.push_back(problem.fields()[placed.spin]);
    result.qubits.push_back(placed.qubit);
  }
  std::vector<Coupling> couplings(problem.couplings().begin(), problem.couplings().end());
  for (Coupling& c : couplings) {
    c.i = placeOf[static_cast<std::size_t>(c.i)];
    c.j = placeOf[static_cast<std::size_t>(c.j)];
  }
  result.problem = IsingProblem(std::move(fields), std::move(couplings), problem.offset());
  return result;
}

SampleSet onNamedQubits(const SampleSet& samples, const IsingProblem& problem) {
  const std::vector<Placed> placed = placedSpins(problem);
  SampleSet result(placed.size());
  std::vector<Spin> state(placed.size());
  for (std::size_t row = 0; row < samples.size(); ++row) {
    for (std::size_t k = 0; k < placed.size(); ++k) {
      state[k] = samples.state(row)[placed[k].spin];
    }
    result.add(state, samples.energy(row), samples.occurrences(row));
  }
  return result;
}

SampleSet ofAllSpins(const SampleSet& samples, const IsingProblem& problem) {
  const std::vector<Placed> placed = placedSpins(problem);
  SampleSet all(problem.spins());
  all.reserve(samples.size());
  std::vector<Spin> state(problem.spins(), Spin{1});
  for (std::size_t row = 0; row < samples.size(); ++row) {
    for (std::size_t k = 0; k < placed.size(); ++k) {
      state[placed[k].spin] = samples.state(row)[k];
    }
    all.add(state, samples.energy(row), samples.occurrences(row));
  }
  return all;
}

}  // namespace nudge
