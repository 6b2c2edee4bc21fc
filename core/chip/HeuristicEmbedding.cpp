#include "core/chip/HeuristicEmbedding.h"

#include <algorithm>
#include <cmath>

#include "core/base/Error.h"
#include "core/chip/ChainRouter.h"
#include "core/chip/ChainWork.h"

namespace nudge {

namespace {

constexpr int kMostRounds = 60;  // of negotiation, in a try
/// What a shared qubit costs at first, for each that has it: so much that chains rather go far
/// round. Weaker beginnings end in knots that no later price unties.
constexpr float kFirstPressure = 30;
constexpr int kEnough = 3;            // valid embeddings, of which the best is taken
constexpr int kMostRefinements = 60;  // rounds
constexpr int kPatience = 10;         // refinements without a gain

class HeuristicEmbedder {
 public:
  HeuristicEmbedder(const SourceGraph& source, const ChipGraph& chip, const EmbedOptions& options)
      : source_(source),
        chip_(chip),
        options_(options),
        router_(chip),
        around_(source.neighbours()),
        usage_(static_cast<std::size_t>(chip.shape().labels())),
        history_(usage_.size()),
        price_(usage_.size()),
        end_(options.deadline()) {}

  std::optional<Embedding> place() {
    std::optional<Embedding> best;
    int valid = 0;
    for (int attempt = 0; attempt < options_.tries && valid < kEnough && !late(); ++attempt) {
      Random random(options_.seed, Purpose::Embedding, static_cast<std::uint64_t>(attempt));
      tell(attempt, 0);
      if (!negotiate(attempt, random)) continue;
      refine(random);
      const EmbeddingStatistics now = statisticsOf(made_);
      if (options_.longestChain > 0 && now.longest > options_.longestChain) continue;
      ++valid;
      if (best && statisticsOf(*best).qubits <= now.qubits) continue;
      made_.sort();
      best = made_;
    }
    return best;
  }

 private:
  bool late() const {
    if (options_.stop.stop_requested()) throw Cancelled();
    return EmbedOptions::Clock::now() > end_;
  }

  void tell(int attempt, int round) const {
    if (!options_.progress) return;
    options_.progress((attempt + static_cast<double>(round) / kMostRounds) / options_.tries);
  }

  /// Variables in an order in which each, where possible, comes after a neighbour: outwards from a
  /// random one, those with most neighbours placed first.
  std::vector<int> placingOrder(Random& random) const {
    const std::size_t n = around_.size();
    std::vector<int> order, start(n), placed(n, 0);
    std::vector<char> done(n, 0);
    for (std::size_t v = 0; v < n; ++v) start[v] = static_cast<int>(v);
    random.shuffle(start);
    std::priority_queue<std::tuple<int, int, int>> open;
    int age = 0;
    for (const int first : start) {
      open.emplace(0, 0, first);
      while (!open.empty()) {
        const int v = std::get<2>(open.top());
        open.pop();
        if (done[static_cast<std::size_t>(v)] != 0) continue;
        done[static_cast<std::size_t>(v)] = 1;
        order.push_back(v);
        for (const int next : around_[static_cast<std::size_t>(v)]) {
          if (done[static_cast<std::size_t>(next)] == 0) {
            open.emplace(++placed[static_cast<std::size_t>(next)], --age, next);
          }
        }
      }
    }
    return order;
  }

  void setPrice(int qubit) {
    const auto q = static_cast<std::size_t>(qubit);
    price_[q] = (1 + history_[q]) * (1 + pressure_ * static_cast<float>(usage_[q]));
  }

  void lay(int variable, std::vector<int> chain) {
    std::vector<int>& old = made_.chains[static_cast<std::size_t>(variable)];
    for (const int q : old) {
      --usage_[static_cast<std::size_t>(q)];
      setPrice(q);
    }
    for (const int q : chain) {
      ++usage_[static_cast<std::size_t>(q)];
      setPrice(q);
    }
    old = std::move(chain);
  }

  std::vector<const std::vector<int>*> targets(int variable) const {
    std::vector<const std::vector<int>*> chains;
    for (const int other : around_[static_cast<std::size_t>(variable)]) {
      const std::vector<int>& chain = made_.chains[static_cast<std::size_t>(other)];
      if (!chain.empty()) chains.push_back(&chain);
    }
    return chains;
  }

