#pragma once

#include <cstdint>
#include <string>

#include "core/base/Field.h"

namespace nudge {

/// Where the ascent to a pattern begins. Enumerators in the order of the field's choices.
enum class PatternStart {
  Noise,  ///< every pixel uniform in the lowest tenth of its range
  Zero,   ///< black
  Mean,   ///< the mean of the training images
};

/// How the input that excites a neuron most is looked for.
struct FeatureSettings {
  int steps = 100;
  double rate = 0.1;          ///< η, in ranges of a pixel a step
  double regularisation = 0;  ///< L, of the decay of every pixel to black; 0 in the thesis
  double smoothing = 0;       ///< how much of a pixel its neighbours give it after each step
  PatternStart start = PatternStart::Noise;
  std::int64_t seed = 1;
  double gain = 5;       ///< g of the copy's activation
  int samples = 10'000;  ///< of a data set, at most, that tell the copy's accuracy

  bool operator==(const FeatureSettings&) const = default;

  /// Their keys begin with "features.".
  static const Fields<FeatureSettings>& fields();
};

}  // namespace nudge
