#include "core/learning/Bop.h"

#include <array>
#include <cmath>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/kernels/BopRow.h"

namespace nudge {

namespace {

// Rows whose gradients are multiplied out together: enough for an efficient product, few enough to
// stay in the cache until they are used.
constexpr Eigen::Index kRowsAtOnce = 64;
// Below this, stored momenta would leave the range in which single precision is even.
constexpr double kSmallestDecay = 1e-6;

}  // namespace

struct Bop::Step {
  const LayerGradient& gradient;
  LayerParameters& layer;
  Weights& stored;
  kernels::BopRule rule;
  bool checkAll;
};

Bop::Bop(const NetworkSpec& network, const LearningSettings& settings)
    : gamma_(settings.gamma), tau_(settings.tau) {
  for (int n = 1; n <= network.depth(); ++n) {
    memories_.push_back({Weights::Zero(network.size(n), network.size(n - 1)), 1.0, false});
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
  const Step step{gradient,
                  layer,
                  memory.stored,
                  {static_cast<float>(gamma * gradient.scale / memory.decay),
                   static_cast<float>(tau / memory.decay)},
                  memory.checkAll};
  const Eigen::Index rows = layer.weights.rows();
  const auto pieces = static_cast<int>((rows + kRowsAtOnce - 1) / kRowsAtOnce);
  std::vector<WeightUpdate> parts(static_cast<std::size_t>(pieces));
  parallelFor(pieces, [&](int piece) {
    const Eigen::Index first = piece * kRowsAtOnce;
    parts[static_cast<std::size_t>(piece)] =
        updateRows(step, first, std::min(kRowsAtOnce, rows - first));
  });
  memory.checkAll = false;
  WeightUpdate total;
  for (const WeightUpdate& part : parts) {
    total.flips += part.flips;
    total.alignment += part.alignment;
  }
  total.alignment *= gradient.scale;
  return total;
}

WeightUpdate Bop::updateRows(const Step& step, Eigen::Index first, Eigen::Index count) const {
  // A thread keeps its scratch from one piece to the next.
  thread_local Weights left;
  thread_local Weights product;
  std::array<Eigen::Index, kRowsAtOnce> touched;
  Eigen::Index rows = 0;
  left.resize(kRowsAtOnce, step.gradient.left.cols());
  for (Eigen::Index i = first; i < first + count; ++i) {
    if (!step.checkAll && (step.gradient.left.row(i).array() == 0).all()) continue;
    left.row(rows) = step.gradient.left.row(i);
    touched[static_cast<std::size_t>(rows++)] = i;
  }
  WeightUpdate update;
  if (rows == 0) return update;
  const Eigen::Index columns = step.layer.weights.cols();
  product.resize(kRowsAtOnce, columns);
  product.topRows(rows).noalias() = left.topRows(rows) * step.gradient.right.transpose();
  for (Eigen::Index r = 0; r < rows; ++r) {
    const Eigen::Index i = touched[static_cast<std::size_t>(r)];
    const kernels::BopResult result =
        kernels::bopRow(step.rule, product.row(r).data(), step.stored.row(i).data(),
                        step.layer.weights.row(i).data(), static_cast<std::size_t>(columns));
    update.flips += result.flips;
    update.alignment += result.alignment;
  }
  return update;
}

Weights Bop::momentum(std::size_t index) const {
  return static_cast<float>(memories_[index].decay) * memories_[index].stored;
}

void Bop::save(TensorFile& file) const {
  for (std::size_t n = 0; n < memories_.size(); ++n) {
    const Memory& memory = memories_[n];
    const std::string number = std::to_string(n + 1);
    file.tensors["m" + number] =
        Tensor::of({memory.stored.data(), static_cast<std::size_t>(memory.stored.size())},
                   {memory.stored.rows(), memory.stored.cols()});
    const std::array<double, 2> state{memory.decay, memory.checkAll ? 1.0 : 0.0};
    file.tensors["m_decay" + number] = Tensor::of(std::span<const double>(state), {2});
  }
}

void Bop::load(const TensorFile& file) {
  for (std::size_t n = 0; n < memories_.size(); ++n) {
    Memory& memory = memories_[n];
    const std::string number = std::to_string(n + 1);
    const Tensor& stored = file.at("m" + number);
    const std::vector<double> state = file.at("m_decay" + number).doubles("m_decay" + number);
    if (stored.shape != std::vector<std::int64_t>{memory.stored.rows(), memory.stored.cols()} ||
        state.size() != 2 || !(state[0] > 0 && state[0] <= 1)) {
      throw Error(fmt::format("tensor m{}: does not fit the network.", number));
    }
    const std::vector<float> values = stored.floats("m" + number);
    for (const float value : values) {
      if (!std::isfinite(value)) {
        throw Error(fmt::format("tensor m{}: holds a value that is not finite.", number));
      }
    }
    memory.stored =
        Eigen::Map<const Weights>(values.data(), memory.stored.rows(), memory.stored.cols());
    memory.decay = state[0];
    memory.checkAll = state[1] != 0;
  }
}

}  // namespace nudge
