#include "core/learning/Bop.h"

#include <array>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/Random.h"
#include "core/kernels/BopRow.h"

namespace nudge {

namespace {
// Below this, stored momenta would leave the range in which single precision is even.
constexpr double kSmallestDecay = 1e-6;
}  // namespace

Bop::Bop(const NetworkSpec& network, const LearningSettings& settings, std::uint64_t seed)
    : gamma_(settings.gamma), tau_(settings.tau) {
  const bool random = settings.momentumStart == MomentumStart::Random;
  for (int n = 1; n <= network.depth(); ++n) {
    Memory& memory = memories_.emplace_back();
    memory.stored = Weights::Zero(network.weightRows(n), network.fanIn(n));
    if (!random) continue;
    Random normal(seed, Purpose::InitialMomentum, static_cast<std::uint64_t>(n));
    const double gamma = perLayer(gamma_, memories_.size() - 1);
    const auto size = static_cast<float>(2 * gamma * (1 - gamma));
    for (float& m : memory.stored.reshaped<Eigen::RowMajor>()) m = size * normal.normal();
    memory.checkAll = true;
  }
}

void Bop::setRates(const LearningSettings& settings) {
  gamma_ = settings.gamma;
  if (settings.tau == tau_) return;
  tau_ = settings.tau;
  for (Memory& memory : memories_) memory.checkAll = true;
}

WeightUpdate Bop::update(std::size_t index, const LayerGradient& gradient, LayerParameters& layer) {
  Memory& memory = memories_[index];
  const double gamma = perLayer(gamma_, index);
  const double tau = perLayer(tau_, index);
  memory.decay *= 1 - gamma;
  if (memory.decay < kSmallestDecay) {
    memory.stored *= static_cast<float>(memory.decay);
    memory.decay = 1;
  }
  const kernels::BopRule rule{
      static_cast<float>(gamma * static_cast<double>(gradient.scale) / memory.decay),
      static_cast<float>(tau / memory.decay), memory.checkAll};
  const auto columns = static_cast<std::size_t>(layer.cols());
  memory.checkAll = false;
  return updateRows(gradient, layer, !rule.checkAll, [&](Eigen::Index i, const float* raw) {
    const kernels::BopResult result =
        kernels::bopRow(rule, raw, memory.stored.row(i).data(), layer.signs.row(i), columns);
    return RowUpdate{result.flips, static_cast<double>(result.alignment)};
  });
}

std::unique_ptr<Weights> Bop::momentum(std::size_t index) const {
  const Memory& memory = memories_[index];
  return std::make_unique<Weights>(static_cast<float>(memory.decay) * memory.stored);
}

void Bop::save(TensorFile& file) const {
  for (std::size_t n = 0; n < memories_.size(); ++n) {
    const Memory& memory = memories_[n];
    const std::string number = std::to_string(n + 1);
    file.tensors["m" + number] = memoryTensor(memory.stored);
    const std::array<double, 2> state{memory.decay, memory.checkAll ? 1.0 : 0.0};
    file.tensors["m_decay" + number] = Tensor::of(std::span<const double>(state), {2});
  }
}

void Bop::load(const TensorFile& file) {
  for (std::size_t n = 0; n < memories_.size(); ++n) {
    Memory& memory = memories_[n];
    const std::string number = std::to_string(n + 1);
    const std::vector<double> state = file.at("m_decay" + number).doubles("m_decay" + number);
    if (state.size() != 2 || !(state[0] > 0 && state[0] <= 1))
      throw Error(fmt::format("tensor m_decay{}: does not fit the network.", number));
    memory.stored = readMemory(file, "m" + number, memory.stored.rows(), memory.stored.cols());
    memory.decay = state[0];
    memory.checkAll = state[1] != 0;
  }
}

}  // namespace nudge
