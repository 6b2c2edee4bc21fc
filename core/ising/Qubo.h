#pragma once

#include "core/ising/IsingProblem.h"

namespace nudge {

/// The same energies over bits x ∈ {0, 1}: E(x) = Σ_{i<j} Q_ij x_i x_j + Σ_i q_i x_i + offset.
struct Qubo {
  std::vector<double> linear;       ///< q, one a bit
  std::vector<Coupling> quadratic;  ///< Q_ij, each pair once
  double offset = 0;
  std::vector<std::string> labels;  ///< none, or one a bit
};

/// With x = (1 + σ)/2: J = Q/4, h_i = q_i/2 + Σ_j Q_ij/4, and the offset so that energies are the
/// same. Throws Error for what is no valid problem.
IsingProblem isingOf(const Qubo& qubo);

/// The way back, σ = 2x − 1: Q = 4J, q_i = 2 h_i − 2 Σ_j J_ij.
Qubo quboOf(const IsingProblem& problem);

}  // namespace nudge
