#include "app/Words.h"

#include <cmath>

#include <fmt/format.h>

namespace nudge {

std::string timeLeftInWords(double seconds) {
  if (seconds < 0) return "time left unknown";
  const long whole = std::lround(std::ceil(seconds));
  if (whole >= 3600) return fmt::format("{} h {} min left", whole / 3600, whole / 60 % 60);
  if (whole >= 60) return fmt::format("{} min {} s left", whole / 60, whole % 60);
  return fmt::format("{} s left", whole);
}

}  // namespace nudge
