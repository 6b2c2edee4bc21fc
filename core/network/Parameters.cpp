#include "core/network/Parameters.h"

#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/Error.h"
#include "core/base/Random.h"

namespace nudge {

namespace {

// Readers of binary weights given as ±α allow for the rounding of single precision.
constexpr float kSameMagnitude = 1e-5F;

LayerParameters initialLayer(const NetworkSpec& network, int n, std::uint64_t seed) {
  const int fanIn = network.size(n - 1);
  const float bound = 1.0F / std::sqrt(static_cast<float>(fanIn));
  LayerParameters layer;
  layer.weights.resize(network.size(n), fanIn);
  Random weights(seed, Purpose::InitialWeights, static_cast<std::uint64_t>(n));
  double sum = 0;
  for (Eigen::Index i = 0; i < layer.weights.size(); ++i) {
    const float initial = weights.uniform(-bound, bound);
    sum += std::abs(initial);
    const float sign = initial < 0 ? -1.0F : 1.0F;
    layer.weights.data()[i] = network.weights == WeightKind::Binary ? sign : initial;
  }
  if (network.weights == WeightKind::Binary) {
    const double mean = sum / static_cast<double>(layer.weights.size());
    const double rounded = std::round(mean * 1e4) / 1e4;
    layer.scaling = static_cast<float>(network.roundScaling && rounded > 0 ? rounded : mean);
  }
  layer.biases = Vector::Zero(network.size(n));
  if (network.biases == BiasStart::Uniform) {
    Random biases(seed, Purpose::InitialBiases, static_cast<std::uint64_t>(n));
    for (float& bias : layer.biases) bias = biases.uniform(-bound, bound);
  }
  return layer;
}

std::vector<float> finiteValues(const TensorFile& file, const std::string& name,
                                const std::vector<std::int64_t>& shape) {
  const Tensor& tensor = file.at(name);
  if (tensor.shape != shape) {
    throw Error(fmt::format("tensor {}: has the shape [{}]; the network needs [{}].", name,
                            fmt::join(tensor.shape, ", "), fmt::join(shape, ", ")));
  }
  std::vector<float> values = tensor.floats(name);
  for (const float value : values) {
    if (!std::isfinite(value))
      throw Error(fmt::format("tensor {}: holds a value that is not finite.", name));
  }
  return values;
}

/// Splits ±magnitude into signs and α.
void makeBinary(LayerParameters& layer, const std::string& name, const float* alpha) {
  const float magnitude = layer.weights.size() > 0 ? std::abs(layer.weights.data()[0]) : 1.0F;
  for (float& weight : layer.weights.reshaped()) {
    if (magnitude == 0 || std::abs(std::abs(weight) - magnitude) > kSameMagnitude * magnitude) {
      throw Error(
          fmt::format("tensor {}: its weights are not binary; all must be ±1 (with an alpha "
                      "beside them) or ±α.",
                      name));
    }
    weight = weight < 0 ? -1.0F : 1.0F;
  }
  layer.scaling = alpha == nullptr ? magnitude : *alpha;
  const bool product = alpha != nullptr && magnitude != 1.0F;
  if (product && std::abs(magnitude - std::abs(*alpha)) > kSameMagnitude * magnitude) {
    throw Error(
        fmt::format("tensor {}: its weights are ±{} but alpha is {}; they must be ±1 or ±alpha.",
                    name, magnitude, *alpha));
  }
}

}  // namespace

Parameters Parameters::initial(const NetworkSpec& network, std::uint64_t seed) {
  Parameters parameters;
  for (int n = 1; n <= network.depth(); ++n)
    parameters.layers.push_back(initialLayer(network, n, seed));
  return parameters;
}

TensorFile Parameters::toTensors(const NetworkSpec& network) const {
  TensorFile file;
  for (int n = 1; n <= network.depth(); ++n) {
    const LayerParameters& layer = layers[static_cast<std::size_t>(n - 1)];
    const std::string number = std::to_string(n);
    file.tensors["W" + number] =
        Tensor::of({layer.weights.data(), static_cast<std::size_t>(layer.weights.size())},
                   {layer.weights.rows(), layer.weights.cols()});
    file.tensors["b" + number] =
        Tensor::of({layer.biases.data(), static_cast<std::size_t>(layer.biases.size())},
                   {layer.biases.size()});
    if (network.weights == WeightKind::Binary) {
      file.tensors["alpha" + number] = Tensor::of(std::span(&layer.scaling, 1), {1});
    }
  }
  return file;
}

Parameters Parameters::fromTensors(const TensorFile& file, const NetworkSpec& network) {
  Parameters parameters;
  for (int n = 1; n <= network.depth(); ++n) {
    const std::string number = std::to_string(n);
    const std::vector<float> weights =
        finiteValues(file, "W" + number, {network.size(n), network.size(n - 1)});
    const std::vector<float> biases = finiteValues(file, "b" + number, {network.size(n)});
    LayerParameters& layer = parameters.layers.emplace_back();
    layer.weights = Eigen::Map<const Weights>(weights.data(), network.size(n), network.size(n - 1));
    layer.biases = Eigen::Map<const Vector>(biases.data(), network.size(n));
    if (network.weights == WeightKind::Binary) {
      const std::string name = "alpha" + number;
      std::vector<float> alpha;
      if (file.tensors.contains(name)) alpha = finiteValues(file, name, {1});
      makeBinary(layer, "W" + number, alpha.empty() ? nullptr : alpha.data());
    }
  }
  return parameters;
}

}  // namespace nudge
