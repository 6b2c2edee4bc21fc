#pragma once

#include "core/machine/Machine.h"

namespace nudge {

/// Settles a few samples through both phases and keeps every step with its energies. Memory: (T + 1
/// + K) × neurons × samples × 8 bytes.
Trajectory recordTrajectory(Machine& machine, const Parameters& parameters, const Batch& batch,
                            const Nudge& nudge, std::stop_token stop = {}, const Draw& draw = {});

}  // namespace nudge
