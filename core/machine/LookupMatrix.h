#pragma once

#include <vector>

#include "core/machine/SignProduct.h"

namespace nudge {

/// Signs for processors that look sixteen numbers up at once. Sums are in single precision; values
/// can be any.
class LookupMatrix final : public SignProduct {
 public:
  LookupMatrix() : SignProduct(kernels::SignLookup::kBlock) {}

  /// Whether this is such a processor.
  static bool serves() { return kernels::looksUpSixteen(); }

  int together() const override { return 16; }
  std::size_t sumStride() const override { return lookup_.sumStride(); }

 private:
  void resize(std::size_t rows, std::size_t columns) override;
  void packBlock(const std::uint64_t* bits, std::size_t block) override;
  void run(const float* values, std::size_t samples, Buffers& buffers) const override;

  kernels::SignLookup lookup_;
  std::vector<kernels::RowSigns> packed_;
};

}  // namespace nudge
