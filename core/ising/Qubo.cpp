#include "core/ising/Qubo.h"

#include <utility>

namespace nudge {

IsingProblem isingOf(const Qubo& qubo) {
  // Checked as it stands first: messages then speak of the numbers that were given.
  const IsingProblem given(qubo.linear, qubo.quadratic, qubo.offset, qubo.labels);
  std::vector<double> fields(given.spins());
  std::vector<Coupling> couplings(given.couplings().begin(), given.couplings().end());
  double offset = given.offset();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    fields[i] = given.fields()[i] / 2;
    offset += given.fields()[i] / 2;
  }
  for (Coupling& c : couplings) {
    c.value /= 4;
    fields[static_cast<std::size_t>(c.i)] += c.value;
    fields[static_cast<std::size_t>(c.j)] += c.value;
    offset += c.value;
  }
  return IsingProblem(std::move(fields), std::move(couplings), offset, qubo.labels);
}

Qubo quboOf(const IsingProblem& problem) {
  Qubo qubo;
  qubo.labels.assign(problem.labels().begin(), problem.labels().end());
  qubo.quadratic.assign(problem.couplings().begin(), problem.couplings().end());
  qubo.offset = problem.offset();
  for (const double field : problem.fields()) {
    qubo.linear.push_back(2 * field);
    qubo.offset -= field;
  }
  for (Coupling& c : qubo.quadratic) {
    qubo.linear[static_cast<std::size_t>(c.i)] -= 2 * c.value;
    qubo.linear[static_cast<std::size_t>(c.j)] -= 2 * c.value;
    qubo.offset += c.value;
    c.value *= 4;
  }
  return qubo;
}

}  // namespace nudge
