#pragma once

#include <stop_token>
#include <vector>

#include "core/chip/ChipWires.h"

namespace nudge {

/// A rectangle of a chip: some neighbouring vertical lines, and some horizontal ones.
struct ChipWindow {
  LineRange columns;  ///< vertical lines
  LineRange rows;     ///< horizontal lines
  int cost = 0;       ///< qubits that straight wires across it would take, at least
};

struct WindowDemand {
  int vertical = 0;    ///< how many vertical wires are wanted,
  int horizontal = 0;  ///< and horizontal ones, so that all of them cross
  int longest = 0;     ///< most qubits a wire; 0: any number
};

/// The windows in which enough wires are unbroken, the cheapest first, at most `most`. Looks only
/// near the middle where the chip is whole and `thorough` is not asked for. Throws Cancelled.
std::vector<ChipWindow> findWindows(const ChipWires& wires, const WindowDemand& demand,
                                    bool thorough, std::size_t most, const std::stop_token& stop);

}  // namespace nudge
