#pragma once

#include <string>

namespace nudge {

/// 12400 → "12,400".
std::string grouped(double number);

/// 70 → "1 min 10 s left"; negative → "time left unknown".
std::string timeLeftInWords(double seconds);

}  // namespace nudge
