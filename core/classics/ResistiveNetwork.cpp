#include "core/classics/ResistiveNetwork.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <Eigen/Cholesky>

#include "core/base/Error.h"

namespace nudge {

ResistiveNetwork::ResistiveNetwork(int inputs, int hidden, int outputs, std::uint64_t seed)
    : inputs_(inputs), hidden_(hidden), outputs_(outputs) {
  if (inputs < 1 || hidden < 0 || outputs < 1) {
    throw Error("A resistive network needs inputs and outputs, and no negative number of nodes.");
  }
  Random random(seed, Purpose::Classics);
  const auto join = [&](int from, int to) {
    resistors_.push_back({from, to, static_cast<double>(random.uniform(0.5F, 1.5F))});
  };
  for (int i = 0; i < inputs; ++i)
    for (int other = inputs; other < nodes(); ++other) join(i, other);
  for (int h = inputs; h < inputs + hidden; ++h)
    for (int o = inputs + hidden; o < nodes(); ++o) join(h, o);
}

void ResistiveNetwork::setConductance(std::size_t resistor, double conductance) {
  resistors_.at(resistor).conductance = std::max(kLeast, conductance);
}

Eigen::VectorXd ResistiveNetwork::solve(const Eigen::VectorXd& held, int firstFree, int lastFree,
                                        double nudge, const Eigen::VectorXd& target) const {
  const int count = lastFree - firstFree;
  if (count == 0) return held;
  Eigen::MatrixXd laplacian = Eigen::MatrixXd::Zero(count, count);
  Eigen::VectorXd current = Eigen::VectorXd::Zero(count);
  const auto isFree = [&](int node) { return node >= firstFree && node < lastFree; };
  for (const Resistor& resistor : resistors_) {
    for (const auto& [node, other] :
         {std::pair(resistor.from, resistor.to), std::pair(resistor.to, resistor.from)}) {
      if (!isFree(node)) continue;
      laplacian(node - firstFree, node - firstFree) += resistor.conductance;
      if (isFree(other)) {
        laplacian(node - firstFree, other - firstFree) -= resistor.conductance;
      } else {
        current[node - firstFree] += resistor.conductance * held[other];
      }
    }
  }
  for (int o = 0; nudge > 0 && o < outputs_; ++o) {
    const int at = inputs_ + hidden_ + o - firstFree;
    laplacian(at, at) += nudge;
    current[at] += nudge * target[o];
  }
  Eigen::VectorXd voltages = held;
  voltages.segment(firstFree, count) = laplacian.ldlt().solve(current);
  return voltages;
}

Eigen::VectorXd ResistiveNetwork::settle(const Eigen::VectorXd& inputs) const {
  Eigen::VectorXd held = Eigen::VectorXd::Zero(nodes());
  held.head(inputs_) = inputs;
  return solve(held, inputs_, nodes(), 0, {});
}

Eigen::VectorXd ResistiveNetwork::settleTaught(const Eigen::VectorXd& inputs,
                                               const Eigen::VectorXd& target,
                                               const Eigen::VectorXd& free, Rule rule,
                                               double strength) const {
  Eigen::VectorXd held = Eigen::VectorXd::Zero(nodes());
  held.head(inputs_) = inputs;
  if (rule == Rule::Nudged) return solve(held, inputs_, nodes(), strength, target);
  held.tail(outputs_) = free.tail(outputs_) + strength * (target - free.tail(outputs_));
  return solve(held, inputs_, inputs_ + hidden_, 0, {});
}

double ResistiveNetwork::loss(const Eigen::VectorXd& free, const Eigen::VectorXd& target) const {
  return 0.5 * (target - free.tail(outputs_)).squaredNorm();
}

std::vector<double> ResistiveNetwork::gradient(const Eigen::VectorXd& free,
                                               const Eigen::VectorXd& taught,
                                               double strength) const {
  std::vector<double> result;
  result.reserve(resistors_.size());
  for (const Resistor& resistor : resistors_) {
    const double before = free[resistor.from] - free[resistor.to];
    const double after = taught[resistor.from] - taught[resistor.to];
    result.push_back((after * after - before * before) / (2 * strength));
  }
  return result;
}

void ResistiveNetwork::step(const std::vector<double>& gradient, double rate) {
  for (std::size_t i = 0; i < resistors_.size(); ++i)
    setConductance(i, resistors_[i].conductance - rate * gradient[i]);
}

Flowers drawFlowers(std::size_t count, std::uint64_t seed) {
  // Sepal length and width, petal length and width, as shares of their ranges.
  constexpr std::array<std::array<double, 4>, 3> kMeans{
      {{0.20, 0.59, 0.08, 0.06}, {0.45, 0.32, 0.55, 0.51}, {0.64, 0.41, 0.77, 0.80}}};
  constexpr std::array<std::array<double, 4>, 3> kDeviations{
      {{0.10, 0.16, 0.03, 0.04}, {0.14, 0.13, 0.08, 0.08}, {0.18, 0.13, 0.09, 0.11}}};
  Random random(seed, Purpose::Classics);
  Flowers flowers{Eigen::MatrixXd(4, static_cast<Eigen::Index>(count)), {}};
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t kind = i % kMeans.size();
    // Large flowers are large in all measures.
    const double size = 0.6 * static_cast<double>(random.normal());
    for (std::size_t m = 0; m < 4; ++m) {
      const double off = size + 0.8 * static_cast<double>(random.normal());
      flowers.measures(static_cast<Eigen::Index>(m), static_cast<Eigen::Index>(i)) =
          std::clamp(kMeans[kind][m] + kDeviations[kind][m] * off, 0.0, 1.0);
    }
    flowers.kinds.push_back(static_cast<int>(kind));
  }
  return flowers;
}

double flowerLevel(int kind) { return 0.25 * (kind + 1); }

int flowerKind(double voltage) {
  return std::clamp(static_cast<int>(std::lround(4 * voltage)) - 1, 0, 2);
}

Eigen::VectorXd flowerInputs(const Eigen::VectorXd& measures) {
  const Eigen::Index count = measures.size();
  Eigen::VectorXd inputs(2 * count + 2);
  inputs << measures, (1 - measures.array()).matrix(), 0, 1;
  return inputs;
}

}  // namespace nudge
