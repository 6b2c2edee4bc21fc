#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QStackedWidget;

namespace nudge {

class Session;
class SettingsPanel;

/// The settings beside the workspaces, with a line above them that finds any setting of the
/// experiment, of whatever workspace, by its name, symbol, key or explanation.
class SettingsSearch : public QWidget {
  Q_OBJECT
 public:
  explicit SettingsSearch(Session& session, QWidget* parent = nullptr);

  void addPanel(SettingsPanel* panel);
  void setCurrent(int index);
  /// Puts the focus on the line.
  void find();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void search(const QString& text);
  void showFound();
  QString idleMatches() const;

  Session& session_;
  QLineEdit* line_;
  QLabel* note_;
  QStackedWidget* panels_;
  SettingsPanel* all_ = nullptr;  ///< every setting; made when it is first wanted
  int current_ = 0;
};

}  // namespace nudge
