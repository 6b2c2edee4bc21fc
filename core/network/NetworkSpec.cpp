#include "core/network/NetworkSpec.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace nudge {

namespace {
// Products of two sizes must fit memory's reach long before they overflow.
constexpr long long kMostWeights = 2'000'000'000;
constexpr long long kMostNeurons = 1'000'000;
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
    t.add(&NetworkSpec::image, "image", "Input image", "",
          "Channels, height and width of an input; used by convolutions only")
        .range(1, 10'000)
        .upTo(3)
        .folded();
    t.add(&NetworkSpec::convolutions, "convolutions", "Convolutions", "",
          "Channels of the convolutional layers between the input and the fully connected layers; "
          "empty for none")
        .range(1, 100'000)
        .upTo(32)
        .in("channels")
        .from("appendix B");
    t.add(&NetworkSpec::kernel, "kernel", "Kernel", "",
          "Height and width of a filter; one value a convolution or one for all")
        .range(1, 101)
        .upTo(32)
        .folded();
    t.add(&NetworkSpec::padding, "padding", "Padding", "P",
          "Zeros around the maps below; one value a convolution or one for all")
        .range(0, 100)
        .upTo(32)
        .folded();
    t.add(&NetworkSpec::pool, "pool", "Pooling window", "F",
          "Height, width and stride of the pooling window; one value a convolution or one for all")
        .range(1, 100)
        .upTo(32)
        .folded();
    t.add(&NetworkSpec::pooling, "pooling", "Pooling", "What is kept of a pooling window",
          {{"max", "Maximum", "the largest, and where it was for the way back"},
           {"average", "Average", "the mean; what an Ising machine can do"}})
        .from("appendix B")
        .folded();
    t.add(&NetworkSpec::cells, "cells", "Cells of the chip", "",
          "Rows and columns of a block of Chimera's cells: its qubits are the neurons and its "
          "couplers the weights, a layer for each coupler on the way from the rim to the outputs "
          "in the middle; empty: layers are fully connected")
        .range(1, 16)
        .upTo(2)
        .from("section 5.5")
        .folded();
    t.add(&NetworkSpec::activation, "activation", "Activation ρ(s)",
          "What a neuron shows to its neighbours",
          {{"hardsigmoid", "Hardsigmoid", "ρ(s) = clamp(s, 0, 1)"},
           {"heaviside", "Heaviside (binary)", "ρ(s) = 1 if s ≥ ½, else 0"},
           {"sign", "Sign (spins)", "ρ(s) = ±1: what an Ising machine settles"}})
        .from("equations 4.5–4.9, chapter 5");
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
    t.add(&NetworkSpec::gain, "gain", "Gain of initial weights", "",
          "Weights start uniform in ±gain/√fan-in; one value a layer or one for all")
        .above(0, 100)
        .from("section 5.3")
        .folded();
    t.add(
         &NetworkSpec::scalingStart, "scaling_start", "Initial α", "α(0)",
         "Scaling factor of all layers at the start; 0 for each layer's mean |w_init|, Algorithm 7")
        .range(0, 100)
        .from("figure 4.2")
        .folded();
    t.add(&NetworkSpec::roundScaling, "round_scaling", "Round initial α", "",
          "Round the initial scaling factors to four decimals, as the published runs do")
        .from("algorithm 7")
        .folded();
    return std::move(t).take();
  }();
  return table;
}

namespace {

int perConvolution(const std::vector<int>& list, int n) {
  return list.size() == 1 ? list.front() : list.at(static_cast<std::size_t>(n - 1));
}

}  // namespace

Convolution NetworkSpec::convolution(int n) const {
  Convolution link;
  link.below = shape(n - 1);
  link.channels = convolutions.at(static_cast<std::size_t>(n - 1));
  link.kernel = perConvolution(kernel, n);
  link.padding = perConvolution(padding, n);
  link.pool = perConvolution(pool, n);
  link.pooling = pooling;
  return link;
}

MapShape NetworkSpec::shape(int n) const {
  if (isConvolution(n)) return convolution(n).above();
  if (n == 0 && convolutional()) return {image[0], image[1], image[2]};
  const auto index = n == 0 ? 0 : static_cast<std::size_t>(n) - convolutions.size();
  return {layers.at(index), 1, 1};
}

int NetworkSpec::fanIn(int n) const {
  return isConvolution(n) ? convolution(n).fanIn() : size(n - 1);
}

long long NetworkSpec::weightsOf(int n) const {
  if (isSparse(n)) return static_cast<long long>(cellLayout().wires(n).size());
  return 1LL * weightRows(n) * fanIn(n);
}

long long NetworkSpec::synapsesOf(int n) const {
  if (!isConvolution(n)) return weightsOf(n);
  const Convolution link = convolution(n);
  return weightsOf(n) * link.rawHeight() * link.rawWidth();
}

long long NetworkSpec::neurons() const {
  long long sum = 0;
  for (int n = 1; n <= depth(); ++n) sum += shape(n).size();
  return sum;
}

long long NetworkSpec::weightCount() const {
  long long sum = 0;
  for (int n = 1; n <= depth(); ++n) sum += weightsOf(n);
  return sum;
}

long long NetworkSpec::synapses() const {
  long long sum = 0;
  for (int n = 1; n <= depth(); ++n) sum += synapsesOf(n);
  return sum;
}

namespace {

/// What is wrong with the convolutions; where there is anything, shapes cannot be asked for.
std::vector<std::string> convolutionProblems(const NetworkSpec& network) {
  std::vector<std::string> found;
  const std::size_t count = network.convolutions.size();
  const auto checkList = [&](const char* key, const std::vector<int>& list) {
    if (list.size() == 1 || list.size() == count) return;
    found.push_back(fmt::format(
        "network.{}: has {} values; it needs one for all convolutions or {}, one a convolution.",
        key, list.size(), count));
  };
  checkList("kernel", network.kernel);
  checkList("padding", network.padding);
  checkList("pool", network.pool);
  if (network.image.size() != 3) {
    found.emplace_back(
        "network.image: convolutions need the channels, height and width of an input, like "
        "[1, 28, 28].");
  }
  if (!found.empty()) return found;
  if (const long long values = network.shape(0).size(); values != network.inputs()) {
    found.push_back(fmt::format(
        "network.image: {} × {} × {} makes {} values but the first layer has {}; give it {}.",
        network.image[0], network.image[1], network.image[2], values, network.inputs(), values));
  }
  for (int n = 1; network.isConvolution(n); ++n) {
    const Convolution link = network.convolution(n);
    const MapShape above = link.above();
    if (above.height < 1 || above.width < 1) {
      found.push_back(fmt::format(
          "network.convolutions: nothing is left of the {} × {} maps below layer {} after a "
          "kernel of {} with padding {} and pooling {}; take fewer convolutions, more padding or "
          "less pooling.",
          link.below.height, link.below.width, n, link.kernel, link.padding, link.pool));
      return found;
    }
    if (link.padding >= link.kernel) {
      found.push_back(fmt::format(
          "network.padding: {} zeros around the maps below layer {} are more than its kernel of "
          "{} can see; {} is the most that makes sense.",
          link.padding, n, link.kernel, link.kernel - 1));
    }
    if (above.size() > kMostNeurons) {
      found.push_back(fmt::format(
          "network.convolutions: layer {} would have {} neurons, more than the {} that are "
          "possible; take fewer channels.",
          n, above.size(), kMostNeurons));
      return found;
    }
  }
  return found;
}

/// What is wrong with layers that are to fill a chip's cells.
std::vector<std::string> cellProblems(const NetworkSpec& network) {
  if (network.cells.size() != 2) {
    return {"network.cells: needs two numbers, rows and columns of cells, like [5, 5]."};
  }
  if (network.convolutional()) {
    return {
        "network.cells: layers either are convolutions or fill the cells of a chip; empty "
        "network.convolutions, or this."};
  }
  if (!network.spins() || network.binaryWeights()) {
    return {
        "network.cells: qubits are spins and couplers have real values; set network.activation to "
        "\"sign\" and network.weights to \"real\", or leave the list empty."};
  }
  const int rows = network.cells[0], columns = network.cells[1];
  const int depth = std::min(network.depth(), CellLayout::deepest(rows, columns));
  const CellLayout layout(rows, columns, depth);
  std::vector<int> sizes{network.inputs()};
  for (int n = 1; n <= depth; ++n) sizes.push_back(layout.size(n));
  if (sizes == network.layers) return {};
  return {
      fmt::format("network.layers: {} × {} cells of Chimera make the layers [{}], of four neurons "
                  "for every half cell; fewer layers leave out those at the rim.",
                  rows, columns, fmt::join(sizes, ", "))};
}

}  // namespace

std::vector<std::string> NetworkSpec::problems() const {
  std::vector<std::string> found;
  if (layers.size() < 2) {
    found.emplace_back(
        "network.layers: needs at least the inputs and the outputs, like [784, 10].");
    return found;
  }
  if (convolutional()) {
    found = convolutionProblems(*this);
    if (!found.empty()) return found;  // what follows asks for shapes
  }
  if (!cells.empty()) {
    found = cellProblems(*this);
    if (!found.empty()) return found;  // weights are counted on the chip
  }
  if (gain.size() != 1 && gain.size() != static_cast<std::size_t>(depth())) {
    found.push_back(
        fmt::format("network.gain: has {} values; it needs one for all layers or {}, one a layer.",
                    gain.size(), depth()));
  }
  if (scalingStart != 0 && !binaryWeights()) {
    found.emplace_back(
        "network.scaling_start: real weights have no scaling factor; set it to 0, or the weights "
        "to \"binary\".");
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
  if (weightCount() > kMostWeights) {
    found.push_back(
        fmt::format("network.layers: {} weights are more than the {} that are possible; "
                    "make the largest layers smaller.",
                    weightCount(), kMostWeights));
  }
  return found;
}

}  // namespace nudge
