#include "core/network/SignMatrix.h"

#include <algorithm>
#include <array>

namespace nudge {

namespace {

/// Exchanges rows and columns of 64 × 64 bits in place: halves, quarters, … of the block swap
/// across its diagonal (Warren, Hacker's Delight, section 7-3).
void transposeBlock(std::array<SignMatrix::Word, 64>& block) {
  SignMatrix::Word mask = 0x00000000FFFFFFFFULL;
  for (unsigned step = 32; step != 0; step >>= 1, mask ^= mask << step) {
    for (unsigned k = 0; k < 64; k = ((k | step) + 1) & ~step) {
      const SignMatrix::Word swapped = ((block[k] >> step) ^ block[k | step]) & mask;
      block[k] ^= swapped << step;
      block[k | step] ^= swapped;
    }
  }
}

}  // namespace

SignMatrix::SignMatrix(Index rows, Index cols)
    : rows_(rows),
      cols_(cols),
      wordsPerRow_((cols + kWordBits - 1) / kWordBits),
      words_(static_cast<std::size_t>(rows * wordsPerRow_)) {}

SignMatrix::SignMatrix(const Weights& values) : SignMatrix(values.rows(), values.cols()) {
  for (Index i = 0; i < rows_; ++i) {
    for (Index j = 0; j < cols_; ++j) set(i, j, !(values(i, j) < 0));
  }
}

void SignMatrix::set(Index i, Index j, bool positive) {
  Word& word = row(i)[static_cast<std::size_t>(j / kWordBits)];
  const Word bit = Word{1} << (j % kWordBits);
  word = positive ? word | bit : word & ~bit;
}

Weights SignMatrix::toFloats() const {
  Weights values(rows_, cols_);
  for (Index i = 0; i < rows_; ++i) unpackRow(i, 1, values.row(i).data());
  return values;
}

void SignMatrix::unpackRow(Index i, float magnitude, float* into) const {
  const auto words = row(i);
  for (Index j = 0; j < cols_; ++j) {
    const Word word = words[static_cast<std::size_t>(j / kWordBits)];
    into[j] = (word >> (j % kWordBits) & 1U) != 0 ? magnitude : -magnitude;
  }
}

SignMatrix SignMatrix::transposed() const {
  SignMatrix other(cols_, rows_);
  for (Index top = 0; top < rows_; top += kWordBits) {
    const Index high = std::min(kWordBits, rows_ - top);
    for (Index word = 0; word < wordsPerRow_; ++word) {
      std::array<Word, kWordBits> block{};
      for (Index i = 0; i < high; ++i)
        block[static_cast<std::size_t>(i)] = row(top + i)[static_cast<std::size_t>(word)];
      transposeBlock(block);
      const Index wide = std::min(kWordBits, cols_ - word * kWordBits);
      for (Index j = 0; j < wide; ++j) {
        other.row(word * kWordBits + j)[static_cast<std::size_t>(top / kWordBits)] =
            block[static_cast<std::size_t>(j)];
      }
    }
  }
  return other;
}

}  // namespace nudge
