#include "app/Language.h"

#include <QLocale>
#include <QSettings>

namespace nudge {

namespace {

constexpr const char* kKey = "language";

}  // namespace

QStringList languages() { return {"en", "fr"}; }

QString languageName(const QString& code) { return code == "fr" ? "Français" : "English"; }

QString currentLanguage() {
  const QString chosen = QSettings().value(kKey).toString();
  if (languages().contains(chosen)) return chosen;
  const QString desktop = QLocale::system().name().left(2);
  return languages().contains(desktop) ? desktop : languages().front();
}

void chooseLanguage(const QString& code) { QSettings().setValue(kKey, code); }

}  // namespace nudge
