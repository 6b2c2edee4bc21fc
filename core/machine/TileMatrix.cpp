#include "core/machine/TileMatrix.h"

#include "core/kernels/Tiles.h"

namespace nudge {

bool TileMatrix::serves(Eigen::Index columns) {
  return kernels::multipliesTiles() &&
         columns <= static_cast<Eigen::Index>(kernels::TileProduct::kMostValues);
}

void TileMatrix::resize(std::size_t rows, std::size_t columns) {
  product_ = {columns, rows};
  packed_.resize(product_.blocks() * product_.blockWords());
}

void TileMatrix::packBlock(const std::uint64_t* bits, std::size_t block) {
  kernels::packProduct(product_, bits, block, packed_.data() + block * product_.blockWords());
}

void TileMatrix::run(const float* values, std::size_t samples, Buffers& buffers) const {
  buffers.tiles.set(product_, values, samples);
  kernels::multiplyTiles(product_, packed_.data(), buffers.tiles, buffers.sums.data());
}

}  // namespace nudge
