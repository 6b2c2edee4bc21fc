#include "core/chip/CornerEmbedding.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "core/base/Error.h"
#include "core/chip/ChainWork.h"
#include "core/chip/ChipWires.h"

namespace nudge {

namespace {

constexpr std::size_t kAttempts = 40;
constexpr int kSpare = 2;  // periods of lines more than are bent, to choose from

/// Lines beside a block of lines, from the nearest to the furthest that is taken.
struct Side {
  bool after = true;  ///< higher numbers than the block's
  int count = 0;

  LineRange of(const LineRange& block) const {
    return after ? LineRange{block.last + 1, block.last + count}
                 : LineRange{block.first - count, block.first - 1};
  }
  LineRange with(const LineRange& block) const {
    return after ? LineRange{block.first, block.last + count}
                 : LineRange{block.first - count, block.last};
  }
};

/// Where the corner is and how far its arms go. Index 0: vertical lines (columns), 1: horizontal.
struct Plan {
  int bent = 0;        ///< the layer that goes around the corner
  LineRange block[2];  ///< the lines of its arms
  Side side[2];        ///< where the lines are that cross the arms of the other orientation
  int crossing[2] = {0, 0};
  int cost = 0;
};

class CornerPlacer {
 public:
  CornerPlacer(const SourceGraph& source, const ChipGraph& chip, const EmbedOptions& options)
      : source_(source), chip_(chip), options_(options), wires_(chip), end_(options.deadline()) {}

  std::optional<Embedding> place() {
    for (const int bent : {0, 1}) plan(bent);
    std::stable_sort(plans_.begin(), plans_.end(),
                     [](const Plan& a, const Plan& b) { return a.cost < b.cost; });
    for (std::size_t i = 0; i < std::min(plans_.size(), kAttempts); ++i) {
      watch();
      if (EmbedOptions::Clock::now() > end_) break;
      if (best_ && plans_[i].cost > bestQubits_) break;
      attempt(plans_[i]);
    }
    return best_;
  }

 private:
  void watch() const {
    if (options_.stop.stop_requested()) throw Cancelled();
  }

  /// For every wire of orientation u whether it runs unbroken across the range: how many of those
  /// on lines before each do.
  const std::vector<int>& unbroken(int u, const LineRange& range) {
    std::vector<int>& upTo = unbroken_[u][{range.first, range.last}];
    if (!upTo.empty()) return upTo;
    upTo.assign(static_cast<std::size_t>(wires_.lines(u)) + 1, 0);
    for (const ChipWire& wire : wires_.of(u))
      upTo[static_cast<std::size_t>(wire.line()) + 1] += wire.cost(range) < ChipWire::kImpossible;
    std::partial_sum(upTo.begin(), upTo.end(), upTo.begin());
    return upTo;
  }

  int unbroken(int u, const LineRange& own, const LineRange& crossed) {
    const std::vector<int>& upTo = unbroken(u, crossed);
    return upTo[static_cast<std::size_t>(own.last) + 1] - upTo[static_cast<std::size_t>(own.first)];
  }

  void plan(int bent) {
    Plan plan;
    plan.bent = bent;
    const int wanted = source_.layers[static_cast<std::size_t>(bent)];
    const int least = (wanted + wires_.halves() - 1) / wires_.halves();
    const int step = wires_.period();
    const auto blocks = [&](int u, const auto& use) {
      const int first = (least + step - 1) / step * step;
      for (int size = first; size <= first + kSpare * step; size += step)
        for (int at = 0; at + size <= wires_.lines(u); at += step)
          use(LineRange{at, at + size - 1});
    };
    blocks(0, [&](const LineRange& columns) {
      watch();
      blocks(1, [&](const LineRange& rows) {
        plan.block[0] = columns;
        plan.block[1] = rows;
        for (const bool right : {true, false}) {
          for (const bool below : {true, false}) {
            plan.side[0].after = right;
            plan.side[1].after = below;
            extend(plan, wanted);
          }
        }
      });
    });
  }

