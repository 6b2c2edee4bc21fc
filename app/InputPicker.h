#pragma once

#include <QWidget>

#include "core/base/Matrix.h"

class QHBoxLayout;
class QSpinBox;
class QToolButton;

namespace nudge {

class InputView;
class Session;

/// Chooses the input that a workspace looks at: an image of the test set by its number, or one
/// drawn by hand.
class InputPicker : public QWidget {
  Q_OBJECT
 public:
  explicit InputPicker(Session& session, QWidget* parent = nullptr);

  /// Chooses an image of the test set, the last one where there are fewer, as soon as there is a
  /// test set; puts away a drawing.
  void pickSample(int index);
  /// Takes a picture from a file in the place of a drawing. Throws Error when that can't be done.
  void openImage(const QString& path);

  const Vector& input() const { return input_; }
  /// The class of the image; that of the last one while the hand draws.
  int label() const { return label_; }
  int sample() const;
  bool drawing() const;
  InputView& view() { return *view_; }
  /// What stands beneath when nothing is late: label or what to do.
  const QString& caption() const { return caption_; }
  /// Holds the number of the sample; there is room for more.
  QHBoxLayout& numbers() { return *numbers_; }

 signals:
  void samplePicked();  ///< another image; `input` and `label` are its
  void drawn();         ///< another piece of a stroke
  void captionChanged();

 private:
  void setDrawable(bool drawable);
  void takeData();
  void showSample();
  void setDrawing(bool drawing);
  void takeDrawing(const Vector& image);
  /// Whether drawings are centred before the network takes them, which small images are not.
  bool centres() const;

  Session& session_;
  InputView* view_;
  QToolButton* draw_;
  QToolButton* clear_;
  QToolButton* centre_;
  QSpinBox* sample_;
  QHBoxLayout* numbers_;
  int wanted_ = 0;  ///< the sample that was chosen last, which a smaller test set may not have
  Vector input_;
  int label_ = 0;
  QString caption_;
};

}  // namespace nudge
