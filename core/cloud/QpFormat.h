#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/cloud/SolverProperties.h"
#include "core/ising/IsingProblem.h"
#include "core/ising/SampleSet.h"

namespace nudge {

/// The two kinds of variables: spins −1, +1 and bits 0, 1.
enum class ProblemType { Ising, Qubo };

/// "ising", "qubo".
std::string_view nameOf(ProblemType type);

/// A problem on some of a chip's qubits: spin k of the problem is qubit qubits[k]. Qubits that are
/// not listed are off.
struct QubitProblem {
  std::vector<std::int32_t> qubits;
  IsingProblem problem;
};

/// A problem as it is sent: "qp" is D-Wave's format for problems on qubits.
struct QpData {
  std::string linear;     ///< "lin": base64 of a double for each of the solver's qubits, NaN: off
  std::string quadratic;  ///< "quad": the same for each of its couplers between two that are on
  double offset = 0;
};

/// A solver's qubits and couplers in the order of its description, which problems are written in.
class QpFormat {
 public:
  explicit QpFormat(const SolverProperties& solver);

  /// `linear[k]` belongs to `qubits[k]`, and `quadratic` joins places in `qubits`; what is given
  /// twice, also as (j, i), is added up. Throws CloudError (Problem), naming the qubit or coupler,
  /// for what the solver does not have.
  QpData encode(std::span<const std::int32_t> qubits, std::span<const double> linear,
                std::span<const Coupling> quadratic, double offset) const;
  QpData encode(const QubitProblem& problem) const;

  /// The way back. Qubits ascend; bits become spins, with the offset that this takes. Throws
  /// CloudError (Problem) for data of another length or with infinite numbers.
  QubitProblem decode(const QpData& data, ProblemType type) const;

  std::int32_t numQubits() const { return numQubits_; }

 private:
  struct Edge {
    std::int32_t high = 0;
    std::int32_t place = 0;  ///< among the solver's couplers
  };

  std::vector<std::int32_t> placesOf(std::span<const std::int32_t> qubits) const;
  std::int32_t placeOf(std::int32_t a, std::int32_t b, std::size_t& hint) const;

  std::int32_t numQubits_ = 0;
  std::vector<std::int32_t> qubits_;
  std::vector<std::array<std::int32_t, 2>> couplers_;
  std::vector<std::int32_t> placeOfQubit_;  // -1: no such qubit
  std::vector<std::size_t> firstEdge_;      // of each qubit in edges_
  std::vector<Edge> edges_;                 // by lower, then higher qubit
};

}  // namespace nudge
