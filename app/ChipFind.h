#pragma once

#include <QString>

#include "core/chip/ChipUse.h"

namespace nudge {

/// A neuron or qubit that somebody looks for.
struct ChipFound {
  int variable = -1;
  int qubit = -1;
  QString problem;  ///< why nothing was found; empty where something was
};

/// From "layer 2 neuron 7", "2.7", "2 7", or a qubit's number, as "311" or "qubit 311". `use` may
/// be null: then there are only qubits.
ChipFound findOnChip(const QString& text, const ChipGraph& chip, const ChipUse* use);

}  // namespace nudge
