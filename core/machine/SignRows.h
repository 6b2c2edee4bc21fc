#pragma once

#include "core/kernels/BitSums.h"
#include "core/network/SignMatrix.h"

namespace nudge {

/// The rows of binary weights as the kernels take them; they stay the matrix's.
inline kernels::BitRows bitRows(const SignMatrix& signs) {
  return {signs.row(0).data(), static_cast<std::size_t>(signs.wordsPerRow())};
}

}  // namespace nudge
