#include "core/ising/IsingProblem.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "core/base/Error.h"

namespace nudge {

namespace {

bool inOrder(const Coupling& a, const Coupling& b) {
  return std::pair(a.i, a.j) < std::pair(b.i, b.j);
}

void checkFinite(double value, const std::string& what) {
  if (std::isfinite(value)) return;
  throw Error(fmt::format("{} is {}; it must be a finite number.", what, value));
}

void checkFields(std::span<const double> fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!std::isfinite(fields[i])) checkFinite(fields[i], fmt::format("the field of spin {}", i));
  }
}

void checkValue(double value, const Coupling& of) {
  if (std::isfinite(value)) return;
  checkFinite(value, fmt::format("the coupling of spins {} and {}", of.i, of.j));
}

}  // namespace

IsingProblem::IsingProblem(std::vector<double> fields, std::vector<Coupling> couplings,
                           double offset, std::vector<std::string> labels)
    : fields_(std::move(fields)),
      couplings_(std::move(couplings)),
      offset_(offset),
      labels_(std::move(labels)) {
  check();
  order();
  findNeighbours();
}

void IsingProblem::check() const {
  if (spins() > kMostSpins || couplings_.size() > kMostCouplings) {
    throw Error(
        fmt::format("an Ising problem of {} spins and {} couplings is too large; at most "
                    "{} and {} fit.",
                    spins(), couplings_.size(), kMostSpins, kMostCouplings));
  }
  if (!labels_.empty() && labels_.size() != spins()) {
    throw Error(fmt::format("an Ising problem of {} spins has {} labels; give one a spin, or none.",
                            spins(), labels_.size()));
  }
  checkFields(fields_);
  const auto count = static_cast<std::int32_t>(spins());
  for (const Coupling& c : couplings_) {
    if (c.i < 0 || c.j < 0 || c.i >= count || c.j >= count) {
      throw Error(fmt::format("a coupling joins spins {} and {}; the {} spins are numbered from 0.",
                              c.i, c.j, count));
    }
    if (c.i == c.j) {
      throw Error(
          fmt::format("a coupling joins spin {} with itself; what acts on one spin is a "
                      "field.",
                      c.i));
    }
    checkValue(c.value, c);
  }
  checkFinite(offset_, "the offset");
}

void IsingProblem::order() {
  for (Coupling& c : couplings_) {
    if (c.i > c.j) std::swap(c.i, c.j);
  }
  if (!std::is_sorted(couplings_.begin(), couplings_.end(), inOrder)) {
    std::sort(couplings_.begin(), couplings_.end(), inOrder);
  }
  const auto twice =
      std::adjacent_find(couplings_.begin(), couplings_.end(),
                         [](const auto& a, const auto& b) { return a.i == b.i && a.j == b.j; });
  if (twice != couplings_.end()) {
    throw Error(fmt::format("the coupling of spins {} and {} is given twice; add them up to one.",
                            twice->i, twice->j));
  }
}

void IsingProblem::findNeighbours() {
  first_.assign(spins() + 1, 0);
  for (const Coupling& c : couplings_) {
    ++first_[static_cast<std::size_t>(c.i) + 1];
    ++first_[static_cast<std::size_t>(c.j) + 1];
  }
  for (std::size_t i = 0; i < spins(); ++i) first_[i + 1] += first_[i];
  neighbours_.resize(2 * couplings_.size());
  std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
  // In the order of couplings a spin meets those below it first, then those above, both ascending.
  for (std::size_t c = 0; c < couplings_.size(); ++c) {
    const Coupling& coupling = couplings_[c];
    const auto place = static_cast<std::int32_t>(c);
    neighbours_[next[static_cast<std::size_t>(coupling.i)]++] = {coupling.j, place};
    neighbours_[next[static_cast<std::size_t>(coupling.j)]++] = {coupling.i, place};
  }
}

std::string IsingProblem::label(std::size_t i) const {
  return labels_.empty() ? std::to_string(i) : labels_[i];
}

double IsingProblem::energy(std::span<const Spin> state) const {
  double energy = offset_;
  for (std::size_t i = 0; i < spins(); ++i) energy += fields_[i] * state[i];
  for (const Coupling& c : couplings_) {
    energy += c.value * state[static_cast<std::size_t>(c.i)] * state[static_cast<std::size_t>(c.j)];
  }
  return energy;
}

double IsingProblem::localField(std::span<const Spin> state, std::size_t i) const {
  double field = fields_[i];
  for (const Neighbour& n : neighbours(i)) {
    field += couplings_[static_cast<std::size_t>(n.coupling)].value *
             state[static_cast<std::size_t>(n.spin)];
  }
  return field;
}

Eigen::MatrixXd IsingProblem::dense() const {
  const auto n = static_cast<Eigen::Index>(spins());
  Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(n, n);
  for (const Coupling& c : couplings_) matrix(c.i, c.j) = matrix(c.j, c.i) = c.value;
  return matrix;
}

void IsingProblem::setFields(std::span<const double> fields) {
  if (fields.size() != spins()) {
    throw Error(fmt::format("{} fields for {} spins; give one a spin.", fields.size(), spins()));
  }
  checkFields(fields);
  std::copy(fields.begin(), fields.end(), fields_.begin());
}

void IsingProblem::setCouplings(std::span<const double> values) {
  if (values.size() != couplings_.size()) {
    throw Error(fmt::format("{} values for {} couplings; give one each.", values.size(),
                            couplings_.size()));
  }
  for (std::size_t c = 0; c < values.size(); ++c) checkValue(values[c], couplings_[c]);
  for (std::size_t c = 0; c < values.size(); ++c) couplings_[c].value = values[c];
}

void IsingProblem::setOffset(double offset) {
  checkFinite(offset, "the offset");
  offset_ = offset;
}

}  // namespace nudge
