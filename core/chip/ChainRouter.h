#pragma once

#include <limits>
#include <vector>

#include <queue>

#include "core/base/Random.h"
#include "core/chip/ChipGraph.h"

namespace nudge {

/// Finds a chain that touches given chains: a root qubit and shortest ways to all of them, where
/// every qubit has a price. The step of Cai, Macready and Roy, "A practical heuristic for finding
/// graph minors" (2014), with searches that end soon after they all have met.
class ChainRouter {
 public:
  static constexpr float kForbidden = std::numeric_limits<float>::infinity();

  explicit ChainRouter(const ChipGraph& chip);

  /// A chain that has a coupler to each of `targets`; `price` is that of every qubit label, above
  /// 0, kForbidden where a chain may not go. Ties are broken at random. Empty where there is none.
  /// Without targets it is one of the cheapest qubits.
  std::vector<int> route(const std::vector<const std::vector<int>*>& targets,
                         const std::vector<float>& price, Random& random);

 private:
  struct Step {
    float cost;
    int qubit;
    bool operator>(const Step& other) const { return cost > other.cost; }
  };
  /// A search outwards from one target: what the qubits between it and each qubit cost.
  struct Search {
    std::vector<float> cost;
    std::vector<int> before;  // the qubit on the way to the target; −1 where it begins
    std::vector<char> settled;
    std::vector<int> touched;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
  };

  void begin(Search& search, const std::vector<int>& target);
  void reach(Search& search, int qubit, float cost, int before);
  void grow(Search& search, float radius, const std::vector<float>& price);
  int bestRoot(std::size_t targets, const std::vector<float>& price, Random& random);
  void reset(std::size_t targets);

  const ChipGraph& chip_;
  std::vector<Search> searches_;
  std::vector<int> met_;      // how many searches have settled each qubit
  std::vector<float> total_;  // what they cost together
  std::vector<int> meeting_;  // qubits that all searches have settled
  std::size_t wanted_ = 0;
};

}  // namespace nudge
