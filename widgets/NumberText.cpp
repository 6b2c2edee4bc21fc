#include "widgets/NumberText.h"

#include <algorithm>
#include <cmath>

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include "core/base/Error.h"
#include "widgets/MessageText.h"

namespace nudge {

QString numberText(double value) {
  const double size = std::abs(value);
  if (value == std::floor(value) && size < 1e7) return QString::number(value, 'f', 0);
  const bool plain = size >= 1e-4 && size < 1e7;
  QString text = QString::number(value, plain ? 'f' : 'e', QLocale::FloatingPointShortest);
  static const QRegularExpression exponent(QStringLiteral("e([+-])0*(\\d+)$"));
  const auto match = exponent.match(text);
  if (match.hasMatch()) {
    const QString sign = match.captured(1) == QLatin1String("-") ? QStringLiteral("-") : QString();
    text = text.left(match.capturedStart()) + QLatin1Char('e') + sign + match.captured(2);
  }
  return text;
}

QString threeDigits(double value) {
  QString text = QStringLiteral("–");
  if (value == 0) {
    text = QStringLiteral("0.00");
  } else if (std::isfinite(value)) {
    const int decade = static_cast<int>(std::floor(std::log10(std::abs(value)) + 1e-12));
    const bool plain = decade >= -3 && decade < 6;
    // What 99.96 rounds to has one digit more before the point.
    const double unit = std::pow(10.0, decade - 2);
    const double rounded = plain ? std::round(value / unit) * unit : value;
    const bool carried = std::abs(rounded) >= std::pow(10.0, decade + 1) * (1 - 1e-12);
    const int after = std::max(0, 2 - decade - (carried ? 1 : 0));
    text = plain ? QString::number(rounded, 'f', after) : QString::number(value, 'e', 2);
    text.replace(QLatin1Char('-'), QChar(0x2212));
  }
  return text;
}

QString numberAmong(double value, double largest) {
  if (!(largest > 0) || largest >= 1e6 || largest < 1e-6) return threeDigits(value);
  const int decimals = std::max(0, 2 - static_cast<int>(std::floor(std::log10(largest))));
  return QString::number(value, 'f', decimals).replace(QLatin1Char('-'), QChar(0x2212));
}

QString sizeText(const NetworkSpec& network, int layer) {
  const MapShape shape = network.shape(layer);
  if (!network.isConvolution(layer)) return QStringLiteral("%L1").arg(network.size(layer));
  if (shape.height != shape.width)
    return QStringLiteral("%L1 × %2 × %3").arg(shape.channels).arg(shape.height).arg(shape.width);
  return QStringLiteral("%L1 × %2").arg(shape.channels).arg(QString::number(shape.height) + u'²');
}

QString valueText(const FieldInfo& field, const Json& value) {
  if (value.is_string()) return QString::fromStdString(value.get<std::string>());
  if (value.is_array()) {
    QStringList parts;
    for (const Json& entry : value) parts << valueText(field, entry);
    return parts.join(QStringLiteral(", "));
  }
  if (value.is_number_integer()) return QString::fromStdString(value.dump());
  if (value.is_number()) return numberText(value.get<double>());
  return QString::fromStdString(value.dump());
}

Json acceptedValue(const FieldInfo& field, const QString& text) {
  Json value = valueFromText(field, text.toStdString());
  switch (field.type) {
    case FieldType::Integer:
      return integerFrom(field, value);
    case FieldType::Number:
      return numberFrom(field, value);
    case FieldType::Integers:
      return integersFrom(field, value);
    case FieldType::Numbers:
      return numbersFrom(field, value);
    case FieldType::Text:
      return textFrom(field, value);
    case FieldType::Choice:
      choiceFrom(field, value);
      break;
    case FieldType::Flag:
      return flagFrom(field, value);
  }
  return value;
}

QString problemOf(const FieldInfo& field, const QString& text) {
  try {
    acceptedValue(field, text);
  } catch (const Error& error) {
    std::string sentence = error.what();
    // The form shows the field's name already.
    const std::string prefix = field.key + ": ";
    if (sentence.starts_with(prefix)) sentence.erase(0, prefix.size());
    return messageText(sentence);
  }
  return {};
}

}  // namespace nudge
