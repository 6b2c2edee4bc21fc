#include "core/chip/LayeredEmbedding.h"

#include <algorithm>

#include "core/base/Error.h"
#include "core/chip/ChainWork.h"
#include "core/chip/WindowSearch.h"

namespace nudge {

namespace {

/// Wires of one window that may become chains, and how many couplers each of them lacks.
struct Candidate {
  int wire = 0;
  int cost = 0;
  int lacks = 0;
};

class LayeredPlacer {
 public:
  LayeredPlacer(const SourceGraph& source, const ChipGraph& chip, const EmbedOptions& options)
      : source_(source), chip_(chip), options_(options), wires_(chip), end_(options.deadline()) {}

  std::optional<Embedding> place() {
    search(false);
    if (!best_) search(true);
    return best_;
  }

 private:
  /// Odd layers stand (vertical), even ones lie; or, turned, the other way round.
  struct Plan {
    bool turned = false;
    ChipWindow window;
  };

  void search(bool thorough) {
    thorough = thorough || wires_.faulty();
    int odd = 0, even = 0;
    for (std::size_t l = 0; l < source_.layers.size(); ++l) {
      (l % 2 == 0 ? odd : even) += source_.layers[l];
    }
    const std::size_t most = wires_.faulty() ? 400 : 30;
    std::vector<Plan> plans;
    for (const bool turned : {false, true}) {
      const WindowDemand demand{turned ? even : odd, turned ? odd : even, options_.longestChain};
      if (demand.vertical > wires_.lines(0) * wires_.halves()) continue;
      if (demand.horizontal > wires_.lines(1) * wires_.halves()) continue;
      for (const ChipWindow& window : findWindows(wires_, demand, thorough, most, options_.stop)) {
        plans.push_back({turned, window});
      }
    }
    std::stable_sort(plans.begin(), plans.end(),
                     [](const Plan& a, const Plan& b) { return a.window.cost < b.window.cost; });
    // Two layers need every crossing, so that the estimate bounds what comes of it.
    const bool exact = source_.layers.size() == 2;
    for (std::size_t i = 0; i < plans.size(); ++i) {
      if (options_.stop.stop_requested()) throw Cancelled();
      if (EmbedOptions::Clock::now() > end_) return;
      if (exact && best_ && plans[i].window.cost > bestQubits_ + 4) return;
      if (!exact && best_ && i >= 40) return;
      attempt(plans[i]);
      if (options_.progress) {
        options_.progress(static_cast<double>(i + 1) / static_cast<double>(plans.size()));
      }
    }
  }

  void attempt(const Plan& plan) {
    std::vector<Candidate> chosen[2];
    for (const int u : {0, 1}) chosen[u] = candidates(plan, u);
    choose(plan, chosen);
    for (const int u : {0, 1}) {
      std::sort(chosen[u].begin(), chosen[u].end(),
                [](const Candidate& a, const Candidate& b) { return a.wire < b.wire; });
    }
    std::optional<Embedding> made = build(plan, chosen);
    if (!made) return;
    trimChains(*made, source_, chip_);
    const EmbeddingStatistics statistics = statisticsOf(*made);
    if (options_.longestChain > 0 && statistics.longest > options_.longestChain) return;
    const auto worth = std::pair(statistics.qubits, statistics.longest);
    if (best_ && worth >= std::pair(bestQubits_, bestLongest_)) return;
    bestQubits_ = statistics.qubits;
    bestLongest_ = statistics.longest;
    made->sort();
    best_ = std::move(made);
  }

  int wanted(const Plan& plan, int u) const {
    int count = 0;
    for (std::size_t l = 0; l < source_.layers.size(); ++l) {
      if (orientation(plan, l) == u) count += source_.layers[l];
    }
    return count;
  }

  static int orientation(const Plan& plan, std::size_t layer) {
    return static_cast<int>(layer % 2) ^ (plan.turned ? 1 : 0);
  }

  std::vector<Candidate> candidates(const Plan& plan, int u) const {
    const LineRange& own = u == 0 ? plan.window.columns : plan.window.rows;
    const LineRange& crossed = u == 0 ? plan.window.rows : plan.window.columns;
    std::vector<Candidate> found;
    const int first = own.first * wires_.halves();
    const int last = (own.last + 1) * wires_.halves();
    for (int w = first; w < last; ++w) {
      const int cost = wires_.of(u)[static_cast<std::size_t>(w)].cost(crossed);
      if (cost >= ChipWire::kImpossible) continue;
      if (options_.longestChain > 0 && cost > options_.longestChain) continue;
      found.push_back({w, cost, 0});
    }
    return found;
  }

  /// Leaves as many candidates of each orientation as are wanted: those with most faulty couplers
  /// go first, then the costly ones, then the outermost.
  void choose(const Plan& plan, std::vector<Candidate> (&chosen)[2]) const {
    std::vector<Candidate*> at[2];
    for (const int u : {0, 1}) {
      at[u].assign(wires_.of(u).size(), nullptr);
      for (Candidate& c : chosen[u]) at[u][static_cast<std::size_t>(c.wire)] = &c;
    }
    std::vector<ChipWires::Gap> gaps;
    for (const ChipWires::Gap& gap : wires_.gaps()) {
      Candidate* const v = at[0][static_cast<std::size_t>(gap.vertical)];
      Candidate* const h = at[1][static_cast<std::size_t>(gap.horizontal)];
      if (v == nullptr || h == nullptr) continue;
      gaps.push_back(gap);
      ++v->lacks;
      ++h->lacks;
    }
    const std::size_t goal[2] = {static_cast<std::size_t>(wanted(plan, 0)),
                                 static_cast<std::size_t>(wanted(plan, 1))};
    while (chosen[0].size() > goal[0] || chosen[1].size() > goal[1]) {
      int side = -1;
      std::size_t worst = 0;
      for (const int u : {0, 1}) {
        if (chosen[u].size() <= goal[u]) continue;
        for (std::size_t i = 0; i < chosen[u].size(); ++i) {
          if (side >= 0 && !worse(plan, u, chosen[u][i], side, chosen[side][worst])) continue;
          side = u;
          worst = i;
        }
      }
      const int gone = chosen[side][worst].wire;
      chosen[side].erase(chosen[side].begin() + static_cast<std::ptrdiff_t>(worst));
      for (const ChipWires::Gap& gap : gaps) {
        if ((side == 0 ? gap.vertical : gap.horizontal) != gone) continue;
        const int other = side == 0 ? gap.horizontal : gap.vertical;
        for (Candidate& c : chosen[1 - side]) c.lacks -= c.wire == other ? 1 : 0;
      }
    }
  }

