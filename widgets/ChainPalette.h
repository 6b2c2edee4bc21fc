#pragma once

#include <vector>

#include <QColor>

#include "core/chip/ChipUse.h"

namespace nudge {

class Theme;

/// What the colour of a chain says.
enum class ChainColours { Layer, Neuron };

/// All colours that chains can have: the hues of the layers, or sixteen that are easily told from
/// their neighbours.
std::vector<QColor> chainPalette(ChainColours colours, const Theme& theme);

/// Which of them a variable's chain has.
int chainColour(ChainColours colours, const ChipUse& use, int variable);

}  // namespace nudge
