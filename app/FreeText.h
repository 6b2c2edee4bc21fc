#pragma once

#include <QCoreApplication>
#include <QString>

namespace nudge {

/// A text of what is no class of Qt's, in the user's language. Its context is the one that lupdate
/// gives to such texts.
inline QString tr(const char* text) { return QCoreApplication::translate("nudge", text); }

}  // namespace nudge
