#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/Segment.h"
#include "core/base/Text.h"
#include "core/ising/AnnealSchedule.h"

namespace nudge {

namespace {

void checkRow(const AnnealTable::Row& row, const std::string& where) {
  const auto isEnergy = [](double e) { return std::isfinite(e) && e >= 0; };
  if (!(row.s >= 0 && row.s <= 1)) {
    throw Error(fmt::format("{} has s = {}; s goes from 0 to 1.", where, row.s));
  }
  if (!isEnergy(row.energies.transverse) || !isEnergy(row.energies.problem)) {
    throw Error(
        fmt::format("{} has the energies {} and {} GHz; they must be finite and not "
                    "negative.",
                    where, row.energies.transverse, row.energies.problem));
  }
}

}  // namespace

AnnealTable::AnnealTable(std::vector<Row> rows) : rows_(std::move(rows)) {
  if (rows_.size() < 2 || rows_.front().s != 0 || rows_.back().s != 1) {
    throw Error("a table of A(s) and B(s) needs two or more rows, from s = 0 to s = 1.");
  }
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    const std::string where = fmt::format("row {} of the table of A(s) and B(s)", r + 1);
    checkRow(rows_[r], where);
    if (r > 0 && !(rows_[r].s > rows_[r - 1].s)) {
      throw Error(fmt::format("{} has s = {}, not above {} in the row before it.", where,
                              rows_[r].s, rows_[r - 1].s));
    }
  }
}

const AnnealTable& AnnealTable::typical() {
  static const AnnealTable table = [] {
    constexpr int kRows = 50;
    std::vector<Row> rows;
    for (int k = 0; k <= kRows; ++k) {
      const double s = static_cast<double>(k) / kRows;
      rows.push_back({s, {10 * (1 - s) * std::exp(-4 * s), 0.1 + 11.9 * std::pow(s, 1.8)}});
    }
    return AnnealTable(std::move(rows));
  }();
  return table;
}

AnnealEnergies AnnealTable::at(double s) const {
  const Segment part = segmentAt(s, rows_.size(), [this](std::size_t r) { return rows_[r].s; });
  const AnnealEnergies& a = rows_[part.from].energies;
  const AnnealEnergies& b = rows_[part.from + 1].energies;
  return {part.between(a.transverse, b.transverse), part.between(a.problem, b.problem)};
}

AnnealTable parseAnnealTable(std::string_view text, const std::string& name) {
  std::vector<AnnealTable::Row> rows;
  bool first = true;
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t end = text.find('\n');
    std::string_view rest = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    rest = trimmed(rest.substr(0, rest.find('#')));
    if (rest.empty()) continue;
    std::vector<std::optional<double>> cells;
    while (true) {
      const std::size_t comma = rest.find(',');
      cells.push_back(numberIn<double>(trimmed(rest.substr(0, comma))));
      if (comma == std::string_view::npos || cells.size() > 3) break;
      rest = rest.substr(comma + 1);
    }
    const bool words =
        std::none_of(cells.begin(), cells.end(), [](auto& c) { return c.has_value(); });
    const bool header = first && words;
    first = false;
    if (header) continue;
    if (cells.size() != 3 || !cells[0] || !cells[1] || !cells[2]) {
      throw Error(
          fmt::format("{}: line {}: needs three numbers s,A,B, as in 0.5,0.7,3.5.", name, line));
    }
    rows.push_back({*cells[0], {*cells[1], *cells[2]}});
    checkRow(rows.back(), fmt::format("{}: line {}", name, line));
  }
  try {
    return AnnealTable(std::move(rows));
  } catch (const Error& error) {
    throw Error(name + ": " + error.what());
  }
}

}  // namespace nudge
