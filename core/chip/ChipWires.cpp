#include "core/chip/ChipWires.h"

#include <algorithm>

namespace nudge {

ChipWire::ChipWire(const ChipGraph& chip, int u, int line, int half) : line_(line) {
  const ChipShape& shape = chip.shape();
  const int pieces = pieceCount(shape, u);
  for (int piece = 0; piece < pieces; ++piece) {
    qubits_.push_back(qubitAt(shape, u, line, half, piece));
  }
  const ChipSegment first = segmentOf(shape, qubits_[0]);
  start_ = first.first;
  length_ = first.last - first.first + 1;
  reach_.assign(qubits_.size(), -1);
  for (std::size_t p = qubits_.size(); p-- > 0;) {
    if (!chip.hasQubit(qubits_[p])) continue;
    const bool joined = p + 1 < qubits_.size() && chip.hasCoupler(qubits_[p], qubits_[p + 1]);
    reach_[p] = joined ? reach_[p + 1] : static_cast<int>(p);
  }
}

int ChipWire::pieceAt(int crossing) const {
  const int along = crossing - start_;
  return along < 0 ? -1 : along / length_;
}

int ChipWire::cost(const LineRange& range) const {
  const int first = pieceAt(range.first);
  const int last = pieceAt(range.last);
  if (first < 0 || last >= static_cast<int>(qubits_.size())) return kImpossible;
  return reach_[static_cast<std::size_t>(first)] >= last ? last - first + 1 : kImpossible;
}

std::vector<int> ChipWire::run(const LineRange& range) const {
  return {qubits_.begin() + pieceAt(range.first), qubits_.begin() + pieceAt(range.last) + 1};
}

ChipWires::ChipWires(const ChipGraph& chip) : halves_(halfCount(chip.shape())) {
  const ChipShape& shape = chip.shape();
  for (const int u : {0, 1}) {
    lines_[u] = lineCount(shape, u);
    for (int line = 0; line < lines_[u]; ++line) {
      for (int half = 0; half < halves_; ++half) wires_[u].emplace_back(chip, u, line, half);
    }
  }
  period_ = shape.family == ChipFamily::Chimera  ? shape.t
            : shape.family == ChipFamily::Zephyr ? 2 * shape.t
                                                 : 12;
  std::vector<int> across;
  for (const int qubit : chip.qubits()) {
    const ChipSegment at = segmentOf(shape, qubit);
    if (at.u != 0) continue;
    across.clear();
    const int last = std::min(at.last, lines_[1] - 1);
    for (int line = at.first; line <= last; ++line) piecesAcross(shape, 1, line, at.line, across);
    for (const int other : across) {
      if (!chip.hasQubit(other) || chip.hasCoupler(qubit, other)) continue;
      const ChipSegment there = segmentOf(shape, other);
      gaps_.push_back({at.line * halves_ + at.half, there.line * halves_ + there.half});
    }
  }
  int there = 0;
  for (int q = 0; q < shape.labels(); ++q) there += inFabric(shape, q) ? 1 : 0;
  faulty_ = !gaps_.empty() || there != static_cast<int>(chip.qubits().size());
}

}  // namespace nudge
