#pragma once

#include <string>
#include <vector>

#include "core/base/Field.h"

namespace nudge {

/// How a neuron's state becomes its output. Enumerators in the order of the field's choices.
enum class Activation {
  Hardsigmoid,  ///< ρ(s) = clamp(s, 0, 1), ρ' = 1 on [0, 1]
  Heaviside,    ///< ρ(s) = 1 if s ≥ ½ else 0, with a pseudo-derivative [4.5–4.9]
};

/// What a weight can be.
enum class WeightKind {
  Binary,  ///< α·w with w ∈ {−1, +1}
  Real,
};

/// How biases start.
enum class BiasStart { Uniform, Zero };

/// What a network is: sizes, activation, precision of weights. Fully connected, layer to layer.
struct NetworkSpec {
  std::vector<int> layers{784, 512, 10};  ///< neurons from the input to the outputs, at least two
  int perClass = 1;                       ///< N_perclass outputs a class, in a row [4.3.2]
  Activation activation = Activation::Hardsigmoid;
  double pseudoWidth = 0.5;  ///< σ: ρ̂'(s) = 1/(2σ) where |s − ½| ≤ σ, for Heaviside [4.9]
  WeightKind weights = WeightKind::Binary;
  BiasStart biases = BiasStart::Uniform;
  bool roundScaling = true;  ///< α to four decimals, as the reference program does

  bool operator==(const NetworkSpec&) const = default;

  static const Fields<NetworkSpec>& fields();

  int inputs() const { return layers.front(); }
  int outputs() const { return layers.back(); }
  int classes() const { return outputs() / perClass; }
  /// Layers with neurons that settle, L; layer n = 1 … L has size(n) neurons.
  int depth() const { return static_cast<int>(layers.size()) - 1; }
  int size(int n) const { return layers[static_cast<std::size_t>(n)]; }
  long long neurons() const;  ///< without the inputs
  long long synapses() const;
  /// Bits that the weights take: 1 a binary weight, 32 a real one; biases and α not counted.
  long long weightBits() const;

  /// What is wrong with the network as a whole, naming the layer; empty when nothing is. Ranges of
  /// single fields are checked where they are read.
  std::vector<std::string> problems() const;
};

}  // namespace nudge
