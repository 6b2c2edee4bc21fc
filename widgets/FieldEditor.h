#pragma once

#include <QWidget>

#include "core/base/Field.h"

class QSlider;

namespace nudge {

/// What changes the value of one field: the kind follows the field's type.
class FieldEditor : public QWidget {
  Q_OBJECT
 public:
  /// A number with arrows, and a slider when the field may change live over a range that suits one;
  /// a list of choices; a check box; a line of text.
  static FieldEditor* make(const FieldInfo& field, QWidget* parent);

  /// Shows a value; does nothing when it is shown already, so that typing is not disturbed.
  void setValue(const Json& value);
  const Json& value() const { return value_; }
  const FieldInfo& field() const { return field_; }
  /// Whether the editor is short enough to stand beside its label.
  virtual bool besideLabel() const { return false; }
  /// A slider to stand under label and editor; null when the field suits none.
  virtual QSlider* makeSlider(QWidget* parent);

 signals:
  /// @param final false while a slider is dragged
  void edited(const nudge::Json& value, bool final);
  void judged(const QString& problem);  ///< what is wrong with the typed text; empty: nothing

 protected:
  FieldEditor(const FieldInfo& field, QWidget* parent);
  virtual void display(const Json& value) = 0;
  void submit(const Json& value, bool final);

 private:
  FieldInfo field_;
  Json value_;
};

}  // namespace nudge
