#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/Matrix.h"

namespace nudge {

/// A matrix of −1 and +1, one bit each: a set bit is +1. Rows start at whole words; the bits behind
/// the last column are zero.
class SignMatrix {
 public:
  using Word = std::uint64_t;
  using Index = Eigen::Index;
  static constexpr Index kWordBits = 64;

  SignMatrix() = default;
  /// All −1.
  SignMatrix(Index rows, Index cols);
  /// The signs of a matrix; zero counts as +1.
  explicit SignMatrix(const Weights& values);

  Index rows() const { return rows_; }
  Index cols() const { return cols_; }
  Index size() const { return rows_ * cols_; }
  Index wordsPerRow() const { return wordsPerRow_; }

  bool positive(Index i, Index j) const {
    return (row(i)[static_cast<std::size_t>(j / kWordBits)] >> (j % kWordBits) & 1U) != 0;
  }
  float operator()(Index i, Index j) const { return positive(i, j) ? 1.0F : -1.0F; }
  void set(Index i, Index j, bool positive);
  void flip(Index i, Index j) { set(i, j, !positive(i, j)); }

  std::span<const Word> row(Index i) const {
    return {words_.data() + i * wordsPerRow_, static_cast<std::size_t>(wordsPerRow_)};
  }
  std::span<Word> row(Index i) {
    return {words_.data() + i * wordsPerRow_, static_cast<std::size_t>(wordsPerRow_)};
  }

  /// ±1 as floats.
  Weights toFloats() const;
  /// ±magnitude of one row, to `cols()` floats.
  void unpackRow(Index i, float magnitude, float* into) const;
  /// Rows and columns exchanged.
  SignMatrix transposed() const;

  bool operator==(const SignMatrix&) const = default;

 private:
  Index rows_ = 0, cols_ = 0, wordsPerRow_ = 0;
  std::vector<Word> words_;
};

}  // namespace nudge
