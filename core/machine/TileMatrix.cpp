#include "core/machine/TileMatrix.h"

#include <algorithm>

#include "core/base/Parallel.h"

namespace nudge {

bool TileMatrix::serves(Eigen::Index columns) {
  return kernels::multipliesTiles() &&
         columns <= static_cast<Eigen::Index>(kernels::TileProduct::kMostValues);
}

void TileMatrix::pack(const SignMatrix& signs) {
  const bool fits = signs.rows() == signs_.rows() && signs.cols() == signs_.cols();
  if (!fits) {
    product_ = {static_cast<std::size_t>(signs.cols()), static_cast<std::size_t>(signs.rows())};
    packed_.resize(product_.blocks() * product_.blockWords());
  }
  parallelFor(static_cast<int>(product_.blocks()), [&](int i) {
    const auto block = static_cast<std::size_t>(i);
    const auto first = static_cast<Eigen::Index>(block * kernels::TileProduct::kBlock);
    const auto last =
        std::min(signs.rows(), first + static_cast<Eigen::Index>(kernels::TileProduct::kBlock));
    const bool same = fits && std::equal(signs.row(first).data(),
                                         signs.row(last - 1).data() + signs.wordsPerRow(),
                                         signs_.row(first).data());
    if (!same)
      kernels::packProduct(product_, signs.row(0).data(), block,
                           packed_.data() + block * product_.blockWords());
  });
  signs_ = signs;
}

const float* TileMatrix::multiply(const float* values, int samples, Buffers& buffers) const {
  const auto count = static_cast<std::size_t>(samples);
  buffers.values.set(product_, values, count);
  buffers.sums.resize(std::max(buffers.sums.size(), count * sumStride()));
  kernels::multiplyTiles(product_, packed_.data(), buffers.values, buffers.sums.data());
  return buffers.sums.data();
}

}  // namespace nudge
