#pragma once

#include <QImage>

#include "core/base/Matrix.h"
#include "core/data/Dataset.h"

namespace nudge {

/// An input of a network as a picture, a pixel a pixel: in its colours where it has three channels;
/// where it has one, dark = 0 and yellow = 1. `image` has the values that the network takes,
/// channel by channel, rows from the top; `scale` tells the pixels that they come from. What the
/// image does not have is 0, what lies outside [0, 1] is the nearest colour.
QImage inputPicture(const Vector& image, const MapShape& shape, const PixelScale& scale);

/// The image's value of a channel at a pixel; 0 where there is none.
float inputValue(const Vector& image, const MapShape& shape, int x, int y, int channel);

}  // namespace nudge
