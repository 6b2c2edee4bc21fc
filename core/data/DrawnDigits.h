#pragma once

#include <cstddef>
#include <cstdint>
#include <stop_token>

#include "core/data/Dataset.h"

namespace nudge {

/// `count` drawn digits, 28 × 28, ink 255 on ground 0, ten classes in shuffled order and as equal
/// in number as `count` allows: pen strokes with random ways of writing, shape, slant, width,
/// pressure, thickness, size and place. Sample i depends on (seed, test, i) only, so that fewer
/// samples are the beginning of more, whatever the number of threads; training and test samples are
/// disjoint. Throws Cancelled when asked to stop.
ImageSet drawDigits(std::uint64_t seed, std::size_t count, bool test,
                    const std::stop_token& stop = {});

}  // namespace nudge
