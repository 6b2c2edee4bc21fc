#pragma once

#include <string>

#include "app/shell/CommandWords.h"

namespace nudge {

/// The manual page nudge(1), in the man macros of roff: every command with its options, every
/// setting of an experiment.
std::string manualPage(const CommandWords& program);

}  // namespace nudge
