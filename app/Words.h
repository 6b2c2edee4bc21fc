#pragma once

#include <string>

namespace nudge {

/// 70 → "1 min 10 s left"; negative → "time left unknown".
std::string timeLeftInWords(double seconds);

}  // namespace nudge
