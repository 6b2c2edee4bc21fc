#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include <QStringList>
#include <QWidget>

#include "core/base/Field.h"

class QLabel;

namespace nudge {

class FieldRow;
class Fold;

/// Values of fields by key.
using FieldValues = std::map<std::string, Json>;

/// A form made from the descriptions of settings: a heading for every part of the document (the
/// keys' prefixes), a row a field, the rare ones folded under "more".
class SettingsForm : public QWidget {
  Q_OBJECT
 public:
  explicit SettingsForm(const std::vector<FieldInfo>& fields, QWidget* parent = nullptr);

  void setValues(const FieldValues& values);
  /// What the values are compared with, and put back to.
  void setPreset(const FieldValues& preset);
  /// A sentence under a field, such as how it clashes with another; empty takes it away.
  void setProblem(const QString& key, const QString& text);
  void clearProblems();
  /// Shows or hides a field, such as one that the present machine does not use.
  void setOffered(const QString& key, bool offered);
  /// Shows only fields whose name, symbol, key, choices or explanation have all of these words;
  /// none shows all. Folds open for what was found. @return how many are shown
  int setFilter(const QString& words);
  /// The keys of those that have the words and are not offered.
  QStringList idleMatches() const;
  /// Opens the fold if need be, and puts the focus on the field.
  void reveal(const QString& key);

  FieldRow* row(const QString& key) const;  ///< null when there is none

 signals:
  /// @param final false while a slider is dragged
  void edited(const QString& key, const nudge::Json& value, bool final);

 private:
  struct Section {
    QLabel* heading = nullptr;  ///< null where the keys have no prefix
    Fold* fold = nullptr;       ///< null where nothing is rare
    std::vector<FieldRow*> rows;
  };
  Section makeSection(const std::string& name, const std::vector<FieldInfo>& fields);
  FieldRow* makeRow(const FieldInfo& field, QWidget* parent);
  bool matches(const FieldRow& row) const;
  bool shown(const FieldRow& row) const;

  std::vector<Section> sections_;
  std::set<const FieldRow*> idle_;  ///< not offered
  QStringList words_;               ///< of the filter
  std::map<std::string, FieldRow*> rows_;
  std::map<std::string, Fold*> folds_;  ///< that a field is folded under
};

/// The descriptions of all fields of a struct, as a form takes them.
template <class Owner>
std::vector<FieldInfo> infosOf(const Fields<Owner>& fields) {
  return {fields.begin(), fields.end()};
}

/// The values of all fields of a struct, as a form takes them.
template <class Owner>
FieldValues valuesOf(const Fields<Owner>& fields, const Owner& owner) {
  FieldValues values;
  for (const Field<Owner>& field : fields) values[field.key] = field.get(owner);
  return values;
}

}  // namespace nudge