  /// Tries how the neurons that cross can be shared out between the two arms.
  void extend(Plan plan, int wanted) {
    const int all = source_.layers[static_cast<std::size_t>(1 - plan.bent)];
    const auto room = [&](int u) {
      return plan.side[u].after ? wires_.lines(u) - 1 - plan.block[u].last : plan.block[u].first;
    };
    const int step = wires_.period();
    for (int across = 0; across <= room(0); across += step) {
      plan.side[0].count = across;
      plan.crossing[0] =
          across == 0 ? 0 : unbroken(0, plan.side[0].of(plan.block[0]), plan.block[1]);
      if (unbroken(1, plan.block[1], plan.side[0].with(plan.block[0])) < wanted) return;
      plan.crossing[0] = std::min(plan.crossing[0], all);
      int down = 0;
      plan.crossing[1] = 0;
      while (plan.crossing[0] + plan.crossing[1] < all) {
        down += step;
        if (down > room(1)) break;
        plan.side[1].count = down;
        plan.crossing[1] = unbroken(1, plan.side[1].of(plan.block[1]), plan.block[0]);
      }
      plan.side[1].count = down;
      if (plan.crossing[0] + plan.crossing[1] < all) continue;
      if (unbroken(0, plan.block[0], plan.side[1].with(plan.block[1])) < wanted) continue;
      plan.crossing[1] = all - plan.crossing[0];
      plan.cost = costOf(plan, wanted);
      keep(plan);
    }
  }

  /// About how many qubits it takes: lines by the pieces that the first wire of the chip needs.
  int costOf(const Plan& plan, int wanted) const {
    const auto pieces = [&](const LineRange& range) {
      return (range.size() + wires_.period() - 1) / wires_.period();
    };
    return wanted * (pieces(plan.side[0].with(plan.block[0])) +
                     pieces(plan.side[1].with(plan.block[1]))) +
           plan.crossing[0] * pieces(plan.block[1]) + plan.crossing[1] * pieces(plan.block[0]);
  }

  void keep(const Plan& plan) {
    const auto cheaper = [](const Plan& a, const Plan& b) { return a.cost < b.cost; };
    plans_.push_back(plan);
    std::push_heap(plans_.begin(), plans_.end(), cheaper);
    if (plans_.size() <= 4 * kAttempts) return;
    std::pop_heap(plans_.begin(), plans_.end(), cheaper);
    plans_.pop_back();
  }

  /// The first `count` unbroken wires on some lines, those nearest to the corner before others.
  std::vector<const ChipWire*> take(int u, const LineRange& own, const LineRange& crossed,
                                    bool fromFirst, int count) const {
    std::vector<const ChipWire*> taken;
    for (const ChipWire& wire : wires_.of(u)) {
      if (wire.line() < own.first || wire.line() > own.last) continue;
      if (wire.cost(crossed) < ChipWire::kImpossible) taken.push_back(&wire);
    }
    if (!fromFirst) std::reverse(taken.begin(), taken.end());
    if (taken.size() > static_cast<std::size_t>(count))
      taken.resize(static_cast<std::size_t>(count));
    return taken;
  }

  void attempt(const Plan& plan) {
    std::optional<std::vector<std::vector<int>>> bent = bend(plan);
    if (!bent) return;
    std::vector<std::vector<int>> crossing;
    for (const int u : {0, 1}) {
      if (plan.crossing[u] == 0) continue;
      for (const ChipWire* wire : take(u, plan.side[u].of(plan.block[u]), plan.block[1 - u],
                                       plan.side[u].after, plan.crossing[u]))
        crossing.push_back(wire->run(plan.block[1 - u]));
    }
    Embedding made;
    made.chains = plan.bent == 0 ? *bent : crossing;
    const std::vector<std::vector<int>>& rest = plan.bent == 0 ? crossing : *bent;
    made.chains.insert(made.chains.end(), rest.begin(), rest.end());
    if (made.chains.size() != static_cast<std::size_t>(source_.variables)) return;
    if (!joinChains(made, lacking(made), chip_)) return;
    trimChains(made, source_, chip_);
    const EmbeddingStatistics statistics = statisticsOf(made);
    if (options_.longestChain > 0 && statistics.longest > options_.longestChain) return;
    if (best_ && statistics.qubits >= bestQubits_) return;
    bestQubits_ = statistics.qubits;
    made.sort();
    best_ = std::move(made);
  }

