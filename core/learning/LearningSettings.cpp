#include "core/learning/LearningSettings.h"

#include <fmt/format.h>

namespace nudge {

namespace {

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
  t.add(&LearningSettings::weightRate, "weight_rate", "Learning rate of weights", "η_W",
        "Gradient ascent only; one value a layer or one for all")
      .range(0, 1e3)
      .changesLive();
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
           {"random-sign", "Random sign", "the sign of β is drawn for every mini-batch"}})
        .from("section 3.2");
    t.add(&LearningSettings::optimizer, "optimizer", "Optimiser",
          "How a gradient changes the weights",
          {{"bop", "BOP (binary)", "flips weights whose momentum opposes them by more than τ"},
           {"sgd", "Gradient ascent (real)", "W ← W + η_W·g"}})
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

std::vector<std::string> LearningSettings::problems(const NetworkSpec& network) const {
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
  if (beta == 0)
    found.emplace_back("learning.beta: is 0; a nudge needs a β other than 0, such as 0.3.");
  const bool binary = network.weights == WeightKind::Binary;
  if (binary && optimizer == OptimizerKind::Sgd) {
    found.emplace_back(
        "learning.optimizer: \"sgd\" cannot change binary weights; use \"bop\", or real weights.");
  }
  if (!binary && optimizer == OptimizerKind::Bop) {
    found.emplace_back(
        "learning.optimizer: \"bop\" needs binary weights; use \"sgd\", or binary weights.");
  }
  if (!binary && scaling == ScalingKind::Learnt) {
    found.emplace_back(
        "learning.scaling: real weights have no scaling factor to learn; use \"fixed\".");
  }
  return found;
}

}  // namespace nudge
