#pragma once

#include <stdexcept>
#include <string>

namespace nudge {

/// A failure told to a person: what was wrong, where, and what would be right. Thrown where data
/// from outside comes in; inside, values are valid by construction.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Thrown out of long work that was asked to stop; what was half done has been dropped.
class Cancelled : public std::exception {
 public:
  const char* what() const noexcept override { return "cancelled"; }
};

/// The name in `known` nearest to `name` by edit distance, or an empty string when none is near
/// enough to be a plausible slip of the hand. For messages like "did you mean ...".
template <class Range>
std::string nearestName(const std::string& name, const Range& known);

std::size_t editDistance(const std::string& a, const std::string& b);

template <class Range>
std::string nearestName(const std::string& name, const Range& known) {
  std::string best;
  std::size_t least = name.size() / 2 + 2;
  for (const auto& candidate : known) {
    const std::size_t distance = editDistance(name, std::string(candidate));
    if (distance < least) {
      least = distance;
      best = std::string(candidate);
    }
  }
  return best;
}

}  // namespace nudge
