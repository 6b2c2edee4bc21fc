#pragma once

#include <QWidget>

#include "core/base/Field.h"

class QLabel;
class QToolButton;

namespace nudge {

class FieldEditor;

/// A field in a form: its label with symbol and unit, bold when the value differs from the preset's
/// with a ↺ that puts it back, the editor, and a sentence beneath when something is wrong.
class FieldRow : public QWidget {
  Q_OBJECT
 public:
  explicit FieldRow(const FieldInfo& field, QWidget* parent = nullptr);

  const FieldInfo& field() const { return field_; }
  void setValue(const Json& value);
  void setPreset(const Json& preset);
  /// A sentence about the value as it is, such as how it clashes with another; empty: none.
  void setProblem(const QString& problem);

  void focusEditor();

  const Json& value() const;
  bool differs() const;  ///< from the preset
  QString problem() const;

 signals:
  void edited(const nudge::Json& value, bool final);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void judge();
  QString labelHtml() const;
  QString tip() const;

  FieldInfo field_;
  Json preset_;
  QString typed_;   ///< what is wrong with the text as it stands
  QString stated_;  ///< what the form's owner says is wrong
  QLabel* label_;
  QToolButton* reset_;
  QLabel* problem_;
  FieldEditor* editor_;
};

}  // namespace nudge
