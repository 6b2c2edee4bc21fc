// A fully connected link by counts: of the active neurons at its other end, a neuron counts those
// joined by +1.
#include "core/machine/FlipLink.h"
#include "core/machine/SignRows.h"
#include "core/network/PaddedMaps.h"

namespace nudge {

namespace {

/// Columns from [channel, pixel] to [pixel, channel].
SignMatrix inPixelOrder(const SignMatrix& signs, const MapShape& shape) {
  if (shape.height * shape.width == 1) return signs;
  SignMatrix rows = signs.transposed();
  SignMatrix ordered(rows.rows(), rows.cols());
  const int area = shape.height * shape.width;
  for (int c = 0; c < shape.channels; ++c) {
    for (int p = 0; p < area; ++p)
      std::ranges::copy(rows.row(c * area + p), ordered.row(p * shape.channels + c).begin());
  }
  return ordered.transposed();
}

/// Brings counts up to date. `fromFlipped` has a row per neuron that may flip, `fromCounted` is the
/// same matrix the other way round, a row per count.
void updateCounts(const SignMatrix& fromFlipped, const SignMatrix& fromCounted,
                  const FlipNeurons& flipped, std::vector<std::int16_t>& counts) {
  const auto rows = static_cast<std::size_t>(fromCounted.rows());
  // In vector operations, roughly: a flip adds to 32 counts at once, counting anew looks at 512
  // neurons at once.
  const std::size_t adding =
      flipped.flips() * 2 * static_cast<std::size_t>(fromFlipped.wordsPerRow());
  const std::size_t anew = rows * (4 + static_cast<std::size_t>(fromCounted.wordsPerRow()) / 8);
  if (adding > anew) {
    kernels::countCommon(bitRows(fromCounted), rows, flipped.active(), counts.data());
    return;
  }
  kernels::countWhereSet(bitRows(fromFlipped), flipped.risen(), 1, counts.data());
  kernels::countWhereSet(bitRows(fromFlipped), flipped.fallen(), -1, counts.data());
}

class DenseFlipLink final : public FlipLink {
 public:
  DenseFlipLink(const NetworkSpec& network, int n) : below_(network.shape(n - 1)) {}

  void prepare(const LayerParameters& layer) override {
    up_ = inPixelOrder(layer.signs, below_);
    down_ = up_.transposed();
    alpha_ = layer.scaling[0];
    biases_ = layer.biases;
  }

  std::unique_ptr<Memory> makeMemory() const override { return std::make_unique<Counts>(); }
  void reset(Memory& memory) const override {
    counts(memory).above.assign(64 * static_cast<std::size_t>(down_.wordsPerRow()), 0);
    counts(memory).below.assign(64 * static_cast<std::size_t>(up_.wordsPerRow()), 0);
  }

  Change flipped(Memory& memory, const FlipNeurons& below,
                 const FlipNeurons& above) const override {
    updateCounts(down_, up_, below, counts(memory).above);
    updateCounts(up_, down_, above, counts(memory).below);
    return {below.flips() > 0, above.flips() > 0};
  }

  void sendUp(const Memory& memory, int activeBelow, kernels::BitInput& input) const override {
    input.base = biases_.data();
    input.below = {counts(memory).above.data(), activeBelow, alpha_};
  }
  void sendDown(const Memory& memory, int activeAbove, kernels::BitInput& input) const override {
    input.above = {counts(memory).below.data(), activeAbove, alpha_};
  }
  bool writesBase() const override { return false; }

 private:
  struct Counts final : Memory {
    std::vector<std::int16_t> above, below;  ///< of the neurons above and below
  };
  static Counts& counts(Memory& memory) { return static_cast<Counts&>(memory); }
  static const Counts& counts(const Memory& memory) { return static_cast<const Counts&>(memory); }

  MapShape below_;
  SignMatrix up_, down_;  ///< a row per neuron above, a row per neuron below
  float alpha_ = 0;
  Vector biases_;
};

}  // namespace

std::unique_ptr<FlipLink> makeDenseFlipLink(const NetworkSpec& network, int n) {
  return std::make_unique<DenseFlipLink>(network, n);
}

}  // namespace nudge
