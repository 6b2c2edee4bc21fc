#pragma once

#include <QStringList>
#include <QWidget>

#include "core/experiment/Snapshot.h"

class QLabel;
class QProgressBar;
class QToolButton;

namespace nudge {

/// The bar at the bottom: play, pause and step, the state of the run in words, epoch, progress,
/// rate, time left, and the warnings with their list. Every number has its place and keeps it.
class StatusStrip : public QWidget {
  Q_OBJECT
 public:
  explicit StatusStrip(QWidget* parent = nullptr);

  void setSnapshot(const Snapshot& snapshot);
  /// No run yet: the numbers are blank.
  void clear();
  void setState(const QString& state);  ///< "ready", "training", "paused", …
  void setRunning(bool running);        ///< play or pause on the button
  void setWarnings(const QStringList& warnings);

  static QString timeInWords(double seconds);  ///< "1 min 10 s", "2 h 05 min"

 signals:
  void playToggled(bool running);
  void stepRequested();
  void warningPicked(int index);

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void fixWidths();
  void showWarnings();

  bool running_ = false;
  QStringList warnings_;
  QToolButton* play_;
  QToolButton* step_;
  QLabel* state_;
  QLabel* epoch_;
  QProgressBar* progress_;
  QLabel* rate_;
  QLabel* left_;
  QToolButton* warningsButton_;
};

}  // namespace nudge
