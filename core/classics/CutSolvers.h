#pragma once

#include <stop_token>
#include <string_view>

#include "core/ising/MaxCut.h"

namespace nudge {

/// What can look for the largest cut.
enum class CutSolver {
  Exact,       ///< all states, up to kMostExactSpins nodes
  Annealing,   ///< simulated annealing
  Quantum,     ///< simulated quantum annealing
  Memristors,  ///< threshold units with noise [3.9]
  Chip,        ///< embedded on a small Pegasus chip, annealed there by simulated quantum annealing
};

struct CutAnswer {
  std::vector<Spin> sides;  ///< of each node
  double cut = 0;
  std::vector<double> cuts{};  ///< of every read, in their order
  double seconds = 0;
  int qubits = 0;  ///< of the chip; 0 for the others
};

struct CutRequest {
  WeightedGraph graph;
  CutSolver solver = CutSolver::Annealing;
  int reads = 20;    ///< at least 1
  int sweeps = 200;  ///< at least 1
  std::uint64_t seed = 1;
};

/// The best of the solver's reads. Throws Error where the solver can't take the graph, with the
/// reason, Cancelled when stopped.
CutAnswer solveCut(const CutRequest& request, const std::stop_token& stop = {});

}  // namespace nudge
