#pragma once

#include "core/machine/Machine.h"

namespace nudge {

/// Settles a few samples through both phases and keeps every step with its energies. `beta` is the
/// nudging factor with its sign. Memory: (T + 1 + K) × neurons × samples × 8 bytes.
Trajectory recordTrajectory(Machine& machine, const MachineSettings& settings,
                            const Parameters& parameters, const Batch& batch, float beta,
                            std::stop_token stop = {});

}  // namespace nudge
