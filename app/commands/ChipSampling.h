#pragma once

#include <optional>
#include <span>
#include <stop_token>
#include <string>

#include "core/ising/SampleSet.h"

namespace CLI {
class App;
}

namespace nudge {

/// Which chip samples a problem, and how.
struct ChipSampling {
  bool virtualChip = true;  ///< else D-Wave's cloud
  std::string chip = "pegasus:16";
  std::string faults, endpoint, profile, solver;
  bool embed = false;  ///< also where the spins' names would do as qubits
  int reads = 100;
  double time = 20;         ///< µs
  int sweeps = 1000;        ///< of a virtual chip's read
  int slices = 32;          ///< of imaginary time
  double temperature = 12;  ///< mK
  std::uint64_t seed = 1;
  std::optional<double> reverse;  ///< back to this s
  std::span<const Spin> initial;  ///< of all spins, for reverse annealing

  void addTo(CLI::App& command);
};

struct ChipSampled {
  SampleSet samples;
  std::string how;  ///< for people
};

/// Has a chip sample a problem: on the qubits that its spins are named by where the chip has them
/// and their couplers, else embedded, chains as strong as uniform torque compensation makes them
/// and read by majority. The estimated chip time is told on standard error before anything is sent.
/// Throws Error, and Cancelled when stopped.
ChipSampled sampleOnChip(const ChipSampling& wanted, const IsingProblem& problem,
                         const std::stop_token& stop);

}  // namespace nudge
