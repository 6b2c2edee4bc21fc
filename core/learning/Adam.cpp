#include "core/learning/Adam.h"

#include <cmath>

#include <fmt/format.h>

#include "core/base/Error.h"

namespace nudge {

namespace {
constexpr double kMeanDecay = 0.9;
constexpr double kSquareDecay = 0.999;
constexpr float kEpsilon = 1e-8F;
}  // namespace

Adam::Adam(const NetworkSpec& network, const LearningSettings& settings)
    : rate_(settings.weightRate) {
  for (int n = 1; n <= network.depth(); ++n) {
    const Weights zero = Weights::Zero(network.weightRows(n), network.fanIn(n));
    memories_.push_back({zero, zero, 0});
  }
}

void Adam::setRates(const LearningSettings& settings) { rate_ = settings.weightRate; }

WeightUpdate Adam::update(std::size_t index, const LayerGradient& gradient,
                          LayerParameters& layer) {
  Memory& memory = memories_[index];
  const auto t = static_cast<double>(++memory.steps);
  const auto meanCorrection = static_cast<float>(1 / (1 - std::pow(kMeanDecay, t)));
  const auto squareCorrection = static_cast<float>(1 / (1 - std::pow(kSquareDecay, t)));
  const auto rate = static_cast<float>(perLayer(rate_, index));
  const auto keepMean = static_cast<float>(kMeanDecay);
  const auto keepSquare = static_cast<float>(kSquareDecay);
  const float scale = gradient.scale;
  const Eigen::Index columns = layer.cols();
  return updateRows(gradient, layer, false, [&](Eigen::Index i, const float* raw) {
    const auto g = (scale * Eigen::Map<const Eigen::RowVectorXf>(raw, columns)).array().eval();
    auto mean = memory.mean.row(i).array();
    auto square = memory.square.row(i).array();
    mean = keepMean * mean + (1 - keepMean) * g;
    square = keepSquare * square + (1 - keepSquare) * g.square();
    layer.weights.row(i).array() +=
        rate * meanCorrection * mean / ((squareCorrection * square).sqrt() + kEpsilon);
    return RowUpdate{};
  });
}

std::unique_ptr<Weights> Adam::momentum(std::size_t index) const {
  return std::make_unique<Weights>(memories_[index].mean);
}

void Adam::save(TensorFile& file) const {
  for (std::size_t n = 0; n < memories_.size(); ++n) {
    const std::string number = std::to_string(n + 1);
    file.tensors["m" + number] = memoryTensor(memories_[n].mean);
    file.tensors["m_square" + number] = memoryTensor(memories_[n].square);
    file.tensors["m_steps" + number] =
        Tensor::of(std::span<const std::int64_t>(&memories_[n].steps, 1), {1});
  }
}

void Adam::load(const TensorFile& file) {
  for (std::size_t n = 0; n < memories_.size(); ++n) {
    Memory& memory = memories_[n];
    const std::string number = std::to_string(n + 1);
    const auto steps = file.at("m_steps" + number).integers("m_steps" + number);
    if (steps.size() != 1 || steps.front() < 0)
      throw Error(fmt::format("tensor m_steps{}: does not make sense.", number));
    memory.mean = readMemory(file, "m" + number, memory.mean.rows(), memory.mean.cols());
    memory.square = readMemory(file, "m_square" + number, memory.mean.rows(), memory.mean.cols());
    if ((memory.square.array() < 0).any())
      throw Error(fmt::format("tensor m_square{}: holds a negative value.", number));
    memory.steps = steps.front();
  }
}

}  // namespace nudge
