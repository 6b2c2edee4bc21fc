#pragma once

#include "core/insight/Pattern.h"

namespace nudge {

/// What a trained network's classes look like from inside: the input that excites each of them
/// most, and what the feed-forward copy makes of it.
struct ClassPatterns {
  MapShape shape;  ///< of an input
  PixelScale scale;
  Matrix patterns;         ///< [inputs × classes]
  Matrix outputs;          ///< of the copy for each of them, [outputs × classes]
  std::vector<int> given;  ///< the class that the copy gives to each
  Accuracy train, test;    ///< of the copy

  int classes() const { return static_cast<int>(patterns.cols()); }
  /// How many patterns the copy takes for their own class.
  int own() const;
};

/// The copy's accuracies are those on the data set's first images. Throws Cancelled.
ClassPatterns classPatterns(const FeedForward& copy, const Dataset& data, const Canvas& canvas,
                            const FeatureSettings& settings, const Watch& watch = {});

}  // namespace nudge
