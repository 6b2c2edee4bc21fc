#pragma once

#include <string>

namespace nudge {

/// Opens the explorer on a document, or on the default experiment when `file` is empty, and returns
/// when it is closed. Throws Error where the document isn't there or there is no display.
int openWindow(int argc, char** argv, const std::string& file);

}  // namespace nudge
