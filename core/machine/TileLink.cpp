#include "core/machine/TileLink.h"

#include <algorithm>

#include "core/base/Parallel.h"

namespace nudge {

namespace {

// Neurons on both sides below which packing the signs costs more than the products gain.
constexpr int kFewest = 256;

}  // namespace

bool TileLink::serves(const NetworkSpec& network, int n) {
  const int below = network.size(n - 1), above = network.size(n);
  return kernels::multipliesTiles() && network.binaryWeights() &&
         std::min(below, above) >= kFewest &&
         std::max(below, above) <= static_cast<int>(kernels::TileProduct::kMostValues);
}

void TileLink::pack(const LayerParameters& layer) {
  alpha_ = layer.alpha(0);
  if (signs_ == layer.signs) return;
  signs_ = layer.signs;
  up_.pack(signs_);
  down_.pack(signs_.transposed());
}

void TileLink::Way::pack(const SignMatrix& signs) {
  product = {static_cast<std::size_t>(signs.cols()), static_cast<std::size_t>(signs.rows())};
  packed.resize(product.blocks() * product.blockWords());
  parallelFor(static_cast<int>(product.blocks()), [&](int i) {
    const auto block = static_cast<std::size_t>(i);
    kernels::packProduct(product, signs.row(0).data(), block,
                         packed.data() + block * product.blockWords());
  });
}

void TileLink::gather(const float* below, int samples, Buffers& buffers, float* inputs) const {
  add(up_, below, samples, buffers, inputs);
}

void TileLink::send(const float* above, int samples, Buffers& buffers, float* inputs) const {
  add(down_, above, samples, buffers, inputs);
}

void TileLink::add(const Way& way, const float* values, int samples, Buffers& buffers,
                   float* inputs) const {
  const auto [from, to] = way.product;
  const auto count = static_cast<std::size_t>(samples);
  const std::size_t needed = count * way.product.valueStride();
  if (buffers.values.stride() < needed + kernels::BytePlanes::kSlack)
    buffers.values = kernels::BytePlanes(needed);
  buffers.sums.resize(std::max(buffers.sums.size(), count * way.product.sumStride()));
  for (std::size_t sample = 0; sample < count; ++sample) {
    const std::size_t first = sample * way.product.valueStride();
    kernels::splitBytes(values + sample * from, from, first, buffers.values);
    buffers.values.clear(first + from, first + way.product.valueStride());
  }
  kernels::multiplyTiles(way.product, way.packed.data(), buffers.values, count,
                         buffers.sums.data());
  for (std::size_t sample = 0; sample < count; ++sample) {
    const float* sums = buffers.sums.data() + sample * way.product.sumStride();
    for (std::size_t i = 0; i < to; ++i) inputs[sample * to + i] += alpha_ * sums[i];
  }
}

}  // namespace nudge
