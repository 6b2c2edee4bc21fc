#pragma once

#include "core/cloud/QpFormat.h"

namespace nudge {

/// A problem whose spins are named by the qubits they sit on: by their labels where they have
/// some, else by their numbers. Spins that nothing acts on are left out. Throws CloudError
/// (Problem) for a label that is no number; what the solver lacks is found when it is encoded.
QubitProblem onNamedQubits(const IsingProblem& problem);

/// States of the whole problem as states of the spins that are on qubits, in their order.
SampleSet onNamedQubits(const SampleSet& samples, const IsingProblem& problem);

/// Samples of such a problem as samples of the whole: spins that were left out are +1.
SampleSet ofAllSpins(const SampleSet& samples, const IsingProblem& problem);

}  // namespace nudge
