#pragma once

#include <QString>

#include "core/base/Matrix.h"
#include "core/data/Dataset.h"

namespace nudge {

/// Whether the name is that of a picture that can be read.
bool isImageFile(const QString& path);

/// A picture as the input of a network whose data has this shape and scale. Where the data is grey
/// it is taken for a digit: inverted if its border is bright, cut out and centred as MNIST's are.
/// Where it is in colour the largest middle square is scaled. Throws Error when the file can't be
/// read as a picture, takes more than 512 MB in memory, or shows nothing.
Vector inputFromImage(const QString& path, const MapShape& shape, const PixelScale& scale);

}  // namespace nudge
