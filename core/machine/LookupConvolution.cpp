#include "core/machine/LookupConvolution.h"

#include "core/machine/SignRows.h"

namespace nudge {

namespace {

// Of four that share a table; with fewer, products of floats are faster.
constexpr int kFewestChannels = 3;

}  // namespace

bool LookupConvolution::serves(const Convolution& convolution) {
  return kernels::looksUpSixteen() && convolution.below.channels >= kFewestChannels;
}

LookupConvolution::LookupConvolution(const PackedConvolution& packed)
    : maps_(packed.maps),
      filters_(kernels::packFilters(maps_.kernel(), bitRows(packed.signs))),
      scale_(packed.scale),
      biases_(packed.biases) {
  scale_.resize(kernels::sumChannels(maps_.kernel()));
  biases_.resize(scale_.size());
}

LookupConvolution::Buffers LookupConvolution::buffers() const {
  const kernels::ConvolveShape& shape = maps_.kernel();
  const std::size_t pixels = maps_.size() / shape.below;
  const auto rows = static_cast<std::size_t>(maps_.convolution().rawHeight());
  Buffers buffers;
  buffers.tables.resize(pixels * kernels::pixelTables(shape));
  buffers.sums.resize(rows * shape.rawWidth * kernels::sumChannels(shape));
  return buffers;
}

void LookupConvolution::gather(const float* below, Buffers& buffers, float* pooled,
                               std::int32_t* choice) const {
  const kernels::ConvolveShape& shape = maps_.kernel();
  const MapShape& from = maps_.convolution().below;
  for (int y = 0; y < from.height; ++y) {
    const std::size_t pixel = maps_.rowOffset(y) / shape.below;
    kernels::writePixelTables(shape, below + static_cast<std::size_t>(y) * maps_.rowLength(),
                              static_cast<std::size_t>(from.width),
                              &buffers.tables[pixel * kernels::pixelTables(shape)]);
  }
  kernels::convolveLookups(shape, buffers.tables.data(), filters_.data(), buffers.sums.data());
  const kernels::RawMaps raw =
      kernels::rawMapsOf(shape, kernels::sumChannels(shape), scale_.data(), biases_.data());
  kernels::poolSums(raw, buffers.sums.data(), pooled, choice);
}

}  // namespace nudge
