#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/chip/ChipCoordinates.h"
#include "core/chip/ChipShape.h"

namespace nudge {

/// Two qubits that are coupled, the lower number first.
using Coupler = std::pair<int, int>;

/// The qubits and couplers of a chip that work. Valid by construction: each of them exists on a
/// chip of this shape, couplers join working qubits, everything is sorted and nothing there twice.
class ChipGraph {
 public:
  /// A chip in full working order.
  static ChipGraph make(const ChipShape& shape);

  /// A chip of which only these work, as a solver describes itself; any order, (v, u) as good as
  /// (u, v). Throws Error for a qubit or coupler that a chip of this shape does not have, one given
  /// twice, or a coupler of a qubit that is not in the list.
  ChipGraph(const ChipShape& shape, std::vector<int> qubits, std::vector<Coupler> couplers);

  /// The same chip where these qubits and couplers do not work; what was not working before may be
  /// among them. Throws Error for a qubit or coupler that no chip of this shape has.
  ChipGraph withFaults(const std::vector<int>& qubits, const std::vector<Coupler>& couplers) const;

  const ChipShape& shape() const { return shape_; }
  /// Working qubits, ascending.
  std::span<const int> qubits() const { return qubits_; }
  /// Working couplers, ascending.
  std::span<const Coupler> couplers() const { return couplers_; }
  /// Those coupled to a qubit, ascending; none for a number that is no working qubit.
  std::span<const int> neighbours(int qubit) const;
  bool hasQubit(int qubit) const;
  bool hasCoupler(int u, int v) const;
  /// Where the qubit is drawn; see nudge::drawingPosition.
  ChipPosition drawingPosition(int qubit) const { return nudge::drawingPosition(shape_, qubit); }

  bool operator==(const ChipGraph& other) const {
    return shape_ == other.shape_ && qubits_ == other.qubits_ && couplers_ == other.couplers_;
  }

 private:
  struct Checked {};
  ChipGraph(Checked, const ChipShape& shape, std::vector<int> qubits,
            std::vector<Coupler> couplers);

  ChipShape shape_;
  std::vector<int> qubits_;
  std::vector<Coupler> couplers_;
  std::vector<std::uint8_t> works_;  // for each label
  std::vector<std::size_t> first_;   // of neighbours_, for each label, and their number at last
  std::vector<int> neighbours_;
};

/// Whether a chip of this shape in full working order couples u and v.
bool idealCoupler(const ChipShape& shape, int u, int v);

}  // namespace nudge
