#pragma once

#include <cstddef>

#include "core/data/Dataset.h"

namespace nudge {

/// The first `perClass` images of each class 0 … classes − 1 in the set's order, which is kept:
/// MNIST/100 is firstPerClass(train, 10, 100), tested on firstPerClass(test, 10, 10). Throws Error
/// naming a class that has fewer.
ImageSet firstPerClass(const ImageSet& set, int classes, int perClass);

/// The first `count` images. Throws Error when there are fewer.
ImageSet firstOf(const ImageSet& set, std::size_t count);

}  // namespace nudge
