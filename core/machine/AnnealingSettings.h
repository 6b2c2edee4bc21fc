#pragma once

#include <string>
#include <vector>

#include "core/base/Field.h"
#include "core/ising/TemperatureSchedule.h"
#include "core/network/NetworkSpec.h"

namespace nudge {

/// Which of a phase's reads speaks for it. Enumerators in the order of the field's choices.
enum class ReadChoice {
  Lowest,  ///< the one of lowest energy: the published intention
  First,   ///< the first one, as the published program does
  Mean,    ///< all of them: activations and their products are means over the reads
};

/// How an Ising machine anneals a phase. A schedule is a list t, s, t, s, … with t from 0 to 1 and
/// s(t) between 0 (hot, or all quantum) and 1 (cold, or all problem): simulated annealing runs
/// through the inverse temperatures β_hot^(1−s)·β_cold^s, and simulated quantum annealing through
/// A(s) and B(s).
struct AnnealingSettings {
  int sweeps = 100;     ///< of a forward anneal; a reverse one takes as many steps per unit of s
  int freeReads = 10;   ///< N
  int nudgeReads = 10;  ///< M
  ReadChoice read = ReadChoice::Lowest;
  bool collapsed = false;         ///< hidden spins are minimised out; simulated annealing only
  bool skipRight = true;          ///< no nudge phase where the free outputs are the target already
  double reverseTo = 0.25;        ///< f: the s that a reverse anneal goes back to; 0: forward
  std::vector<double> forward{};  ///< schedule; empty: straight from 0 to 1
  std::vector<double> reverse{};  ///< schedule; empty: straight to f and back
  double fieldLimit = 0;          ///< |h| ≤ this; 0: no limit
  RangeRule range = RangeRule::Thesis;
  double hot = 0.1, cold = 10;  ///< β of a range that is given
  int slices = 20;              ///< P, Trotter slices of simulated quantum annealing
  double temperature = 15;      ///< of the chip that it stands for, mK

  bool operator==(const AnnealingSettings&) const = default;

  static const Fields<AnnealingSettings>& fields();

  /// What does not go together, or with the network; empty when nothing is wrong. For machines that
  /// anneal only.
  std::vector<std::string> problems(const NetworkSpec& network) const;
};

}  // namespace nudge
