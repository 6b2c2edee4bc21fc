#pragma once

#include <string>

#include <QString>

namespace nudge {

/// The language that messages are told in from now on, by its code ("fr"); English for codes
/// without a file ":/translations/messages_CODE.ts". To be called on the window's thread.
void speakMessages(const QString& code);

/// What core says (why a value or a file is refused, what failed) in the language of the window:
/// core knows no languages and puts numbers and names into its sentences. A sentence is found again
/// by its words, and what stood in its gaps is put into the translation's, translated itself where
/// it is a sentence of core. What has no translation stays as it is. On the window's thread.
QString messageText(const std::string& message);

}  // namespace nudge
