#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/Matrix.h"
#include "core/data/Dataset.h"

namespace nudge {

/// Random changes of a mini-batch of training images (thesis, appendix C.2.1: "Random Horizontal
/// Flip with p = 0.5, Random Crop with padding = 4"). The default changes nothing.
struct Augmentation {
  bool flip = false;       ///< mirrors an image, left for right, with probability ½
  int crop = 0;            ///< black pixels put around an image, of which as many are cut off again
  std::uint64_t seed = 0;  ///< of the experiment
  std::uint64_t step = 0;  ///< number of the mini-batch, counted through all epochs

  bool changesNothing() const { return !flip && crop == 0; }
};

/// What became of one image: mirrored first, then framed with `crop` black pixels, then cut to its
/// size `left` and `top` pixels into the frame, 0 … 2 · crop; left = top = crop is where it was.
struct Placement {
  bool mirrored = false;
  int left = 0;
  int top = 0;

  bool operator==(const Placement&) const = default;
};

/// What becomes of each image of a mini-batch: a function of seed, step and the image's place in
/// the mini-batch alone, whatever was drawn before and whatever thread asks.
std::vector<Placement> drawPlacements(const Augmentation& augmentation, std::size_t count);

/// Writes one image, placed, as a network takes it: [channels × height × width] values into `into`.
/// The frame is black before the scale is applied, so that it is (0 − mean)/deviation after it, as
/// where torchvision's RandomCrop comes before Normalize. `crop` ≥ 0 is the frame's width.
void writeSample(const ImageSet& images, std::size_t index, int crop, const Placement& placement,
                 float* into);

/// The images with these indices as columns, [values × images], augmented and scaled. `into` is
/// reused.
void writeSamples(const ImageSet& images, std::span<const std::uint32_t> indices,
                  const Augmentation& augmentation, Matrix& into);

}  // namespace nudge
