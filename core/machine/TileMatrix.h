#pragma once

#include <cstdint>
#include <vector>

#include "core/kernels/TileProduct.h"
#include "core/network/SignMatrix.h"

namespace nudge {

/// A matrix of signs, packed for processors that multiply tiles of bytes, with which activations or
/// inputs in [0, 1] are multiplied. Sums are exact but for values being taken to within 2⁻²⁴.
class TileMatrix {
 public:
  /// What one thread needs.
  struct Buffers {
    kernels::TileValues values;
    std::vector<float> sums;
  };

  /// Whether this processor has such products, and columns of this length fit their sums.
  static bool serves(Eigen::Index columns);

  /// Takes over the signs; only rows that have changed are packed anew.
  void pack(const SignMatrix& signs);

  std::size_t rows() const { return product_.to; }
  /// From the sums of one sample to those of the next.
  std::size_t sumStride() const { return product_.sumStride(); }
  /// W·values, a column of [columns of W] a sample: [sumStride() × samples], in the buffers.
  const float* multiply(const float* values, int samples, Buffers& buffers) const;

 private:
  SignMatrix signs_;  ///< as packed
  kernels::TileProduct product_;
  std::vector<std::uint64_t> packed_;
};

}  // namespace nudge
