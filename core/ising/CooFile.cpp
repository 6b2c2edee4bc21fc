#include "core/ising/CooFile.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/ising/Qubo.h"

namespace nudge {

namespace {

struct Entry {
  std::int32_t i = 0, j = 0;
  std::int64_t line = 0;
  double value = 0;
};

/// Like "# vartype=BINARY", blanks anywhere.
bool saysBinary(std::string_view comment) {
  std::string packed;
  for (const char c : comment) {
    if (c != ' ' && c != '\t' && c != '\r' && c != '#') packed += c;
  }
  return packed == "vartype=BINARY";
}

std::string shown(std::string_view text) {
  std::string clean;
  for (const char c : text.substr(0, 40)) clean += c >= ' ' && c < '\x7f' ? c : '?';
  return clean;
}

class CooReader {
 public:
  CooReader(std::string_view text, const std::string& name) : rest_(text), name_(name) {}

  IsingProblem read() {
    while (!rest_.empty()) readLine();
    if (!announcedSpins_ && entries_.empty()) {
      throw Error(name_ + ": holds no problem; write lines like 0 1 -0.5 (spin, spin, coupling).");
    }
    if (announcedSpins_ && static_cast<std::int64_t>(entries_.size()) != announcedEntries_) {
      throw Error(
          fmt::format("{}: ends after line {} with {} entries where line {} announces {}; "
                      "it may be cut off.",
                      name_, line_, entries_.size(), headerLine_, announcedEntries_));
    }
    refuseTwice();
    return problem();
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(fmt::format("{}: line {}: {}", name_, line_, what));
  }

  void readLine() {
    ++line_;
    const std::size_t end = rest_.find('\n');
    std::string_view line = rest_.substr(0, end);
    rest_ = end == std::string_view::npos ? std::string_view() : rest_.substr(end + 1);
    if (const std::size_t hash = line.find('#'); hash != std::string_view::npos) {
      if (saysBinary(line.substr(hash))) binary_ = true;
      line = line.substr(0, hash);
    }
    const std::size_t count = split(line);
    if (count == 0) return;
    if (count == 2 && entries_.empty() && !announcedSpins_) return readHeader();
    if (count != 3) {
      fail(fmt::format("has {} where an entry has three numbers, as in 0 1 -0.5; is it cut off?",
                       count == 1 ? "one number" : fmt::format("{} parts", count)));
    }
    Entry entry{readSpin(tokens_[0]), readSpin(tokens_[1]), line_, readValue(tokens_[2])};
    if (entry.i > entry.j) std::swap(entry.i, entry.j);
    entries_.push_back(entry);
  }

  /// Cuts a line at its blanks: the first three parts to tokens_. Returns how many there are.
  std::size_t split(std::string_view line) {
    std::size_t count = 0;
    std::size_t at = 0;
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (true) {
      while (at < line.size() && isBlank(line[at])) ++at;
      if (at == line.size()) return count;
      const std::size_t start = at;
      while (at < line.size() && !isBlank(line[at])) ++at;
      if (count < 3) tokens_[count] = line.substr(start, at - start);
      ++count;
    }
  }

  std::int64_t readWhole(std::string_view token, std::size_t most, const char* what) const {
    std::int64_t value = 0;
    const auto [end, status] = std::from_chars(token.data(), token.data() + token.size(), value);
    const bool whole = end == token.data() + token.size();
    if (!whole || status == std::errc::invalid_argument) {
      fail(fmt::format("\"{}\" is no {}; write a whole number from 0 on.", shown(token), what));
    }
    if (status == std::errc() && value < 0) {
      fail(fmt::format("the {} {} is negative; they count from 0.", what, value));
    }
    if (status != std::errc() || static_cast<std::uint64_t>(value) > most) {
      fail(
          fmt::format("the {} {} is too large; at most {} is possible.", what, shown(token), most));
    }
    return value;
  }

  void readHeader() {
    announcedSpins_ = readWhole(tokens_[0], IsingProblem::kMostSpins, "number of spins");
    announcedEntries_ = readWhole(tokens_[1], IsingProblem::kMostCouplings, "number of entries");
    headerLine_ = line_;
    // A wrong number must not take all memory: beyond this the vector grows as lines come.
    entries_.reserve(static_cast<std::size_t>(std::min<std::int64_t>(announcedEntries_, 1 << 20)));
  }

