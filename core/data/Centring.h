#pragma once

#include "core/base/MapShape.h"
#include "core/base/Matrix.h"

namespace nudge {

/// An image of one digit as MNIST's digits were made: what is inked, scaled to fit a box of 20/28
/// of the image's side with its proportions kept, and moved so that its centre of mass is in the
/// middle.
///
/// @param image grey, rows from the top, bright ink on a dark ground, values in [0, 1]
/// @param from  its shape, one channel
/// @param to    the shape of the result, one channel
/// @return `to`.size() values in [0, 1]; all 0 where nothing is inked
Vector centredDigit(const Vector& image, const MapShape& from, const MapShape& to);

}  // namespace nudge
