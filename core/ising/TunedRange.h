#pragma once

#include "core/ising/TemperatureSchedule.h"

namespace nudge {

/// The part of `whole` in which annealing changes anything: from where 0.3 of the moves
/// uphill are accepted to half again beyond where 0.001 are, at most to 60 times as cold. Measured
/// by annealings of a few reads through `whole`, the same for the same seed. Where the problem
/// never gets as cold or as hot as that, the end of `whole` stays.
TemperatureRange tunedRange(const IsingProblem& problem, const TemperatureRange& whole,
                            std::uint64_t seed);

}  // namespace nudge
