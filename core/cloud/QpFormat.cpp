#include "core/cloud/QpFormat.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "core/cloud/Base64.h"
#include "core/cloud/CloudError.h"
#include "core/ising/Qubo.h"

namespace nudge {

namespace {

constexpr double kOff = std::numeric_limits<double>::quiet_NaN();

std::size_t index(std::int32_t number) { return static_cast<std::size_t>(number); }

}  // namespace

std::string_view nameOf(ProblemType type) { return type == ProblemType::Ising ? "ising" : "qubo"; }

QpFormat::QpFormat(const SolverProperties& solver)
    : numQubits_(solver.numQubits),
      qubits_(solver.qubits),
      couplers_(solver.couplers),
      placeOfQubit_(index(solver.numQubits), -1),
      firstEdge_(index(solver.numQubits) + 1) {
  for (std::size_t p = 0; p < qubits_.size(); ++p) {
    placeOfQubit_[index(qubits_[p])] = static_cast<std::int32_t>(p);
  }
  for (const auto& [a, b] : couplers_) ++firstEdge_[index(std::min(a, b)) + 1];
  for (std::size_t q = 1; q < firstEdge_.size(); ++q) firstEdge_[q] += firstEdge_[q - 1];
  edges_.resize(couplers_.size());
  std::vector<std::size_t> next(firstEdge_.begin(), firstEdge_.end() - 1);
  for (std::size_t c = 0; c < couplers_.size(); ++c) {
    const auto [a, b] = couplers_[c];
    edges_[next[index(std::min(a, b))]++] = {std::max(a, b), static_cast<std::int32_t>(c)};
  }
  for (std::size_t q = 0; q + 1 < firstEdge_.size(); ++q) {
    std::sort(edges_.begin() + static_cast<std::ptrdiff_t>(firstEdge_[q]),
              edges_.begin() + static_cast<std::ptrdiff_t>(firstEdge_[q + 1]),
              [](const Edge& a, const Edge& b) { return a.high < b.high; });
  }
}

std::vector<std::int32_t> QpFormat::placesOf(std::span<const std::int32_t> qubits) const {
  std::vector<std::int32_t> places;
  places.reserve(qubits.size());
  for (const std::int32_t qubit : qubits) {
    if (qubit < 0 || qubit >= numQubits_ || placeOfQubit_[index(qubit)] < 0) {
      refuseProblem(fmt::format("the solver has no working qubit {}; it has {} of {}.", qubit,
                                qubits_.size(), numQubits_));
    }
    places.push_back(placeOfQubit_[index(qubit)]);
  }
  return places;
}

std::int32_t QpFormat::placeOf(std::int32_t a, std::int32_t b, std::size_t& hint) const {
  const auto [low, high] = std::minmax(a, b);
  const std::size_t first = firstEdge_[index(low)];
  const std::size_t end = firstEdge_[index(low) + 1];
  // Problems come sorted: what is looked for stands next to what was found last, or soon after.
  if (hint < first || hint >= end) hint = first;
  for (std::size_t tries = first; tries < end; ++tries) {
    const Edge& edge = edges_[hint];
    hint = hint + 1 == end ? first : hint + 1;
    if (edge.high == high) return edge.place;
  }
  refuseProblem(fmt::format("the solver has no working coupler between qubits {} and {}.", a, b));
}

QpData QpFormat::encode(std::span<const std::int32_t> qubits, std::span<const double> linear,
                        std::span<const Coupling> quadratic, double offset) const {
  const std::vector<std::int32_t> places = placesOf(qubits);
  std::vector<double> lin(qubits_.size(), kOff);
  std::vector<char> on(index(numQubits_));
  for (std::size_t k = 0; k < places.size(); ++k) {
    if (std::exchange(on[index(qubits[k])], 1) != 0) {
      refuseProblem(fmt::format("qubit {} is used for two variables.", qubits[k]));
    }
    lin[index(places[k])] = linear[k];
  }
  std::vector<double> values(couplers_.size());
  std::size_t hint = 0;
  for (const Coupling& c : quadratic) {
    values[index(placeOf(qubits[index(c.i)], qubits[index(c.j)], hint))] += c.value;
  }
  std::size_t used = 0;
  for (std::size_t c = 0; c < couplers_.size(); ++c) {
    values[used] = values[c];
    used += static_cast<std::size_t>(on[index(couplers_[c][0])] & on[index(couplers_[c][1])]);
  }
  return {base64OfNumbers(std::span<const double>(lin)),
          base64OfNumbers(std::span<const double>(values).first(used)), offset};
}

QpData QpFormat::encode(const QubitProblem& problem) const {
  if (problem.qubits.size() != problem.problem.spins()) {
    refuseProblem(fmt::format("{} qubits for {} spins; each spin needs one.", problem.qubits.size(),
                              problem.problem.spins()));
  }
  return encode(problem.qubits, problem.problem.fields(), problem.problem.couplings(),
                problem.problem.offset());
}

QubitProblem QpFormat::decode(const QpData& data, ProblemType type) const {
  std::vector<double> lin, quad;
  std::vector<std::int32_t> spinOf(index(numQubits_), -1);
  QubitProblem result;
  std::size_t between = 0;
  try {
    lin = numbersFromBase64<double>(data.linear, qubits_.size(), "\"lin\"");
    for (std::size_t p = 0; p < lin.size(); ++p) {
      if (!std::isnan(lin[p])) result.qubits.push_back(qubits_[p]);
    }
    std::sort(result.qubits.begin(), result.qubits.end());
    for (std::size_t k = 0; k < result.qubits.size(); ++k) {
      spinOf[index(result.qubits[k])] = static_cast<std::int32_t>(k);
    }
    for (const auto& [a, b] : couplers_) between += spinOf[index(a)] >= 0 && spinOf[index(b)] >= 0;
    quad = numbersFromBase64<double>(data.quadratic, between, "\"quad\"");
  } catch (const Error& error) {
    refuseProblem(error.what());
  }
  std::vector<double> fields;
  for (const std::int32_t qubit : result.qubits) {
    fields.push_back(lin[index(placeOfQubit_[index(qubit)])]);
  }
  std::vector<Coupling> couplings;
  couplings.reserve(between);
  for (const auto& [a, b] : couplers_) {
    const std::int32_t i = spinOf[index(a)], j = spinOf[index(b)];
    if (i >= 0 && j >= 0) couplings.push_back({i, j, quad[couplings.size()]});
  }
  try {
    result.problem = type == ProblemType::Ising
                         ? IsingProblem(std::move(fields), std::move(couplings), data.offset)
                         : isingOf({std::move(fields), std::move(couplings), data.offset, {}});
  } catch (const Error& error) {
    refuseProblem(error.what());
  }
  return result;
}

}  // namespace nudge
