#pragma once

#include <vector>

#include <QWidget>

#include "core/ising/IsingProblem.h"

namespace nudge {

/// Binary neurons of an image, rows from the top: +1 a filled disc, −1 a hollow ring. The hand
/// turns them by click and drag, or with arrow keys and Space, where it may; else a click picks the
/// whole.
class PatternView : public QWidget {
  Q_OBJECT
 public:
  PatternView(int columns, int rows, QWidget* parent = nullptr);

  void setPattern(const std::vector<Spin>& pattern);
  const std::vector<Spin>& pattern() const { return pattern_; }
  void setEditable(bool editable);
  void setTitle(const QString& title);
  /// Outlines those that differ from another pattern; empty: none.
  void setReference(const std::vector<Spin>& reference);
  QRectF cellRect(int cell) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void edited(const std::vector<nudge::Spin>& pattern);
  void picked();

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QRectF canvas() const;
  int cellAt(const QPointF& position) const;
  void set(int cell, Spin value);

  int columns_, rows_;
  std::vector<Spin> pattern_;
  std::vector<Spin> reference_;
  QString title_;
  bool editable_ = false;
  Spin pen_ = 1;    ///< what a drag sets
  int cursor_ = 0;  ///< of the keyboard
};

}  // namespace nudge
