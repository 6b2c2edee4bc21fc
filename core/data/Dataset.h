#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace nudge {

/// Labelled images as bytes, 0 … 255, one image after the other, rows from the top.
struct ImageSet {
  int width = 0;
  int height = 0;
  int channels = 1;
  std::vector<std::uint8_t> pixels;  ///< count × channels × height × width
  std::vector<std::uint8_t> labels;  ///< one per image, 0 … classes − 1

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
  std::string name;  ///< for people: "Drawn digits", "MNIST"
  int classes = 0;
  ImageSet train;
  ImageSet test;
};

}  // namespace nudge
