#pragma once

#include <cstddef>
#include <cstdint>

namespace nudge {

/// A reader that is fuzzed, in the program that all of them make: one program is built much quicker
/// than one for each.
struct FuzzTarget {
  /// `read` takes any bytes. A fault of the reader ends the program.
  FuzzTarget(const char* name, void (*read)(const std::uint8_t* data, std::size_t size));
};

}  // namespace nudge
