#include "core/chip/ChipSegment.h"

#include <algorithm>
#include <array>

#include "core/chip/ChipCoordinates.h"

namespace nudge {

namespace {

/// How far the first piece of a Pegasus line is shifted along it, for k = 0, 4 and 8.
constexpr std::array<std::array<int, 3>, 2> kPegasusOffset{{{2, 10, 6}, {6, 2, 10}}};

int pegasusOffset(int u, int line) {
  return kPegasusOffset[static_cast<std::size_t>(u)][static_cast<std::size_t>(line % 12 / 4)];
}

}  // namespace

ChipSegment segmentOf(const ChipShape& shape, int qubit) {
  switch (shape.family) {
    case ChipFamily::Chimera: {
      const ChimeraCoordinate at = chimeraOf(shape, qubit);
      const int piece = at.u == 0 ? at.i : at.j;
      const int line = (at.u == 0 ? at.j : at.i) * shape.t + at.k;
      return {at.u, line, 0, piece, piece * shape.t, piece * shape.t + shape.t - 1};
    }
    case ChipFamily::Pegasus: {
      const PegasusCoordinate at = pegasusOf(shape, qubit);
      const int line = 12 * at.w + at.k;
      const int first = 12 * at.z + pegasusOffset(at.u, line);
      return {at.u, line, 0, at.z, first, first + 11};
    }
    case ChipFamily::Zephyr: {
      const ZephyrCoordinate at = zephyrOf(shape, qubit);
      const int first = (2 * at.z + at.j) * shape.t;
      return {at.u, at.w * shape.t + at.k, at.j, at.z, first, first + 2 * shape.t - 1};
    }
  }
  return {};
}

int lineCount(const ChipShape& shape, int u) {
  switch (shape.family) {
    case ChipFamily::Chimera:
      return (u == 0 ? shape.n : shape.m) * shape.t;
    case ChipFamily::Pegasus:
      return 12 * shape.m;
    case ChipFamily::Zephyr:
      return (2 * shape.m + 1) * shape.t;
  }
  return 0;
}

int pieceCount(const ChipShape& shape, int u) {
  switch (shape.family) {
    case ChipFamily::Chimera:
      return u == 0 ? shape.m : shape.n;
    case ChipFamily::Pegasus:
      return shape.m - 1;
    case ChipFamily::Zephyr:
      return shape.m;
  }
  return 0;
}

int halfCount(const ChipShape& shape) { return shape.family == ChipFamily::Zephyr ? 2 : 1; }

int qubitAt(const ChipShape& shape, int u, int line, int half, int piece) {
  if (line < 0 || line >= lineCount(shape, u)) return -1;
  if (half < 0 || half >= halfCount(shape)) return -1;
  if (piece < 0 || piece >= pieceCount(shape, u)) return -1;
  const int tile = shape.family == ChipFamily::Pegasus ? 12 : shape.t;
  const int w = line / tile;
  const int k = line % tile;
  switch (shape.family) {
    case ChipFamily::Chimera:
      return u == 0 ? linearOf(shape, ChimeraCoordinate{piece, w, 0, k})
                    : linearOf(shape, ChimeraCoordinate{w, piece, 1, k});
    case ChipFamily::Pegasus:
      return linearOf(shape, PegasusCoordinate{u, w, k, piece});
    case ChipFamily::Zephyr:
      return linearOf(shape, ZephyrCoordinate{u, w, k, half, piece});
  }
  return -1;
}

void piecesAcross(const ChipShape& shape, int u, int line, int crossing, std::vector<int>& found) {
  const auto add = [&](int half, int along, int length) {
    if (along < 0) return;  // before the first piece begins
    const int qubit = qubitAt(shape, u, line, half, along / length);
    if (qubit >= 0) found.push_back(qubit);
  };
  switch (shape.family) {
    case ChipFamily::Chimera:
      return add(0, crossing, shape.t);
    case ChipFamily::Pegasus:
      return add(0, crossing - pegasusOffset(u, line), 12);
    case ChipFamily::Zephyr:
      add(0, crossing, 2 * shape.t);
      add(1, crossing - shape.t, 2 * shape.t);
  }
}

std::vector<int> idealNeighbours(const ChipShape& shape, int qubit) {
  const ChipSegment at = segmentOf(shape, qubit);
  std::vector<int> found;
  const int lastLine = std::min(at.last, lineCount(shape, 1 - at.u) - 1);
  for (int line = at.first; line <= lastLine; ++line) {
    piecesAcross(shape, 1 - at.u, line, at.line, found);
  }
  const auto add = [&](int line, int half, int piece) {
    const int other = qubitAt(shape, at.u, line, half, piece);
    if (other >= 0) found.push_back(other);
  };
  add(at.line, at.half, at.piece - 1);
  add(at.line, at.half, at.piece + 1);
  if (shape.family == ChipFamily::Pegasus) add(at.line ^ 1, 0, at.piece);
  if (shape.family == ChipFamily::Zephyr) {
    add(at.line, 1 - at.half, at.piece);
    add(at.line, 1 - at.half, at.half == 0 ? at.piece - 1 : at.piece + 1);
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool inFabric(const ChipShape& shape, int qubit) {
  if (shape.family != ChipFamily::Pegasus) return true;
  const ChipSegment at = segmentOf(shape, qubit);
  std::vector<int> found;
  for (int line = at.first; line <= at.last && found.empty(); ++line) {
    piecesAcross(shape, 1 - at.u, line, at.line, found);
  }
  return !found.empty();
}

}  // namespace nudge
