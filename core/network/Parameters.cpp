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

float initialScaling(double mean, bool round) {
  const double rounded = std::round(mean * 1e4) / 1e4;
  return static_cast<float>(round && rounded > 0 ? rounded : mean);
}

/// Of a sparse layer by the couplers of a neuron, in the mean.
float initialBound(const NetworkSpec& network, int n) {
  const auto wires = static_cast<double>(network.weightsOf(n));
  return 1.0F / std::sqrt(static_cast<float>(wires / network.weightRows(n)));
}

/// Weights of a sparse layer: those of the couplers, and 0 between them.
Weights onlyWires(const NetworkSpec& network, int n, const Weights& all) {
  Weights some = Weights::Zero(all.rows(), all.cols());
  for (const CellWire& wire : network.cellLayout().wires(n))
    some(wire.above, wire.below) = all(wire.above, wire.below);
  return some;
}

LayerParameters initialLayer(const NetworkSpec& network, int n, std::uint64_t seed) {
  const int rows = network.weightRows(n);
  Weights initial = initialRealWeights(network, n, seed);
  LayerParameters layer;
  if (network.binaryWeights()) {
    layer.signs = SignMatrix(initial);
    const Eigen::VectorXd magnitudes = initial.cast<double>().cwiseAbs().rowwise().mean();
    if (network.isConvolution(n)) {
      layer.scaling.resize(rows);
      for (Eigen::Index c = 0; c < rows; ++c)
        layer.scaling[c] = initialScaling(magnitudes[c], network.roundScaling);
    } else {
      layer.scaling = Vector::Constant(1, initialScaling(magnitudes.mean(), network.roundScaling));
    }
    if (network.scalingStart > 0)
      layer.scaling.setConstant(static_cast<float>(network.scalingStart));
  } else {
    layer.weights = std::move(initial);
    layer.scaling = Vector::Ones(1);
  }
  layer.biases = Vector::Zero(rows);
  if (network.biases == BiasStart::Uniform) {
    const float bound = initialBound(network, n);
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

/// The magnitude that all entries of these rows share; throws where they do not.
float sharedMagnitude(const Weights& values, Eigen::Index first, Eigen::Index count,
                      const std::string& name) {
  const auto rows = values.middleRows(first, count);
  const float magnitude = std::abs(rows(0, 0));
  for (const float weight : rows.reshaped<Eigen::RowMajor>()) {
    if (magnitude == 0 || std::abs(std::abs(weight) - magnitude) > kSameMagnitude * magnitude) {
      throw Error(
          fmt::format("tensor {}: its weights are not binary; all must be ±1 (with an alpha "
                      "beside them) or ±α.",
                      name));
    }
  }
  return magnitude;
}

/// Splits ±magnitude into signs and α; `alpha` is null where the file holds none.
LayerParameters binaryLayer(const Weights& values, bool perChannel, const std::string& name,
                            const std::vector<float>* alpha) {
  LayerParameters layer;
  layer.signs = SignMatrix(values);
  const Eigen::Index groups = perChannel ? values.rows() : 1;
  const Eigen::Index rows = values.rows() / groups;
  layer.scaling.resize(groups);
  for (Eigen::Index g = 0; g < groups; ++g) {
    const float magnitude = sharedMagnitude(values, g * rows, rows, name);
    layer.scaling[g] = alpha == nullptr ? magnitude : (*alpha)[static_cast<std::size_t>(g)];
    if (magnitude != 1.0F &&
        std::abs(magnitude - std::abs(layer.scaling[g])) > kSameMagnitude * magnitude) {
      throw Error(
          fmt::format("tensor {}: its weights are ±{} but alpha is {}; they must be ±1 or ±alpha.",
                      name, magnitude, layer.scaling[g]));
    }
  }
  return layer;
}

LayerParameters readLayer(const TensorFile& file, const NetworkSpec& network, int n) {
  const std::string number = std::to_string(n);
  const std::string name = "W" + number;
  const std::vector<float> read = finiteValues(file, name, weightShape(network, n));
  const Weights values =
      Eigen::Map<const Weights>(read.data(), network.weightRows(n), network.fanIn(n));
  LayerParameters layer;
  if (network.binaryWeights()) {
    const bool perChannel = network.isConvolution(n);
    std::vector<float> alpha;
    if (file.tensors.contains("alpha" + number))
      alpha = finiteValues(file, "alpha" + number, {perChannel ? values.rows() : 1});
    layer = binaryLayer(values, perChannel, name, alpha.empty() ? nullptr : &alpha);
  } else {
    if (network.isSparse(n) && onlyWires(network, n, values) != values) {
      throw Error(fmt::format(
          "tensor {}: has weights where no coupler of the cells is; they must be 0.", name));
    }
    layer.weights = values;
    layer.scaling = Vector::Ones(1);
  }
  const std::vector<float> biases = finiteValues(file, "b" + number, {values.rows()});
  layer.biases = Eigen::Map<const Vector>(biases.data(), values.rows());
  return layer;
}

Tensor vectorTensor(const Vector& values) {
  return Tensor::of({values.data(), static_cast<std::size_t>(values.size())}, {values.size()});
}

}  // namespace

bool LayerParameters::operator==(const LayerParameters& other) const {
  const auto same = [](const auto& a, const auto& b) {
    return a.rows() == b.rows() && a.cols() == b.cols() && a == b;
  };
  return signs == other.signs && same(weights, other.weights) && same(biases, other.biases) &&
         same(scaling, other.scaling);
}

Weights LayerParameters::product() const {
  if (!binary()) return weights;
  Weights values(rows(), cols());
  for (Eigen::Index i = 0; i < rows(); ++i) unpackRow(i, values.row(i).data());
  return values;
}

void LayerParameters::unpackRow(Eigen::Index i, float* into) const {
  if (binary()) {
    signs.unpackRow(i, alpha(i), into);
  } else {
    std::copy_n(weights.row(i).data(), cols(), into);
  }
}

std::vector<std::int64_t> weightShape(const NetworkSpec& network, int n) {
  if (!network.isConvolution(n)) return {network.size(n), network.size(n - 1)};
  const Convolution link = network.convolution(n);
  return {link.channels, link.below.channels, link.kernel, link.kernel};
}

Weights initialRealWeights(const NetworkSpec& network, int n, std::uint64_t seed) {
  const auto index = network.gain.size() == 1 ? 0 : static_cast<std::size_t>(n - 1);
  const float bound = static_cast<float>(network.gain.at(index)) * initialBound(network, n);
  Weights initial(network.weightRows(n), network.fanIn(n));
  Random weights(seed, Purpose::InitialWeights, static_cast<std::uint64_t>(n));
  for (float& weight : initial.reshaped<Eigen::RowMajor>()) weight = weights.uniform(-bound, bound);
  return network.isSparse(n) ? onlyWires(network, n, initial) : initial;
}

Parameters Parameters::initial(const NetworkSpec& network, std::uint64_t seed) {
  Parameters parameters;
  for (int n = 1; n <= network.depth(); ++n)
    parameters.layers.push_back(initialLayer(network, n, seed));
  return parameters;
}

TensorFile Parameters::toTensors(const NetworkSpec& network) const {
  TensorFile file;
  for (int n = 1; n <= network.depth(); ++n) {
    const LayerParameters& layer = this->layer(n);
    const std::string number = std::to_string(n);
    const Weights values = layer.binary() ? layer.signs.toFloats() : layer.weights;
    file.tensors["W" + number] = Tensor::of(
        {values.data(), static_cast<std::size_t>(values.size())}, weightShape(network, n));
    file.tensors["b" + number] = vectorTensor(layer.biases);
    if (layer.binary()) file.tensors["alpha" + number] = vectorTensor(layer.scaling);
  }
  return file;
}

Parameters Parameters::fromTensors(const TensorFile& file, const NetworkSpec& network) {
  Parameters parameters;
  for (int n = 1; n <= network.depth(); ++n)
    parameters.layers.push_back(readLayer(file, network, n));
  return parameters;
}

}  // namespace nudge
