#include "core/network/SignMatrix.h"

#include "core/kernels/BitStep.h"
#include "core/kernels/TransposeBits.h"

namespace nudge {

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
  kernels::expandBits(row(i).data(), into, static_cast<std::size_t>(cols_));
  for (Index j = 0; j < cols_; ++j) into[j] = magnitude * (2 * into[j] - 1);
}

SignMatrix SignMatrix::transposed() const {
  SignMatrix other(cols_, rows_);
  kernels::transposeBits(words_.data(), static_cast<std::size_t>(rows_),
                         static_cast<std::size_t>(wordsPerRow_), static_cast<std::size_t>(cols_),
                         other.words_.data());
  return other;
}

}  // namespace nudge
