#include "widgets/MessageText.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace nudge {

namespace {

constexpr int kDeepest = 4;  // sentences within sentences
// How a place and what is wrong there are told: "experiment.nudge: needs a version".
const QString kPlaced = QStringLiteral("{}: {}");

/// What core's sentences leave open: {}, {:.3g}, {0}.
const QRegularExpression& gap() {
  static const QRegularExpression pattern(R"(\{[0-9]*(:[^{}]*)?\})");
  return pattern;
}

/// Without gaps, as it is told: a doubled brace is one.
QString plain(QString text) { return text.replace("{{", "{").replace("}}", "}"); }

/// A sentence with gaps, and how it is said.
struct Sentence {
  QRegularExpression pattern;
  int words = 0;  // characters outside of its gaps
  QString said;
};

/// The sentences of one language.
class Messages {
 public:
  /// Of a file of Qt's translations; empty where there is none.
  explicit Messages(const QString& path);

  /// `text` in this language, where it is known.
  std::optional<QString> say(const QString& text, int depth = 0) const;

 private:
  void learn(const QString& source, const QString& said);
  QString fill(const QString& said, const QStringList& values, int depth) const;

  QString placed_ = kPlaced;
  QHash<QString, QString> whole_;    // without gaps
  std::vector<Sentence> sentences_;  // those of most words first
};

Messages::Messages(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return;
  QXmlStreamReader xml(&file);
  QString source;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == u"source") source = xml.readElementText();
    if (xml.name() == u"translation") learn(source, xml.readElementText());
  }
  std::stable_sort(sentences_.begin(), sentences_.end(),
                   [](const Sentence& a, const Sentence& b) { return a.words > b.words; });
}

void Messages::learn(const QString& source, const QString& said) {
  if (source == kPlaced) {
    placed_ = said;
    return;
  }
  QString pattern;
  qsizetype at = 0;
  int words = 0;
  const auto until = [&](qsizetype end) {
    const QString text = plain(source.mid(at, end - at));
    words += static_cast<int>(text.size());
    pattern += QRegularExpression::escape(text);
  };
  for (auto each = gap().globalMatch(source); each.hasNext();) {
    const QRegularExpressionMatch match = each.next();
    until(match.capturedStart());
    pattern += "(.*?)";
    at = match.capturedEnd();
  }
  if (at == 0) {
    whole_.insert(source, said);
    return;
  }
  until(source.size());
  sentences_.push_back({QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                                           QRegularExpression::DotMatchesEverythingOption),
                        words, said});
}

QString Messages::fill(const QString& said, const QStringList& values, int depth) const {
  QString text;
  qsizetype at = 0;
  qsizetype next = 0;
  for (auto each = gap().globalMatch(said); each.hasNext();) {
    const QRegularExpressionMatch match = each.next();
    text += plain(said.mid(at, match.capturedStart() - at));
    at = match.capturedEnd();
    bool numbered = false;
    const int place = match.captured().mid(1, match.capturedLength() - 2).toInt(&numbered);
    const QString value = values.value(numbered ? place : next++);
    text += say(value, depth + 1).value_or(value);
  }
  return text + plain(said.mid(at));
}

std::optional<QString> Messages::say(const QString& text, int depth) const {
  if (const auto found = whole_.find(text); found != whole_.end()) return *found;
  if (depth > kDeepest) return std::nullopt;
  // A key or a file's name holds no blank: whatever follows it is a sentence of its own.
  const qsizetype colon = text.indexOf(": ");
  const auto placed = [&]() -> std::optional<QString> {
    const std::optional<QString> what = say(text.mid(colon + 2), depth + 1);
    if (!what) return std::nullopt;
    return fill(placed_, {text.left(colon), *what}, depth);
  };
  const bool key = colon > 0 && text.indexOf(' ') > colon;
  if (key) {
    if (std::optional<QString> told = placed()) return told;
  }
  for (const Sentence& sentence : sentences_) {
    const QRegularExpressionMatch match = sentence.pattern.match(text);
    if (match.hasMatch()) return fill(sentence.said, match.capturedTexts().mid(1), depth);
  }
  return colon > 0 && !key ? placed() : std::nullopt;
}

struct Speech {
  QString code;
  std::optional<Messages> messages;  // read when first wanted
};

Speech& speech() {
  static Speech spoken;
  return spoken;
}

}  // namespace

void speakMessages(const QString& code) {
  speech().code = code;
  speech().messages.reset();
}

QString messageText(const std::string& message) {
  QString text = QString::fromStdString(message);
  Speech& spoken = speech();
  if (spoken.code.isEmpty() || text.isEmpty()) return text;
  if (!spoken.messages) spoken.messages.emplace(":/translations/messages_" + spoken.code + ".ts");
  return spoken.messages->say(text).value_or(text);
}

}  // namespace nudge
