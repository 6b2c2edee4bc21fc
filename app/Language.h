#pragma once

#include <QString>
#include <QStringList>

namespace nudge {

/// The languages that the program speaks, by code.
QStringList languages();
/// Its own name: "English", "Français".
QString languageName(const QString& code);

/// What the user chose, or else the desktop's, or else English.
QString currentLanguage();
/// Remembered for the next start; texts of lessons change at once.
void chooseLanguage(const QString& code);

}  // namespace nudge
