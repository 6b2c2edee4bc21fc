#include "widgets/FieldEditor.h"

#include <cmath>

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSlider>
#include <QStyle>
#include <QVBoxLayout>
#include <QWheelEvent>

#include "core/base/Error.h"
#include "widgets/FieldText.h"
#include "widgets/NumberEdit.h"
#include "widgets/NumberText.h"
#include "widgets/SliderScale.h"

namespace nudge {

namespace {

/// Lets a form scroll when the wheel turns over an editor that has not the focus.
class WheelGuard : public QObject {
 public:
  explicit WheelGuard(QWidget* guarded) : QObject(guarded) { guarded->installEventFilter(this); }
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus()) return false;
    event->ignore();
    return true;
  }
};

QString nameOf(const FieldInfo& field, const char* part) {
  return QStringLiteral("%1-%2").arg(QString::fromStdString(field.key), QString::fromLatin1(part));
}

QVBoxLayout* stacked(QWidget* widget) {
  auto* layout = new QVBoxLayout(widget);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(2);
  return layout;
}

class NumberEditor : public FieldEditor {
 public:
  NumberEditor(const FieldInfo& field, QWidget* parent)
      : FieldEditor(field, parent), scale_(field), edit_(new NumberEdit(field, this)) {
    edit_->setObjectName(nameOf(field, "number"));
    edit_->setAccessibleName(fieldText(field.label));
    setFocusProxy(edit_);
    auto* layout = stacked(this);
    layout->addWidget(edit_, 0, Qt::AlignRight);
    connect(edit_, &NumberEdit::judged, this, &FieldEditor::judged);
    connect(edit_, &NumberEdit::valueEdited, this, [this](const Json& value) {
      place(value);
      submit(value, true);
    });
  }

  bool besideLabel() const override { return true; }

  QSlider* makeSlider(QWidget* parent) override {
    if (!field().live || !SliderScale::suits(field())) return nullptr;
    slider_ = new QSlider(Qt::Horizontal, parent);
    slider_->setObjectName(nameOf(field(), "slider"));
    slider_->setAccessibleName(QString::fromStdString(field().label));
    slider_->setRange(0, scale_.steps());
    slider_->setPageStep(std::max(1, scale_.steps() / 20));
    slider_->setFocusPolicy(Qt::StrongFocus);
    new WheelGuard(slider_);
    connect(slider_, &QSlider::valueChanged, this, [this](int position) {
      if (placing_) return;
      const double number = scale_.value(position);
      const bool whole = field().type == FieldType::Integer;
      const Json value = whole ? Json(static_cast<long long>(number)) : Json(number);
      edit_->setValue(value);
      emit judged(QString());
      submit(value, !slider_->isSliderDown());
    });
    connect(slider_, &QSlider::sliderReleased, this, [this] { submit(edit_->value(), true); });
    return slider_;
  }

 protected:
  void display(const Json& value) override {
    edit_->setValue(value);
    place(value);
  }

 private:
  void place(const Json& value) {
    if (slider_ == nullptr || !value.is_number()) return;
    const double number = value.get<double>();
    placing_ = true;
    slider_->setValue(scale_.position(number));
    placing_ = false;
    // Far below the slider's finest step only typing is of use.
    const double finest = std::abs(scale_.value(1) - scale_.value(0));
    slider_->setVisible(number == 0 || std::abs(number) >= 0.2 * finest || slider_->hasFocus());
  }

  SliderScale scale_;
  NumberEdit* edit_;
  QSlider* slider_ = nullptr;
  bool placing_ = false;
};

