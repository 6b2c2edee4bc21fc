#include "core/machine/LookupMatrix.h"

#include <algorithm>

namespace nudge {

void LookupMatrix::resize(std::size_t rows, std::size_t columns) {
  lookup_ = {columns, rows};
  packed_.resize(lookup_.blocks() * lookup_.blockSigns());
}

void LookupMatrix::packBlock(const std::uint64_t* bits, std::size_t block) {
  kernels::packLookup(lookup_, bits, block, packed_.data() + block * lookup_.blockSigns());
}

void LookupMatrix::run(const float* values, std::size_t samples, Buffers& buffers) const {
  buffers.tables.resize(std::max(buffers.tables.size(), lookup_.tables()));
  kernels::multiplyLookup(lookup_, packed_.data(), values, samples, buffers.tables.data(),
                          buffers.sums.data());
}

}  // namespace nudge
