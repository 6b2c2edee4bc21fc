#pragma once

#include <memory>
#include <utility>

#include "core/machine/SignProduct.h"
#include "core/network/Parameters.h"

namespace nudge {

/// A large matrix of binary weights between fully connected layers with activations in [0, 1], both
/// ways, for processors on which its signs multiply faster than floats.
class SignLink {
 public:
  using Buffers = SignProduct::Buffers;

  /// Of W^n; null where it is not binary, too small to gain, or floats are faster here.
  static std::unique_ptr<SignLink> make(const NetworkSpec& network, int n);

  /// Samples from which on more of them gain next to nothing.
  int together() const { return up_->together(); }
  /// Takes over a layer's weights. Costs next to nothing where no sign has changed.
  void pack(const LayerParameters& layer);
  /// inputs += W·below, samples side by side: `below` is [columns of W × samples].
  void gather(const float* below, int samples, Buffers& buffers, float* inputs) const;
  /// inputs += Wᵀ·above: `above` is [rows of W × samples].
  void send(const float* above, int samples, Buffers& buffers, float* inputs) const;

 private:
  using Way = std::unique_ptr<SignProduct>;

  SignLink(Way up, Way down) : up_(std::move(up)), down_(std::move(down)) {}
  void add(const SignProduct& way, const float* values, int samples, Buffers& buffers,
           float* inputs) const;

  float alpha_ = 0;
  Way up_, down_;
};

}  // namespace nudge
