#include "core/chip/ChainWork.h"

#include <algorithm>

namespace nudge {

namespace {

/// The free qubits of a shortest way from one chain to another; false where there is none.
bool shortestWay(const std::vector<int>& from, int to, const std::vector<int>& owner,
                 const ChipGraph& chip, std::vector<int>& way) {
  std::vector<int> before(owner.size(), -2);
  std::vector<int> open = from;
  for (const int q : from) before[static_cast<std::size_t>(q)] = -1;
  for (std::size_t at = 0; at < open.size(); ++at) {
    const int q = open[at];
    for (const int next : chip.neighbours(q)) {
      const auto n = static_cast<std::size_t>(next);
      if (owner[n] == to) {
        way.clear();
        for (int step = q; before[static_cast<std::size_t>(step)] != -1;
             step = before[static_cast<std::size_t>(step)]) {
          way.push_back(step);
        }
        return true;
      }
      if (owner[n] != -1 || before[n] != -2) continue;
      before[n] = q;
      open.push_back(next);
    }
  }
  return false;
}

}  // namespace

ChainTrimmer::ChainTrimmer(Embedding& embedding, const ChipGraph& chip)
    : embedding_(embedding),
      chip_(chip),
      owner_(ownersOf(embedding, chip.shape().labels())),
      couplers_(embedding.chains.size(), 0),
      needed_(embedding.chains.size(), 0) {}

bool ChainTrimmer::trim(int variable, const std::vector<int>& around) {
  std::vector<int>& chain = embedding_.chains[static_cast<std::size_t>(variable)];
  for (const int other : around) {
    needed_[static_cast<std::size_t>(other)] = 1;
    couplers_[static_cast<std::size_t>(other)] = 0;
  }
  for (const int q : chain) count(q, 1);
  bool changed = false;
  for (bool again = true; again && chain.size() > 1;) {
    again = false;
    for (std::size_t i = 0; i < chain.size() && chain.size() > 1; ++i) {
      if (!canGo(chain[i], variable, chain)) continue;
      count(chain[i], -1);
      owner_[static_cast<std::size_t>(chain[i])] = -1;
      chain.erase(chain.begin() + static_cast<std::ptrdiff_t>(i));
      again = changed = true;
      break;
    }
  }
  for (const int other : around) needed_[static_cast<std::size_t>(other)] = 0;
  return changed;
}

void ChainTrimmer::replace(int variable, std::vector<int> chain) {
  std::vector<int>& old = embedding_.chains[static_cast<std::size_t>(variable)];
  for (const int q : old) owner_[static_cast<std::size_t>(q)] = -1;
  for (const int q : chain) owner_[static_cast<std::size_t>(q)] = variable;
  old = std::move(chain);
}

void ChainTrimmer::count(int qubit, int by) {
  for (const int next : chip_.neighbours(qubit)) {
    const int other = owner_[static_cast<std::size_t>(next)];
    if (other >= 0) couplers_[static_cast<std::size_t>(other)] += by;
  }
}

bool ChainTrimmer::canGo(int qubit, int variable, const std::vector<int>& chain) {
  int inside = 0;
  count(qubit, -1);
  bool missed = false;
  for (const int next : chip_.neighbours(qubit)) {
    const int other = owner_[static_cast<std::size_t>(next)];
    if (other < 0) continue;
    const auto o = static_cast<std::size_t>(other);
    inside += other == variable ? 1 : 0;
    missed = missed || (other != variable && needed_[o] != 0 && couplers_[o] < 1);
  }
  count(qubit, 1);
  return !missed && (inside == 1 || staysWhole(qubit, variable, chain));
}

bool ChainTrimmer::staysWhole(int qubit, int variable, const std::vector<int>& chain) const {
  std::vector<int> open{chain[0] == qubit ? chain[1] : chain[0]};
  std::vector<int> seen{qubit, open[0]};
  while (!open.empty()) {
    const int q = open.back();
    open.pop_back();
    for (const int next : chip_.neighbours(q)) {
      if (owner_[static_cast<std::size_t>(next)] != variable) continue;
      if (std::find(seen.begin(), seen.end(), next) != seen.end()) continue;
      seen.push_back(next);
      open.push_back(next);
    }
  }
  return seen.size() == chain.size();
}

bool joinChains(Embedding& embedding, const std::vector<std::pair<int, int>>& pairs,
                const ChipGraph& chip) {
  std::vector<int> owner = ownersOf(embedding, chip.shape().labels());
  std::vector<int> way;
  for (const auto& [a, b] : pairs) {
    std::vector<int>& left = embedding.chains[static_cast<std::size_t>(a)];
    std::vector<int>& right = embedding.chains[static_cast<std::size_t>(b)];
    if (!shortestWay(left, b, owner, chip, way)) return false;
    const bool toLeft = left.size() <= right.size();
    for (const int q : way) {
      (toLeft ? left : right).push_back(q);
      owner[static_cast<std::size_t>(q)] = toLeft ? a : b;
    }
  }
  return true;
}

void trimChains(Embedding& embedding, const SourceGraph& source, const ChipGraph& chip) {
  const std::vector<std::vector<int>> around = source.neighbours();
  ChainTrimmer trimmer(embedding, chip);
  for (bool again = true; again;) {
    again = false;
    for (std::size_t v = 0; v < around.size(); ++v) {
      again = trimmer.trim(static_cast<int>(v), around[v]) || again;
    }
  }
}

}  // namespace nudge
