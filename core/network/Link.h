#pragma once

#include <cstdint>
#include <vector>

#include "core/network/Parameters.h"

namespace nudge {

/// For each neuron of a max-pooled layer, [size(n) × samples]: which position of its channel's
/// convolution was the largest, row·width + column. Empty for other layers.
using PoolChoice = Eigen::Matrix<std::int32_t, Eigen::Dynamic, Eigen::Dynamic>;

/// The wires between layer n − 1 and layer n, in plain loops: what tuned machines are tested
/// against, and what energies, gradients through time and hints on single neurons are made of.
/// Matrices hold a column per sample.
class Link {
 public:
  Link(const NetworkSpec& network, int n, const LayerParameters& layer);

  /// What layer n is told from below: W^n a + b^n, or pool(W^n ⋆ a + b^n) with `choice` filled.
  Matrix up(const Matrix& below, PoolChoice& choice) const;
  /// The same without the bias, pooling with a choice made before: linear in `below`.
  Matrix upChosen(const Matrix& below, const PoolChoice& choice) const;
  /// What layer n − 1 is told from above: W^nᵀ a, or the transposed convolution of the un-pooled a.
  Matrix down(const Matrix& above, const PoolChoice& choice) const;
  /// Σ over samples of ∂⟨left, up(below)⟩/∂W^n, with the choices fixed: what pairs the neurons of
  /// both ends, as the weight matrix of parameters; [rows × fan-in].
  Eigen::MatrixXd pairs(const Matrix& left, const Matrix& below, const PoolChoice& choice) const;
  /// The same for b^n: sums over samples, and over the positions of a channel.
  Eigen::VectorXd biasSums(const Matrix& left) const;

 private:
  template <class Visit>
  void visitTaps(Eigen::Index neuron, const PoolChoice& choice, Eigen::Index sample,
                 const Visit& visit) const;

  bool convolution_;
  Convolution shape_;
  Weights weights_;  ///< α·w
  Vector biases_;
};

/// All links of a network, nearest the input first.
std::vector<Link> linksOf(const NetworkSpec& network, const Parameters& parameters);

}  // namespace nudge
