#pragma once

#include <bit>
#include <cstdint>
#include <span>
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
    risen_.resize(static_cast<std::size_t>(neurons));
    fallen_.resize(static_cast<std::size_t>(neurons));
    rises_ = falls_ = 0;
    count_ = 0;
  }

  /// To be written by what steps the neurons, then read by listFlips.
  Word* active() { return active_.data(); }
  const Word* active() const { return active_.data(); }
  bool isActive(std::size_t i) const { return (active_[i / 64] >> (i % 64) & 1U) != 0; }

  /// Lists the flips since the last call; returns whether there are any.
  bool listFlips() {
    std::int32_t* risen = risen_.data();
    std::int32_t* fallen = fallen_.data();
    for (std::size_t w = 0; w < active_.size(); ++w) {
      const Word flips = active_[w] ^ before_[w];
      if (flips == 0) continue;
      risen = listBits(flips & active_[w], w, risen);
      fallen = listBits(flips & before_[w], w, fallen);
      before_[w] = active_[w];
    }
    rises_ = static_cast<std::size_t>(risen - risen_.data());
    falls_ = static_cast<std::size_t>(fallen - fallen_.data());
    count_ += static_cast<int>(rises_) - static_cast<int>(falls_);
    return flips() > 0;
  }

  /// Neurons that flipped, in rising order.
  std::span<const std::int32_t> risen() const { return {risen_.data(), rises_}; }
  std::span<const std::int32_t> fallen() const { return {fallen_.data(), falls_}; }
  std::size_t flips() const { return rises_ + falls_; }
  /// How many are active, by the last list.
  int count() const { return count_; }

 private:
  static std::int32_t* listBits(Word bits, std::size_t word, std::int32_t* list) {
    for (; bits != 0; bits &= bits - 1)
      *list++ = static_cast<std::int32_t>(64 * word) + std::countr_zero(bits);
    return list;
  }

  std::vector<Word> active_, before_;
  std::vector<std::int32_t> risen_, fallen_;  ///< with room for all neurons
  std::size_t rises_ = 0, falls_ = 0;
  int count_ = 0;
};

}  // namespace nudge
