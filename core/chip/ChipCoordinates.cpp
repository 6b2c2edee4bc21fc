#include "core/chip/ChipCoordinates.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/chip/ChipSegment.h"

namespace nudge {

int linearOf(const ChipShape& shape, const ChimeraCoordinate& at) {
  return ((at.i * shape.n + at.j) * 2 + at.u) * shape.t + at.k;
}

int linearOf(const ChipShape& shape, const PegasusCoordinate& at) {
  return ((at.u * shape.m + at.w) * 12 + at.k) * (shape.m - 1) + at.z;
}

int linearOf(const ChipShape& shape, const ZephyrCoordinate& at) {
  return (((at.u * (2 * shape.m + 1) + at.w) * shape.t + at.k) * 2 + at.j) * shape.m + at.z;
}

ChimeraCoordinate chimeraOf(const ChipShape& shape, int qubit) {
  const int shore = qubit / shape.t;
  const int cell = shore / 2;
  return {cell / shape.n, cell % shape.n, shore % 2, qubit % shape.t};
}

PegasusCoordinate pegasusOf(const ChipShape& shape, int qubit) {
  const int line = qubit / (shape.m - 1);
  return {line / 12 / shape.m, line / 12 % shape.m, line % 12, qubit % (shape.m - 1)};
}

ZephyrCoordinate zephyrOf(const ChipShape& shape, int qubit) {
  const int wire = qubit / shape.m;
  const int line = wire / 2;
  const int columns = 2 * shape.m + 1;
  return {line / shape.t / columns, line / shape.t % columns, line % shape.t, wire % 2,
          qubit % shape.m};
}

NiceCoordinate niceOf(const PegasusCoordinate& at) {
  const int third = at.k / 4;
  if (at.u == 0) return {(2 + third) % 3, at.z, at.w - (third < 1 ? 1 : 0), 0, at.k % 4};
  return {(1 + 2 * third) % 3, at.w - (third < 2 ? 1 : 0), at.z, 1, at.k % 4};
}

PegasusCoordinate pegasusOf(const NiceCoordinate& at) {
  if (at.u == 0) {
    const int third = (at.t + 1) % 3;
    return {0, at.x + (third < 1 ? 1 : 0), third * 4 + at.k, at.y};
  }
  const int third = (4 - at.t) % 3;
  return {1, at.y + (third < 2 ? 1 : 0), third * 4 + at.k, at.x};
}

std::string coordinateText(const ChipShape& shape, int qubit) {
  switch (shape.family) {
    case ChipFamily::Chimera: {
      const ChimeraCoordinate at = chimeraOf(shape, qubit);
      return fmt::format("i {}, j {}, u {}, k {}", at.i, at.j, at.u, at.k);
    }
    case ChipFamily::Pegasus: {
      const PegasusCoordinate at = pegasusOf(shape, qubit);
      return fmt::format("u {}, w {}, k {}, z {}", at.u, at.w, at.k, at.z);
    }
    case ChipFamily::Zephyr: {
      const ZephyrCoordinate at = zephyrOf(shape, qubit);
      return fmt::format("u {}, w {}, k {}, j {}, z {}", at.u, at.w, at.k, at.j, at.z);
    }
  }
  return {};
}

namespace {

/// Cells as crosses: t + 1 places for the qubits of an orientation, whose middle is left to the
/// other one, and 2 between cells.
ChipPosition chimeraPosition(const ChipShape& shape, int qubit) {
  const ChimeraCoordinate at = chimeraOf(shape, qubit);
  const int middle = shape.t / 2;
  const int pitch = shape.t + 3;
  const double unit = 1.0 / (std::max(shape.m, shape.n) * pitch - 3);
  const int place = at.k < middle ? at.k : at.k + 1;
  const int right = at.j * pitch + (at.u == 0 ? place : middle);
  const int down = at.i * pitch + (at.u == 0 ? middle : place);
  return {right * unit, -down * unit};
}

/// A qubit stands in the middle of its wire; pairs of Pegasus and halves of a Zephyr line are
/// moved aside a little, so that they can be told apart.
ChipPosition wirePosition(const ChipShape& shape, int qubit) {
  double across = 0, along = 0, extent = 1;
  const ChipSegment wire = segmentOf(shape, qubit);
  if (shape.family == ChipFamily::Pegasus) {
    across = wire.line - 2 - (wire.line % 2 == 0 ? 0.0 : 0.2);
    along = wire.first + 5.5 - 2.1;
    extent = 12 * shape.m - 5.2;
  } else {
    across = wire.line + 0.3125 * wire.half;
    along = wire.first + shape.t - 0.3125;
    extent = (2 * shape.m + 1) * shape.t - 0.6875;
  }
  if (wire.u == 0) return {across / extent, -along / extent};
  return {along / extent, -across / extent};
}

}  // namespace

ChipPosition drawingPosition(const ChipShape& shape, int qubit) {
  return shape.family == ChipFamily::Chimera ? chimeraPosition(shape, qubit)
                                             : wirePosition(shape, qubit);
}

}  // namespace nudge
