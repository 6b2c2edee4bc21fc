// Binary neurons of binary weights: layers send each other bits, few neurons flip in a step, and
// links keep up to date what the flips change.
#include <algorithm>
#include <optional>

#include "core/base/Lease.h"
#include "core/machine/BinaryDrive.h"
#include "core/machine/ConvolutionDrive.h"
#include "core/machine/FlipLink.h"
#include "core/machine/IntegerNeurons.h"
#include "core/machine/SampleSlice.h"
#include "core/network/PaddedMaps.h"

namespace nudge {

namespace {

// Counts of this many neurons still fit sixteen bits.
constexpr int kMostCounted = 32767;

/// One layer of one sample; convolutional layers in pixel order.
struct LayerBits {
  FlipNeurons neurons;
  Vector states;  ///< of convolutional layers; others stay where the job has them
  Vector base;    ///< of the input, where more than one thing adds to it
  bool baseIsOld = true;
  std::unique_ptr<FlipLink::Memory> memory;  ///< of the link below, from layer 2 on
};

struct SampleBits {
  std::vector<LayerBits> layers;
  Vector drive;  ///< in pixel order
  std::vector<float> outputInput;

  LayerBits& layer(int n) { return layers[static_cast<std::size_t>(n - 1)]; }
};

class FlipEngine final : public Engine {
 public:
  FlipEngine(NetworkSpec network, const Dynamics& dynamics)
      : network_(std::move(network)), dynamics_(dynamics) {
    if (dynamics.integerBits > 0) integers_.emplace(dynamics.integerBits);
    for (int n = 2; n <= network_.depth(); ++n) {
      links_.push_back(network_.isConvolution(n) ? makeConvolutionFlipLink(network_, n)
                                                 : makeDenseFlipLink(network_, n));
    }
  }

  int sliceWidth() const override { return 1; }
  void computeDrive(const Parameters& parameters, const Matrix& inputs, Settled& into) override {
    if (network_.convolutional()) return convolutionDrive(network_, parameters, inputs, into);
    binaryDrive_.compute(parameters.layer(1), inputs, into.drive);
  }
  void prepare(const Parameters& parameters) override {
    for (int n = 2; n <= network_.depth(); ++n) link(n).prepare(parameters.layer(n));
  }
  std::unique_ptr<Slice> slice(const Job& job, int first, int count) override;

 private:
  friend class FlipSlice;

  FlipLink& link(int n) const { return *links_[static_cast<std::size_t>(n - 2)]; }

  NetworkSpec network_;
  Dynamics dynamics_;
  std::optional<IntegerNeurons> integers_;  ///< where states are integers
  BinaryDrive binaryDrive_;
  std::vector<std::unique_ptr<FlipLink>> links_;  ///< of the layers from 2 on
  LeasePool<SampleBits> samples_;
};

class FlipSlice final : public SampleSlice<SampleBits> {
 public:
  FlipSlice(FlipEngine& engine, const Job& job, int first, int count)
      : SampleSlice(job, first), engine_(engine), network_(engine.network_) {
    take(engine.samples_, count);
  }

 private:
  std::size_t size(int n) const { return static_cast<std::size_t>(job().states(n).rows()); }
  /// Where the states of a layer are worked on.
  float* states(SampleBits& sample, int n, int index) const {
    return network_.isConvolution(n) ? sample.layer(n).states.data()
                                     : job().states(n).col(index).data();
  }

  void load(SampleBits& sample, int index) override;
  void storeSample(SampleBits& sample, int index) override;
  kernels::BitInput inputOf(SampleBits& sample, int n, int index);
  bool stepSample(SampleBits& sample, int index) override;
  bool stepHidden(const kernels::BitInput& input, float* states, std::uint64_t* active,
                  std::size_t count) const;
  bool stepOutputs(SampleBits& sample, int index);
  void takeInFlips(SampleBits& sample);

