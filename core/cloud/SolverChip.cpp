#include "core/cloud/SolverChip.h"

#include <algorithm>

namespace nudge {

ChipShape shapeOf(const SolverProperties& solver) {
  std::string text = solver.topology;
  for (std::size_t i = 0; i < solver.shape.size(); ++i)
    text += (i == 0 ? ':' : ',') + std::to_string(solver.shape[i]);
  return ChipShape::parse(text);
}

ProgrammingLimits limitsOf(const SolverProperties& solver) {
  return {solver.h, solver.jFull(), solver.perQubitCoupling, solver.perGroupCoupling};
}

ChipGraph chipOf(const SolverProperties& solver) {
  std::vector<int> qubits(solver.qubits.begin(), solver.qubits.end());
  std::vector<Coupler> couplers;
  for (const auto& [u, v] : solver.couplers) couplers.push_back(std::minmax(u, v));
  return ChipGraph(shapeOf(solver), std::move(qubits), std::move(couplers));
}

}  // namespace nudge
