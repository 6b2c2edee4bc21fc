#include "core/chip/WindowSearch.h"

#include <algorithm>
#include <array>

#include "core/base/Error.h"

namespace nudge {

namespace {

/// More costs than this apart in one window are not told apart: such wires are never wanted.
constexpr int kLevels = 4;

/// For one range of lines crossed: how many wires of the other orientation cost the least, one more
/// and so on, counted from the first line.
struct CostTable {
  LineRange range;
  int least = ChipWire::kImpossible;
  std::vector<std::array<std::uint16_t, kLevels>> upTo;  ///< wires of lines before this one

  /// What the cheapest `count` wires of some lines cost together; kImpossible where there are not
  /// enough.
  int cheapest(const LineRange& lines, int count) const {
    int total = 0;
    for (int level = 0; level < kLevels; ++level) {
      const auto k = static_cast<std::size_t>(level);
      const int here = upTo[static_cast<std::size_t>(lines.last) + 1][k] -
                       upTo[static_cast<std::size_t>(lines.first)][k];
      const int taken = std::min(here, count);
      total += taken * (least + level);
      count -= taken;
      if (count == 0) return total;
    }
    return ChipWire::kImpossible;
  }
};

CostTable costTable(const ChipWires& wires, int u, const LineRange& range, int longest) {
  CostTable table;
  table.range = range;
  std::vector<int> costs;
  for (const ChipWire& wire : wires.of(u)) {
    int cost = wire.cost(range);
    if (longest > 0 && cost > longest) cost = ChipWire::kImpossible;
    costs.push_back(cost);
    table.least = std::min(table.least, cost);
  }
  table.upTo.resize(static_cast<std::size_t>(wires.lines(u)) + 1);
  for (std::size_t w = 0; w < costs.size(); ++w) {
    const auto line = static_cast<std::size_t>(wires.of(u)[w].line());
    if (w == 0 || line != static_cast<std::size_t>(wires.of(u)[w - 1].line())) {
      table.upTo[line + 1] = table.upTo[line];
    }
    const int level = costs[w] - table.least;
    if (costs[w] < ChipWire::kImpossible && level < kLevels) {
      ++table.upTo[line + 1][static_cast<std::size_t>(level)];
    }
  }
  return table;
}

/// Ranges of at least `least` of `lines` lines: near the middle, at all phases of the pattern and a
/// little larger than needed, or (thorough) everywhere, by steps.
std::vector<LineRange> ranges(int least, int lines, int period, bool thorough) {
  std::vector<LineRange> found;
  if (!thorough) {
    const int middle = std::max(0, (lines - least) / 2 / period * period);
    for (int size = least; size <= std::min(lines, least + period); ++size) {
      for (int first = middle; first < middle + period && first + size <= lines; ++first) {
        found.push_back({first, first + size - 1});
      }
    }
    return found;
  }
  const int step = period > 4 ? 2 : 1;
  for (int size = least; size <= lines; size += step) {
    for (int first = 0; first + size <= lines; first += step) {
      found.push_back({first, first + size - 1});
    }
  }
  // Beyond this many the search takes too long; every so manieth does as well.
  constexpr std::size_t kMost = 1500;
  const std::size_t skip = found.size() / kMost + 1;
  std::vector<LineRange> some;
  for (std::size_t i = 0; i < found.size(); i += skip) some.push_back(found[i]);
  return some;
}

}  // namespace

std::vector<ChipWindow> findWindows(const ChipWires& wires, const WindowDemand& demand,
                                    bool thorough, std::size_t most, const std::stop_token& stop) {
  const auto linesFor = [&](int count) { return (count + wires.halves() - 1) / wires.halves(); };
  std::vector<CostTable> byRows;
  for (const LineRange& rows :
       ranges(linesFor(demand.horizontal), wires.lines(1), wires.period(), thorough)) {
    byRows.push_back(costTable(wires, 0, rows, demand.longest));
    const LineRange all{0, wires.lines(0) - 1};
    if (byRows.back().cheapest(all, demand.vertical) >= ChipWire::kImpossible) byRows.pop_back();
  }
  std::vector<CostTable> byColumns;
  for (const LineRange& columns :
       ranges(linesFor(demand.vertical), wires.lines(0), wires.period(), thorough)) {
    byColumns.push_back(costTable(wires, 1, columns, demand.longest));
    const LineRange all{0, wires.lines(1) - 1};
    if (byColumns.back().cheapest(all, demand.horizontal) >= ChipWire::kImpossible) {
      byColumns.pop_back();
    }
  }
  const auto cheaper = [](const ChipWindow& a, const ChipWindow& b) { return a.cost < b.cost; };
  std::vector<ChipWindow> best;
  for (const CostTable& rows : byRows) {
    if (stop.stop_requested()) throw Cancelled();
    for (const CostTable& columns : byColumns) {
      int cost = rows.cheapest(columns.range, demand.vertical);
      if (cost >= ChipWire::kImpossible) continue;
      if (best.size() == most && cost >= best.front().cost) continue;
      cost += columns.cheapest(rows.range, demand.horizontal);
      if (cost >= ChipWire::kImpossible) continue;
      if (best.size() == most) {
        if (cost >= best.front().cost) continue;
        std::pop_heap(best.begin(), best.end(), cheaper);
        best.pop_back();
      }
      best.push_back({columns.range, rows.range, cost});
      std::push_heap(best.begin(), best.end(), cheaper);
    }
  }
  std::stable_sort(best.begin(), best.end(), cheaper);
  return best;
}

}  // namespace nudge
