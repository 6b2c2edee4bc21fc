#pragma once

#include <vector>

#include "core/chip/ChipGraph.h"
#include "core/chip/Embedding.h"
#include "core/chip/SourceGraph.h"

namespace nudge {

/// Joins pairs of chains that no coupler joins yet, each by the shortest way over qubits that are
/// free, which are added to the shorter of the two chains. False where one of them has no way; the
/// embedding is then spoilt.
bool joinChains(Embedding& embedding, const std::vector<std::pair<int, int>>& pairs,
                const ChipGraph& chip);

/// Takes qubits out of chains as long as the chain stays in one piece and keeps a coupler to every
/// chain that the graph couples it to.
void trimChains(Embedding& embedding, const SourceGraph& source, const ChipGraph& chip);

/// The same for single chains, while they are taken apart and laid anew.
class ChainTrimmer {
 public:
  /// The embedding must outlive it, and be changed by it alone.
  ChainTrimmer(Embedding& embedding, const ChipGraph& chip);

  /// Trims a chain for those `around`, the variables that it is coupled to (those without a chain
  /// do not count). Whether it became shorter.
  bool trim(int variable, const std::vector<int>& around);
  /// Gives a variable another chain, whose qubits must be free or its own.
  void replace(int variable, std::vector<int> chain);
  /// The variable that a qubit stands for; −1: none.
  int owner(int qubit) const { return owner_[static_cast<std::size_t>(qubit)]; }

 private:
  void count(int qubit, int by);
  bool canGo(int qubit, int variable, const std::vector<int>& chain);
  bool staysWhole(int qubit, int variable, const std::vector<int>& chain) const;

  Embedding& embedding_;
  const ChipGraph& chip_;
  std::vector<int> owner_;     // of each qubit
  std::vector<int> couplers_;  // from the chain in hand to that of each variable
  std::vector<char> needed_;   // whether the variable in hand is coupled to each
};

}  // namespace nudge
