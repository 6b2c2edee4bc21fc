#pragma once

#include <filesystem>

#include "core/machine/Settled.h"

namespace nudge {

/// Every state of every step: sample,phase,t,layer,neuron,state,activation with phase free or
/// nudge, t = 0 the initial state of the free phase, layers from 1 (nearest the input), samples and
/// neurons from 0.
void writeTrajectoryCsv(const Trajectory& trajectory, const std::filesystem::path& path);

/// The energies of every step: sample,phase,t,energy,loss,total with energy E (−Φ in the
/// prototypical settings), loss ℓ = ½|ŷ − s^L|² and total F = E + βℓ (E in the free phase).
void writeEnergiesCsv(const Trajectory& trajectory, const std::filesystem::path& path);

}  // namespace nudge
