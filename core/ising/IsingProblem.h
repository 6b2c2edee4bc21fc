#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/Matrix.h"

namespace nudge {

/// A spin: −1 or +1.
using Spin = std::int8_t;

/// What couples spins i and j: adds value·σ_i·σ_j to the energy.
struct Coupling {
  std::int32_t i = 0;
  std::int32_t j = 0;
  double value = 0;

  bool operator==(const Coupling&) const = default;
};

/// A spin as seen from another: which one, and the place of their coupling among couplings().
struct Neighbour {
  std::int32_t spin = 0;
  std::int32_t coupling = 0;
};

/// An Ising problem [thesis, chapter 5]:
///
///     E(σ) = Σ_{i<j} J_ij σ_i σ_j + Σ_i h_i σ_i + offset,      σ_i ∈ {−1, +1},
///
/// so that J > 0 anti-aligns and spins prefer to stand against their fields. Valid by construction:
/// everything finite, i < j, no pair twice, couplings sorted by (i, j).
class IsingProblem {
 public:
  /// More spins than this no machine here has memory for.
  static constexpr std::size_t kMostSpins = std::size_t{1} << 24;
  /// Places among couplings are 32-bit numbers, and each stands in two lists.
  static constexpr std::size_t kMostCouplings = std::size_t{1} << 29;

  IsingProblem() = default;
  /// One spin for each field. Couplings come in any order, (j, i) as good as (i, j); zeros are
  /// kept. `labels` names the spins as the file they came from does: none, or as many as spins.
  /// Throws Error for a number that is not finite, a coupling of a spin with itself, twice the same
  /// pair, an index beyond the spins, or too many of anything.
  IsingProblem(std::vector<double> fields, std::vector<Coupling> couplings, double offset = 0,
               std::vector<std::string> labels = {});

  std::size_t spins() const { return fields_.size(); }
  std::span<const double> fields() const { return fields_; }
  std::span<const Coupling> couplings() const { return couplings_; }
  double offset() const { return offset_; }
  /// Empty where spins are only numbered.
  std::span<const std::string> labels() const { return labels_; }
  /// What people call spin i: its label, or else its number.
  std::string label(std::size_t i) const;

  /// Those coupled to spin i, by ascending number.
  std::span<const Neighbour> neighbours(std::size_t i) const {
    return std::span(neighbours_).subspan(first_[i], first_[i + 1] - first_[i]);
  }

  /// E of a state of spins() entries.
  double energy(std::span<const Spin> state) const;
  /// h_i + Σ_j J_ij σ_j.
  double localField(std::span<const Spin> state, std::size_t i) const;
  /// How E changes when spin i flips: −2 σ_i (h_i + Σ_j J_ij σ_j).
  double flipChange(std::span<const Spin> state, std::size_t i) const {
    return -2.0 * state[i] * localField(state, i);
  }

  /// J as a symmetric matrix with a zero diagonal, [spins × spins]: for small problems only.
  Eigen::MatrixXd dense() const;

  /// Other values for the same graph: spins() of them. Throws Error for a wrong count or a value
  /// that is not finite.
  void setFields(std::span<const double> fields);
  /// The same for the couplings, in the order of couplings().
  void setCouplings(std::span<const double> values);
  /// Throws Error unless it is finite.
  void setOffset(double offset);

  bool operator==(const IsingProblem& other) const {
    return fields_ == other.fields_ && couplings_ == other.couplings_ && offset_ == other.offset_ &&
           labels_ == other.labels_;
  }

 private:
  void check() const;
  void order();
  void findNeighbours();

  std::vector<double> fields_;
  std::vector<Coupling> couplings_;
  double offset_ = 0;
  std::vector<std::string> labels_;
  std::vector<std::size_t> first_{0};  // of neighbours_, for each spin, and their number at last
  std::vector<Neighbour> neighbours_;
};

}  // namespace nudge
