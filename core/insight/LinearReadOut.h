#pragma once

#include "core/data/Dataset.h"

namespace nudge {

/// What a linear classifier of the inputs makes of a data set: the yardstick for a network that is
/// to do more than that.
struct LinearReadOut {
  double trainError = 0, testError = 0;  ///< per cent, of the classifier with the lowest test error
};

/// Softmax regression with a bias, by gradient descent on all training images at once, with several
/// strengths of L2 regularisation, of which the one with the lowest test error counts: better than
/// anybody could do who does not see the test set. Throws Error for an empty set.
LinearReadOut linearReadOut(const Dataset& data);

}  // namespace nudge
