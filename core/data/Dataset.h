#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/MapShape.h"

namespace nudge {

/// What a network takes for a pixel p in [0, 1] of channel c: x = (p − mean_c) / deviation_c. The
/// default takes pixels as they are.
struct PixelScale {
  std::array<float, 3> mean{0, 0, 0};
  std::array<float, 3> deviation{1, 1, 1};

  float input(float pixel, std::size_t channel) const {
    return (pixel - mean.at(channel)) / deviation.at(channel);
  }
  /// The pixel that an input comes from: the inverse of input().
  float pixel(float input, std::size_t channel) const {
    return input * deviation.at(channel) + mean.at(channel);
  }
  bool operator==(const PixelScale&) const = default;
};

/// Labelled images as bytes, 0 … 255, one image after the other, rows from the top.
struct ImageSet {
  int width = 0;
  int height = 0;
  int channels = 1;
  std::vector<std::uint8_t> pixels;  ///< count × channels × height × width
  std::vector<std::uint8_t> labels;  ///< one per image, 0 … classes − 1

  PixelScale scale{};  ///< what a network takes for a byte/255

  MapShape shape() const { return {channels, height, width}; }
  std::size_t count() const { return labels.size(); }
  std::size_t imageSize() const {
    return static_cast<std::size_t>(width) * static_cast<std::size_t>(height) *
           static_cast<std::size_t>(channels);
  }
  std::span<const std::uint8_t> image(std::size_t index) const {
    return std::span(pixels).subspan(index * imageSize(), imageSize());
  }
};

/// What a network learns from and is tested on.
struct Dataset {
  std::string name;  ///< for people: "Drawn digits", "MNIST/100", "CIFAR-10"
  int classes = 0;
  ImageSet train;
  ImageSet test;
};

}  // namespace nudge
