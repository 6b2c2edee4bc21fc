#pragma once

#include <vector>

#include "core/base/Matrix.h"

namespace nudge {

/// The class of every sample by the mean of s^L over each class's outputs [4.3.3]; the first of
/// equal classes wins.
std::vector<int> predictByMean(const Matrix& outputs, int perClass);

/// The class of every sample by the first output of each class.
std::vector<int> predictBySingle(const Matrix& outputs, int perClass);

/// How many predictions differ from the labels.
int countErrors(const std::vector<int>& predictions, const std::vector<int>& labels);

}  // namespace nudge