  /// Lays all chains, then those that share qubits again at rising prices. True when none does.
  bool negotiate(int attempt, Random& random) {
    made_.chains.assign(around_.size(), {});
    std::fill(usage_.begin(), usage_.end(), 0);
    std::fill(history_.begin(), history_.end(), 0.0F);
    pressure_ = kFirstPressure;
    for (const int q : chip_.qubits()) setPrice(q);
    std::vector<int> order = placingOrder(random);
    int fewest = 1 << 30;
    int since = 0;
    for (int round = 0; round < kMostRounds; ++round) {
      tell(attempt, round);
      for (const int variable : order) {
        if (late()) return false;
        lay(variable, {});
        std::vector<int> chain = router_.route(targets(variable), price_, random);
        if (chain.empty()) return false;
        lay(variable, std::move(chain));
      }
      int shared = 0;
      for (const int q : chip_.qubits()) {
        const int extra = usage_[static_cast<std::size_t>(q)] - 1;
        if (extra <= 0) continue;
        shared += extra;
        history_[static_cast<std::size_t>(q)] += 0.5F * static_cast<float>(extra);
      }
      if (shared == 0) return true;
      since = shared < fewest ? 0 : since + 1;
      fewest = std::min(fewest, shared);
      if (since > 15) return false;
      pressure_ = std::min(pressure_ * 1.1F, 1e4F);
      for (const int q : chip_.qubits()) setPrice(q);
      if (round > 0) random.shuffle(order);
    }
    return false;
  }

  /// Takes chains out one by one, trims what led to them, and lays them anew where that is no
  /// longer; qubits are not shared any more.
  void refine(Random& random) {
    trimChains(made_, source_, chip_);
    ChainTrimmer trimmer(made_, chip_);
    for (const int q : chip_.qubits()) {
      price_[static_cast<std::size_t>(q)] = trimmer.owner(q) < 0 ? 1 : ChainRouter::kForbidden;
    }
    std::vector<int> order(around_.size());
    for (std::size_t v = 0; v < order.size(); ++v) order[v] = static_cast<int>(v);
    int best = statisticsOf(made_).qubits;
    for (int round = 0, since = 0; round < kMostRefinements && since < kPatience; ++round) {
      random.shuffle(order);
      for (const int variable : order) {
        if (late()) return;
        relay(variable, trimmer, random);
      }
      const int now = statisticsOf(made_).qubits;
      since = now < best ? 0 : since + 1;
      best = std::min(best, now);
    }
  }

  void relay(int variable, ChainTrimmer& trimmer, Random& random) {
    const std::vector<int>& around = around_[static_cast<std::size_t>(variable)];
    std::vector<std::pair<int, std::vector<int>>> before;
    std::size_t cost = 0;
    const auto keep = [&](int v) {
      before.emplace_back(v, made_.chains[static_cast<std::size_t>(v)]);
      cost += before.back().second.size();
    };
    keep(variable);
    for (const int other : around) keep(other);
    change(variable, {}, trimmer);
    for (const int other : around) {
      const std::vector<int> old = made_.chains[static_cast<std::size_t>(other)];
      if (!trimmer.trim(other, around_[static_cast<std::size_t>(other)])) continue;
      for (const int q : old) free(q, trimmer);
    }
    std::vector<int> chain = router_.route(targets(variable), price_, random);
    std::size_t after = chain.size();
    for (const int other : around) after += made_.chains[static_cast<std::size_t>(other)].size();
    if (!chain.empty() && after <= cost) {
      change(variable, std::move(chain), trimmer);
      return;
    }
    for (auto& [v, old] : before) change(v, std::move(old), trimmer);
  }

  void free(int qubit, const ChainTrimmer& trimmer) {
    price_[static_cast<std::size_t>(qubit)] =
        trimmer.owner(qubit) < 0 ? 1 : ChainRouter::kForbidden;
  }

  void change(int variable, std::vector<int> chain, ChainTrimmer& trimmer) {
    const std::vector<int> old = made_.chains[static_cast<std::size_t>(variable)];
    trimmer.replace(variable, std::move(chain));
    for (const int q : old) free(q, trimmer);
    for (const int q : made_.chains[static_cast<std::size_t>(variable)]) free(q, trimmer);
  }

  const SourceGraph& source_;
  const ChipGraph& chip_;
  const EmbedOptions& options_;
  ChainRouter router_;
  std::vector<std::vector<int>> around_;
  std::vector<int> usage_;      // how many chains have each qubit
  std::vector<float> history_;  // grows with every round in which a qubit is shared
  std::vector<float> price_;
  float pressure_ = kFirstPressure;
  EmbedOptions::Clock::time_point end_;
  Embedding made_;
};

}  // namespace

std::optional<Embedding> embedHeuristically(const SourceGraph& source, const ChipGraph& chip,
                                            const EmbedOptions& options) {
  return HeuristicEmbedder(source, chip, options).place();
}

}  // namespace nudge
