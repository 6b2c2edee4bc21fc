#pragma once

#include <vector>

#include "core/chip/ChipGraph.h"
#include "core/chip/ChipSegment.h"

namespace nudge {

/// Lines that another line crosses, both ends included.
struct LineRange {
  int first = 0, last = 0;
  int size() const { return last - first + 1; }
};

/// A straight line of qubits (on Zephyr one of the two halves of a line), of which a run of pieces
/// can serve as a chain.
class ChipWire {
 public:
  static constexpr int kImpossible = 1 << 20;

  ChipWire(const ChipGraph& chip, int u, int line, int half);

  int line() const { return line_; }
  /// How many qubits it takes to cross all lines of the range in one unbroken run; kImpossible
  /// where the chip ends or a qubit or a coupler between two is faulty.
  int cost(const LineRange& range) const;
  /// The qubits of that run, whose cost must be possible.
  std::vector<int> run(const LineRange& range) const;

 private:
  int pieceAt(int crossing) const;

  int line_ = 0;
  int start_ = 0;            // the crossing at which piece 0 begins
  int length_ = 1;           // crossings a piece
  std::vector<int> qubits_;  // of each piece
  std::vector<int> reach_;   // the furthest piece that hangs together with each; −1 where faulty
};

/// All wires of a chip, and which of those that should be coupled are not.
class ChipWires {
 public:
  explicit ChipWires(const ChipGraph& chip);

  /// Wires of orientation u, by line.
  const std::vector<ChipWire>& of(int u) const { return wires_[u]; }
  int lines(int u) const { return lines_[u]; }
  int halves() const { return halves_; }
  /// A vertical and a horizontal wire whose pieces at their crossing work, but not the coupler.
  struct Gap {
    int vertical = 0, horizontal = 0;  ///< places in of(0) and of(1)
  };
  const std::vector<Gap>& gaps() const { return gaps_; }
  /// After how many lines the pattern of pieces repeats.
  int period() const { return period_; }
  bool faulty() const { return faulty_; }

 private:
  std::vector<ChipWire> wires_[2];
  int lines_[2] = {0, 0};
  int halves_ = 1;
  int period_ = 1;
  bool faulty_ = false;
  std::vector<Gap> gaps_;
};

}  // namespace nudge
