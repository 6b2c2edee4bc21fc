#include "core/chip/ChipFile.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/chip/ChipSegment.h"
#include "core/chip/NumberLines.h"
#include "core/data/Gzip.h"

namespace nudge {

namespace {

constexpr std::size_t kLargestFile = std::size_t{1} << 28;

/// What stands in the file, with nothing known of a chip yet.
struct ChipText {
  std::vector<int> qubits;
  std::vector<Coupler> couplers;
  std::map<int, std::int64_t> qubitLine;
  std::vector<std::int64_t> couplerLine;
};

class ChipReader {
 public:
  ChipReader(std::string_view text, const std::string& name) : lines_(text, name), name_(name) {}

  ChipText read() {
    if (!lines_.next()) {
      throw Error(name_ +
                  ": holds no chip; it begins with a line of two numbers, qubits and "
                  "couplers.");
    }
    expect(2, "the first line has the numbers of qubits and of couplers");
    const int qubits = lines_.numbers()[0];
    const int couplers = lines_.numbers()[1];
    for (int i = 0; i < qubits; ++i) readQubit(i, qubits);
    for (int i = 0; i < couplers; ++i) readCoupler(i, couplers);
    if (lines_.next()) {
      lines_.fail(fmt::format("comes after the {} qubits and {} couplers that were announced.",
                              qubits, couplers));
    }
    return std::move(read_);
  }

 private:
  void expect(std::size_t count, const char* what) {
    if (lines_.numbers().size() == count) return;
    lines_.fail(fmt::format("{}, so {} where {} was found.", what,
                            count == 1 ? "one number" : "two numbers", lines_.numbers().size()));
  }

  void more(int i, int of, const char* what) {
    if (lines_.next()) return;
    throw Error(fmt::format("{}: ends after {} of {} {}; it may be cut off.", name_, i, of, what));
  }

  void readQubit(int i, int of) {
    more(i, of, "qubits");
    expect(1, "a line of this part has a qubit");
    const int qubit = lines_.numbers()[0];
    const auto [there, isNew] = read_.qubitLine.emplace(qubit, lines_.line());
    if (!isNew) {
      lines_.fail(
          fmt::format("the qubit {} is given twice, first in line {}.", qubit, there->second));
    }
    read_.qubits.push_back(qubit);
  }

  void readCoupler(int i, int of) {
    more(i, of, "couplers");
    expect(2, "a line of this part has the two qubits of a coupler");
    const Coupler ends = std::minmax(lines_.numbers()[0], lines_.numbers()[1]);
    for (const int end : {ends.first, ends.second}) {
      if (!read_.qubitLine.contains(end)) {
        lines_.fail(fmt::format("the qubit {} is not among those listed above.", end));
      }
    }
    if (!seen_.insert(ends).second) {
      lines_.fail(fmt::format("the coupler {} {} is given twice.", ends.first, ends.second));
    }
    read_.couplers.push_back(ends);
    read_.couplerLine.push_back(lines_.line());
  }

