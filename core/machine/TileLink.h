#pragma once

#include "core/machine/TileMatrix.h"
#include "core/network/Parameters.h"

namespace nudge {

/// A large matrix of binary weights between fully connected layers with activations in [0, 1], both
/// ways, as products of tiles of bytes: for processors that have them.
class TileLink {
 public:
  using Buffers = TileMatrix::Buffers;

  /// Whether this processor has such products and W^n is binary and large enough to gain by them.
  static bool serves(const NetworkSpec& network, int n);

  /// Takes over a layer's weights. Costs next to nothing where no sign has changed.
  void pack(const LayerParameters& layer);
  /// inputs += W·below, samples side by side: `below` is [columns of W × samples].
  void gather(const float* below, int samples, Buffers& buffers, float* inputs) const;
  /// inputs += Wᵀ·above: `above` is [rows of W × samples].
  void send(const float* above, int samples, Buffers& buffers, float* inputs) const;

 private:
  void add(const TileMatrix& way, const float* values, int samples, Buffers& buffers,
           float* inputs) const;

  SignMatrix signs_;  ///< as packed
  float alpha_ = 0;
  TileMatrix up_, down_;
};

}  // namespace nudge
