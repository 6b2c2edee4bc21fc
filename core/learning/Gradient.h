#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/machine/Settled.h"

namespace nudge {

/// The gradient of one layer, in ascent direction (to be added to the parameters). Of a fully
/// connected layer it is kept as the product it comes from, g_W = scale·left·rightᵀ: a mini-batch
/// makes it of low rank, and an optimiser can work through it a few rows at a time without the
/// whole matrix ever standing in memory. Convolutions and gradients through time fill `sums`:
/// g_W = scale·sums.
struct LayerGradient {
  Weights left;  ///< [rows × k], rows contiguous
  Matrix right;  ///< [cols × k]
  /// `right` as bits where all its entries are 0 or 1: k rows of ⌈cols / 64⌉ words.
  std::vector<std::uint64_t> rightBits;
  Weights sums;  ///< [rows × cols]; empty where left and right are used
  float scale = 0;
  Vector bias;                        ///< g_b, one per row
  Eigen::Index columns = 0;           ///< of g_W
  std::vector<std::uint8_t> touched;  ///< per row of `left`, whether any entry is not zero

  Eigen::Index rows() const { return sums.size() > 0 ? sums.rows() : left.rows(); }
  /// Columns, rounded up to what unpackRows needs behind each row.
  Eigen::Index paddedColumns() const { return (columns + 63) / 64 * 64; }
  /// Whether a row is known to be zero without looking at its entries.
  bool rowIsZero(Eigen::Index i) const {
    return sums.size() == 0 && touched[static_cast<std::size_t>(i)] == 0;
  }
  /// The rows of g_W / scale listed, to the topmost rows of `into`, which has at least as many and
  /// paddedColumns() columns.
  void unpackRows(std::span<const Eigen::Index> rows, Weights& into) const;
  /// g_W itself.
  Weights weights() const;
};

struct Gradient {
  std::vector<LayerGradient> layers;  ///< nearest the input first
};

/// What two settled states of one mini-batch say of the parameters [3.20, A.13, B.9, B.11]:
/// g_W^n = 1/(δB) Σ_samples (ρ(s^n)ρ(s^{n−1})ᵀ|_plus − …|_minus), g_b^n likewise; in convolutions
/// the un-pooled ρ(s^n) is correlated with ρ(s^{n−1}), and g_b^n sums over positions. The one-sided
/// estimator has plus = nudged with β, minus = free, δ = β; the symmetric one plus and minus nudged
/// with ±β and δ = 2β. `samples` are the inputs, [inputs × samples], each once however many reads
/// there are of it. `into` is reused.
void contrast(const NetworkSpec& network, const Settled& plus, const Settled& minus,
              const Matrix& samples, float delta, Gradient& into);

}  // namespace nudge
