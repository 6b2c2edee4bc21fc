// The window in French: nothing left untranslated, and placeholders as in the English texts.
#include <algorithm>
#include <map>

#include <QAbstractButton>
#include <QAction>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QTranslator>
#include <QXmlStreamReader>

#include "app/Language.h"
#include "core/insight/FeatureSettings.h"
#include "tests/TestProgram.h"
#include "tests/app/WindowFixture.h"
#include "widgets/FieldText.h"

using namespace nudge;
using nudge::test::WindowFixture;

namespace {

struct Message {
  QString source;
  QStringList translations;
  bool finished = true;
};

std::vector<Message> messagesOf(const QString& name) {
  std::vector<Message> messages;
  QFile file(QString(NUDGE_TRANSLATIONS "/") + name);
  if (!file.open(QIODevice::ReadOnly)) return messages;
  QXmlStreamReader xml(&file);
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == u"message") messages.emplace_back();
    if (xml.name() == u"source") messages.back().source = xml.readElementText();
    if (xml.name() == u"translation") {
      messages.back().finished = !xml.attributes().hasAttribute("type");
      messages.back().translations << xml.readElementText(QXmlStreamReader::IncludeChildElements);
    }
  }
  return messages;
}

/// "%1", "%L2", "%n", in order.
QStringList placeholders(const QString& text) {
  QStringList found;
  static const QRegularExpression pattern("%(L?[0-9]|n)");
  for (auto each = pattern.globalMatch(text); each.hasNext();) found << each.next().captured();
  found.sort();
  found.removeDuplicates();
  return found;
}

/// Whether it is also what another text is called in French.
bool isFrench(const std::map<QString, QString>& french, const QString& text) {
  return std::any_of(french.begin(), french.end(),
                     [&](const auto& each) { return each.second == text; });
}

template <class Fields>
void collect(const Fields& fields, QStringList& texts) {
  for (const auto& field : fields) {
    for (const std::string& text : {field.label, field.help, field.unit})
      texts << QString::fromStdString(text);
    for (const FieldChoice& choice : field.choices)
      texts << QString::fromStdString(choice.label) << QString::fromStdString(choice.help);
  }
}

}  // namespace

class TestTranslations : public QObject {
  Q_OBJECT
 private slots:
  void cleanup() { speakLanguage("en"); }

  void everyTextIsTranslated() {
    for (const char* name : {"nudge_fr.ts", "fields_fr.ts"}) {
      const std::vector<Message> messages = messagesOf(name);
      QVERIFY2(messages.size() > 200, name);
      for (const Message& message : messages) {
        QVERIFY2(message.finished, qPrintable(message.source));
        for (const QString& translation : message.translations) {
          QVERIFY2(!translation.trimmed().isEmpty(), qPrintable(message.source));
          QVERIFY2(placeholders(translation) == placeholders(message.source),
                   qPrintable(message.source + " | " + translation));
        }
      }
    }
  }

  void everySettingIsTranslated() {
    QTranslator translator;
    QVERIFY(translator.load("fields_fr", ":/translations"));
    QStringList texts;
    collect(Experiment::fields(), texts);
    collect(FeatureSettings::fields(), texts);
    for (const QString& text : texts) {
      if (text.isEmpty()) continue;
      QVERIFY2(!translator.translate("Fields", text.toUtf8().constData()).isEmpty(),
               qPrintable(text));
    }
  }

  void theWindowSpeaksFrench() {
    speakLanguage("fr");
    WindowFixture f;
    QCOMPARE(f.window->workspaceName(1), QString("Dynamique"));
    QCOMPARE(f.window->workspaceId(1), QString("dynamics"));
    QCOMPARE(fieldText("Nudging factor"), QString("Facteur de poussée"));
    QCOMPARE(f.window->findChild<QAction*>("newDocument")->text(), QString("Nouvelle expérience"));
    speakLanguage("en");
    f.open();
    QCOMPARE(f.window->workspaceName(1), QString("Dynamics"));
  }

  void nothingThatHasAFrenchTextStaysEnglish() {
    // A text can be translated and yet not found: under another class than the one that asks.
    std::map<QString, QString> french;
    for (const Message& message : messagesOf("nudge_fr.ts"))
      french[message.source] = message.translations.value(0);
    speakLanguage("fr");
    WindowFixture f;
    // What is made when it is first wanted.
    f.window->showWorkspaceNamed("classics");
    for (QMenu* menu : f.window->findChildren<QMenu*>()) emit menu->aboutToShow();
    QStringList english;
    const auto check = [&](const QString& text, const QWidget* widget) {
      const auto found = french.find(text);
      if (found != french.end() && found->second != text && !isFrench(french, text))
        english << widget->objectName() + ": " + text;
    };
    for (QWidget* widget : f.window->findChildren<QWidget*>()) {
      check(widget->toolTip(), widget);
      check(widget->accessibleName(), widget);
      if (auto* button = qobject_cast<QAbstractButton*>(widget)) check(button->text(), widget);
      if (auto* label = qobject_cast<QLabel*>(widget)) check(label->text(), widget);
    }
    for (QAction* action : f.window->findChildren<QAction*>())
      check(action->text(), f.window.get());
    QVERIFY2(english.isEmpty(), qPrintable(english.join('\n')));
  }

  void theChoiceIsRemembered() {
    WindowFixture f;
    f.window->setLanguage("fr");
    QCOMPARE(currentLanguage(), QString("fr"));
    f.window->setLanguage("en");
    QCOMPARE(currentLanguage(), QString("en"));
  }
};

QTEST_MAIN(TestTranslations)
#include "TestTranslations.moc"
