#pragma once

#include <string>

namespace nudge {

/// Text as one word of a command that can be pasted into a shell: as it is where that is safe, else
/// in single quotes.
std::string shellWord(const std::string& text);

}  // namespace nudge
