// What core says, in French: no sentence is missing, each is found again with what stood in its
// gaps, and the window tells it so.
#include <set>

#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include "app/Language.h"
#include "core/base/Error.h"
#include "core/chip/ChipShape.h"
#include "core/data/IdxReader.h"
#include "core/insight/FeatureSettings.h"
#include "core/ising/ProblemFile.h"
#include "tests/TestProgram.h"
#include "tests/app/WindowFixture.h"
#include "widgets/MessageText.h"
#include "widgets/StatusStrip.h"

using namespace nudge;
using nudge::test::WindowFixture;

namespace {

const QRegularExpression kGap(R"(\{[0-9]*(:[^{}]*)?\})");

std::vector<std::pair<QString, QString>> french() {
  std::vector<std::pair<QString, QString>> messages;
  QFile file(":/translations/messages_fr.ts");
  if (!file.open(QIODevice::ReadOnly)) return messages;
  QXmlStreamReader xml(&file);
  QString source;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == u"source") source = xml.readElementText();
    if (xml.name() == u"translation") messages.emplace_back(source, xml.readElementText());
  }
  return messages;
}

QString readAll(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Texts of the fields, which are translated elsewhere.
template <class Fields>
void collect(const Fields& fields, std::set<QString>& texts) {
  for (const auto& field : fields) {
    for (const std::string& text : {field.label, field.help, field.unit})
      texts.insert(QString::fromStdString(text));
    for (const FieldChoice& choice : field.choices) {
      texts.insert(QString::fromStdString(choice.label));
      texts.insert(QString::fromStdString(choice.help));
    }
  }
}

struct Literal {
  QString text;
  QString before;  // what stands before it
};

/// String literals of a source, those that follow each other as one.
std::vector<Literal> literalsOf(QString source) {
  static const QRegularExpression comments(R"re(("(?:\\.|[^"\\])*")|//[^\n]*)re");
  static const QRegularExpression raw(R"re(R"\(.*?\)")re",
                                      QRegularExpression::DotMatchesEverythingOption);
  static const QRegularExpression apart(R"(#include[^\n]*|(static_assert|HWY_ABORT)\([^;]*;)");
  static const QRegularExpression literal(R"re("(?:\\.|[^"\\])*"(?:\s*"(?:\\.|[^"\\])*")*)re");
  static const QRegularExpression part(R"re("((?:\\.|[^"\\])*)")re");
  source.replace(comments, "\\1").remove(raw).remove(apart);
  std::vector<Literal> found;
  for (auto each = literal.globalMatch(source); each.hasNext();) {
    const QRegularExpressionMatch match = each.next();
    QString text;
    const QString whole = match.captured();
    for (auto parts = part.globalMatch(whole); parts.hasNext();) text += parts.next().captured(1);
    text.replace("\\\"", "\"").replace("\\n", "\n");
    const qsizetype start = match.capturedStart();
    found.push_back(
        {text, source.mid(std::max<qsizetype>(0, start - 60), std::min<qsizetype>(start, 60))});
  }
  return found;
}

/// Without the places that a sentence begins with: "{}: ", "learning.beta: ".
QString body(QString text) {
  static const QRegularExpression place(R"(^(\{\}: |[a-z]+\.([a-z_A-Z]+|\{\}): |: ))");
  while (place.match(text).hasMatch()) text.remove(place);
  return text;
}

bool isSentence(const QString& text) {
  static const QRegularExpression words(R"([a-z]{2,}.* .*[a-z]|[a-z]{2} \{|\} [a-z]{2})");
  return !text.contains('\n') && words.match(text).hasMatch();
}

}  // namespace

class TestMessages : public QObject {
  Q_OBJECT
 private slots:
  void init() { speakLanguage("fr"); }
  void cleanup() { speakLanguage("en"); }

  void everySentenceOfCoreIsTranslated() {
    std::set<QString> known{// Protocol, not prose.
                            "Content-Encoding: deflate",
                            "Connection: close",
                            "gzip, deflate",
                            "content-range: bytes ",
                            "application/vnd.dwave.{}+json; version={}.0.0",
                            "solver is offline"};
    for (const auto& [source, said] : french()) known.insert(source);
    collect(Experiment::fields(), known);
    collect(FeatureSettings::fields(), known);
    const QString root = NUDGE_SOURCES "/";
    // What only the command line or a server's log says.
    const QStringList apart{"core/sweep/",
                            "core/reproduction/",
                            "core/cloud/VirtualChip",
                            "core/cloud/ChipRequests",
                            "core/cloud/JobBoard",
                            "core/cloud/ChipDescription",
                            "core/lesson/KnownFacts"};
    QStringList missing;
    int sentences = 0;
    for (QDirIterator files(root + "core", {"*.cpp", "*.h"}, QDir::Files,
                            QDirIterator::Subdirectories);
         files.hasNext();) {
      const QString path = files.next();
      const QString name = path.mid(root.size());
      if (std::any_of(apart.begin(), apart.end(),
                      [&](const QString& start) { return name.startsWith(start); }))
        continue;
      for (const Literal& literal : literalsOf(readAll(path))) {
        static const QRegularExpression origin(R"(\.from\(\s*$)");
        const QString text = body(literal.text);
        if (origin.match(literal.before).hasMatch() || !isSentence(text)) continue;
        ++sentences;
        if (!known.contains(text) && !known.contains(literal.text)) missing << name + ": " + text;
      }
    }
    QVERIFY(sentences > 500);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join('\n')));
  }

  void everySentenceIsFoundAgain() {
    int checked = 0;
    QStringList wrong;
    for (const auto& [source, said] : french()) {
      if (source == "{}: {}") continue;  // how a place and its fault are told
      QVERIFY2(!said.trimmed().isEmpty(), qPrintable(source));
      QString english = source;
      QString expected = said;
      const auto fill = [](QString& text) {
        int next = 0;
        while (true) {
          const QRegularExpressionMatch match = kGap.match(text);
          if (!match.hasMatch()) break;
          bool numbered = false;
          const int place = match.captured().mid(1, match.capturedLength() - 2).toInt(&numbered);
          const int k = numbered ? place : next++;
          text.replace(match.capturedStart(), match.capturedLength(), QString("<%1>").arg(k));
        }
        text.replace("{{", "{").replace("}}", "}");
        return next;
      };
      QCOMPARE(kGap.globalMatch(source).hasNext(), kGap.globalMatch(said).hasNext());
      fill(english);
      fill(expected);
      const QString got = messageText(english.toStdString());
      if (got != expected) wrong << english + " | " + got;
      ++checked;
    }
    QVERIFY(checked > 500);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
  }

  void sentencesWithinSentences_data() {
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const char* english, const char* said) {
      QTest::newRow(name) << QString::fromUtf8(english) << QString::fromUtf8(said);
    };
    row("place", "/a/b.nudge: needs \"version\": 1.", "/a/b.nudge : il lui faut \"version\": 1.");
    row("places", "x.csv: line 3, column 2: is empty; write a number, 0 for none.",
        "x.csv : ligne 3, colonne 2 : est vide ; écrivez un nombre, 0 pour rien.");
    row("range", "learning.beta: 900 is not allowed; it must be a number from -100 to 100.",
        "learning.beta : 900 n’est pas permis ; il faut un nombre de -100 à 100.");
    row("hint", "a.nudge: the key \"layrs\" is unknown; did you mean \"layers\"?",
        "a.nudge : la clé « layrs » est inconnue ; vouliez-vous dire « layers » ?");
    row("unknown", "something that nobody wrote down: not even this",
        "something that nobody wrote down: not even this");
    row("empty", "", "");
  }

  void sentencesWithinSentences() {
    QFETCH(QString, english);
    QFETCH(QString, said);
    QCOMPARE(messageText(english.toStdString()), said);
  }

  void whatIsThrownIsTold() {
    const auto told = [](const auto& action) {
      try {
        action();
      } catch (const Error& error) {
        return messageText(error.what());
      }
      return QString();
    };
    QCOMPARE(told([] { ChipShape::parse("pegasus"); }),
             QString("« pegasus » n’est pas une puce : sa taille manque, comme dans pegasus:16."));
    QCOMPARE(told([] { parseProblem("0 1 x\n", "a.coo"); }),
             QString("a.coo : ligne 1 : « x » n’est pas un nombre ; écrivez-le comme -0.5."));
  }

  void theWindowTellsThem() {
    WindowFixture f;
    Experiment experiment = f.document().experiment();
    experiment.learning.optimizer = OptimizerKind::Adam;
    f.document().reset(experiment);
    const QString warnings = f.session().warnings().join('\n');
    QVERIFY2(warnings.contains("Adam ne peuvent pas changer des poids binaires"),
             qPrintable(warnings));
    bool shown = false;
    for (auto* label : f.window->findChildren<QLabel*>())
      shown = shown || label->text().contains("Adam ne peuvent pas changer");
    QVERIFY(shown);
    // The warning leads to its setting.
    f.window->showWorkspaceNamed("lessons");
    emit f.window->findChild<StatusStrip*>()->warningPicked(0);
    QVERIFY(f.window->workspaceId(f.window->currentWorkspace()) != "lessons");
  }

  void englishStaysAsItIs() {
    speakLanguage("en");
    QCOMPARE(messageText("a.nudge: needs \"version\": 1."),
             QString("a.nudge: needs \"version\": 1."));
  }
};

QTEST_MAIN(TestMessages)
#include "TestMessages.moc"
