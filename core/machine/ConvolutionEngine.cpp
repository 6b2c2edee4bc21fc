// Convolutional networks in floating point, one sample at a time: any activation, any weights.
// Inside, maps lie channel by channel within a pixel, so that the weights of all channels of a
// layer lie beside each other.
#include <algorithm>
#include <optional>

#include "core/base/Lease.h"
#include "core/machine/ConvolutionDrive.h"
#include "core/machine/LookupConvolution.h"
#include "core/machine/SampleSlice.h"
#include "core/machine/TileConvolution.h"

namespace nudge {

namespace {

/// One layer of one sample, convolutional layers in pixel order.
struct LayerBuffers {
  Vector states, activations, input;
  std::vector<std::int32_t> choice;
  std::vector<float> padded;       ///< activations, for the convolution above
  std::vector<float> spread;       ///< what the convolution above sends down
  TileConvolution::Buffers tiles;  ///< of both, where the convolution above is of tiles
  LookupConvolution::Buffers lookups;
};

struct SampleBuffers {
  std::vector<LayerBuffers> layers;
  Vector drive;
};

class ConvolutionEngine final : public Engine {
 public:
  ConvolutionEngine(NetworkSpec network, const Dynamics& dynamics)
      : network_(std::move(network)), dynamics_(dynamics) {
    const auto depth = static_cast<std::size_t>(network_.depth());
    convolutions_.resize(depth);
    tiles_.resize(depth);
    lookups_.resize(depth);
    dense_.resize(depth);
    for (int n = 1; network_.isConvolution(n); ++n)
      convolutions_[static_cast<std::size_t>(n - 1)].maps = PaddedMaps(network_.convolution(n));
  }

  int sliceWidth() const override { return 1; }
  void computeDrive(const Parameters& parameters, const Matrix& inputs, Settled& into) override {
    convolutionDrive(network_, parameters, inputs, into);
  }
  void prepare(const Parameters& parameters) override;
  std::unique_ptr<Slice> slice(const Job& job, int first, int count) override;

 private:
  friend class ConvolutionSlice;

  const PackedConvolution& convolution(int n) const {
    return convolutions_[static_cast<std::size_t>(n - 1)];
  }
  const TileConvolution* tiles(int n) const {
    const auto& tiles = tiles_[static_cast<std::size_t>(n - 1)];
    return tiles ? &*tiles : nullptr;
  }
  const LookupConvolution* lookups(int n) const {
    const auto& lookups = lookups_[static_cast<std::size_t>(n - 1)];
    return lookups ? &*lookups : nullptr;
  }
  const Weights& dense(int n) const { return dense_[static_cast<std::size_t>(n - 1)]; }
  bool maxPooled() const { return network_.pooling == Pooling::Max; }
  /// Not for windows of binary activations: they are full of ties, which one order of sums breaks
  /// one way and another another.
  bool usesSigns() const {
    return network_.binaryWeights() && !(dynamics_.rule.binary && maxPooled());
  }

  NetworkSpec network_;
  Dynamics dynamics_;
  std::vector<PackedConvolution> convolutions_;
  /// In place of these where they serve: both ways, or upwards alone.
  std::vector<std::optional<TileConvolution>> tiles_;
  std::vector<std::optional<LookupConvolution>> lookups_;
  std::vector<Weights> dense_;  ///< α·w of the classifier; its first takes maps in pixel order
  LeasePool<SampleBuffers> buffers_;
};

class ConvolutionSlice final : public SampleSlice<SampleBuffers> {
 public:
  ConvolutionSlice(ConvolutionEngine& engine, const Job& job, int first, int count)
      : SampleSlice(job, first), engine_(engine), network_(engine.network_) {
    take(engine.buffers_, count);
  }

 private:
  static LayerBuffers& layer(SampleBuffers& sample, int n) {
    return sample.layers[static_cast<std::size_t>(n - 1)];
  }
  /// ρ(s) of layer n.
  Vector& active(SampleBuffers& sample, int n) const {
    LayerBuffers& buffers = layer(sample, n);
    return engine_.dynamics_.rule.binary ? buffers.activations : buffers.states;
  }

  void load(SampleBuffers& sample, int index) override;
  void storeSample(SampleBuffers& sample, int index) override;
  bool stepSample(SampleBuffers& sample, int index) override;
  void gatherFromBelow(SampleBuffers& sample, int n);
  void gatherFromAbove(SampleBuffers& sample, int n);

