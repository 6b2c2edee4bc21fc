#include "core/machine/SignProduct.h"

#include <algorithm>

#include "core/base/Parallel.h"
#include "core/machine/LookupMatrix.h"
#include "core/machine/TileMatrix.h"

namespace nudge {

std::unique_ptr<SignProduct> SignProduct::make(Eigen::Index columns) {
  if (TileMatrix::serves(columns)) return std::make_unique<TileMatrix>();
  if (LookupMatrix::serves()) return std::make_unique<LookupMatrix>();
  return nullptr;
}

void SignProduct::pack(const SignMatrix& signs) {
  const bool fits = signs.rows() == signs_.rows() && signs.cols() == signs_.cols();
  if (!fits) resize(static_cast<std::size_t>(signs.rows()), static_cast<std::size_t>(signs.cols()));
  parallelFor(static_cast<int>((signs.rows() + blockRows_ - 1) / blockRows_), [&](int block) {
    const Eigen::Index first = block * blockRows_;
    const Eigen::Index last = std::min(signs.rows(), first + blockRows_) - 1;
    const bool same =
        fits && std::equal(signs.row(first).data(), signs.row(last).data() + signs.wordsPerRow(),
                           signs_.row(first).data());
    if (!same) packBlock(signs.row(0).data(), static_cast<std::size_t>(block));
  });
  signs_ = signs;
}

const float* SignProduct::multiply(const float* values, int samples, Buffers& buffers) const {
  const auto count = static_cast<std::size_t>(samples);
  buffers.sums.resize(std::max(buffers.sums.size(), count * sumStride()));
  run(values, count, buffers);
  return buffers.sums.data();
}

}  // namespace nudge
