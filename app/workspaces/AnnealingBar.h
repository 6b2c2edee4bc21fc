#pragma once

#include <QWidget>

class QLabel;
class QSpinBox;
class QToolButton;

namespace nudge {

/// Above the Annealing workspace: which input is annealed and how often, and what can be done.
class AnnealingBar : public QWidget {
  Q_OBJECT
 public:
  explicit AnnealingBar(QWidget* parent = nullptr);

  /// Which image of the test set is to be annealed; the first is 0.
  int sample() const;
  int reads() const;
  /// How many images there are; changed() is not said of it.
  void setSamples(int count);
  void setState(const QString& text);
  void setPlaying(bool playing);

  static QToolButton* makeOpenButton(const char* name);

 signals:
  void changed();
  void againAsked();
  void straightAsked();
  void openAsked();
  void playAsked(bool play);

 private:
  void nameFields();

  QSpinBox* input_;
  QSpinBox* reads_;
  QToolButton* play_;
  QLabel* state_;
};

}  // namespace nudge
