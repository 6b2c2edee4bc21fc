#pragma once

#include <cstddef>
#include <cstdint>

#include "core/kernels/BitSums.h"

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

/// The way back: adds the transposed convolution of the un-pooled values to `maps`, which are laid
/// out like the padded maps below. Weights are packed [above × taps]. With `choice` null every
/// position of a window gets its share of the mean.
void spreadPooled(const ConvolveShape& shape, const float* values, const std::int32_t* choice,
                  const float* weights, float* maps);

/// The same in plain loops: what the tuned kernel is tested against.
void spreadPooledPlain(const ConvolveShape& shape, const float* values, const std::int32_t* choice,
                       const float* weights, float* maps);

/// The same for weights of ±scale, one bit each where the sign is +: [above × taps].
void spreadSigns(const ConvolveShape& shape, const float* values, const std::int32_t* choice,
                 const BitRows& signs, const float* scale, float* maps);

/// What pairs both ends of the convolution: for the channels first … last − 1 adds the un-pooled
/// values times the maps they look at to `weights`, packed [above × taps].
void correlatePooled(const ConvolveShape& shape, const float* values, const std::int32_t* choice,
                     const float* maps, std::size_t first, std::size_t last, float* weights);

/// The same in plain loops: what the tuned kernel is tested against.
void correlatePooledPlain(const ConvolveShape& shape, const float* values,
                          const std::int32_t* choice, const float* maps, std::size_t first,
                          std::size_t last, float* weights);

}  // namespace nudge::kernels
