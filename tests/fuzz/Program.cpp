// The libFuzzer program of all targets. Which of them it runs, the name says by which it was
// started: bin/FuzzIdx and the others are links to it.
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include "tests/fuzz/Target.h"

namespace {

using Read = void (*)(const std::uint8_t*, std::size_t);

/// Made when it is first wanted: targets register before main() begins.
std::map<std::string, Read>& allTargets() {
  static std::map<std::string, Read> targets;
  return targets;
}

Read chosenTarget = nullptr;

}  // namespace

nudge::FuzzTarget::FuzzTarget(const char* name, Read read) { allTargets().emplace(name, read); }

extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** argv) {
  const std::string program = (*argv)[0];
  const auto wanted = allTargets().find(program.substr(program.find_last_of('/') + 1));
  if (wanted == allTargets().end()) {
    std::fprintf(stderr, "Start this program by the name of a target:\n");
    for (const auto& [name, read] : allTargets()) std::fprintf(stderr, "  %s\n", name.c_str());
    std::exit(2);
  }
  chosenTarget = wanted->second;
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  chosenTarget(data, size);
  return 0;
}
