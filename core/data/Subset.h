#pragma once

#include <cstddef>
#include <vector>

#include "core/data/Dataset.h"

namespace nudge {

/// The first `perClass` images of each class 0 … classes − 1 in the set's order, which is kept:
/// MNIST/100 is firstPerClass(train, 10, 100), tested on firstPerClass(test, 10, 10). Throws Error
/// naming a class that has fewer.
ImageSet firstPerClass(const ImageSet& set, int classes, int perClass);

/// The first `count` images. Throws Error when there are fewer.
ImageSet firstOf(const ImageSet& set, std::size_t count);

/// The images whose class the groups keep, in the set's order: class k becomes groups[k], and −1 is
/// left out. Empty groups keep all as they are; else there must be one for each class.
ImageSet grouped(const ImageSet& set, const std::vector<int>& groups);

/// Images of a `factor`-th of the height and width, which it must divide: squares of pixels become
/// one, their mean, rounded.
ImageSet shrunk(const ImageSet& set, int factor);

}  // namespace nudge
