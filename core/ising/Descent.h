#pragma once

#include "core/ising/IsingProblem.h"

namespace nudge {

/// Steepest descent: flips the spin that lowers E most, until no single flip lowers it (by more
/// than 1e-12 of the largest change that any spin could make). `state` has spins() entries. Returns
/// how many flips it took.
std::size_t descend(const IsingProblem& problem, std::span<Spin> state);

}  // namespace nudge
