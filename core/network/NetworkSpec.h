#pragma once

#include <string>
#include <vector>

#include "core/base/Field.h"
#include "core/base/MapShape.h"
#include "core/network/CellLayout.h"

namespace nudge {

/// How a neuron's state becomes its output. Enumerators in the order of the field's choices.
enum class Activation {
  Hardsigmoid,  ///< ρ(s) = clamp(s, 0, 1), ρ' = 1 on [0, 1]
  Heaviside,    ///< ρ(s) = 1 if s ≥ ½ else 0, with a pseudo-derivative [4.5–4.9]
  Sign,         ///< spins, ρ(s) = s = ±1, which only an Ising machine settles [chapter 5]
};

/// What a weight can be.
enum class WeightKind {
  Binary,  ///< α·w with w ∈ {−1, +1}
  Real,
};

/// How biases start.
enum class BiasStart { Uniform, Zero };

/// What a pooling layer keeps of its window.
enum class Pooling { Max, Average };

/// A convolution with stride 1 and zero padding, then pooling [Appendix B].
struct Convolution {
  MapShape below;    ///< the layer it looks at
  int channels = 1;  ///< of the layer it feeds
  int kernel = 1;    ///< height and width of a filter
  int padding = 0;   ///< zeros around the maps below
  int pool = 1;      ///< height, width and stride of the pooling window
  Pooling pooling = Pooling::Max;

  /// Of the convolution before pooling.
  int rawHeight() const { return below.height + 2 * padding - kernel + 1; }
  int rawWidth() const { return below.width + 2 * padding - kernel + 1; }
  /// Of the layer it feeds: ⌊(H + 2P − kernel + 1 − F)/F⌋ + 1; 0 where nothing fits.
  MapShape above() const {
    const auto pooled = [this](int raw) { return raw < pool ? 0 : (raw - pool) / pool + 1; };
    return {channels, pooled(rawHeight()), pooled(rawWidth())};
  }
  int fanIn() const { return below.channels * kernel * kernel; }
};

/// What a network is: sizes, activation, precision of weights. Convolutions (if any) come first,
/// then fully connected layers. Layers are counted from the input, which is layer 0.
struct NetworkSpec {
  /// Neurons of the inputs, of the fully connected hidden layers and of the outputs; at least two
  /// entries. Convolutions stand between the first entry and the second.
  std::vector<int> layers{784, 512, 10};
  int perClass = 1;                   ///< N_perclass outputs a class, in a row [4.3.2]
  std::vector<int> image{1, 28, 28};  ///< channels, height, width of an input, for convolutions
  std::vector<int> convolutions{};    ///< channels of each convolution, nearest the input first
  std::vector<int> kernel{5};         ///< of each convolution, or one for all
  std::vector<int> padding{2};
  std::vector<int> pool{2};
  Pooling pooling = Pooling::Max;
  /// Rows and columns of a block of Chimera's cells that layers 1 … L fill, a qubit a neuron and a
  /// coupler a weight [section 5.5]; empty: every neuron feels all of the layer below.
  std::vector<int> cells{};
  Activation activation = Activation::Hardsigmoid;
  double pseudoWidth = 0.5;  ///< σ: ρ̂'(s) = 1/(2σ) where |s − ½| ≤ σ, for Heaviside [4.9]
  WeightKind weights = WeightKind::Binary;
  BiasStart biases = BiasStart::Uniform;
  std::vector<double> gain{1};  ///< of the initial weights ±gain/√fan_in, per layer or for all
  double scalingStart = 0;      ///< α of every layer at the start; 0: what Algorithm 7 gives
  bool roundScaling = true;     ///< α to four decimals, as the reference program does

  bool operator==(const NetworkSpec&) const = default;

  static const Fields<NetworkSpec>& fields();

  int inputs() const { return layers.front(); }
  int outputs() const { return layers.back(); }
  int classes() const { return outputs() / perClass; }
  bool convolutional() const { return !convolutions.empty(); }
  bool inCells() const { return cells.size() == 2; }
  /// Whether a neuron of layer n feels only some of the layer below: those that couplers of the
  /// chip reach.
  bool isSparse(int n) const { return inCells() && n > 1; }
  /// Where its neurons are on the chip. Of a network in cells only.
  CellLayout cellLayout() const { return {cells.at(0), cells.at(1), depth()}; }
  bool binaryWeights() const { return weights == WeightKind::Binary; }
  bool binaryActivations() const { return activation == Activation::Heaviside; }
  /// Whether neurons are spins, ±1.
  bool spins() const { return activation == Activation::Sign; }
  /// The least that a neuron can show its neighbours; the most is 1.
  float lowest() const { return spins() ? -1.0F : 0.0F; }

  /// Layers with neurons that settle, L; layer n = 1 … L has size(n) neurons.
  int depth() const { return static_cast<int>(layers.size() + convolutions.size()) - 1; }
  bool isConvolution(int n) const { return n >= 1 && n <= static_cast<int>(convolutions.size()); }
  /// The convolution that feeds layer n, which must be one.
  Convolution convolution(int n) const;
  /// The maps of layer n; a fully connected layer is `size` maps of one neuron.
  MapShape shape(int n) const;
  int size(int n) const { return static_cast<int>(shape(n).size()); }
  /// Weights that feed one neuron of layer n; of a sparse layer 0 where there is no coupler.
  int fanIn(int n) const;
  /// The matrix of weights that feed layer n: one row per neuron or channel, fanIn(n) columns.
  int weightRows(int n) const { return shape(n).channels; }
  long long weightsOf(int n) const;   ///< those of a sparse layer that are couplers
  long long synapsesOf(int n) const;  ///< connections; shared weights count wherever they are used

  long long neurons() const;  ///< without the inputs
  long long weightCount() const;
  long long synapses() const;
  /// Bits that the weights take: 1 a binary weight, 32 a real one; biases and α not counted.
  long long weightBits() const { return weightCount() * (binaryWeights() ? 1 : 32); }

  /// What is wrong with the network as a whole, naming the layer; empty when nothing is. Ranges of
  /// single fields are checked where they are read.
  std::vector<std::string> problems() const;
};

}  // namespace nudge