  bool worse(const Plan& plan, int u, const Candidate& a, int v, const Candidate& b) const {
    const auto key = [&](int side, const Candidate& c) {
      const LineRange& own = side == 0 ? plan.window.columns : plan.window.rows;
      const int line = c.wire / wires_.halves();
      const int aside = std::max(own.last - line, line - own.first);
      // A detour takes about as much as a lacking coupler saves in the length of a wire.
      return std::tuple(2 * c.lacks + c.cost, aside, line);
    };
    return key(u, a) > key(v, b);
  }

  std::optional<Embedding> build(const Plan& plan, const std::vector<Candidate> (&chosen)[2]) {
    // The wire of every variable: a layer takes the next ones of its orientation.
    std::size_t next[2] = {0, 0};
    std::vector<int> wireOf;
    std::vector<LineRange> extent;  // of each layer's lines
    for (std::size_t l = 0; l < source_.layers.size(); ++l) {
      const int u = orientation(plan, l);
      const auto size = static_cast<std::size_t>(source_.layers[l]);
      if (next[u] + size > chosen[u].size()) return {};
      extent.push_back({chosen[u][next[u]].wire / wires_.halves(),
                        chosen[u][next[u] + size - 1].wire / wires_.halves()});
      for (std::size_t i = 0; i < size; ++i) wireOf.push_back(chosen[u][next[u]++].wire);
    }
    Embedding made;
    for (std::size_t l = 0, v = 0; l < source_.layers.size(); ++l) {
      const LineRange crossed = crossedBy(l, extent);
      const std::vector<ChipWire>& wires = wires_.of(orientation(plan, l));
      for (int i = 0; i < source_.layers[l]; ++i, ++v) {
        made.chains.push_back(wires[static_cast<std::size_t>(wireOf[v])].run(crossed));
      }
    }
    if (wires_.gaps().empty()) return made;
    if (!joinChains(made, lacking(plan, wireOf), chip_)) return {};
    return made;
  }

  static LineRange crossedBy(std::size_t layer, const std::vector<LineRange>& extent) {
    LineRange crossed = extent[layer == 0 ? 1 : layer - 1];
    if (layer > 0 && layer + 1 < extent.size()) {
      crossed.first = std::min(crossed.first, extent[layer + 1].first);
      crossed.last = std::max(crossed.last, extent[layer + 1].last);
    }
    return crossed;
  }

  /// Pairs of variables of consecutive layers whose wires cross where the coupler is faulty.
  std::vector<std::pair<int, int>> lacking(const Plan& plan, const std::vector<int>& wireOf) const {
    std::vector<int> variable[2];
    std::vector<int> layerOf;
    for (std::size_t l = 0; l < source_.layers.size(); ++l) {
      layerOf.insert(layerOf.end(), static_cast<std::size_t>(source_.layers[l]),
                     static_cast<int>(l));
    }
    for (const int u : {0, 1}) variable[u].assign(wires_.of(u).size(), -1);
    for (std::size_t v = 0; v < wireOf.size(); ++v) {
      const int u = orientation(plan, static_cast<std::size_t>(layerOf[v]));
      variable[u][static_cast<std::size_t>(wireOf[v])] = static_cast<int>(v);
    }
    std::vector<std::pair<int, int>> pairs;
    for (const ChipWires::Gap& gap : wires_.gaps()) {
      const int a = variable[0][static_cast<std::size_t>(gap.vertical)];
      const int b = variable[1][static_cast<std::size_t>(gap.horizontal)];
      if (a < 0 || b < 0) continue;
      const int apart = layerOf[static_cast<std::size_t>(a)] - layerOf[static_cast<std::size_t>(b)];
      if (apart == 1 || apart == -1) pairs.emplace_back(a, b);
    }
    return pairs;
  }

  const SourceGraph& source_;
  const ChipGraph& chip_;
  const EmbedOptions& options_;
  ChipWires wires_;
  EmbedOptions::Clock::time_point end_;
  std::optional<Embedding> best_;
  int bestQubits_ = 0;
  int bestLongest_ = 0;
};

}  // namespace

std::optional<Embedding> embedLayered(const SourceGraph& source, const ChipGraph& chip,
                                      const EmbedOptions& options) {
  return LayeredPlacer(source, chip, options).place();
}

long long leastQubits(const SourceGraph& source, const ChipGraph& chip) {
  long long most = 0;
  for (const int q : chip.qubits()) {
    most = std::max(most, static_cast<long long>(chip.neighbours(q).size()));
  }
  long long least = 0;
  for (const std::vector<int>& around : source.neighbours()) {
    const auto d = static_cast<long long>(around.size());
    if (d <= most) {
      ++least;
    } else if (most <= 2) {
      return 1LL << 40;  // a path of qubits joins no more than two others
    } else {
      least += (d - 2 + most - 3) / (most - 2);
    }
  }
  return least;
}

}  // namespace nudge
