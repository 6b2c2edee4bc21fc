#pragma once

#include <QToolBar>

class QAction;
class QComboBox;

namespace nudge {

class Document;

/// The document's controls: preset, open, save, undo, redo, machine, data set, and how the window
/// looks.
class TopBar : public QToolBar {
  Q_OBJECT
 public:
  explicit TopBar(Document& document, QWidget* parent = nullptr);

  /// The menu behind ☰.
  class QMenu* menu() const {
    return menu_;
  }
  void addButton(QAction* action);
  void addRightButton(QAction* action);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  /// As many letters of the names as there is room for.
  void fitNames();
  /// Lets Tab come to the button, which Qt's bars don't.
  void letTabCome(QAction* action);
  QComboBox* makePresets();
  QComboBox* makeChoice(const std::string& key, const char* name);
  void showDocument();
  void choosePreset(int index);

  Document& document_;
  QMenu* menu_;
  QComboBox* presets_;
  QComboBox* machine_;
  QComboBox* data_;
  QAction* beforeMachine_ = nullptr;
};

}  // namespace nudge