  std::int32_t readSpin(std::string_view token) {
    const std::int64_t spin = readWhole(token, IsingProblem::kMostSpins - 1, "spin");
    if (announcedSpins_ && spin >= *announcedSpins_) {
      fail(fmt::format("the spin {} is not among the {} that line {} announces; they count from 0.",
                       spin, *announcedSpins_, headerLine_));
    }
    highest_ = std::max(highest_, spin);
    return static_cast<std::int32_t>(spin);
  }

  double readValue(std::string_view token) const {
    if (token.starts_with('+') && !token.starts_with("+-")) token.remove_prefix(1);
    double value = 0;
    const auto [end, status] = std::from_chars(token.data(), token.data() + token.size(), value);
    if (status == std::errc::invalid_argument || end != token.data() + token.size()) {
      fail(fmt::format("\"{}\" is not a number; write it like -0.5.", shown(token)));
    }
    if (status == std::errc::result_out_of_range || !std::isfinite(value)) {
      fail(fmt::format("{} is not a finite number that a computer can hold.", shown(token)));
    }
    return value;
  }

  void refuseTwice() {
    const auto place = [](const Entry& e) { return std::pair(e.i, e.j); };
    const auto before = [&](const Entry& a, const Entry& b) {
      return std::pair(place(a), a.line) < std::pair(place(b), b.line);
    };
    if (!std::is_sorted(entries_.begin(), entries_.end(), before)) {
      std::sort(entries_.begin(), entries_.end(), before);
    }
    const Entry* worst = nullptr;
    for (std::size_t k = 1; k < entries_.size(); ++k) {
      if (place(entries_[k]) != place(entries_[k - 1])) continue;
      if (worst == nullptr || entries_[k].line < worst[1].line) worst = &entries_[k - 1];
    }
    if (worst == nullptr) return;
    line_ = worst[1].line;
    fail(fmt::format("{} is given twice, first in line {}; keep one, or their sum.",
                     worst->i == worst->j
                         ? fmt::format("the field of spin {}", worst->i)
                         : fmt::format("the coupling of spins {} and {}", worst->i, worst->j),
                     worst->line));
  }

  IsingProblem problem() const {
    const auto spins = static_cast<std::size_t>(announcedSpins_.value_or(highest_ + 1));
    Qubo values;
    values.linear.resize(spins);
    values.quadratic.reserve(entries_.size());
    for (const Entry& entry : entries_) {
      if (entry.i == entry.j) {
        values.linear[static_cast<std::size_t>(entry.i)] = entry.value;
      } else {
        values.quadratic.push_back({entry.i, entry.j, entry.value});
      }
    }
    if (binary_) return isingOf(values);
    return IsingProblem(std::move(values.linear), std::move(values.quadratic));
  }

  std::string_view rest_;
  const std::string& name_;
  std::string_view tokens_[3];
  std::vector<Entry> entries_;
  std::optional<std::int64_t> announcedSpins_;
  std::int64_t announcedEntries_ = 0;
  std::int64_t headerLine_ = 0;
  std::int64_t line_ = 0;
  std::int64_t highest_ = -1;
  bool binary_ = false;
};

}  // namespace

IsingProblem parseCoo(std::string_view text, const std::string& name) {
  return CooReader(withoutByteOrderMark(text), name).read();
}

void writeCoo(const IsingProblem& problem, std::ostream& out) {
  std::size_t entries = problem.couplings().size();
  for (const double field : problem.fields()) entries += field != 0 ? 1 : 0;
  out << "# Ising problem: spins and entries, then i j J_ij, or i i h_i; E = sum J s s + sum h s\n";
  if (problem.offset() != 0) out << fmt::format("# offset {}\n", problem.offset());
  out << fmt::format("{} {}\n", problem.spins(), entries);
  for (std::size_t i = 0; i < problem.spins(); ++i) {
    if (problem.fields()[i] != 0) out << fmt::format("{0} {0} {1}\n", i, problem.fields()[i]);
  }
  for (const Coupling& c : problem.couplings()) {
    out << fmt::format("{} {} {}\n", c.i, c.j, c.value);
  }
}

}  // namespace nudge
