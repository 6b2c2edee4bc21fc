#include "core/data/CsvInputs.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "core/base/Text.h"

namespace nudge {

namespace {

constexpr std::uintmax_t kLargestTable = 256U << 20;

/// Takes the part before the first `separator`, and it too, off the front of `text`.
std::string_view take(std::string_view& text, char separator) {
  const auto end = text.find(separator);
  const std::string_view part = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  return part;
}

/// The number that the whole cell spells, also an infinite one or NaN; a number too small is 0.
std::optional<double> numberIn(std::string_view cell) {
  if (cell.starts_with('+') && !cell.starts_with("+-")) cell.remove_prefix(1);
  double value = 0;
  const auto [end, status] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (cell.empty() || end != cell.data() + cell.size()) return std::nullopt;
  if (status == std::errc::result_out_of_range) {
    // Too small or too large: the digits' exponent tells.
    return cell.find("e-") != std::string_view::npos || cell.find("E-") != std::string_view::npos
               ? 0
               : std::numeric_limits<double>::infinity();
  }
  if (status != std::errc()) return std::nullopt;
  return value;
}

bool isHeader(std::string_view line) {
  while (!line.empty()) {
    if (numberIn(trimmed(take(line, ',')))) return false;
  }
  return true;
}

std::string shown(std::string_view cell) {
  std::string text;
  for (const char c : cell.substr(0, 40)) text += c >= ' ' && c != '\x7f' ? c : '?';
  return text;
}

/// Where a cell stands; spelt out only when something is wrong with it.
struct Place {
  const std::string& name;
  Eigen::Index line = 0;
  Eigen::Index column = 0;

  std::string text() const { return fmt::format("{}: line {}, column {}", name, line, column); }
};

float checkedNumber(std::string_view cell, const Place& place) {
  if (cell.empty()) throw Error(place.text() + ": is empty; write a number, 0 for none.");
  const std::optional<double> value = numberIn(cell);
  if (!value) {
    throw Error(
        fmt::format("{}: \"{}\" is not a number; write it like 0.25, with commas between "
                    "numbers.",
                    place.text(), shown(cell)));
  }
  if (!(std::abs(*value) <= std::numeric_limits<float>::max())) {
    throw Error(fmt::format("{}: {} is not finite; inputs are usually from 0 to 1.", place.text(),
                            shown(cell)));
  }
  return static_cast<float>(*value);
}

}  // namespace

Matrix parseCsvInputs(std::string_view text, const std::string& name) {
  text = withoutByteOrderMark(text);
  std::vector<float> values;
  Eigen::Index columns = 0, rows = 0, line = 0;
  bool first = true;
  while (!text.empty()) {
    ++line;
    std::string_view rest = trimmed(take(text, '\n'));
    if (rest.empty()) continue;
    const bool header = first && isHeader(rest);
    first = false;
    if (header) continue;
    Eigen::Index column = 0;
    for (bool more = true; more;) {
      more = rest.find(',') != std::string_view::npos;
      ++column;
      values.push_back(checkedNumber(trimmed(take(rest, ',')), Place{name, line, column}));
    }
    if (rows == 0) columns = column;
    if (column != columns) {
      throw Error(
          fmt::format("{}: line {} has {} numbers where the first row has {}; every row "
                      "needs as many.",
                      name, line, column, columns));
    }
    ++rows;
  }
  if (rows == 0) {
    throw Error(name + ": holds no numbers; write a row for every sample, like 0, 0.5, 1.");
  }
  return Eigen::Map<const Matrix>(values.data(), columns, rows);
}

Matrix readCsvInputs(const std::filesystem::path& path) {
  return parseCsvInputs(readFile(path, kLargestTable), path.string());
}

}  // namespace nudge
