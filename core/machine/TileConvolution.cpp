#include "core/machine/TileConvolution.h"

#include <algorithm>
#include <cmath>

namespace nudge {

bool TileConvolution::serves(const Convolution& convolution) {
  const auto channels =
      static_cast<std::size_t>(std::max(convolution.channels, convolution.below.channels));
  const auto kernel = static_cast<std::size_t>(convolution.kernel);
  return kernels::multipliesTiles() && channels * kernel * kernel <= kernels::TileShape::kMostTaps;
}

TileConvolution::TileConvolution(const PaddedMaps& maps, const LayerParameters& layer)
    : maps_(maps) {
  const Convolution& convolution = maps.convolution();
  const auto size = [](int value) { return static_cast<std::size_t>(value); };
  const std::size_t below = size(convolution.below.channels), above = size(convolution.channels);
  const std::size_t kernel = size(convolution.kernel), area = kernel * kernel;
  up_ = {below, above, kernel, size(convolution.rawHeight()), size(convolution.rawWidth())};
  down_ = {above, below, kernel, size(convolution.below.height), size(convolution.below.width)};
  alpha_.resize(up_.stride());
  biases_.resize(up_.stride());
  shares_.resize(up_.stride());
  std::vector<std::int8_t> up(above * up_.taps()), down(below * down_.taps());
  for (std::size_t c = 0; c < above; ++c) {
    const auto row = static_cast<Eigen::Index>(c);
    alpha_[c] = layer.alpha(row);
    biases_[c] = layer.biases(row);
    largest_ = std::max(largest_, std::abs(alpha_[c]));
    for (std::size_t from = 0; from < below; ++from) {
      for (std::size_t k = 0; k < area; ++k) {
        const bool positive = layer.signs.positive(row, static_cast<Eigen::Index>(from * area + k));
        up[c * up_.taps() + k * below + from] = positive ? 1 : -1;
        // Downwards the filter is turned round, and values carry the size of α alone.
        down[from * down_.taps() + (area - 1 - k) * above + c] =
            positive == (alpha_[c] >= 0) ? 1 : -1;
      }
    }
  }
  if (largest_ > 0) {
    for (std::size_t c = 0; c < above; ++c) shares_[c] = std::abs(alpha_[c]) / largest_;
  }
  upTiles_ = kernels::packTiles(up_, up.data());
  downTiles_ = kernels::packTiles(down_, down.data());
}

TileConvolution::Buffers TileConvolution::buffers() const {
  const auto sums = [](const kernels::TileShape& shape) {
    return shape.rawHeight * shape.rawWidth * shape.stride();
  };
  return {kernels::BytePlanes(up_.paddedSize()), kernels::BytePlanes(down_.paddedSize()),
          std::vector<float>(std::max(sums(up_), sums(down_)))};
}

kernels::RawMaps TileConvolution::rawMaps(const std::vector<float>& scale) const {
  return kernels::rawMapsOf(maps_.kernel(), up_.stride(), scale.data(), biases_.data());
}

void TileConvolution::gather(const float* below, Buffers& buffers, float* pooled,
                             std::int32_t* choice) const {
  for (int y = 0; y < maps_.convolution().below.height; ++y) {
    kernels::splitBytes(below + static_cast<std::size_t>(y) * maps_.rowLength(), maps_.rowLength(),
                        maps_.rowOffset(y), buffers.below);
  }
  kernels::convolveTiles(up_, buffers.below, upTiles_.data(), buffers.sums.data());
  kernels::poolSums(rawMaps(alpha_), buffers.sums.data(), pooled, choice);
}

void TileConvolution::send(const float* above, const std::int32_t* choice, Buffers& buffers,
                           float* inputs) const {
  const Convolution& convolution = maps_.convolution();
  const auto border = static_cast<std::size_t>(convolution.kernel - 1 - convolution.padding);
  const std::size_t row = down_.paddedWidth();
  kernels::unpoolBytes(rawMaps(shares_), above, choice, {border * row + border, row},
                       buffers.above);
  kernels::convolveTiles(down_, buffers.above, downTiles_.data(), buffers.sums.data());
  const float* sums = buffers.sums.data();
  for (std::size_t p = 0; p < down_.rawHeight * down_.rawWidth; ++p) {
    for (std::size_t c = 0; c < down_.above; ++c)
      inputs[p * down_.above + c] += largest_ * sums[p * down_.stride() + c];
  }
}

}  // namespace nudge
