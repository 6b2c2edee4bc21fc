#pragma once

#include <array>

namespace nudge {

/// Two qubits that anneal, the smallest landscape there is [Fig. 5.1]:
///
///     H = −A/2 (σ1^x + σ2^x) + B/2 (J σ1^z σ2^z + h1 σ1^z + h2 σ2^z).
struct TwoSpins {
  double coupling = 1;                  ///< J
  std::array<double, 2> fields{1, -1};  ///< h1, h2
};

/// The lowest state of H.
struct TwoSpinGround {
  double energy = 0;
  /// Of finding the states −−, −+, +−, ++ (σ1 first).
  std::array<double, 4> probabilities{};
};

/// J σ1 σ2 + h1 σ1 + h2 σ2 of the states −−, −+, +−, ++.
std::array<double, 4> classicalEnergies(const TwoSpins& problem);

/// The exact ground state for A, B ≥ 0 in any unit, which is that of the energy. Where several
/// states are lowest their mean probabilities are given: without A and B, ¼ each.
TwoSpinGround groundState(const TwoSpins& problem, double a, double b);

}  // namespace nudge
