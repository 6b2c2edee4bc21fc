// The window in French: nothing left untranslated, and placeholders as in the English texts.
#include <QFile>
#include <QLabel>
#include <QRegularExpression>
#include <QTranslator>
#include <QXmlStreamReader>

#include "app/Language.h"
#include "core/insight/FeatureSettings.h"
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
