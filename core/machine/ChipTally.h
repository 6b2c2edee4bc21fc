#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/chip/Embedding.h"
#include "core/ising/IsingProblem.h"
#include "core/machine/Settled.h"

namespace nudge {

/// What a phase has used of a chip's time, in µs, and what became of its chains [Table 5.1,
/// Fig. 5.13].
struct ChipPhaseUse {
  std::int64_t problems = 0, reads = 0;
  double programming = 0;  ///< with the wait for the chip to cool down
  double anneal = 0;
  double readout = 0;
  double delay = 0;         ///< between reads, and putting the initial state back
  double brokenChains = 0;  ///< shares of broken chains, summed over reads

  double access() const { return programming + anneal + readout + delay; }
};

/// A problem's best read as it came from the chip.
struct ChipShot {
  std::shared_ptr<const Embedding> embedding;
  Phase phase = Phase::Free;
  std::vector<int> qubits;  ///< the qubits in use, ascending
  std::vector<Spin> spins;  ///< of each of them
};

/// Both phases, since the machine was made.
struct ChipTally {
  std::array<ChipPhaseUse, 2> phases;  ///< free, nudge
  int qubits = 0, longestChain = 0;    ///< of the embedding

  std::shared_ptr<const ChipShot> newest;  ///< null before the first problem is answered

  ChipPhaseUse& of(Phase phase) { return phases[phase == Phase::Free ? 0 : 1]; }
  const ChipPhaseUse& of(Phase phase) const { return phases[phase == Phase::Free ? 0 : 1]; }
  /// What is charged, in µs.
  double access() const { return phases[0].access() + phases[1].access(); }
};

}  // namespace nudge
