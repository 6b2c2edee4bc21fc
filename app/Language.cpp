#include "app/Language.h"

#include <memory>
#include <vector>

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

#include "widgets/MessageText.h"

namespace nudge {

namespace {

constexpr const char* kKey = "language";

/// What was spoken or chosen last; empty before.
QString& latest() {
  static QString code;
  return code;
}

}  // namespace

QStringList languages() { return {"en", "fr"}; }

QString languageName(const QString& code) { return code == "fr" ? "Français" : "English"; }

QString currentLanguage() {
  if (!latest().isEmpty()) return latest();
  QString chosen = QSettings().value(kKey).toString();
  if (languages().contains(chosen)) return chosen;
  const QString desktop = QLocale::system().name().left(2);
  return languages().contains(desktop) ? desktop : languages().front();
}

void speakLanguage(const QString& code) {
  static std::vector<std::unique_ptr<QTranslator>> translators;
  latest() = code;
  for (const auto& translator : translators) QCoreApplication::removeTranslator(translator.get());
  translators.clear();
  speakMessages(code);
  // Whole numbers are grouped as the language does; decimals keep the point that files have.
  QLocale::setDefault(code == "fr" ? QLocale(QLocale::French) : QLocale(QLocale::English));
  if (code == languages().front()) return;
  const auto load = [&](const QString& name, const QString& folder) {
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(name + '_' + code, folder)) return;
    QCoreApplication::installTranslator(translator.get());
    translators.push_back(std::move(translator));
  };
  load("qtbase", QLibraryInfo::path(QLibraryInfo::TranslationsPath));
  load("nudge", ":/translations");
  load("fields", ":/translations");
}

void chooseLanguage(const QString& code) {
  latest() = code;
  QSettings().setValue(kKey, code);
}

}  // namespace nudge
