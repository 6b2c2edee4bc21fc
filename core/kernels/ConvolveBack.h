#pragma once

#include "core/kernels/BitSums.h"
#include "core/kernels/Convolve.h"
#include "core/kernels/ConvolveBack.h"

namespace nudge::kernels {

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
