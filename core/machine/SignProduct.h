#pragma once

#include <memory>
#include <vector>

#include "core/kernels/SignLookup.h"
#include "core/kernels/TileProduct.h"
#include "core/network/SignMatrix.h"

namespace nudge {

/// A matrix of signs, packed for a kernel that multiplies it by a few samples' values.
class SignProduct {
 public:
  /// What one thread needs, whatever the kernel.
  struct Buffers {
    kernels::TileValues tiles;
    std::vector<kernels::SumTable> tables;
    std::vector<float> sums;
  };

  /// The fastest that this processor has for values in [0, 1] and rows of `columns` signs; null
  /// where a product of floats is faster than all.
  static std::unique_ptr<SignProduct> make(Eigen::Index columns);

  virtual ~SignProduct() = default;

  /// Takes the signs over; only rows that have changed are packed anew.
  void pack(const SignMatrix& signs);

  /// As packed last.
  const SignMatrix& signs() const { return signs_; }
  std::size_t rows() const { return static_cast<std::size_t>(signs_.rows()); }
  /// Samples from which on more of them gain next to nothing.
  virtual int together() const = 0;
  /// From the sums of one sample to those of the next.
  virtual std::size_t sumStride() const = 0;
  /// W·values, a column of [columns of W] a sample: [sumStride() × samples], in the buffers.
  const float* multiply(const float* values, int samples, Buffers& buffers) const;

 protected:
  /// `blockRows`: rows that are packed together.
  explicit SignProduct(std::size_t blockRows) : blockRows_(static_cast<Eigen::Index>(blockRows)) {}

 private:
  virtual void resize(std::size_t rows, std::size_t columns) = 0;
  /// `bits` are those of all rows.
  virtual void packBlock(const std::uint64_t* bits, std::size_t block) = 0;
  virtual void run(const float* values, std::size_t samples, Buffers& buffers) const = 0;

  Eigen::Index blockRows_;
  SignMatrix signs_;
};

}  // namespace nudge
