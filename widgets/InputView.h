#pragma once

#include <QImage>
#include <QWidget>

#include "core/base/Matrix.h"
#include "core/data/Dataset.h"

class QTouchEvent;

namespace nudge {

/// The input x as an image, large, grey or in colour. It shows a sample, or it is a grey pad on
/// which the hand draws soft strokes with the mouse (right button or Shift erases), a pen (harder
/// is wider, its other end erases), a finger, or with the arrow keys and Space.
class InputView : public QWidget {
  Q_OBJECT
 public:
  explicit InputView(QWidget* parent = nullptr);

  /// Shows an image, channel by channel, rows from the top, whose values are what the network
  /// takes: `scale` tells the pixels in [0, 1] that they come from. Values that do not fill the
  /// shape are shown as a grey row-wise grid of that many.
  void setImage(const Vector& image, const MapShape& shape, const PixelScale& scale = {});
  /// Whether the hand may draw on it, which it cannot on an image that isn't drawable(); an empty
  /// view becomes a pad of 28 × 28.
  void setDrawing(bool drawing);
  /// Whether there is one channel, with values in [0, 1].
  bool drawable() const { return shape_.channels == 1 && scale_ == PixelScale(); }
  /// Begins the drawing anew, where the image is drawable.
  void clear();
  /// Small in a corner, what the network takes where that isn't what the hand draws; an empty one
  /// takes it away. Of the same shape as the image.
  void setTaken(const Vector& image);
  void setTitle(const QString& title);
  void setCaption(const QString& caption);  ///< a line beneath, such as "label 8"

  bool drawing() const { return drawing_; }
  /// What stands beneath: the pixel under the pointer, or the caption.
  QString captionLine() const;
  const Vector& image() const { return image_; }
  /// Where a pixel is, in widget coordinates.
  QRectF pixelRect(int x, int y) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void drawn(const nudge::Vector& image);  ///< after every piece of a stroke
  void strokeFinished();

 protected:
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void tabletEvent(QTabletEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QRectF canvas() const;
  QPointF toPixels(const QPointF& position) const;
  bool touchEvent(const QTouchEvent& event);
  /// A stroke begins here, if that is on the canvas.
  bool beginStroke(const QPointF& position, bool erase);
  void goOnWithStroke(const QPointF& position);
  void endStroke();
  void showTip(const QPoint& at);
  void stroke(const QPointF& from, const QPointF& to, bool erase);
  void refreshPicture();

  QString title_;
  QString caption_;
  Vector image_;
  MapShape shape_;
  PixelScale scale_;
  QImage picture_;
  QImage taken_;
  bool drawing_ = false;
  bool stroking_ = false;
  bool erasing_ = false;
  double width_ = 1;  ///< of the pen, in that of the mouse
  QPointF last_;      ///< of the stroke, in pixels of the image
  QPoint hovered_{-1, -1};
  QPoint cursor_{14, 14};  ///< of the keyboard
};

}  // namespace nudge
