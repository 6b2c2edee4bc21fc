#include "core/chip/ChipGraph.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/chip/ChipSegment.h"

namespace nudge {

namespace {

void checkQubit(const ChipShape& shape, int qubit) {
  if (qubit < 0 || qubit >= shape.labels()) {
    throw Error(fmt::format("{} has no qubit {}; they are numbered 0 to {}.", shape.text(), qubit,
                            shape.labels() - 1));
  }
}

void checkCoupler(const ChipShape& shape, const Coupler& coupler) {
  checkQubit(shape, coupler.first);
  checkQubit(shape, coupler.second);
  if (!idealCoupler(shape, coupler.first, coupler.second)) {
    throw Error(fmt::format("{} does not couple qubits {} ({}) and {} ({}).", shape.text(),
                            coupler.first, coordinateText(shape, coupler.first), coupler.second,
                            coordinateText(shape, coupler.second)));
  }
}

/// By value: std::minmax would refer to the pair that takes its result.
Coupler ordered(const Coupler& coupler) {
  return {std::min(coupler.first, coupler.second), std::max(coupler.first, coupler.second)};
}

}  // namespace

bool idealCoupler(const ChipShape& shape, int u, int v) {
  const ChipSegment a = segmentOf(shape, u);
  const ChipSegment b = segmentOf(shape, v);
  if (a.u != b.u) return a.covers(b.line) && b.covers(a.line);
  const int step = b.piece - a.piece;
  if (a.line == b.line && a.half == b.half) return step == 1 || step == -1;
  if (shape.family == ChipFamily::Pegasus) return (a.line ^ 1) == b.line && step == 0;
  if (shape.family != ChipFamily::Zephyr || a.line != b.line) return false;
  return step == 0 || step == (a.half == 0 ? -1 : 1);
}

ChipGraph::ChipGraph(Checked, const ChipShape& shape, std::vector<int> qubits,
                     std::vector<Coupler> couplers)
    : shape_(shape), qubits_(std::move(qubits)), couplers_(std::move(couplers)) {
  const auto labels = static_cast<std::size_t>(shape_.labels());
  works_.assign(labels, 0);
  first_.assign(labels + 1, 0);
  neighbours_.resize(2 * couplers_.size());
  for (const int qubit : qubits_) works_[static_cast<std::size_t>(qubit)] = 1;
  for (const auto& [u, v] : couplers_) {
    ++first_[static_cast<std::size_t>(u) + 1];
    ++first_[static_cast<std::size_t>(v) + 1];
  }
  for (std::size_t q = 0; q < labels; ++q) first_[q + 1] += first_[q];
  std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
  // Couplers ascend: first all that end in a qubit, then all that begin there, each ascending.
  for (const auto& [u, v] : couplers_) neighbours_[next[static_cast<std::size_t>(v)]++] = u;
  for (const auto& [u, v] : couplers_) neighbours_[next[static_cast<std::size_t>(u)]++] = v;
}

ChipGraph ChipGraph::make(const ChipShape& shape) {
  std::vector<int> qubits;
  std::vector<Coupler> couplers;
  std::vector<bool> there(static_cast<std::size_t>(shape.labels()));
  for (int q = 0; q < shape.labels(); ++q) {
    if (!inFabric(shape, q)) continue;
    there[static_cast<std::size_t>(q)] = true;
    qubits.push_back(q);
  }
  for (const int q : qubits) {
    for (const int other : idealNeighbours(shape, q)) {
      if (q < other && there[static_cast<std::size_t>(other)]) couplers.emplace_back(q, other);
    }
  }
  return ChipGraph(Checked(), shape, std::move(qubits), std::move(couplers));
}

ChipGraph::ChipGraph(const ChipShape& shape, std::vector<int> qubits,
                     std::vector<Coupler> couplers) {
  std::sort(qubits.begin(), qubits.end());
  for (const int qubit : qubits) checkQubit(shape, qubit);
  const auto twice = std::adjacent_find(qubits.begin(), qubits.end());
  if (twice != qubits.end()) throw Error(fmt::format("the qubit {} is given twice.", *twice));
  for (Coupler& coupler : couplers) {
    checkCoupler(shape, coupler);
    coupler = ordered(coupler);
    for (const int end : {coupler.first, coupler.second}) {
      if (std::binary_search(qubits.begin(), qubits.end(), end)) continue;
      throw Error(fmt::format("the coupler {} {} needs the qubit {}, which is not in the list.",
                              coupler.first, coupler.second, end));
    }
  }
  std::sort(couplers.begin(), couplers.end());
  const auto again = std::adjacent_find(couplers.begin(), couplers.end());
  if (again != couplers.end()) {
    throw Error(
        fmt::format("the coupler {} {} is given twice; keep one.", again->first, again->second));
  }
  *this = ChipGraph(Checked(), shape, std::move(qubits), std::move(couplers));
}

ChipGraph ChipGraph::withFaults(const std::vector<int>& qubits,
                                const std::vector<Coupler>& couplers) const {
  std::vector<std::uint8_t> works = works_;
  for (const int qubit : qubits) {
    checkQubit(shape_, qubit);
    works[static_cast<std::size_t>(qubit)] = 0;
  }
  std::vector<Coupler> broken;
  for (const Coupler& coupler : couplers) {
    checkCoupler(shape_, coupler);
    broken.push_back(ordered(coupler));
  }
  std::sort(broken.begin(), broken.end());
  const auto good = [&](int qubit) { return works[static_cast<std::size_t>(qubit)] != 0; };
  std::vector<int> left;
  for (const int qubit : qubits_) {
    if (good(qubit)) left.push_back(qubit);
  }
  std::vector<Coupler> joined;
  for (const Coupler& coupler : couplers_) {
    if (good(coupler.first) && good(coupler.second) &&
        !std::binary_search(broken.begin(), broken.end(), coupler)) {
      joined.push_back(coupler);
    }
  }
  return ChipGraph(Checked(), shape_, std::move(left), std::move(joined));
}

std::span<const int> ChipGraph::neighbours(int qubit) const {
  if (!hasQubit(qubit)) return {};
  const auto q = static_cast<std::size_t>(qubit);
  return std::span(neighbours_).subspan(first_[q], first_[q + 1] - first_[q]);
}

bool ChipGraph::hasQubit(int qubit) const {
  return qubit >= 0 && qubit < shape_.labels() && works_[static_cast<std::size_t>(qubit)] != 0;
}

bool ChipGraph::hasCoupler(int u, int v) const {
  const std::span<const int> around = neighbours(u);
  return std::binary_search(around.begin(), around.end(), v);
}

}  // namespace nudge
