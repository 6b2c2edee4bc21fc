#include "core/learning/LearningSettings.h"

#include <fmt/format.h>

namespace nudge {

namespace {

constexpr int kMostStepsThroughTime = 1000;

void addRates(FieldTable<LearningSettings>& t) {
  t.add(&LearningSettings::gamma, "gamma", "BOP adaptivity", "γ",
        "Share of the new gradient in the momentum: m ← (1 − γ)·m + γ·g; one value a layer or one "
        "for all")
      .above(0, 1)
      .from("algorithm 5")
      .changesLive();
  t.add(&LearningSettings::tau, "tau", "BOP threshold", "τ",
        "A weight flips when its momentum opposes it by more than τ; one value a layer or one for "
        "all")
      .range(0, 1e6)
      .from("algorithm 5")
      .changesLive();
  t.add(&LearningSettings::momentumStart, "momentum_start", "Initial momenta of BOP",
        "Random ones flip a fifth of the weights at once",
        {{"zero", "Zero", "m = 0"}, {"random", "Random", "m = 2γ(1 − γ)·N(0, 1)"}})
      .folded();
  t.add(&LearningSettings::biasRate, "bias_rate", "Learning rate of biases", "η_b",
        "One value a layer or one for all")
      .range(0, 1e3)
      .changesLive();
  t.add(&LearningSettings::scaling, "scaling", "Scaling factors α", "Whether α is learnt",
        {{"fixed", "Fixed", "α stays as it was drawn"},
         {"learnt", "Learnt", "α ← α + η_α·g_α after every mini-batch"}})
      .from("equations 4.3, C.1–C.7");
  t.add(&LearningSettings::scalingRate, "scaling_rate", "Learning rate of α", "η_α",
        "Where α is learnt; one value a layer or one for all")
      .range(0, 1e3)
      .changesLive();
  t.add(&LearningSettings::scalingDecay, "scaling_decay", "Decay of η_α", "",
        "What the learning rate of α is multiplied by at the epochs below")
      .above(0, 1)
      .changesLive()
      .folded();
  t.add(&LearningSettings::scalingDecayEpochs, "scaling_decay_epochs", "Epochs of the decay", "",
        "Epochs, counted from 1, at whose beginning the learning rate of α decays")
      .range(1, 100'000)
      .changesLive()
      .folded();
  t.add(&LearningSettings::weightRate, "weight_rate", "Learning rate of weights", "η_W",
        "Gradient ascent, Adam and latent weights; one value a layer or one for all")
      .range(0, 1e3)
      .changesLive();
  t.add(&LearningSettings::inertia, "momentum", "Momentum", "μ",
        "Gradient ascent only: v ← μ·v + g, W ← W + η_W·v")
      .range(0, 0.9999)
      .changesLive();
  t.add(&LearningSettings::weightLimit, "weight_limit", "Largest weight", "",
        "Real weights are kept within ± this after every update, as a chip's couplings are; 0: no "
        "limit")
      .range(0, 1e6)
      .from("section 5.3")
      .folded();
  t.add(&LearningSettings::cellLimits, "cell_limits", "Largest weights of cells", "",
        "In a network that fills a chip's cells: the limits of couplers within a cell, which meet "
        "four at every qubit, and of those between cells, which meet two; empty: the limit above")
      .range(0, 1e6)
      .upTo(2)
      .from("section 5.5")
      .folded();
  t.add(&LearningSettings::biasLimit, "bias_limit", "Largest bias", "",
        "Biases are kept within ± this after every update; 0: no limit")
      .range(0, 1e6)
      .from("section 5.3")
      .folded();
}

}  // namespace

const Fields<LearningSettings>& LearningSettings::fields() {
  static const Fields<LearningSettings> table = [] {
    FieldTable<LearningSettings> t;
    t.add(&LearningSettings::beta, "beta", "Nudging factor", "β",
          "How hard the outputs are pulled towards the target; binary outputs with β < −1 run into "
          "the "
          "clamp, since (1 + β) then drives them away from rest")
        .range(-100, 100)
        .from("section 3.2")
        .changesLive();
    t.add(&LearningSettings::estimator, "estimator", "Gradient estimator",
          "How two phases make a gradient",
          {{"one-sided", "One-sided", "(nudged(+β) − free)/β"},
           {"random-sign", "Random sign", "the sign of β is drawn for every mini-batch"},
           {"symmetric", "Symmetric",
            "(nudged(+β) − nudged(−β))/(2β), both from the free state: no error of order β"},
           {"contrastive-hebbian", "Contrastive Hebbian",
            "the outputs are clamped to the target in the second phase"},
           {"coupled", "Coupled learning",
            "the outputs are clamped a fraction β of the way to the target"},
           {"bptt", "Backpropagation through time",
            "the exact gradient through the last K steps, as a reference; real activations only"}})
        .from("section 3.2");
    t.add(&LearningSettings::nudge, "nudge", "Nudge", "How the outputs are pulled",
          {{"elastic", "Elastic", "the force is β(ŷ − s), like a spring"},
           {"constant", "Constant",
            "the force is β(ŷ − s) with s as the free phase left it: it cannot run away"}})
        .from("section 4.3");
    t.add(&LearningSettings::optimizer, "optimizer", "Optimiser",
          "How a gradient changes the weights",
          {{"bop", "BOP (binary)", "flips weights whose momentum opposes them by more than τ"},
           {"sgd", "Gradient ascent (real)", "W ← W + η_W·g, with momentum if asked for"},
           {"adam", "Adam (real)", "steps of even size whatever the gradient's"},
           {"latent", "Latent weights (binary)",
            "real weights behind the binary ones gather the gradient"}})
        .from("algorithms 5–6");
    addRates(t);
    t.add(&LearningSettings::batch, "batch", "Mini-batch", "B",
          "Samples that one update averages over")
        .range(1, 100'000)
        .in("samples");
    t.add(&LearningSettings::epochs, "epochs", "Epochs", "",
          "Times the whole training set is shown")
        .range(1, 100'000)
        .in("epochs")
        .changesLive();
    return std::move(t).take();
  }();
  return table;
}

namespace {

void optimizerProblems(const LearningSettings& learning, const NetworkSpec& network,
                       std::vector<std::string>& found) {
  const bool binary = network.binaryWeights();
  const bool forBinary =
      learning.optimizer == OptimizerKind::Bop || learning.optimizer == OptimizerKind::Latent;
  if (binary && !forBinary) {
    found.emplace_back(
        "learning.optimizer: gradient ascent and Adam cannot change binary weights; use \"bop\" or "
        "\"latent\", or real weights.");
  }
  if (!binary && forBinary) {
    found.emplace_back(
        "learning.optimizer: \"bop\" and \"latent\" need binary weights; use \"sgd\" or \"adam\", "
        "or binary weights.");
  }
  if (binary && learning.weightLimit > 0) {
    found.emplace_back(
        "learning.weight_limit: binary weights cannot grow; set it to 0, or the weights to "
        "\"real\".");
  }
  if (!binary && learning.scaling == ScalingKind::Learnt) {
    found.emplace_back(
        "learning.scaling: real weights have no scaling factor to learn; use \"fixed\".");
  }
}

void estimatorProblems(const LearningSettings& learning, const NetworkSpec& network,
                       const MachineSettings& machine, std::vector<std::string>& found) {
  const EstimatorKind estimator = learning.estimator;
  if (estimator == EstimatorKind::Coupled && !(learning.beta > 0 && learning.beta <= 1)) {
    found.push_back(fmt::format(
        "learning.beta: {} cannot be the fraction of the way to the target at which coupled "
        "learning holds the outputs; it must be greater than 0 and at most 1.",
        learning.beta));
  }
  if (estimator == EstimatorKind::ThroughTime && network.binaryActivations()) {
    found.emplace_back(
        "learning.estimator: \"bptt\" needs real activations, because a step has no slope; use "
        "another estimator, or the activation \"hardsigmoid\".");
  }
  if (estimator == EstimatorKind::ThroughTime && machine.nudgeSteps > kMostStepsThroughTime) {
    found.push_back(fmt::format(
        "machine.K: \"bptt\" keeps all of its K steps in memory; {} are more than the {} that are "
        "allowed.",
        machine.nudgeSteps, kMostStepsThroughTime));
  }
  if (machine.anneals() &&
      (estimator == EstimatorKind::ContrastiveHebbian || estimator == EstimatorKind::Coupled ||
       estimator == EstimatorKind::ThroughTime)) {
    found.emplace_back(
        "learning.estimator: an Ising machine nudges by fields; use \"one-sided\", "
        "\"random-sign\" or \"symmetric\".");
  }
  const bool clamps =
      estimator == EstimatorKind::ContrastiveHebbian || estimator == EstimatorKind::Coupled;
  if (clamps && learning.nudge == NudgeKind::Constant) {
    found.emplace_back(
        "learning.nudge: outputs that are clamped feel no force; use \"elastic\" here, or another "
        "estimator.");
  }
}

}  // namespace

std::string whyNoNudge(double beta) {
  return beta == 0 ? "learning.beta: is 0; a nudge needs a β other than 0, such as 0.3." : "";
}

std::vector<std::string> LearningSettings::problems(const NetworkSpec& network,
                                                    const MachineSettings& machine) const {
  std::vector<std::string> found;
  const auto perLayerList = [&](const char* key, const std::vector<double>& list) {
    const auto depth = static_cast<std::size_t>(network.depth());
    if (list.size() != 1 && list.size() != depth) {
      found.push_back(
          fmt::format("learning.{}: has {} values; it needs one for all layers or {}, one a layer.",
                      key, list.size(), depth));
    }
  };
  perLayerList("gamma", gamma);
  perLayerList("tau", tau);
  perLayerList("bias_rate", biasRate);
  perLayerList("weight_rate", weightRate);
  perLayerList("scaling_rate", scalingRate);
  if (!cellLimits.empty() && (cellLimits.size() != 2 || !network.inCells())) {
    found.emplace_back(
        "learning.cell_limits: has two values, of couplers within and between cells, like [0.1, "
        "0.5], for a network with network.cells; leave it empty for others.");
  }
  estimatorProblems(*this, network, machine, found);
  optimizerProblems(*this, network, found);
  return found;
}

Nudge LearningSettings::nudgeWith(float factor) const {
  if (estimator == EstimatorKind::ContrastiveHebbian) return {1, NudgeKind::Clamped};
  if (estimator == EstimatorKind::Coupled) return {factor, NudgeKind::Clamped};
  return {factor, nudge};
}

double LearningSettings::scalingDecayAt(int epoch) const {
  double factor = 1;
  for (const int from : scalingDecayEpochs) {
    if (epoch >= from) factor *= scalingDecay;
  }
  return factor;
}

}  // namespace nudge
