#pragma once

#include <cstddef>
#include <cstdint>

namespace nudge::kernels {

/// A convolution with stride 1 and what pools it. Maps lie channel by channel within a pixel, pixel
/// by pixel within a row; those below carry their padding as zeros around them.
struct ConvolveShape {
  std::size_t below = 1;              ///< channels below
  std::size_t above = 1;              ///< channels above
  std::size_t kernel = 1;             ///< height and width of a filter
  std::size_t paddedWidth = 1;        ///< pixels of a padded row below
  std::size_t rawWidth = 1;           ///< positions of a row before pooling
  std::size_t pool = 1;               ///< height, width and stride of a pooling window
  std::size_t height = 1, width = 1;  ///< after pooling

  std::size_t taps() const { return kernel * kernel * below; }
};

/// Channels above, rounded up to what packed weights need behind each row.
std::size_t packedChannels(std::size_t above);

/// pool(W ⋆ maps + b). Weights are packed [taps × packedChannels(above)], taps as [kernel row,
/// kernel column, channel below], unused channels zero; biases [packedChannels]. Writes
/// [height × width × above] values, and with max pooling for each the place of the first of the
/// largest, row·rawWidth + column. Equal sums are told apart by their rounding: taps are added in
/// their packed order, then the bias, as the reference program does. With `choice` null the mean is
/// taken.
void convolvePooled(const ConvolveShape& shape, const float* maps, const float* weights,
                    const float* biases, float* pooled, std::int32_t* choice);

/// The same in plain loops: what the tuned kernel is tested against.
void convolvePooledPlain(const ConvolveShape& shape, const float* maps, const float* weights,
                         const float* biases, float* pooled, std::int32_t* choice);

}  // namespace nudge::kernels
