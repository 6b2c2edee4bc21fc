#include "widgets/FieldRow.h"

#include <QGridLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QSlider>
#include <QToolButton>

#include "widgets/FieldEditor.h"
#include "widgets/FieldText.h"
#include "widgets/Icons.h"
#include "widgets/NumberText.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

/// "N_perclass" as N with an index.
QString symbolHtml(const std::string& symbol) {
  QString html = QString::fromStdString(symbol).toHtmlEscaped();
  static const QRegularExpression index(QStringLiteral("_(\\w+)"),
                                        QRegularExpression::UseUnicodePropertiesOption);
  html.replace(index, QStringLiteral("<sub>\\1</sub>"));
  return QStringLiteral("<i>%1</i>").arg(html);
}

}  // namespace

FieldRow::FieldRow(const FieldInfo& field, QWidget* parent) : QWidget(parent), field_(field) {
  const QString key = QString::fromStdString(field.key);
  setObjectName(key);
  label_ = new QLabel(this);
  label_->setObjectName(key + QStringLiteral("-label"));
  label_->setTextFormat(Qt::RichText);
  label_->setWordWrap(true);
  label_->setMinimumWidth(60);
  reset_ = new QToolButton(this);
  reset_->setObjectName(key + QStringLiteral("-reset"));
  reset_->setIcon(Icons::icon(Glyph::Reset));
  reset_->setAutoRaise(true);
  reset_->setIconSize({14, 14});
  reset_->setAccessibleName(tr("Put %1 back").arg(fieldText(field.label)));
  problem_ = new QLabel(this);
  problem_->setObjectName(key + QStringLiteral("-problem"));
  problem_->setWordWrap(true);
  problem_->setTextFormat(Qt::PlainText);
  problem_->hide();
  editor_ = FieldEditor::make(field, this);
  label_->setBuddy(editor_->focusProxy());
  QSlider* slider = editor_->makeSlider(this);

  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 3, 0, 3);
  grid->setHorizontalSpacing(6);
  grid->setVerticalSpacing(3);
  grid->setColumnStretch(0, 1);
  grid->addWidget(label_, 0, 0, Qt::AlignVCenter);
  grid->addWidget(reset_, 0, 1, Qt::AlignVCenter);
  int line = 1;
  if (editor_->besideLabel()) {
    grid->addWidget(editor_, 0, 2, Qt::AlignVCenter);
  } else {
    grid->addWidget(editor_, line++, 0, 1, 3);
  }
  if (slider) grid->addWidget(slider, line++, 0, 1, 3);
  grid->addWidget(problem_, line, 0, 1, 3);

  connect(editor_, &FieldEditor::edited, this, [this](const Json& value, bool final) {
    judge();
    emit edited(value, final);
  });
  connect(editor_, &FieldEditor::judged, this, [this](const QString& problem) {
    typed_ = problem;
    judge();
  });
  connect(reset_, &QToolButton::clicked, this, [this] {
    const Json back = preset_;
    editor_->setValue(back);
    judge();
    emit edited(back, true);
  });
  judge();
  setToolTip(tip());
}

void FieldRow::setValue(const Json& value) {
  editor_->setValue(value);
  judge();
}

void FieldRow::setPreset(const Json& preset) {
  preset_ = preset;
  judge();
}

void FieldRow::setProblem(const QString& problem) {
  stated_ = problem;
  judge();
}

void FieldRow::focusEditor() { editor_->setFocus(Qt::OtherFocusReason); }

const Json& FieldRow::value() const { return editor_->value(); }

bool FieldRow::differs() const { return !preset_.is_null() && editor_->value() != preset_; }

QString FieldRow::problem() const { return typed_.isEmpty() ? stated_ : typed_; }

QString FieldRow::labelHtml() const {
  const QString words = fieldText(field_.label).toHtmlEscaped();
  QString html = differs() ? QStringLiteral("<b>%1</b>").arg(words) : words;
  if (!field_.symbol.empty()) html += QStringLiteral("&nbsp;") + symbolHtml(field_.symbol);
  const QString unit = fieldText(field_.unit);
  // "Free-phase steps T" need not say again that these are steps.
  if (!unit.isEmpty() && !words.contains(unit, Qt::CaseInsensitive)) {
    html += QStringLiteral(" <span style='color:%1'>%2</span>")
                .arg(Theme::of(this).muted.name(), unit.toHtmlEscaped());
  }
  return html;
}

QString FieldRow::tip() const {
  const auto line = [](const QString& text) {
    return text.isEmpty() ? QString() : QStringLiteral("<br>") + text.toHtmlEscaped();
  };
  QString html = QStringLiteral("<b>%1</b>").arg(fieldText(field_.label));
  if (!field_.symbol.empty()) html += QStringLiteral(" ") + symbolHtml(field_.symbol);
  html += line(fieldText(field_.help));
  const QString range = QString::fromStdString(field_.rangeInWords());
  const QString unit = fieldText(field_.unit);
  if (!range.isEmpty()) html += line(unit.isEmpty() ? range : range + QLatin1Char(' ') + unit);
  if (!field_.reference.empty()) {
    html += line(tr("Thesis: %1").arg(QString::fromStdString(field_.reference)));
  }
  html += line(field_.live ? tr("Changes at once, even while a run goes on.") : QString());
  html += QStringLiteral("<br><code>%1</code>").arg(QString::fromStdString(field_.key));
  return html;
}

void FieldRow::judge() {
  const QString html = labelHtml();
  if (label_->text() != html) label_->setText(html);
  reset_->setVisible(differs());
  if (differs()) {
    reset_->setToolTip(tr("Put back the preset's %1").arg(valueText(field_, preset_)));
  }
  const QString said = problem();
  if (problem_->text() != said) problem_->setText(said);
  problem_->setVisible(!said.isEmpty());
  QPalette palette = problem_->palette();
  palette.setColor(QPalette::WindowText, Theme::of(this).wrong);
  problem_->setPalette(palette);
}

void FieldRow::changeEvent(QEvent* event) {
  const auto type = event->type();
  if (type == QEvent::PaletteChange || type == QEvent::FontChange) {
    problem_->setFont(Theme::small(font()));
    judge();
  }
  QWidget::changeEvent(event);
}

}  // namespace nudge
