#pragma once

#include <QToolButton>
#include <QWidget>

#include "widgets/Icons.h"

namespace nudge {

/// One look at the experiment. A workspace that isn't shown does no work: it catches up when it is.
class Workspace : public QWidget {
  Q_OBJECT
 public:
  using QWidget::QWidget;

  /// What the play, step and restart keys mean here.
  virtual void togglePlay() = 0;
  virtual void stepForward() = 0;
  virtual void stepBack() {}
  virtual void restart() = 0;
  /// Puts the focus where this workspace finds things by name; false where it has no such place.
  virtual bool findByName() { return false; }
  /// Whether everything that it computes for itself is shown: for pictures of it.
  virtual bool complete() const { return true; }

 signals:
  void openWanted(const QString& path);  ///< a document or a run's folder

 protected:
  /// Brings everything up to date; called when the workspace is shown.
  virtual void catchUp() = 0;

  void showEvent(QShowEvent* event) override {
    QWidget::showEvent(event);
    catchUp();
  }
};

/// A button with picture and words, as the workspaces use them.
inline QToolButton* makeTextButton(Glyph glyph, const QString& text, const QString& tip,
                                   const char* name) {
  auto* button = new QToolButton;
  button->setObjectName(name);
  button->setIcon(Icons::icon(glyph));
  button->setText(text);
  button->setToolTip(tip);
  button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  return button;
}

}  // namespace nudge
