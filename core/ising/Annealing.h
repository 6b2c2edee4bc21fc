#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/ising/SampleSet.h"

namespace nudge {

/// What goes along with a sampling.
struct SampleOptions {
  std::stop_token stop;  ///< asked to stop: the sampler throws Cancelled soon
  /// Called now and then with the share that is done, from 0 to 1, on any thread, never on two at
  /// once; may be empty.
  std::function<void(double)> progress{};
  /// Called with all reads' states before the first sweep (0) and after every one, in their order,
  /// on the calling thread: [reads][spins], of a path integral [reads][slices][spins]. A watched
  /// sampling gives the same reads; of simulated annealing it takes reads · spins · sweeps bytes.
  /// May be empty.
  std::function<void(int sweep, std::span<const Spin> states)> watch{};
};

/// Reads to be made, forward or reverse.
struct ReadRequest {
  int reads = 1;             ///< 1 to kMostReads
  std::uint64_t seed = 0;    ///< the same seed and stream give the same reads,
  std::uint64_t stream = 0;  ///< whatever the number of threads; a number for each call of a run
  /// Where reads start: empty: random states; one state: all of them there; else one for each read.
  std::span<const Spin> initial;

  static constexpr int kMostReads = 1 << 24;
  /// Throws Error unless the numbers are possible for a problem of `spins` spins.
  void check(std::size_t spins) const;
  /// Where read `read` starts; empty where it starts at random.
  std::span<const Spin> initialOf(std::size_t read, std::size_t spins) const;
};

/// What a sampler found, read by read; its memory is used again by the next call.
struct Reads {
  std::size_t spins = 0;
  std::vector<Spin> states;      ///< read r owns [r·spins, (r + 1)·spins)
  std::vector<double> energies;  ///< good to about 1e-6 of the largest energy in it

  std::size_t count() const { return energies.size(); }
  std::span<const Spin> state(std::size_t read) const {
    return std::span(states).subspan(read * spins, spins);
  }
  /// The read of lowest energy; the first of several.
  std::size_t best() const;
};

/// ln 2/(2β) of each inverse temperature, as annealing kernels want them. Throws Error for one that
/// is negative or not finite.
void metropolisScales(std::span<const double> betas, std::vector<float>& into);

/// Reads as a set, with energies to the last digit.
SampleSet sampleSetOf(const IsingProblem& problem, const Reads& reads);

}  // namespace nudge
