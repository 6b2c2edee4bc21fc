#include "core/network/PaddedMaps.h"

#include <algorithm>

namespace nudge {

PaddedMaps::PaddedMaps(const Convolution& convolution) : convolution_(convolution) {
  const MapShape above = convolution.above();
  const auto size = [](int value) { return static_cast<std::size_t>(value); };
  kernel_ = {size(convolution.below.channels),
             size(convolution.channels),
             size(convolution.kernel),
             size(convolution.below.width + 2 * convolution.padding),
             size(convolution.rawWidth()),
             size(convolution.pool),
             size(above.height),
             size(above.width)};
}

std::size_t PaddedMaps::size() const {
  return static_cast<std::size_t>(convolution_.below.height + 2 * convolution_.padding) *
         kernel_.paddedWidth * kernel_.below;
}

std::size_t PaddedMaps::rowOffset(int y) const {
  const auto padding = static_cast<std::size_t>(convolution_.padding);
  return ((static_cast<std::size_t>(y) + padding) * kernel_.paddedWidth + padding) * kernel_.below;
}

std::size_t PaddedMaps::rowLength() const {
  return static_cast<std::size_t>(convolution_.below.width) * kernel_.below;
}

void PaddedMaps::pad(const float* maps, float* padded) const {
  for (int y = 0; y < convolution_.below.height; ++y) {
    std::copy_n(maps + static_cast<std::size_t>(y) * rowLength(), rowLength(),
                padded + rowOffset(y));
  }
}

void PaddedMaps::addInside(const float* padded, float* maps) const {
  for (int y = 0; y < convolution_.below.height; ++y) {
    const float* from = padded + rowOffset(y);
    float* to = maps + static_cast<std::size_t>(y) * rowLength();
    for (std::size_t i = 0; i < rowLength(); ++i) to[i] += from[i];
  }
}

std::vector<float> PaddedMaps::padded(const float* channels) const {
  std::vector<float> pixels(static_cast<std::size_t>(convolution_.below.size()));
  toPixels(convolution_.below, channels, pixels.data());
  std::vector<float> maps(size());
  pad(pixels.data(), maps.data());
  return maps;
}

}  // namespace nudge
