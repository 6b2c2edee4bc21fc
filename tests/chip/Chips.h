#pragma once

#include <string_view>
#include <vector>

#include "core/base/Random.h"
#include "core/chip/ChipGraph.h"

namespace nudge::test {

/// The whole chip of a text as "pegasus:16".
inline ChipGraph chipOf(std::string_view text) { return ChipGraph::make(ChipShape::parse(text)); }

/// One qubit of a hundred is faulty, and with `couplersOf` one coupler of so many.
inline ChipGraph withRandomFaults(const ChipGraph& chip, std::uint64_t seed,
                                  std::uint32_t couplersOf = 0) {
  Random random(seed, Purpose::Test);
  std::vector<int> qubits;
  std::vector<Coupler> couplers;
  for (const int q : chip.qubits()) {
    if (random.below(100) == 0) qubits.push_back(q);
  }
  for (const Coupler& c : chip.couplers()) {
    if (couplersOf != 0 && random.below(couplersOf) == 0) couplers.push_back(c);
  }
  return chip.withFaults(qubits, couplers);
}

}  // namespace nudge::test
