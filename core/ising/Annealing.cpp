#include "core/ising/Annealing.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "core/base/Error.h"

namespace nudge {

void ReadRequest::check(std::size_t spins) const {
  if (reads < 1 || reads > kMostReads) {
    throw Error(fmt::format("{} reads: from 1 to {} are possible.", reads, kMostReads));
  }
  const std::size_t all = spins * static_cast<std::size_t>(reads);
  if (!initial.empty() && initial.size() != spins && initial.size() != all) {
    throw Error(
        fmt::format("the initial states have {} spins; {} make one state of the problem, "
                    "{} one for each read.",
                    initial.size(), spins, all));
  }
}

std::span<const Spin> ReadRequest::initialOf(std::size_t read, std::size_t spins) const {
  if (initial.size() <= spins) return initial;
  return initial.subspan(std::min(read, static_cast<std::size_t>(reads) - 1) * spins, spins);
}

std::size_t Reads::best() const {
  return static_cast<std::size_t>(std::min_element(energies.begin(), energies.end()) -
                                  energies.begin());
}

void metropolisScales(std::span<const double> betas, std::vector<float>& into) {
  into.clear();
  for (const double beta : betas) {
    if (!(beta >= 0) || !std::isfinite(beta)) {
      throw Error(
          fmt::format("an inverse temperature of {}; it must be finite and not negative.", beta));
    }
    // At β = 0 every move is accepted: as far as floats go, so that 0 · log2(1) is no NaN.
    into.push_back(
        static_cast<float>(std::min(std::numbers::ln2 / (2 * std::max(beta, 1e-30)), 1e30)));
  }
}

SampleSet sampleSetOf(const IsingProblem& problem, const Reads& reads) {
  SampleSet samples(reads.spins);
  for (std::size_t r = 0; r < reads.count(); ++r) {
    samples.add(reads.state(r), problem.energy(reads.state(r)));
  }
  return samples;
}

}  // namespace nudge
