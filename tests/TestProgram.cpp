// The program of a folder's tests: its first argument names one, the others are Qt Test's.
#include <cstdio>
#include <map>
#include <string>

#include "tests/TestRegistry.h"

namespace nudge::test {

namespace {

using Run = int (*)(int, char**);

/// Made when it is first wanted: tests register before main() begins.
std::map<std::string, Run>& all() {
  static std::map<std::string, Run> tests;
  return tests;
}

}  // namespace

Registered::Registered(const char* name, Run run) { all().emplace(name, run); }

}  // namespace nudge::test

int main(int argc, char** argv) {
  const auto& tests = nudge::test::all();
  const auto wanted = argc > 1 ? tests.find(argv[1]) : tests.end();
  if (wanted == tests.end()) {
    std::fprintf(stderr, "Name one of these tests first:\n");
    for (const auto& [name, run] : tests) std::fprintf(stderr, "  %s\n", name.c_str());
    return 2;
  }
  argv[1] = argv[0];
  return wanted->second(argc - 1, argv + 1);
}
