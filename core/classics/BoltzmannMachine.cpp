#include "core/classics/BoltzmannMachine.h"

#include <fmt/format.h>

#include "core/base/Error.h"

namespace nudge {

namespace {

constexpr float kFirstWeights = 0.01F;

Matrix logistic(const Matrix& x) { return (1 / (1 + (-x.array()).exp())).matrix(); }

}  // namespace

Matrix drawn(const Matrix& chances, Random& random) {
  return chances.unaryExpr([&](float chance) { return random.uniform() < chance ? 1.0F : 0.0F; });
}

double meanSquare(const Matrix& a, const Matrix& b) {
  return static_cast<double>((a - b).squaredNorm()) /
         static_cast<double>(std::max<Eigen::Index>(a.size(), 1));
}

BoltzmannMachine::BoltzmannMachine(int visible, int hidden, std::uint64_t seed) {
  if (visible < 1 || hidden < 1) {
    throw Error(fmt::format("A Boltzmann machine needs visible and hidden units, not {} and {}.",
                            visible, hidden));
  }
  Random random(seed, Purpose::Classics);
  weights_ = Weights::NullaryExpr(hidden, visible, [&] { return kFirstWeights * random.normal(); });
  visibleBias_ = visibleMomentum_ = Vector::Zero(visible);
  hiddenBias_ = hiddenMomentum_ = Vector::Zero(hidden);
  momentum_ = Weights::Zero(hidden, visible);
}

Matrix BoltzmannMachine::hiddenOf(const Matrix& visible) const {
  return logistic((weights_ * visible).colwise() + hiddenBias_);
}

Matrix BoltzmannMachine::visibleOf(const Matrix& hidden) const {
  return logistic((weights_.transpose() * hidden).colwise() + visibleBias_);
}

double BoltzmannMachine::train(const Matrix& visible, const Rates& rates, Random& random) {
  const Matrix hidden = hiddenOf(visible);
  const Matrix back = visibleOf(drawn(hidden, random));
  const Matrix again = hiddenOf(back);
  const float each = rates.rate / static_cast<float>(visible.cols());
  momentum_ = rates.momentum * momentum_ +
              each * (hidden * visible.transpose() - again * back.transpose()) -
              rates.rate * rates.decay * weights_;
  visibleMomentum_ = rates.momentum * visibleMomentum_ + each * (visible - back).rowwise().sum();
  hiddenMomentum_ = rates.momentum * hiddenMomentum_ + each * (hidden - again).rowwise().sum();
  weights_ += momentum_;
  visibleBias_ += visibleMomentum_;
  hiddenBias_ += hiddenMomentum_;
  return meanSquare(visible, back);
}

Matrix BoltzmannMachine::sample(const Matrix& visible, int steps, Random& random) const {
  Matrix state = visible;
  for (int step = 0; step < steps; ++step) {
    const Matrix chances = visibleOf(drawn(hiddenOf(state), random));
    state = step + 1 < steps ? drawn(chances, random) : chances;
  }
  return state;
}

}  // namespace nudge
