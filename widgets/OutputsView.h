#pragma once

#include <QStringList>
#include <QWidget>

#include "core/base/Matrix.h"
#include "core/machine/Settled.h"

namespace nudge {

/// The outputs s^L, a row a class: the mean of the class as a bar in the phase's colour, thin ticks
/// for its single outputs, the target ŷ as a mark, the predicted class in bold, and in words
/// whether it is right. Clicks and arrow keys pick an output: of a class, its first one.
class OutputsView : public QWidget {
  Q_OBJECT
 public:
  explicit OutputsView(QWidget* parent = nullptr);

  /// @param outputs s^L, perClass neurons a class in a row
  /// @param target ŷ of the same size, or empty when no label is known
  void setOutputs(const Vector& outputs, const Vector& target, int perClass);
  /// The outputs at the end of the free phase, drawn thin beneath; null: none.
  void setFree(const Vector* freeOutputs);
  void setPhase(Phase phase, double beta = 1);
  void setSelected(int output);                  ///< its class is marked; −1: none
  void setClassNames(const QStringList& names);  ///< empty: "0", "1", …

  int selected() const { return selected_; }
  int predicted() const { return predicted_; }  ///< class of the largest mean, −1 without outputs
  int label() const { return label_; }          ///< class of the target, −1 when unknown
  QString verdict() const;                      ///< "predicts 8: right"

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void outputPicked(int output);

 protected:
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QString nameOf(int number) const;
  QString shortVerdict() const;  ///< for narrow rooms
  QRectF rows() const;
  double rowHeight() const;
  int classAt(const QPointF& position) const;
  double mean(const Vector& values, int number) const;
  void paintRow(QPainter& painter, int number, const QRectF& row, double labelWidth,
                bool named) const;

  Vector outputs_;
  Vector target_;
  Vector free_;
  int perClass_ = 1;
  int classes_ = 0;
  int predicted_ = -1;
  int label_ = -1;
  int selected_ = -1;  ///< output
  Phase phase_ = Phase::Free;
  double beta_ = 1;
  QStringList names_;
};

}  // namespace nudge
