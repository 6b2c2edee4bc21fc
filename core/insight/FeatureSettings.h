#pragma once

#include <cstdint>
#include <string>

#include "core/base/Field.h"

namespace nudge {

/// Where the ascent to a pattern begins. Enumerators in the order of the field's choices.
enum class PatternStart {
  Noise,  ///< every pixel within a tenth of its range of 0
  Zero,   ///< every pixel 0
  Mean,   ///< the mean of the training images
};

/// How the gradient passes hidden neurons that are clipped. Enumerators in the order of the field's
/// choices.
enum class ClippedNeurons {
  Pass,   ///< as if they were not: by their pre-activation
  Block,  ///< not at all: the exact gradient of the copy
};

/// How the input that excites a neuron most is looked for.
struct FeatureSettings {
  int steps = 100;
  double rate = 0.02;         ///< η, of a pixel with the root mean square of the gradient
  double regularisation = 2;  ///< L, decay of every pixel to 0, on the same scale
  double smoothing = 0;       ///< how much of a pixel its neighbours give it after each step
  PatternStart start = PatternStart::Noise;
  ClippedNeurons clipped = ClippedNeurons::Pass;
  std::int64_t seed = 1;
  double gain = 5;       ///< g of the copy's activation
  int samples = 10'000;  ///< of a data set, at most, that tell the copy's accuracy

  bool operator==(const FeatureSettings&) const = default;

  /// Their keys begin with "features.".
  static const Fields<FeatureSettings>& fields();
};

}  // namespace nudge
