#pragma once

#include <string>

#include "core/base/Error.h"

/// What the Error thrown by `action` says; empty when it throws none.
template <class Action>
std::string failureOf(Action action) {
  try {
    action();
  } catch (const nudge::Error& error) {
    return error.what();
  }
  return "";
}

/// For QVERIFY2: whether `text` has `part` in it.
inline bool says(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

#define VERIFY_SAYS(action, part)                                   \
  do {                                                              \
    const std::string said = failureOf([&] { (void)(action); });    \
    QVERIFY2(says(said, part), ("said: \"" + said + "\"").c_str()); \
  } while (false)
