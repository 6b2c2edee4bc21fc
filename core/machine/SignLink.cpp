#include "core/machine/SignLink.h"

#include <algorithm>

namespace nudge {

namespace {

// Neurons on both sides below which packing the signs costs more than the products gain.
constexpr int kFewest = 256;

}  // namespace

std::unique_ptr<SignLink> SignLink::make(const NetworkSpec& network, int n) {
  const int below = network.size(n - 1), above = network.size(n);
  if (!network.binaryWeights() || std::min(below, above) < kFewest) return nullptr;
  Way up = SignProduct::make(below), down = SignProduct::make(above);
  if (!up || !down) return nullptr;
  return std::unique_ptr<SignLink>(new SignLink(std::move(up), std::move(down)));
}

void SignLink::pack(const LayerParameters& layer) {
  alpha_ = layer.alpha(0);
  if (up_->signs() == layer.signs) return;
  up_->pack(layer.signs);
  down_->pack(layer.signs.transposed());
}

void SignLink::gather(const float* below, int samples, Buffers& buffers, float* inputs) const {
  add(*up_, below, samples, buffers, inputs);
}

void SignLink::send(const float* above, int samples, Buffers& buffers, float* inputs) const {
  add(*down_, above, samples, buffers, inputs);
}

void SignLink::add(const SignProduct& way, const float* values, int samples, Buffers& buffers,
                   float* inputs) const {
  const float* sums = way.multiply(values, samples, buffers);
  for (int sample = 0; sample < samples; ++sample) {
    for (std::size_t i = 0; i < way.rows(); ++i) inputs[i] += alpha_ * sums[i];
    sums += way.sumStride();
    inputs += way.rows();
  }
}

}  // namespace nudge
