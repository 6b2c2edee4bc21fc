#pragma once

#include <vector>

#include "core/chip/ChipGraph.h"
#include "core/chip/Embedding.h"
#include "core/ising/IsingProblem.h"

namespace nudge {

/// How strongly a chain should hold together by "uniform torque compensation", the value that keeps
/// random neighbours from breaking it: prefactor · rms(J) · √(mean degree), over all spins; 1 for a
/// problem without couplings. 0.5 to 2 are usual prefactors.
double torqueCompensation(const IsingProblem& problem, double prefactor = 1.414);
/// prefactor · max(|h|, |J|); 1 for a problem of zeros.
double scaledChainStrength(const IsingProblem& problem, double prefactor = 1.0);

/// A problem as a chip gets it: one spin for every qubit that is used, in ascending order.
struct EmbeddedProblem {
  IsingProblem problem;     ///< its labels are the qubits' numbers
  std::vector<int> qubits;  ///< of each of its spins
  /// The spins of the embedded problem that stand for each spin of the source.
  std::vector<std::vector<int>> chains;
  std::vector<double> chainStrengths;  ///< of each chain
  std::size_t chainCouplers = 0;       ///< how many couplings hold chains together
};

/// Places a problem on a chip. The field of a spin is shared out evenly over its chain; a coupling
/// evenly over all couplers that join the two chains; every coupler inside a chain becomes
/// −strength, and the offset grows by it, so that a state without broken chains has the energy of
/// the source's state. `chainStrengths` has one value for all chains, or one for each. Throws Error
/// where a chain is missing, shares a qubit, is on a faulty qubit or in pieces, where a coupling
/// has no coupler, or where a strength is not a finite number from 0 on.
EmbeddedProblem embed(const IsingProblem& problem, const Embedding& embedding,
                      const ChipGraph& chip, const std::vector<double>& chainStrengths);

/// A state of the source on all qubits of its chains: where reverse annealing starts.
std::vector<Spin> embeddedState(const EmbeddedProblem& embedded, std::span<const Spin> state);

}  // namespace nudge