  NumberLines lines_;
  const std::string& name_;
  ChipText read_;
  std::set<Coupler> seen_;
};

bool fits(const ChipShape& shape, const ChipText& text) {
  return std::all_of(text.couplers.begin(), text.couplers.end(),
                     [&](const Coupler& c) { return idealCoupler(shape, c.first, c.second); });
}

/// All possible shapes, the smallest first.
std::vector<ChipShape> allShapes() {
  std::vector<ChipShape> shapes;
  const auto add = [&](const ChipShape& shape) {
    if (shape.labels() <= ChipShape::kMostLabels) shapes.push_back(shape);
  };
  const int most = ChipShape::kLargestGrid;
  for (int m = 1; m <= most; ++m) {
    if (m > 1) add({ChipFamily::Pegasus, m, m, 12});
    for (const int t : {4, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}) {
      add({ChipFamily::Zephyr, m, m, t});
      for (int n = 1; n <= most; ++n) add({ChipFamily::Chimera, m, n, t});
    }
  }
  std::stable_sort(shapes.begin(), shapes.end(),
                   [](const ChipShape& a, const ChipShape& b) { return a.labels() < b.labels(); });
  return shapes;
}

ChipShape findShape(const ChipText& text, const std::string& name) {
  static const std::vector<ChipShape> shapes = allShapes();
  const auto highest = std::max_element(text.qubits.begin(), text.qubits.end());
  if (highest != text.qubits.end()) {
    auto shape = std::partition_point(shapes.begin(), shapes.end(), [&](const ChipShape& small) {
      return small.labels() <= *highest;
    });
    for (; shape != shapes.end(); ++shape) {
      if (fits(*shape, text)) return *shape;
    }
  }
  throw Error(name +
              ": these are not the couplers of any Chimera, Pegasus or Zephyr chip in "
              "D-Wave's linear numbering.");
}

void checkFits(const ChipShape& shape, const ChipText& text, const std::string& name) {
  const auto say = [&](std::int64_t line, const std::string& what) {
    throw Error(fmt::format("{}: line {}: {}", name, line, what));
  };
  for (const auto& [qubit, line] : text.qubitLine) {
    if (qubit >= shape.labels()) {
      say(line, fmt::format("{} has no qubit {}; they are numbered 0 to {}.", shape.text(), qubit,
                            shape.labels() - 1));
    }
  }
  for (std::size_t i = 0; i < text.couplers.size(); ++i) {
    const auto [u, v] = text.couplers[i];
    if (!idealCoupler(shape, u, v)) {
      say(text.couplerLine[i],
          fmt::format("{} does not couple qubits {} and {}.", shape.text(), u, v));
    }
  }
}

}  // namespace

ChipGraph parseChip(std::string_view text, const std::string& name,
                    std::optional<ChipShape> shape) {
  ChipText read = ChipReader(text, name).read();
  if (!shape) shape = findShape(read, name);
  checkFits(*shape, read, name);
  return ChipGraph(*shape, std::move(read.qubits), std::move(read.couplers));
}

ChipGraph readChip(const std::filesystem::path& path, std::optional<ChipShape> shape) {
  return parseChip(readPlainOrGzip(path.string(), kLargestFile), path.string(), shape);
}

void writeChip(const ChipGraph& chip, std::ostream& out) {
  out << fmt::format("{} {}\n", chip.qubits().size(), chip.couplers().size());
  for (const int qubit : chip.qubits()) out << qubit << '\n';
  for (const auto& [u, v] : chip.couplers()) out << u << ' ' << v << '\n';
}

ChipFaults parseFaults(std::string_view text, const std::string& name) {
  ChipFaults faults;
  NumberLines lines(text, name);
  while (lines.next()) {
    const std::vector<int>& numbers = lines.numbers();
    if (numbers.size() == 1) {
      faults.qubits.push_back(numbers[0]);
    } else if (numbers.size() == 2) {
      faults.couplers.emplace_back(numbers[0], numbers[1]);
    } else {
      lines.fail("has three numbers; a faulty qubit is one number, a faulty coupler two.");
    }
  }
  return faults;
}

ChipFaults readFaults(const std::filesystem::path& path) {
  return parseFaults(readPlainOrGzip(path.string(), kLargestFile), path.string());
}

ChipGraph openChip(const std::string& chip, const std::string& faults) {
  const auto open = [&] {
    // A path with a colon must still be possible.
    if (!std::filesystem::exists(chip)) return ChipGraph::make(ChipShape::parse(chip));
    return readChip(chip);
  };
  ChipGraph whole = open();
  if (faults.empty()) return whole;
  const ChipFaults broken = readFaults(faults);
  try {
    return whole.withFaults(broken.qubits, broken.couplers);
  } catch (const Error& error) {
    throw Error(fmt::format("{}: {}", faults, error.what()));
  }
}

}  // namespace nudge
