#pragma once

#include <cstdint>
#include <vector>

#include "core/kernels/LookupConvolve.h"
#include "core/kernels/PoolMaps.h"
#include "core/machine/ConvolutionDrive.h"

namespace nudge {

/// A convolution by binary weights, upwards, for processors that look sixteen numbers up at once.
class LookupConvolution {
 public:
  /// What one sample needs.
  struct Buffers {
    std::vector<kernels::SumTable> tables;  ///< of the padded maps below
    std::vector<float> sums;
  };

  /// Whether this is such a processor, and tables of the channels below are worth their making.
  static bool serves(const Convolution& convolution);

  explicit LookupConvolution(const PackedConvolution& packed);

  Buffers buffers() const;
  /// pooled = pool(W ⋆ below + b), maps in pixel order; `choice` as for `convolvePooled`.
  void gather(const float* below, Buffers& buffers, float* pooled, std::int32_t* choice) const;

 private:
  PaddedMaps maps_;
  std::vector<kernels::RowSigns> filters_;
  std::vector<float> scale_, biases_;
};

}  // namespace nudge
