#pragma once

#include <QWidget>

class QLabel;
class QScrollArea;
class QToolButton;

namespace nudge {

class LessonRun;

/// A step of a lesson beside the workspaces: what to read, the task, a tick when it was done, and
/// what to notice then.
class LessonPanel : public QWidget {
  Q_OBJECT
 public:
  explicit LessonPanel(LessonRun& run, QWidget* parent = nullptr);

  /// Another language was chosen.
  void showTexts();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* makeHead();
  QWidget* makeFoot();
  void showStep();
  void showDone();
  void showPicture();

  LessonRun& run_;
  QLabel* title_;
  QLabel* place_;
  QScrollArea* scroll_;
  QLabel* heading_;
  QLabel* text_;
  QLabel* formula_;
  QLabel* picture_;
  QLabel* task_;
  QLabel* notice_;
  QToolButton* back_;
  QToolButton* reset_;
  QToolButton* next_;
};

}  // namespace nudge
