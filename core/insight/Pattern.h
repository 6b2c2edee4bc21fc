#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

#include "core/insight/FeatureSettings.h"
#include "core/insight/FeedForward.h"

namespace nudge {

/// Something in a network that an input can excite: a class (the mean of its outputs), a neuron of
/// a fully connected layer, or a channel of a convolution (the mean of its map).
struct Feature {
  int layer = 0;  ///< n = 1 … L; 0: a class
  int unit = 0;   ///< neuron or channel; the class

  bool operator==(const Feature&) const = default;
};

/// How many units layer n has: neurons, or channels of a convolution.
inline int unitsOf(const NetworkSpec& network, int n) { return network.weightRows(n); }
/// The layer that a feature is in: L for a class.
inline int layerOf(const NetworkSpec& network, const Feature& feature) {
  return feature.layer > 0 ? feature.layer : network.depth();
}
/// The feature as a mean over neurons of its layer: weights that sum to 1, [size(layer)].
Vector seedOf(const NetworkSpec& network, const Feature& feature);

/// What the inputs of a network are made of.
struct Canvas {
  MapShape shape;
  PixelScale scale;
  Vector mean;  ///< of the training images, as the network takes them; empty: black

  /// That of a data set's images, with the mean of the first `most` to learn from.
  static Canvas of(const Dataset& data, int most = 10'000);
  /// What the network takes for the darkest and the brightest pixel, [inputs].
  Vector lowest() const { return filled(0); }
  Vector highest() const { return filled(1); }

 private:
  Vector filled(float pixel) const;
};

/// What goes along with long work: a request to stop it, and whom to tell how much is done, 0 … 1.
struct Watch {
  std::stop_token stop;
  std::function<void(double)> progress;  ///< may be null; called on the thread that works
};

/// The inputs that excite features of one layer most, a column each [5.3.2, Hierarchy]: weights
/// frozen, the input ascends the gradient of the feature's z, the input of its activation, and is
/// clamped to its range:
///
///     x ← clamp( x + η·( ĝ − L·x ) ),   ĝ = ∂z/∂x over its root mean square
///
/// in ranges of a pixel. The activation has the same gradient times a factor, which ĝ drops, where
/// it is not clipped, and none where it is: z goes on. Of hidden neurons on the way the same holds:
/// most are clipped as soon as an image is bright, so that the few that are not would draw the
/// pattern. Unless the settings block it, the gradient passes all of them as if by their z. The
/// thesis names no decay L; with none, pixels that nothing was learnt of become as bright as the
/// others. Each column depends on its feature, the settings and the seed alone. Throws Cancelled
/// when asked to stop.
Matrix exciteMost(const FeedForward& copy, const std::vector<Feature>& features,
                  const FeatureSettings& settings, const Canvas& canvas, const Watch& watch = {});

/// ∂z/∂x of features of one layer at inputs, a column each.
Matrix featureGradient(const FeedForward& copy, const std::vector<Feature>& features,
                       const Matrix& inputs, FeedForward::Through through);

}  // namespace nudge
