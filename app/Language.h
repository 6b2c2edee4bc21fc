#pragma once

#include <QString>
#include <QStringList>

namespace nudge {

/// The languages that the program speaks, by code.
QStringList languages();
/// Its own name: "English", "Français".
QString languageName(const QString& code);

/// What is spoken or was chosen last, or else what the user chose in an earlier session, or else
/// the desktop's, or else English.
QString currentLanguage();
/// Makes the program speak it, Qt's own dialogs included; call it before widgets are made.
void speakLanguage(const QString& code);
/// Remembered for the next start; texts of lessons change at once.
void chooseLanguage(const QString& code);

}  // namespace nudge
