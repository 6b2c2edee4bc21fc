// The program of a folder's tests: its first argument names one, the others are Qt Test's.
#include "tests/ByName.h"
#include "tests/TestRegistry.h"

namespace nudge::test {

using Run = int (*)(int, char**);

Registered::Registered(const char* name, Run run) { byName<Run>().emplace(name, run); }

}  // namespace nudge::test

int main(int argc, char** argv) {
  using namespace nudge::test;
  const Run run = named<Run>(argc > 1 ? argv[1] : "", "Name one of these tests first:");
  argv[1] = argv[0];
  return run(argc - 1, argv + 1);
}
