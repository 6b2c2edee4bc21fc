#pragma once

#include <QWidget>

#include "core/classics/XnorPopcount.h"

namespace nudge {

/// Two vectors of signs and their product, bit by bit: a row of activations, one of weights, one of
/// XNOR up to the step that is shown, and the sum beneath. A click, or arrow keys and Space, turns
/// a bit.
class XnorView : public QWidget {
  Q_OBJECT
 public:
  explicit XnorView(QWidget* parent = nullptr);

  void setVectors(const Pattern& activations, const Pattern& weights);
  const Pattern& activations() const { return activations_; }
  const Pattern& weights() const { return weights_; }
  /// How many products are shown.
  void setStep(int step);
  /// What the products up to the step come to.
  int ones() const;
  /// Of row 0 (activations) or 1 (weights).
  QRectF bitRect(int row, int bit) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {360, 200}; }

 signals:
  void turned();

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void turn(int row, int bit);
  void paintBit(QPainter& painter, const QRectF& rect, bool bit, bool focus) const;

  Pattern activations_{1}, weights_{1};
  int step_ = 0;
  int row_ = 0, bit_ = 0;  ///< of the keyboard
};

}  // namespace nudge
