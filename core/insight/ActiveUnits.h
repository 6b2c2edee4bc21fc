#pragma once

#include "core/insight/Pattern.h"
#include "core/machine/Machine.h"

namespace nudge {

/// A hidden neuron, or a channel of a convolution, that is active in the free state of an image.
struct ActiveUnit {
  int unit = 0;
  double activity = 0;  ///< ρ(s) in the free state; of a channel the mean over its map
  double field = 0;     ///< what it was told from below, from above and by its bias; likewise
  /// Its weights to each class: the mean over the class's outputs and, of a channel, the sum over
  /// its map. Through layers between, the sum over all paths of the products of weights.
  Vector pull;
  Vector pattern;       ///< the input that excites it most
  Matrix receptive;     ///< receptive field [height × width], the mean over colours: weights
  bool filter = false;  ///< it is the filter of a channel, the mean over channels below
  Matrix map;           ///< of a channel: its map in the free state, [height × width]; else empty
};

/// The hidden units of a layer that are most active in the free state of an image, as the machine
/// itself settles it, most active first [5.3.2, Hierarchy].
struct ActiveUnits {
  int layer = 1;
  Vector image;
  Vector outputs;     ///< s^L of the free state
  int predicted = 0;  ///< the class that the machine gives to the image
  int copied = 0;     ///< and the copy
  std::vector<ActiveUnit> units;
};

/// Settles the image and finds the `count` most active units of layer n = 1 … L − 1. Activities
/// that tie, as those of spins do, are told apart by the field that holds them, then by number. A
/// chip is stood in for by simulated quantum annealing. The network must have a hidden layer.
/// Throws Cancelled when asked to stop.
ActiveUnits activeUnits(const FeedForward& copy, const MachineSettings& machine,
                        const Parameters& parameters, const Vector& image, int layer, int count,
                        const Draw& draw, const FeatureSettings& settings, const Canvas& canvas,
                        const Watch& watch = {});

/// The weights of a unit as an image: of a neuron over the input, through layers between the sums
/// over paths of products of weights at `image`, averaged over colours; of a convolution's channel
/// its filter, averaged over the channels below.
Matrix receptiveField(const FeedForward& copy, const Parameters& parameters, const Feature& feature,
                      const Vector& image, const MapShape& shape);

}  // namespace nudge
