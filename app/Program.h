#pragma once

namespace nudge {

/// The whole program: reads the command line and does what it asks for, or opens the window.
/// Returns the exit status: 0 done, 1 failed, 2 wrong usage.
int runProgram(int argc, char** argv);

}  // namespace nudge
