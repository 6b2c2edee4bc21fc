#pragma once

#include "core/data/Dataset.h"

namespace nudge {

inline constexpr int kPatternSide = 3;

/// The two images that the convolution on a chip tells apart [section 5.4]: the diagonals of 3 × 3
/// pixels, the falling one of class 0 and the rising one of class 1, bright (byte 255) on dark (0);
/// to learn from and to be tested on.
Dataset diagonals();

}  // namespace nudge
