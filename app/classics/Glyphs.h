#pragma once

#include "core/classics/Pattern.h"

class QChar;

namespace nudge {

/// A letter as binary neurons, `side` × `side`, rows from the top: what it inks is +1.
Pattern letterPattern(QChar letter, int side);

}  // namespace nudge