  ConvolutionEngine& engine_;
  const NetworkSpec& network_;
};

void ConvolutionEngine::prepare(const Parameters& parameters) {
  for (int n = 2; n <= network_.depth(); ++n) {
    const auto index = static_cast<std::size_t>(n - 1);
    if (network_.isConvolution(n)) {
      const LayerParameters& layer = parameters.layer(n);
      const Convolution& convolution = network_.convolution(n);
      if (usesSigns() && TileConvolution::serves(convolution)) {
        tiles_[index].emplace(convolutions_[index].maps, layer);
        continue;
      }
      convolutions_[index].pack(layer);
      if (usesSigns() && LookupConvolution::serves(convolution))
        lookups_[index].emplace(convolutions_[index]);
      continue;
    }
    dense_[index] = parameters.layer(n).product();
    if (!network_.isConvolution(n - 1)) continue;
    const Weights inChannels = dense_[index];
    for (Eigen::Index i = 0; i < inChannels.rows(); ++i)
      toPixels(network_.shape(n - 1), inChannels.row(i).data(), dense_[index].row(i).data());
  }
}

std::unique_ptr<Slice> ConvolutionEngine::slice(const Job& job, int first, int count) {
  return std::make_unique<ConvolutionSlice>(*this, job, first, count);
}

void ConvolutionSlice::load(SampleBuffers& sample, int index) {
  sample.layers.resize(static_cast<std::size_t>(network_.depth()));
  sample.drive.resize(job().drive.rows());
  toPixels(network_.shape(1), job().drive.col(index).data(), sample.drive.data());
  for (int n = 1; n <= network_.depth(); ++n) {
    LayerBuffers& buffers = layer(sample, n);
    const MapShape shape = network_.shape(n);
    buffers.states.resize(network_.size(n));
    buffers.input.resize(network_.size(n));
    toPixels(shape, job().states(n).col(index).data(), buffers.states.data());
    if (engine_.dynamics_.rule.binary) {
      buffers.activations.resize(network_.size(n));
      toPixels(shape, job().activations(n).col(index).data(), buffers.activations.data());
    }
    buffers.choice.resize(static_cast<std::size_t>(network_.size(n)));
    if (!network_.isConvolution(n + 1)) continue;
    // What a lease last held may have had another shape.
    if (const TileConvolution* tiles = engine_.tiles(n + 1)) {
      buffers.tiles = tiles->buffers();
      continue;
    }
    const std::size_t padded = engine_.convolution(n + 1).maps.size();
    buffers.spread.resize(padded);
    if (const LookupConvolution* lookups = engine_.lookups(n + 1))
      buffers.lookups = lookups->buffers();
    else
      buffers.padded.assign(padded, 0);
  }
}

void ConvolutionSlice::storeSample(SampleBuffers& sample, int index) {
  for (int n = 1; n <= network_.depth(); ++n) {
    const LayerBuffers& buffers = layer(sample, n);
    const MapShape shape = network_.shape(n);
    toChannels(shape, buffers.states.data(), job().states(n).col(index).data());
    if (engine_.dynamics_.rule.binary)
      toChannels(shape, buffers.activations.data(), job().activations(n).col(index).data());
    if (n >= 2 && network_.isConvolution(n) && engine_.maxPooled()) {
      toChannels(shape, buffers.choice.data(),
                 job().state.choices[static_cast<std::size_t>(n - 1)].col(index).data());
    }
  }
}

void ConvolutionSlice::gatherFromBelow(SampleBuffers& sample, int n) {
  LayerBuffers& buffers = layer(sample, n);
  if (n == 1) {
    buffers.input = sample.drive;
  } else if (network_.isConvolution(n)) {
    const PackedConvolution& packed = engine_.convolution(n);
    LayerBuffers& below = layer(sample, n - 1);
    std::int32_t* choice = engine_.maxPooled() ? buffers.choice.data() : nullptr;
    const float* values = active(sample, n - 1).data();
    if (const TileConvolution* tiles = engine_.tiles(n))
      return tiles->gather(values, below.tiles, buffers.input.data(), choice);
    if (const LookupConvolution* lookups = engine_.lookups(n))
      return lookups->gather(values, below.lookups, buffers.input.data(), choice);
    packed.maps.pad(values, below.padded.data());
    kernels::convolvePooled(packed.maps.kernel(), below.padded.data(), packed.up.data(),
                            packed.biases.data(), buffers.input.data(), choice);
  } else {
    buffers.input = job().parameters.layer(n).biases;
    buffers.input.noalias() += engine_.dense(n) * active(sample, n - 1);
  }
}

void ConvolutionSlice::gatherFromAbove(SampleBuffers& sample, int n) {
  LayerBuffers& buffers = layer(sample, n);
  if (!network_.isConvolution(n + 1)) {
    buffers.input.noalias() += engine_.dense(n + 1).transpose() * active(sample, n + 1);
    return;
  }
  const PackedConvolution& packed = engine_.convolution(n + 1);
  const float* values = active(sample, n + 1).data();
  const std::int32_t* choice = engine_.maxPooled() ? layer(sample, n + 1).choice.data() : nullptr;
  if (const TileConvolution* tiles = engine_.tiles(n + 1))
    return tiles->send(values, choice, buffers.tiles, buffers.input.data());
  std::fill(buffers.spread.begin(), buffers.spread.end(), 0.0F);
  packed.spread(values, choice, buffers.spread.data());
  packed.maps.addInside(buffers.spread.data(), buffers.input.data());
}

bool ConvolutionSlice::stepSample(SampleBuffers& sample, int index) {
  const int depth = network_.depth();
  // All inputs come from the old states, before any state moves.
  for (int n = 1; n <= depth; ++n) gatherFromBelow(sample, n);
  for (int n = 1; n < depth; ++n) gatherFromAbove(sample, n);
  bool changed = false;
  for (int n = 1; n < depth; ++n) {
    LayerBuffers& buffers = layer(sample, n);
    changed |= kernels::updateStates(engine_.dynamics_.rule, buffers.input.data(),
                                     buffers.states.data(), buffers.activations.data(),
                                     static_cast<std::size_t>(buffers.states.size()));
  }
  LayerBuffers& top = layer(sample, depth);
  return stepOutputs(engine_.dynamics_, job().outputNudge(index), top.input.data(),
                     top.states.data(), top.activations.data(),
                     static_cast<std::size_t>(top.states.size())) ||
         changed;
}

}  // namespace

std::unique_ptr<Engine> makeConvolutionEngine(const NetworkSpec& network,
                                              const Dynamics& dynamics) {
  return std::make_unique<ConvolutionEngine>(network, dynamics);
}

}  // namespace nudge
