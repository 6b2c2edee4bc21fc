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

/// In small letters, without accents.
QString folded(const QString& text) {
  QString letters;
  for (const QChar letter : text.normalized(QString::NormalizationForm_D)) {
    if (letter.category() != QChar::Mark_NonSpacing) letters += letter.toLower();
  }
  return letters;
}

/// What a setting is found by.
QString searchable(const FieldInfo& field) {
  QStringList texts{QString::fromStdString(field.key), QString::fromStdString(field.symbol),
                    fieldText(field.label), fieldText(field.help)};
  for (const FieldChoice& choice : field.choices) {
    texts << QString::fromStdString(choice.value) << fieldText(choice.label);
  }
  return folded(texts.join(QLatin1Char('\n')));
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
  std::vector<std::string> names;
  for (const FieldInfo& field : fields) {
    const std::string name = sectionOf(field.key);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  for (const std::string& name : names) sections_.push_back(makeSection(name, fields));
  layout->addStretch(1);
}

SettingsForm::Section SettingsForm::makeSection(const std::string& name,
                                                const std::vector<FieldInfo>& fields) {
  Section section;
  if (!name.empty()) layout()->addWidget(section.heading = heading(name, this));
  for (const FieldInfo& field : fields) {
    if (sectionOf(field.key) != name) continue;
    if (field.advanced && section.fold == nullptr) {
      section.fold = new Fold(tr("more"), this);
      section.fold->setObjectName(QString::fromStdString(name) + QStringLiteral("-more"));
    }
    FieldRow* row = makeRow(field, field.advanced ? section.fold->content() : this);
    section.rows.push_back(row);
    if (field.advanced) {
      section.fold->content()->layout()->addWidget(row);
      folds_[field.key] = section.fold;
    } else {
      layout()->addWidget(row);
    }
  }
  if (section.fold) layout()->addWidget(section.fold);
  return section;
}

FieldRow* SettingsForm::makeRow(const FieldInfo& field, QWidget* parent) {
  auto* row = new FieldRow(field, parent);
  rows_[field.key] = row;
  const QString key = QString::fromStdString(field.key);
  connect(row, &FieldRow::edited, this,
          [this, key](const Json& value, bool final) { emit edited(key, value, final); });
  return row;
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
  FieldRow* found = row(key);
  if (found == nullptr) return;
  offered ? idle_.erase(found) : idle_.insert(found).second;
  found->setVisible(shown(*found));
}

bool SettingsForm::matches(const FieldRow& row) const {
  const QString text = searchable(row.field());
  return std::all_of(words_.begin(), words_.end(),
                     [&](const QString& word) { return text.contains(word); });
}

bool SettingsForm::shown(const FieldRow& row) const {
  return !idle_.contains(&row) && (words_.isEmpty() || matches(row));
}

int SettingsForm::setFilter(const QString& words) {
  words_ = folded(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
  int count = 0;
  for (const Section& section : sections_) {
    bool any = false, folded = false;
    for (FieldRow* row : section.rows) {
      const bool visible = shown(*row);
      row->setVisible(visible);
      any = any || visible;
      folded = folded || (visible && row->field().advanced);
      count += visible ? 1 : 0;
    }
    if (section.heading) section.heading->setVisible(any || words_.isEmpty());
    if (section.fold == nullptr) continue;
    section.fold->setVisible(folded || words_.isEmpty());
    section.fold->setOpen(folded && !words_.isEmpty());
  }
  return count;
}

QStringList SettingsForm::idleMatches() const {
  QStringList keys;
  for (const Section& section : sections_) {
    for (const FieldRow* row : section.rows) {
      if (idle_.contains(row) && !words_.isEmpty() && matches(*row))
        keys << QString::fromStdString(row->field().key);
    }
  }
  return keys;
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
