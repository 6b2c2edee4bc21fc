#pragma once

#include <string>

#include "app/shell/CommandWords.h"

namespace nudge {

/// Scripts that complete commands, options and their values, each in its shell's language.
std::string bashCompletion(const CommandWords& program);
std::string zshCompletion(const CommandWords& program);
std::string fishCompletion(const CommandWords& program);

}  // namespace nudge
