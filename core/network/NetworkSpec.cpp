#include "core/network/NetworkSpec.h"

#include <fmt/format.h>

namespace nudge {

namespace {
// Products of two sizes must fit memory's reach long before they overflow.
constexpr long long kMostSynapses = 2'000'000'000;
}  // namespace

const Fields<NetworkSpec>& NetworkSpec::fields() {
  static const Fields<NetworkSpec> table = [] {
    FieldTable<NetworkSpec> t;
    t.add(&NetworkSpec::layers, "layers", "Layers", "",
          "Neurons of every layer from the input to the outputs")
        .range(1, 1'000'000)
        .upTo(33)
        .in("neurons");
    t.add(&NetworkSpec::perClass, "per_class", "Outputs per class", "N_perclass",
          "Every output is repeated this often, so that an error reaches more of the layer below")
        .range(1, 10'000)
        .from("section 4.3.2");
    t.add(&NetworkSpec::activation, "activation", "Activation ρ(s)",
          "What a neuron shows to its neighbours",
          {{"hardsigmoid", "Hardsigmoid", "ρ(s) = clamp(s, 0, 1)"},
           {"heaviside", "Heaviside (binary)", "ρ(s) = 1 if s ≥ ½, else 0"}})
        .from("equations 4.5–4.9");
    t.add(&NetworkSpec::pseudoWidth, "sigma", "Pseudo-derivative half-width", "σ",
          "Heaviside only: ρ̂'(s) = 1/(2σ) where |s − ½| ≤ σ, else 0")
        .above(0, 10)
        .from("equation 4.9")
        .folded();
    t.add(&NetworkSpec::weights, "weights", "Weights", "What a weight can be",
          {{"binary", "Binary ±α", "W = α·w with w = ±1"}, {"real", "Real", "any number"}})
        .from("section 3.3");
    t.add(&NetworkSpec::biases, "biases", "Initial biases", "How biases start",
          {{"uniform", "Uniform ±1/√fan-in", ""}, {"zero", "Zero", ""}})
        .from("algorithm 7")
        .folded();
    t.add(&NetworkSpec::roundScaling, "round_scaling", "Round initial α", "",
          "Round the initial scaling factors to four decimals, as the published runs do")
        .from("algorithm 7")
        .folded();
    return std::move(t).take();
  }();
  return table;
}

long long NetworkSpec::neurons() const {
  long long sum = 0;
  for (int n = 1; n <= depth(); ++n) sum += size(n);
  return sum;
}

long long NetworkSpec::synapses() const {
  long long sum = 0;
  for (int n = 1; n <= depth(); ++n) sum += static_cast<long long>(size(n)) * size(n - 1);
  return sum;
}

long long NetworkSpec::weightBits() const {
  return synapses() * (weights == WeightKind::Binary ? 1 : 32);
}

std::vector<std::string> NetworkSpec::problems() const {
  std::vector<std::string> found;
  if (layers.size() < 2) {
    found.emplace_back(
        "network.layers: needs at least the inputs and the outputs, like [784, 10].");
    return found;
  }
  if (outputs() % perClass != 0) {
    found.push_back(fmt::format(
        "network.layers: the last layer has {} neurons, which is no multiple of the {} outputs per "
        "class; {} would do.",
        outputs(), perClass, std::max(1, outputs() / perClass) * perClass));
  }
  if (classes() < 2 && outputs() % perClass == 0) {
    found.push_back(fmt::format(
        "network.layers: {} outputs with {} per class make fewer than two classes; give the last "
        "layer at least {} neurons.",
        outputs(), perClass, 2 * perClass));
  }
  if (synapses() > kMostSynapses) {
    found.push_back(
        fmt::format("network.layers: {} synapses are more than the {} that are possible; "
                    "make the largest layers smaller.",
                    synapses(), kMostSynapses));
  }
  return found;
}

}  // namespace nudge
