#pragma once

#include "core/base/Random.h"
#include "core/network/SignMatrix.h"

namespace nudge::test {

inline SignMatrix randomSigns(Random& random, Eigen::Index rows, Eigen::Index columns) {
  SignMatrix signs(rows, columns);
  for (Eigen::Index i = 0; i < rows; ++i) {
    for (Eigen::Index j = 0; j < columns; ++j) signs.set(i, j, random.below(2) == 1);
  }
  return signs;
}

}  // namespace nudge::test
