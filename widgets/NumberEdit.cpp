#include "widgets/NumberEdit.h"

#include <algorithm>
#include <cmath>

#include <QLineEdit>
#include <QStyle>
#include <QWheelEvent>

#include "core/base/Error.h"
#include "widgets/NumberText.h"

namespace nudge {

NumberEdit::NumberEdit(const FieldInfo& field, QWidget* parent)
    : QAbstractSpinBox(parent), field_(field) {
  setFocusPolicy(Qt::StrongFocus);
  setAlignment(Qt::AlignRight);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setProperty("wrong", false);
  connect(lineEdit(), &QLineEdit::textEdited, this, [this](const QString& text) {
    const QString problem = problemOf(field_, text);
    const bool wrong = !problem.isEmpty();
    if (property("wrong").toBool() != wrong) {
      setProperty("wrong", wrong);
      style()->unpolish(this);
      style()->polish(this);
    }
    emit judged(problem);
  });
  connect(this, &QAbstractSpinBox::editingFinished, this, &NumberEdit::commit);
}

void NumberEdit::setValue(const Json& value) {
  if (!value.is_number()) return;
  value_ = value;
  lineEdit()->setText(valueText(field_, value));
  if (property("wrong").toBool()) {
    setProperty("wrong", false);
    style()->unpolish(this);
    style()->polish(this);
  }
}

void NumberEdit::commit() {
  try {
    const Json value = acceptedValue(field_, text());
    if (value == value_) return;
    value_ = value;
    emit valueEdited(value_);
  } catch (const Error&) {
    // The text stays for the hand to mend; `judged` has said what is wrong.
  }
}

void NumberEdit::stepBy(int steps) {
  double next = 0;
  if (field_.type == FieldType::Integer) {
    next = static_cast<double>(value_.get<long long>() + steps);
  } else {
    const double now = value_.get<double>();
    const double size = now != 0 ? std::abs(now) : 1.0;
    const double step = std::pow(10.0, std::floor(std::log10(size) + 1e-9) - 1);
    next = std::round(now / step + steps) * step;
    // Without the noise of binary fractions: twelve digits are more than anyone typed.
    next = QString::number(next, 'g', 12).toDouble();
  }
  next = std::clamp(next, field_.minimum, field_.maximum);
  if (field_.openMinimum && next <= field_.minimum) return;
  const Json value =
      field_.type == FieldType::Integer ? Json(static_cast<long long>(next)) : Json(next);
  if (value == value_) return;
  setValue(value);
  emit judged(QString());
  emit valueEdited(value_);
}

QValidator::State NumberEdit::validate(QString&, int&) const { return QValidator::Acceptable; }

QAbstractSpinBox::StepEnabled NumberEdit::stepEnabled() const {
  return StepUpEnabled | StepDownEnabled;
}

QSize NumberEdit::sizeHint() const {
  const QSize base = QAbstractSpinBox::sizeHint();
  return {fontMetrics().horizontalAdvance(QStringLiteral("100000")) + 38, base.height()};
}

QSize NumberEdit::minimumSizeHint() const { return sizeHint(); }

void NumberEdit::wheelEvent(QWheelEvent* event) {
  // Scrolling a form must not change what lies under the pointer.
  if (!hasFocus()) return event->ignore();
  QAbstractSpinBox::wheelEvent(event);
}

}  // namespace nudge
