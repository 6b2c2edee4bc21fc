#pragma once

#include <cstdint>
#include <vector>

#include "core/machine/SignProduct.h"

namespace nudge {

/// Signs for processors that multiply tiles of bytes. Sums are exact but for values, in [0, 1],
/// being taken to within 2⁻²⁴.
class TileMatrix final : public SignProduct {
 public:
  TileMatrix() : SignProduct(kernels::TileProduct::kBlock) {}

  /// Whether this processor has such products, and columns of this length fit their sums.
  static bool serves(Eigen::Index columns);

  /// Two groups: signs are read for them together.
  int together() const override { return 2 * kernels::TileValues::kMostTogether; }
  std::size_t sumStride() const override { return product_.sumStride(); }

 private:
  void resize(std::size_t rows, std::size_t columns) override;
  void packBlock(const std::uint64_t* bits, std::size_t block) override;
  void run(const float* values, std::size_t samples, Buffers& buffers) const override;

  kernels::TileProduct product_;
  std::vector<std::uint64_t> packed_;
};

}  // namespace nudge
