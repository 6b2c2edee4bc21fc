#include "app/Program.h"

#include <exception>
#include <new>

#include <fmt/format.h>

#include "app/CommandLine.h"
#include "app/Window.h"

namespace nudge {

namespace {

int usageError(const CLI::App& program, const CLI::ParseError& error) {
  // CLI11 prints help and version through exceptions too; those are no errors.
  return program.exit(error) == 0 ? kDone : kUsage;
}

int perform(const Action& action) {
  try {
    return action();
  } catch (const std::bad_alloc&) {
    fmt::print(stderr, "nudge: there is not enough memory for this network or data set.\n");
  } catch (const std::exception& error) {
    fmt::print(stderr, "nudge: {}\n", error.what());
  }
  return kFailed;
}

}  // namespace

int runProgram(int argc, char** argv) {
  CommandLine line;
  try {
    line.program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return usageError(line.program, error);
  }
  return perform(line.action ? line.action : [&] { return openWindow(argc, argv, line.file); });
}

}  // namespace nudge
