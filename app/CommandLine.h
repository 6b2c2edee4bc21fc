#pragma once

#include <string>

#include <CLI/CLI.hpp>

#include "app/commands/Command.h"

namespace nudge {

/// What may be typed after `nudge`, and, once it has been read, what was asked for.
struct CommandLine {
  CLI::App program;
  std::string file;  ///< to open in the window; empty: none was named
  Action action;     ///< of the command; empty: the window is asked for

  CommandLine();
  CommandLine(const CommandLine&) = delete;  // the commands refer to it
  CommandLine& operator=(const CommandLine&) = delete;
};

}  // namespace nudge