  /// Chains around the corner: as many pairs of a horizontal and a vertical wire, coupled where
  /// they cross.
  std::optional<std::vector<std::vector<int>>> bend(const Plan& plan) const {
    const int wanted = source_.layers[static_cast<std::size_t>(plan.bent)];
    const LineRange across = plan.side[0].with(plan.block[0]);
    const LineRange down = plan.side[1].with(plan.block[1]);
    // Lines that are nearest to those that cross them make the crossing chains short.
    std::vector<const ChipWire*> lying =
        take(1, plan.block[1], across, !plan.side[1].after, wires_.lines(1) * wires_.halves());
    std::vector<const ChipWire*> standing =
        take(0, plan.block[0], down, !plan.side[0].after, wires_.lines(0) * wires_.halves());
    std::vector<std::vector<int>> chains;
    for (const ChipWire* row : lying) {
      if (static_cast<int>(chains.size()) == wanted) break;
      for (const ChipWire*& column : standing) {
        if (column == nullptr || !meet(*row, *column)) continue;
        std::vector<int> chain = row->run(from(column->line(), plan.side[0], plan.block[0]));
        const std::vector<int> other = column->run(from(row->line(), plan.side[1], plan.block[1]));
        chain.insert(chain.end(), other.begin(), other.end());
        chains.push_back(std::move(chain));
        column = nullptr;
        break;
      }
    }
    if (static_cast<int>(chains.size()) < wanted) return {};
    return chains;
  }

  /// From a line of the block to the end of the arm.
  static LineRange from(int line, const Side& side, const LineRange& block) {
    const LineRange whole = side.with(block);
    return side.after ? LineRange{line, whole.last} : LineRange{whole.first, line};
  }

  bool meet(const ChipWire& row, const ChipWire& column) const {
    const LineRange there{column.line(), column.line()};
    const LineRange here{row.line(), row.line()};
    if (row.cost(there) >= ChipWire::kImpossible || column.cost(here) >= ChipWire::kImpossible)
      return false;
    return chip_.hasCoupler(row.run(there).front(), column.run(here).front());
  }

  /// Pairs that no coupler joins.
  std::vector<std::pair<int, int>> lacking(const Embedding& made) const {
    std::vector<int> owner(static_cast<std::size_t>(chip_.shape().labels()), -1);
    for (std::size_t v = 0; v < made.chains.size(); ++v)
      for (const int q : made.chains[v]) owner[static_cast<std::size_t>(q)] = static_cast<int>(v);
    std::vector<std::pair<int, int>> pairs;
    const int first = source_.layers.front();
    for (int a = 0; a < first; ++a) {
      std::vector<char> met(made.chains.size(), 0);
      for (const int q : made.chains[static_cast<std::size_t>(a)])
        for (const int p : chip_.neighbours(q))
          if (const int v = owner[static_cast<std::size_t>(p)]; v >= 0)
            met[static_cast<std::size_t>(v)] = 1;
      for (int b = first; b < source_.variables; ++b)
        if (met[static_cast<std::size_t>(b)] == 0) pairs.emplace_back(a, b);
    }
    return pairs;
  }

  const SourceGraph& source_;
  const ChipGraph& chip_;
  const EmbedOptions& options_;
  ChipWires wires_;
  EmbedOptions::Clock::time_point end_;
  std::map<std::pair<int, int>, std::vector<int>> unbroken_[2];
  std::vector<Plan> plans_;
  std::optional<Embedding> best_;
  int bestQubits_ = 0;
};

}  // namespace

std::optional<Embedding> embedAroundCorner(const SourceGraph& source, const ChipGraph& chip,
                                           const EmbedOptions& options) {
  if (source.layers.size() != 2) return {};
  return CornerPlacer(source, chip, options).place();
}

}  // namespace nudge
