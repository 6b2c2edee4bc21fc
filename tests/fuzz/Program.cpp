// The libFuzzer program of all targets. Which of them it runs, the name says by which it was
// started: bin/FuzzIdx and the others are links to it.
#include "tests/ByName.h"
#include "tests/fuzz/Target.h"

namespace {

using Read = void (*)(const std::uint8_t*, std::size_t);

Read chosenTarget = nullptr;

}  // namespace

nudge::FuzzTarget::FuzzTarget(const char* name, Read read) {
  test::byName<Read>().emplace(name, read);
}

extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** argv) {
  const std::string program = (*argv)[0];
  chosenTarget = nudge::test::named<Read>(program.substr(program.find_last_of('/') + 1),
                                          "Start this program by the name of a target:");
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  chosenTarget(data, size);
  return 0;
}
