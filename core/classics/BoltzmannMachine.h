#pragma once

#include "core/base/Matrix.h"
#include "core/base/Random.h"

namespace nudge {

/// A restricted Boltzmann machine: visible and hidden binary units, 0 or 1, coupled to each other
/// and not among themselves.
///
///     p(h_i = 1) = σ(Σ_j W_ij v_j + c_i)        [2.18–2.20]
///     p(v_j = 1) = σ(Σ_i W_ij h_i + b_j)        [2.21, 2.22]
///     ΔW_ij ∝ ⟨v_j h_i⟩_data − ⟨v_j h_i⟩_model  [2.23]
///
/// CD-1 (contrastive divergence) takes for the model's mean what one step of Gibbs sampling from
/// the data comes to: a phase with the data, a phase left to itself, and the difference teaches.
class BoltzmannMachine {
 public:
  struct Rates {
    float rate = 0.1F;      ///< above 0
    float momentum = 0.5F;  ///< from 0, below 1
    float decay = 2e-4F;    ///< of the weights, in units of the rate
  };

  /// Weights ~ N(0, 0.01²), biases 0. Both counts at least 1; throws Error for less.
  BoltzmannMachine(int visible, int hidden, std::uint64_t seed);

  int visible() const { return static_cast<int>(weights_.cols()); }
  int hidden() const { return static_cast<int>(weights_.rows()); }
  /// W, [hidden × visible]: a row is what a hidden unit looks for.
  const Weights& weights() const { return weights_; }

  /// p(h = 1) of visible values in [0, 1], a column a sample: [visible × n] → [hidden × n].
  Matrix hiddenOf(const Matrix& visible) const;
  /// p(v = 1): [hidden × n] → [visible × n].
  Matrix visibleOf(const Matrix& hidden) const;
  /// Up with probabilities and down again.
  Matrix reconstruct(const Matrix& visible) const { return visibleOf(hiddenOf(visible)); }

  /// One step of CD-1 on a mini-batch. Returns the reconstruction error: the mean over samples and
  /// units of (v − reconstruction)².
  double train(const Matrix& visible, const Rates& rates, Random& random);

  /// `steps` of Gibbs sampling from these visible units: hidden ones drawn, visible ones drawn; the
  /// last step gives probabilities.
  Matrix sample(const Matrix& visible, int steps, Random& random) const;

 private:
  Weights weights_;
  Vector visibleBias_, hiddenBias_;
  Weights momentum_;
  Vector visibleMomentum_, hiddenMomentum_;
};

/// 1 with the chance that each entry is, else 0.
Matrix drawn(const Matrix& chances, Random& random);

/// (mean over all entries) (a − b)².
double meanSquare(const Matrix& a, const Matrix& b);

}  // namespace nudge