class ChoiceEditor : public FieldEditor {
 public:
  ChoiceEditor(const FieldInfo& field, QWidget* parent)
      : FieldEditor(field, parent), combo_(new QComboBox(this)) {
    combo_->setObjectName(nameOf(field, "choice"));
    combo_->setAccessibleName(fieldText(field.label));
    combo_->setFocusPolicy(Qt::StrongFocus);
    combo_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo_->setMinimumContentsLength(8);
    new WheelGuard(combo_);
    setFocusProxy(combo_);
    for (const FieldChoice& choice : field.choices) {
      combo_->addItem(fieldText(choice.label), QString::fromStdString(choice.value));
      combo_->setItemData(combo_->count() - 1, fieldText(choice.help), Qt::ToolTipRole);
    }
    stacked(this)->addWidget(combo_);
    connect(combo_, &QComboBox::activated, this, [this](int index) {
      submit(Json(combo_->itemData(index).toString().toStdString()), true);
    });
  }

 protected:
  void display(const Json& value) override {
    if (!value.is_string()) return;
    combo_->setCurrentIndex(combo_->findData(QString::fromStdString(value.get<std::string>())));
  }

 private:
  QComboBox* combo_;
};

class FlagEditor : public FieldEditor {
 public:
  FlagEditor(const FieldInfo& field, QWidget* parent)
      : FieldEditor(field, parent), box_(new QCheckBox(this)) {
    box_->setObjectName(nameOf(field, "flag"));
    box_->setAccessibleName(fieldText(field.label));
    setFocusProxy(box_);
    stacked(this)->addWidget(box_, 0, Qt::AlignRight);
    connect(box_, &QCheckBox::clicked, this, [this](bool on) { submit(Json(on), true); });
  }

  bool besideLabel() const override { return true; }

 protected:
  void display(const Json& value) override {
    if (value.is_boolean()) box_->setChecked(value.get<bool>());
  }

 private:
  QCheckBox* box_;
};

class TextEditor : public FieldEditor {
 public:
  TextEditor(const FieldInfo& field, QWidget* parent)
      : FieldEditor(field, parent), line_(new QLineEdit(this)) {
    line_->setObjectName(nameOf(field, "text"));
    line_->setAccessibleName(fieldText(field.label));
    line_->setMinimumWidth(40);
    setFocusProxy(line_);
    stacked(this)->addWidget(line_);
    connect(line_, &QLineEdit::textEdited, this, [this](const QString& text) {
      const QString problem = problemOf(this->field(), text);
      mark(!problem.isEmpty());
      emit judged(problem);
    });
    connect(line_, &QLineEdit::editingFinished, this, [this] {
      try {
        submit(acceptedValue(this->field(), line_->text()), true);
      } catch (const Error&) {
        // The text stays for the hand to mend; `judged` has said what is wrong.
      }
    });
  }

 protected:
  void display(const Json& value) override {
    line_->setText(valueText(field(), value));
    line_->setCursorPosition(0);
    mark(false);
  }

 private:
  void mark(bool wrong) {
    if (line_->property("wrong").toBool() == wrong) return;
    line_->setProperty("wrong", wrong);
    line_->style()->unpolish(line_);
    line_->style()->polish(line_);
  }

  QLineEdit* line_;
};

}  // namespace

FieldEditor::FieldEditor(const FieldInfo& field, QWidget* parent) : QWidget(parent), field_(field) {
  setObjectName(nameOf(field, "editor"));
}

FieldEditor* FieldEditor::make(const FieldInfo& field, QWidget* parent) {
  switch (field.type) {
    case FieldType::Integer:
    case FieldType::Number:
      return new NumberEditor(field, parent);
    case FieldType::Choice:
      return new ChoiceEditor(field, parent);
    case FieldType::Flag:
      return new FlagEditor(field, parent);
    case FieldType::Integers:
    case FieldType::Numbers:
    case FieldType::Text:
      break;
  }
  return new TextEditor(field, parent);
}

QSlider* FieldEditor::makeSlider(QWidget*) { return nullptr; }

void FieldEditor::setValue(const Json& value) {
  if (value == value_) return;
  value_ = value;
  display(value);
  emit judged(QString());
}

void FieldEditor::submit(const Json& value, bool final) {
  if (value == value_ && !final) return;
  if (value == value_ && field_.type != FieldType::Integer && field_.type != FieldType::Number) {
    return;
  }
  value_ = value;
  emit edited(value, final);
}

}  // namespace nudge
