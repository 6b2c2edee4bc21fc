#include "widgets/SettingsForm.h"

#include <algorithm>

#include <QLabel>
#include <QVBoxLayout>

#include "widgets/FieldRow.h"
#include "widgets/FieldText.h"
#include "widgets/Fold.h"

namespace nudge {

namespace {

std::string sectionOf(const std::string& key) {
  const auto dot = key.find('.');
  return dot == std::string::npos ? std::string() : key.substr(0, dot);
}

QLabel* heading(const std::string& section, QWidget* parent) {
  QString words = fieldText(section);
  words.replace(QLatin1Char('_'), QLatin1Char(' '));
  if (!words.isEmpty()) words[0] = words[0].toUpper();
  auto* label = new QLabel(QStringLiteral("<b>%1</b>").arg(words.toHtmlEscaped()), parent);
  label->setObjectName(QString::fromStdString(section) + QStringLiteral("-heading"));
  label->setContentsMargins(0, 10, 0, 2);
  return label;
}

}  // namespace

SettingsForm::SettingsForm(const std::vector<FieldInfo>& fields, QWidget* parent)
    : QWidget(parent) {
  setObjectName(QStringLiteral("settings-form"));
  setAccessibleName(tr("Settings"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(10, 0, 8, 10);
  layout->setSpacing(2);
  std::vector<std::string> sections;
  for (const FieldInfo& field : fields) {
    const std::string section = sectionOf(field.key);
    if (std::find(sections.begin(), sections.end(), section) == sections.end()) {
      sections.push_back(section);
    }
  }
  for (const std::string& section : sections) {
    if (!section.empty()) layout->addWidget(heading(section, this));
    Fold* fold = nullptr;
    for (const FieldInfo& field : fields) {
      if (sectionOf(field.key) != section) continue;
      if (field.advanced && fold == nullptr) {
        fold = new Fold(tr("more"), this);
        fold->setObjectName(QString::fromStdString(section) + QStringLiteral("-more"));
      }
      auto* row = new FieldRow(field, field.advanced ? fold->content() : this);
      if (field.advanced) {
        fold->content()->layout()->addWidget(row);
        folds_[field.key] = fold;
      } else {
        layout->addWidget(row);
      }
      rows_[field.key] = row;
      const QString key = QString::fromStdString(field.key);
      connect(row, &FieldRow::edited, this,
              [this, key](const Json& value, bool final) { emit edited(key, value, final); });
    }
    if (fold) layout->addWidget(fold);
  }
  layout->addStretch(1);
}

void SettingsForm::setValues(const FieldValues& values) {
  for (const auto& [key, value] : values) {
    if (const auto found = rows_.find(key); found != rows_.end()) found->second->setValue(value);
  }
}

void SettingsForm::setPreset(const FieldValues& preset) {
  for (const auto& [key, value] : preset) {
    if (const auto found = rows_.find(key); found != rows_.end()) found->second->setPreset(value);
  }
}

void SettingsForm::setProblem(const QString& key, const QString& text) {
  if (FieldRow* found = row(key)) found->setProblem(text);
}

void SettingsForm::clearProblems() {
  for (const auto& [key, row] : rows_) row->setProblem(QString());
}

void SettingsForm::setOffered(const QString& key, bool offered) {
  if (FieldRow* found = row(key)) found->setVisible(offered);
}

void SettingsForm::reveal(const QString& key) {
  FieldRow* found = row(key);
  if (found == nullptr) return;
  if (const auto fold = folds_.find(key.toStdString()); fold != folds_.end()) {
    fold->second->setOpen(true);
  }
  found->setVisible(true);
  found->focusEditor();
}

FieldRow* SettingsForm::row(const QString& key) const {
  const auto found = rows_.find(key.toStdString());
  return found == rows_.end() ? nullptr : found->second;
}

}  // namespace nudge
