#pragma once

namespace nudge::test {

/// A test of the program that all tests of a folder make.
struct Registered {
  /// `run` has what main() has, and gives its status.
  Registered(const char* name, int (*run)(int, char**));
};

}  // namespace nudge::test
