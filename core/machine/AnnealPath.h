#pragma once

#include <vector>

#include "core/machine/AnnealingSettings.h"
#include "core/machine/Settled.h"

namespace nudge {

/// The points (t, s) of a phase's schedule as it will be run, straight lines between them: those of
/// the settings, or where they give none (0, 0) … (1, 1) forward and (0, 1), (½, f), (1, 1) back.
/// A nudge phase with reverseTo = 0 and no schedule anneals forward.
std::vector<double> schedulePoints(const AnnealingSettings& settings, Phase phase);

/// Whether a phase starts from a state that it is given.
bool startsFromState(const AnnealingSettings& settings, Phase phase);

/// s of every sweep of a phase. Forward: as many sweeps as the settings say, at t from 0 to 1.
/// Straight back to f and forth: with the n values of the forward anneal and counting from 0, those
/// from n − 1 down to ⌊fn⌋ and up again to n − 1 [section 5.3].
std::vector<double> annealPath(const AnnealingSettings& settings, Phase phase);

}  // namespace nudge