  FlipEngine& engine_;
  const NetworkSpec& network_;
};

void FlipSlice::load(SampleBits& sample, int index) {
  sample.layers.resize(static_cast<std::size_t>(network_.depth()));
  sample.outputInput.resize(size(network_.depth()));
  if (network_.convolutional()) {
    sample.drive.resize(job().drive.rows());
    toPixels(network_.shape(1), job().drive.col(index).data(), sample.drive.data());
  }
  for (int n = 1; n <= network_.depth(); ++n) {
    LayerBits& layer = sample.layer(n);
    if (network_.isConvolution(n)) {
      layer.states.resize(job().states(n).rows());
      toPixels(network_.shape(n), job().states(n).col(index).data(), layer.states.data());
    }
    layer.baseIsOld = true;
    layer.neurons.reset(network_.size(n));
    kernels::thresholdBits(states(sample, n, index), layer.neurons.active(), size(n));
    if (n == 1) continue;
    if (layer.memory == nullptr) layer.memory = engine_.link(n).makeMemory();
    engine_.link(n).reset(*layer.memory);
  }
  takeInFlips(sample);
}

void FlipSlice::storeSample(SampleBits& sample, int index) {
  for (int n = 1; n <= network_.depth(); ++n) {
    LayerBits& layer = sample.layer(n);
    float* const activations = job().activations(n).col(index).data();
    if (!network_.isConvolution(n)) {
      kernels::expandBits(layer.neurons.active(), activations, size(n));
      continue;
    }
    const MapShape shape = network_.shape(n);
    toChannels(shape, layer.states.data(), job().states(n).col(index).data());
    layer.base.resize(static_cast<Eigen::Index>(size(n)));
    kernels::expandBits(layer.neurons.active(), layer.base.data(), size(n));
    layer.baseIsOld = true;
    toChannels(shape, layer.base.data(), activations);
    if (n == 1) continue;
    toChannels(shape, engine_.link(n).choices(*layer.memory),
               job().state.choices[static_cast<std::size_t>(n - 1)].col(index).data());
  }
}

kernels::BitInput FlipSlice::inputOf(SampleBits& sample, int n, int index) {
  kernels::BitInput input;
  LayerBits& layer = sample.layer(n);
  if (n == 1) {
    input.base = network_.convolutional() ? sample.drive.data() : job().drive.col(index).data();
  } else {
    engine_.link(n).sendUp(*layer.memory, sample.layer(n - 1).neurons.count(), input);
  }
  if (n == network_.depth()) return input;
  const FlipLink& above = engine_.link(n + 1);
  const FlipLink::Memory& memory = *sample.layer(n + 1).memory;
  if (!above.writesBase()) {
    above.sendDown(memory, sample.layer(n + 1).neurons.count(), input);
    return input;
  }
  if (layer.baseIsOld) {
    layer.base = Eigen::Map<const Vector>(input.base, static_cast<Eigen::Index>(size(n)));
    above.addDown(memory, layer.base.data());
    layer.baseIsOld = false;
  }
  input.base = layer.base.data();
  return input;
}

bool FlipSlice::stepSample(SampleBits& sample, int index) {
  // What links send is that of the old states until all layers have moved.
  const int depth = network_.depth();
  bool changed = false;
  for (int n = 1; n < depth; ++n) {
    changed |= stepHidden(inputOf(sample, n, index), states(sample, n, index),
                          sample.layer(n).neurons.active(), size(n));
  }
  changed |= stepOutputs(sample, index);
  takeInFlips(sample);
  return changed;
}

bool FlipSlice::stepHidden(const kernels::BitInput& input, float* states, std::uint64_t* active,
                           std::size_t count) const {
  if (engine_.integers_) return engine_.integers_->step(input, states, active, count);
  return kernels::stepBits(engine_.dynamics_.rule, input, states, active, count);
}

bool FlipSlice::stepOutputs(SampleBits& sample, int index) {
  const int depth = network_.depth();
  float* const outputs = job().states(depth).col(index).data();
  std::uint64_t* const active = sample.layer(depth).neurons.active();
  const kernels::BitInput input = inputOf(sample, depth, index);
  const OutputNudge nudge = job().outputNudge(index);
  if (engine_.integers_)
    return engine_.integers_->stepOutputs(nudge, input, outputs, active, size(depth));
  kernels::gatherBitInput(input, sample.outputInput.data(), size(depth));
  const bool changed =
      nudge::stepOutputs(engine_.dynamics_, nudge, sample.outputInput.data(), outputs,
                         job().activations(depth).col(index).data(), size(depth));
  kernels::thresholdBits(outputs, active, size(depth));
  return changed;
}

void FlipSlice::takeInFlips(SampleBits& sample) {
  for (LayerBits& layer : sample.layers) layer.neurons.listFlips();
  for (int n = 2; n <= network_.depth(); ++n) {
    const FlipLink::Change change = engine_.link(n).flipped(
        *sample.layer(n).memory, sample.layer(n - 1).neurons, sample.layer(n).neurons);
    sample.layer(n).baseIsOld |= change.up;
    sample.layer(n - 1).baseIsOld |= change.down;
  }
}

std::unique_ptr<Slice> FlipEngine::slice(const Job& job, int first, int count) {
  return std::make_unique<FlipSlice>(*this, job, first, count);
}

}  // namespace

bool canFlip(const NetworkSpec& network) {
  if (!network.binaryWeights() || !network.binaryActivations()) return false;
  if (network.convolutional() && network.pooling != Pooling::Max) return false;
  for (int n = 2; n <= network.depth(); ++n) {
    if (network.fanIn(n) > kMostCounted ||
        (!network.isConvolution(n) && network.size(n) > kMostCounted))
      return false;
  }
  return true;
}

std::unique_ptr<Engine> makeFlipEngine(const NetworkSpec& network, const Dynamics& dynamics) {
  return std::make_unique<FlipEngine>(network, dynamics);
}

}  // namespace nudge
