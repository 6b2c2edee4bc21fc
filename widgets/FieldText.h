#pragma once

#include <string>

#include <QCoreApplication>

namespace nudge {

/// What core says of a setting (label, help, choice) or why it refuses, in the language of the
/// window: core knows no languages. What has no translation stays as it is.
inline QString fieldText(const std::string& text) {
  return text.empty() ? QString() : QCoreApplication::translate("Fields", text.c_str());
}

}  // namespace nudge
