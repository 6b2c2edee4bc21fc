#pragma once

#include <string>
#include <vector>

#include <QScrollArea>

#include "widgets/SettingsForm.h"

namespace nudge {

class AccountForm;
class Session;

/// Some of the document's settings as a form that changes it at once, beside a workspace.
class SettingsPanel : public QScrollArea {
  Q_OBJECT
 public:
  /// Shows the fields whose keys begin with one of these.
  SettingsPanel(Session& session, const std::vector<std::string>& prefixes,
                QWidget* parent = nullptr);

  SettingsForm& form() { return *form_; }
  /// Puts a widget above the document's settings, such as those of the view beside it.
  void putFirst(QWidget* widget);

 private:
  void showDocument();
  void edit(const QString& key, const Json& value, bool final);

  Session& session_;
  std::vector<FieldInfo> infos_;
  SettingsForm* form_;
  AccountForm* account_ = nullptr;  ///< beside settings of the machine
};

}  // namespace nudge
