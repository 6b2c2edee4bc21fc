#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "core/network/SignMatrix.h"

namespace nudge {

/// Which neurons of one layer of one sample are active, a bit each, and which of them flipped last.
class FlipNeurons {
 public:
  using Word = SignMatrix::Word;

  /// All inactive.
  void reset(int neurons) {
    active_.assign((static_cast<std::size_t>(neurons) + 63) / 64, 0);
    before_.assign(active_.size(), 0);
    count_ = 0;
  }

  /// To be written by what steps the neurons, then read by listFlips.
  Word* active() { return active_.data(); }
  const Word* active() const { return active_.data(); }
  bool isActive(std::size_t i) const { return (active_[i / 64] >> (i % 64) & 1U) != 0; }

  /// Lists the flips since the last call; returns whether there are any.
  bool listFlips() {
    risen_.clear();
    fallen_.clear();
    for (std::size_t w = 0; w < active_.size(); ++w) {
      for (Word flips = active_[w] ^ before_[w]; flips != 0; flips &= flips - 1) {
        const int bit = std::countr_zero(flips);
        auto& list = (active_[w] >> bit & 1U) != 0 ? risen_ : fallen_;
        list.push_back(static_cast<std::int32_t>(64 * w) + bit);
      }
      before_[w] = active_[w];
    }
    count_ += static_cast<int>(risen_.size()) - static_cast<int>(fallen_.size());
    return flips() > 0;
  }

  /// Neurons that flipped, in rising order.
  const std::vector<std::int32_t>& risen() const { return risen_; }
  const std::vector<std::int32_t>& fallen() const { return fallen_; }
  std::size_t flips() const { return risen_.size() + fallen_.size(); }
  /// How many are active, by the last list.
  int count() const { return count_; }

 private:
  std::vector<Word> active_, before_;
  std::vector<std::int32_t> risen_, fallen_;
  int count_ = 0;
};

}  // namespace nudge
