#pragma once

#include "core/reproduction/Catalogue.h"

namespace nudge {

/// Adds what chapter 5 of the thesis does, as far as it can be done without a chip.
void addChapterFive(std::vector<Reproduction>& all);

}  // namespace nudge
