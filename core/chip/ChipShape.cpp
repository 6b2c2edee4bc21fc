#include "core/chip/ChipShape.h"

#include <array>
#include <vector>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/Text.h"

namespace nudge {

namespace {

constexpr std::array kFamilies{ChipFamily::Chimera, ChipFamily::Pegasus, ChipFamily::Zephyr};

[[noreturn]] void fail(std::string_view text, const std::string& what) {
  throw Error(fmt::format("\"{}\" is no chip: {}", text.substr(0, 60), what));
}

ChipFamily familyOf(std::string_view name, std::string_view text) {
  std::vector<std::string> known;
  for (const ChipFamily family : kFamilies) {
    if (name == nameOf(family)) return family;
    known.emplace_back(nameOf(family));
  }
  const std::string near = nearestName(std::string(name.substr(0, 60)), known);
  fail(text, (near.empty() ? "" : fmt::format("did you mean {}? ", near)) +
                 "Write chimera:16, chimera:3,5,2 (rows, columns, tile), pegasus:16, zephyr:15 or "
                 "zephyr:2,2 (grid, tile).");
}

std::vector<int> sizesOf(std::string_view list, std::string_view text) {
  std::vector<int> sizes;
  while (true) {
    const std::size_t comma = list.find(',');
    const std::string_view part = list.substr(0, comma);
    const std::optional<int> value = numberIn<int>(part);
    if (!value) {
      fail(text, fmt::format("\"{}\" is no size; sizes are whole numbers, with commas between.",
                             part.substr(0, 20)));
    }
    sizes.push_back(*value);
    if (comma == std::string_view::npos || sizes.size() > 3) return sizes;
    list = list.substr(comma + 1);
  }
}

void checkRange(int value, int low, int high, const char* what, std::string_view text) {
  if (value >= low && value <= high) return;
  fail(text, fmt::format("the {} is {}; it can be {} to {}.", what, value, low, high));
}

}  // namespace

std::string_view nameOf(ChipFamily family) {
  switch (family) {
    case ChipFamily::Chimera:
      return "chimera";
    case ChipFamily::Pegasus:
      return "pegasus";
    case ChipFamily::Zephyr:
      return "zephyr";
  }
  return "";
}

ChipShape ChipShape::parse(std::string_view text) {
  const std::size_t colon = text.find(':');
  const ChipFamily family = familyOf(text.substr(0, colon), text);
  if (colon == std::string_view::npos) {
    fail(text, fmt::format("its size is missing, as in {0}:{1}.", text,
                           family == ChipFamily::Zephyr ? 15 : 16));
  }
  const std::vector<int> sizes = sizesOf(text.substr(colon + 1), text);
  const std::size_t most =
      family == ChipFamily::Chimera ? 3 : (family == ChipFamily::Pegasus ? 1 : 2);
  if (sizes.size() > most) {
    fail(text, fmt::format("{} has at most {} size{}.", nameOf(family), most, most > 1 ? "s" : ""));
  }
  ChipShape shape{family, sizes[0], sizes[0], family == ChipFamily::Pegasus ? 12 : 4};
  if (family == ChipFamily::Chimera && sizes.size() > 1) shape.n = sizes[1];
  if (family != ChipFamily::Pegasus && sizes.size() == most) shape.t = sizes.back();
  checkRange(shape.m, family == ChipFamily::Pegasus ? 2 : 1, kLargestGrid, "size", text);
  checkRange(shape.n, 1, kLargestGrid, "number of columns", text);
  checkRange(shape.t, 1, kLargestTile, "tile", text);
  if (shape.labels() > kMostLabels) {
    fail(text,
         fmt::format("it has {} qubits; at most {} are possible.", shape.labels(), kMostLabels));
  }
  return shape;
}

std::string ChipShape::text() const {
  if (family == ChipFamily::Chimera && (m != n || t != 4)) {
    return t == 4 ? fmt::format("chimera:{},{}", m, n) : fmt::format("chimera:{},{},{}", m, n, t);
  }
  if (family == ChipFamily::Zephyr && t != 4) return fmt::format("zephyr:{},{}", m, t);
  return fmt::format("{}:{}", nameOf(family), m);
}

int ChipShape::labels() const {
  switch (family) {
    case ChipFamily::Chimera:
      return 2 * m * n * t;
    case ChipFamily::Pegasus:
      return 24 * m * (m - 1);
    case ChipFamily::Zephyr:
      return 4 * t * m * (2 * m + 1);
  }
  return 0;
}

}  // namespace nudge
