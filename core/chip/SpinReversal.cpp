#include "core/chip/SpinReversal.h"

#include "core/base/Random.h"

namespace nudge {

SpinReversal::SpinReversal(std::size_t spins, std::uint64_t seed, std::uint64_t number)
    : signs_(spins) {
  Random random(seed, Purpose::SpinReversal, number);
  for (Spin& sign : signs_) sign = random.below(2) == 0 ? Spin{-1} : Spin{1};
}

IsingProblem SpinReversal::apply(const IsingProblem& problem) const {
  IsingProblem result = problem;
  std::vector<double> fields;
  for (std::size_t i = 0; i < signs_.size(); ++i) fields.push_back(signs_[i] * problem.fields()[i]);
  std::vector<double> couplings;
  for (const Coupling& c : problem.couplings()) {
    couplings.push_back(signs_[static_cast<std::size_t>(c.i)] *
                        signs_[static_cast<std::size_t>(c.j)] * c.value);
  }
  result.setFields(fields);
  result.setCouplings(couplings);
  return result;
}

std::vector<Spin> SpinReversal::apply(std::span<const Spin> state) const {
  std::vector<Spin> turned;
  for (std::size_t i = 0; i < signs_.size(); ++i) {
    turned.push_back(static_cast<Spin>(signs_[i] * state[i]));
  }
  return turned;
}

SampleSet SpinReversal::apply(const SampleSet& samples) const {
  SampleSet turned(samples.spins());
  for (std::size_t row = 0; row < samples.size(); ++row) {
    turned.add(apply(samples.state(row)), samples.energy(row), samples.occurrences(row));
  }
  return turned;
}

}  // namespace nudge
