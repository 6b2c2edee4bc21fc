#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace nudge {

/// The spins of a layered network during two anneals of one input, sweep by sweep; or those of a
/// problem, which has no layers, during one.
struct SpinHistory {
  std::vector<int> layers;         ///< spins of layer 1 … L; of a problem all of them
  bool ofProblem = false;          ///< one anneal of spins without layers
  int freeSweeps = 0;              ///< times 0 (the start) … freeSweeps are of the free phase
  int nudgeSweeps = 0;             ///< and this many more of the nudge phase
  std::vector<std::int8_t> spins;  ///< −1 or +1, [time][spin], layer after layer

  int times() const { return freeSweeps + 1 + nudgeSweeps; }
  std::size_t spinCount() const {
    return std::accumulate(
        layers.begin(), layers.end(), std::size_t{0},
        [](std::size_t sum, int n) { return sum + static_cast<std::size_t>(n); });
  }
  /// Whether the numbers fit together and there is anything to see.
  bool isWhole() const {
    if (freeSweeps < 0 || nudgeSweeps < 0 || spinCount() == 0) return false;
    for (const int n : layers) {
      if (n < 0) return false;
    }
    return spins.size() == spinCount() * static_cast<std::size_t>(times());
  }
  const std::int8_t* at(int time) const {
    return spins.data() + static_cast<std::size_t>(time) * spinCount();
  }
};

}  // namespace nudge
