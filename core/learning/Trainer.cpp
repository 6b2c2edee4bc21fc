#include "core/learning/Trainer.h"

#include "core/base/Random.h"
#include "core/learning/Prediction.h"

namespace nudge {

Trainer::Trainer(const NetworkSpec& network, const MachineSettings& machine,
                 const LearningSettings& learning, Parameters parameters, std::uint64_t seed)
    : network_(network),
      learning_(learning),
      parameters_(std::move(parameters)),
      seed_(seed),
      machine_(makeMachine(network, machine)),
      optimizer_(makeOptimizer(network, learning)) {}

float nudgingFactor(const LearningSettings& learning, std::uint64_t seed, std::uint64_t step) {
  const auto beta = static_cast<float>(learning.beta);
  if (learning.estimator != EstimatorKind::RandomSign) return beta;
  return (Random(seed, Purpose::NudgeSign, step)() & 1U) != 0 ? beta : -beta;
}

BatchResult Trainer::train(const Batch& batch, std::uint64_t step, const std::stop_token& stop) {
  const SettleOptions options{stop, nullptr};
  const Nudge nudge{nudgingFactor(learning_, seed_, step)};
  machine_->settle(parameters_, batch, nullptr, nullptr, options, free_);
  machine_->settle(parameters_, batch, &nudge, &free_, options, nudged_);
  contrast(nudged_, free_, batch.inputs, nudge.beta, gradient_);
  BatchResult result = judge(batch);
  result.flips = update();
  return result;
}

BatchResult Trainer::test(const Batch& batch, const std::stop_token& stop) {
  machine_->settle(parameters_, batch, nullptr, nullptr, {stop, nullptr}, free_);
  return judge(batch);
}

void Trainer::change(const MachineSettings& machine, const LearningSettings& learning) {
  machine_ = makeMachine(network_, machine);
  learning_ = learning;
  optimizer_->setRates(learning);
}

BatchResult Trainer::judge(const Batch& batch) const {
  BatchResult result;
  result.samples = batch.samples();
  result.errors = countErrors(predictByMean(free_.outputs(), network_.perClass), batch.labels);
  result.errorsSingle =
      countErrors(predictBySingle(free_.outputs(), network_.perClass), batch.labels);
  result.loss = losses(free_.outputs(), batch.targets).sum();
  return result;
}

std::vector<std::uint64_t> Trainer::update() {
  std::vector<std::uint64_t> flips;
  for (std::size_t n = 0; n < parameters_.layers.size(); ++n) {
    LayerParameters& layer = parameters_.layers[n];
    const LayerGradient& gradient = gradient_.layers[n];
    const WeightUpdate update = optimizer_->update(n, gradient, layer);
    flips.push_back(update.flips);
    layer.biases += static_cast<float>(perLayer(learning_.biasRate, n)) * gradient.bias;
    if (learning_.scaling == ScalingKind::Learnt) {
      // g_α = ½⟨g_W, αw⟩ [C.1–C.7]. The true derivative is ⟨g_W, w⟩: the published rates are meant
      // for this one, with its half and with the scaled weights.
      const double slope = 0.5 * static_cast<double>(layer.scaling) * update.alignment;
      layer.scaling += static_cast<float>(perLayer(learning_.scalingRate, n) * slope);
    }
  }
  return flips;
}

}  // namespace nudge
