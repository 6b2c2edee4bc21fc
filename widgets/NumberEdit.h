#pragma once

#include <QAbstractSpinBox>

#include "core/base/Field.h"

namespace nudge {

/// A number in a line of text with arrows beside it: any text can be typed, what the field does not
/// accept is said in words. Steps go by the number's own magnitude, so that 1e-7 is as easy to
/// change as 20.
class NumberEdit : public QAbstractSpinBox {
  Q_OBJECT
 public:
  explicit NumberEdit(const FieldInfo& field, QWidget* parent = nullptr);

  void setValue(const Json& value);
  const Json& value() const { return value_; }

  void stepBy(int steps) override;
  QValidator::State validate(QString& text, int& position) const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void valueEdited(const nudge::Json& value);
  /// What is wrong with the text, while it is typed; empty when nothing is.
  void judged(const QString& problem);

 protected:
  StepEnabled stepEnabled() const override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  void commit();

  FieldInfo field_;
  Json value_ = 0;
};

}  // namespace nudge
