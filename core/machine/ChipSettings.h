#pragma once

#include <string>
#include <vector>

#include "core/base/Field.h"
#include "core/chip/Unembedding.h"

namespace nudge {

/// How problems are put on an annealing chip, real or virtual.
struct ChipSettings {
  std::string chip = "pegasus:16";  ///< of a virtual chip: family and size
  double annealTime = 20;           ///< µs of an anneal, forward or back and forth
  double chainStrength = 1.414;     ///< prefactor of uniform torque compensation
  BrokenChains brokenChains = BrokenChains::Majority;  ///< never Discard: a phase needs its reads
  bool descent = false;  ///< reads go downhill, here, before they count
  double timeLimit = 0;  ///< seconds of chip time after which a run stops; 0: no limit
  double noise = 0;      ///< of a virtual chip: standard deviation of fields and couplings
  int bits = 0;          ///< of a virtual chip's fields and couplings; 0: exact

  bool operator==(const ChipSettings&) const = default;

  static const Fields<ChipSettings>& fields();
  /// What cannot be; empty when nothing is wrong.
  std::vector<std::string> problems() const;
};

}  // namespace nudge
