#include "core/learning/Trainer.h"

#include <algorithm>

#include "core/base/Random.h"
#include "core/learning/Prediction.h"
#include "core/learning/ThroughTime.h"

namespace nudge {

namespace {

// Draws of tests are told from those of mini-batches by their highest bit.
constexpr std::uint64_t kTests = std::uint64_t{1} << 63;

template <class Values>
void keepWithin(double limit, Values& values) {
  if (limit <= 0) return;
  const auto most = static_cast<float>(limit);
  values = values.cwiseMax(-most).cwiseMin(most);
}

}  // namespace

Trainer::Trainer(const NetworkSpec& network, const MachineSettings& machine,
                 const LearningSettings& learning, Parameters parameters, std::uint64_t seed)
    : network_(network),
      machineSettings_(machine),
      learning_(learning),
      parameters_(std::move(parameters)),
      seed_(seed),
      machine_(makeMachine(network, machine)),
      optimizer_(makeOptimizer(network, learning, seed)),
      wires_(static_cast<std::size_t>(network.depth())) {
  for (int n = 2; network.inCells() && n <= network.depth(); ++n)
    wires_[static_cast<std::size_t>(n - 1)] = network.cellLayout().wires(n);
}

float nudgingFactor(const LearningSettings& learning, std::uint64_t seed, std::uint64_t step) {
  const auto beta = static_cast<float>(learning.beta);
  if (learning.estimator != EstimatorKind::RandomSign) return beta;
  return (Random(seed, Purpose::NudgeSign, step)() & 1U) != 0 ? beta : -beta;
}

BatchResult Trainer::train(const Batch& batch, std::uint64_t step, const std::stop_token& stop) {
  machine_->settle(parameters_, batch, nullptr, nullptr, {stop, nullptr, {seed_, step}}, free_);
  estimate(batch, step, stop);
  BatchResult result = judge(batch);
  result.flips = update();
  return result;
}

void Trainer::estimate(const Batch& batch, std::uint64_t step, const std::stop_token& stop) {
  const SettleOptions options{stop, nullptr, {seed_, step}};
  const Nudge nudge = learning_.nudgeWith(nudgingFactor(learning_, seed_, step));
  machine_->settle(parameters_, batch, &nudge, &free_, options, nudged_);
  switch (learning_.estimator) {
    case EstimatorKind::Symmetric: {
      const Nudge opposite{-nudge.beta, nudge.kind};
      machine_->settle(parameters_, batch, &opposite, &free_, options, opposite_);
      return contrast(network_, nudged_, opposite_, batch.inputs, 2 * nudge.beta, gradient_);
    }
    case EstimatorKind::ThroughTime:
      return gradientThroughTime(network_, Dynamics::of(network_, machineSettings_), parameters_,
                                 batch, free_, machineSettings_.nudgeSteps, stop, gradient_);
    case EstimatorKind::OneSided:
    case EstimatorKind::RandomSign:
    case EstimatorKind::ContrastiveHebbian:
    case EstimatorKind::Coupled:
      return contrast(network_, nudged_, free_, batch.inputs, nudge.beta, gradient_);
  }
}

BatchResult Trainer::test(const Batch& batch, std::uint64_t number, const std::stop_token& stop) {
  const Draw draw{seed_, kTests | number};
  machine_->settle(parameters_, batch, nullptr, nullptr, {stop, nullptr, draw}, free_);
  return judge(batch);
}

void Trainer::change(const MachineSettings& machine, const LearningSettings& learning) {
  // A chip would have to be connected and embedded anew.
  if (!(machine == machineSettings_)) machine_ = makeMachine(network_, machine);
  machineSettings_ = machine;
  learning_ = learning;
  optimizer_->setRates(learning);
}

BatchResult Trainer::judge(const Batch& batch) const {
  const Matrix& outputs = free_.reads == 1 ? free_.outputs() : meanOutputs(free_);
  BatchResult result;
  result.samples = batch.samples();
  result.errors = countErrors(predictByMean(outputs, network_.perClass), batch.labels);
  result.errorsSingle = countErrors(predictBySingle(outputs, network_.perClass), batch.labels);
  result.loss = losses(outputs, batch.targets).sum();
  return result;
}

std::vector<std::uint64_t> Trainer::update() {
  std::vector<std::uint64_t> flips;
  for (std::size_t n = 0; n < parameters_.layers.size(); ++n) {
    LayerParameters& layer = parameters_.layers[n];
    const LayerGradient& gradient = gradient_.layers[n];
    const WeightUpdate update = optimizer_->update(n, gradient, layer);
    flips.push_back(update.flips);
    const Vector oldBiases = layer.biases;
    layer.biases += static_cast<float>(perLayer(learning_.biasRate, n)) * gradient.bias;
    if (learning_.scaling == ScalingKind::Learnt) updateScaling(n, update, oldBiases);
    limitWeights(n);
    keepWithin(learning_.biasLimit, layer.biases);
  }
  return flips;
}

void Trainer::limitWeights(std::size_t index) {
  Weights& weights = parameters_.layers[index].weights;
  if (learning_.cellLimits.empty() || wires_[index].empty())
    return keepWithin(learning_.weightLimit, weights);
  for (const CellWire& wire : wires_[index]) {
    const double limit = learning_.cellLimits[wire.inside ? 0 : 1];
    if (limit <= 0) continue;
    float& weight = weights(wire.above, wire.below);
    weight = std::clamp(weight, static_cast<float>(-limit), static_cast<float>(limit));
  }
}

/// g_α = ½⟨g_W, αw⟩ for a matrix, and without the half in convolutional networks, where a channel's
/// product also takes in its bias [C.1–C.7]. The true derivative is ⟨g_W, w⟩: the published rates
/// are meant for these, with the half and with the scaled weights.
void Trainer::updateScaling(std::size_t index, const WeightUpdate& update,
                            const Vector& oldBiases) {
  LayerParameters& layer = parameters_.layers[index];
  const double half = network_.convolutional() ? 1 : 0.5;
  Eigen::VectorXd slope = half * layer.scaling.cast<double>().cwiseProduct(update.alignment);
  if (network_.isConvolution(static_cast<int>(index) + 1)) {
    slope += gradient_.layers[index].bias.cast<double>().cwiseProduct(oldBiases.cast<double>());
  }
  const double rate = perLayer(learning_.scalingRate, index) * learning_.scalingDecayAt(epoch_);
  layer.scaling += (rate * slope).cast<float>();
}

}  // namespace nudge
