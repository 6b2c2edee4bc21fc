#pragma once

#include <QPointF>
#include <QRectF>

namespace nudge {

/// Which part of a chip a widget shows, and how large. The chip lies in a plane where x goes to the
/// right and y downwards, about one unit wide; the widget sees it moved and magnified.
class ChipCamera {
 public:
  /// What the chip covers in its plane, and the distance of its closest qubits, which says how far
  /// it may be magnified. Shows all of it.
  void setChip(const QRectF& extent, double spacing);
  /// Where it may be drawn in the widget, in pixels. What was shown whole stays whole, else the
  /// middle stays.
  void setArea(const QRectF& area);

  QPointF toWidget(const QPointF& point) const { return origin_ + scale_ * point; }
  QPointF toChip(const QPointF& pixel) const { return (pixel - origin_) / scale_; }
  QRectF toWidget(const QRectF& rect) const {
    return {toWidget(rect.topLeft()), rect.size() * scale_};
  }
  QRectF toChip(const QRectF& rect) const { return {toChip(rect.topLeft()), rect.size() / scale_}; }

  double scale() const { return scale_; }               ///< pixels a unit
  double spacing() const { return spacing_ * scale_; }  ///< of the closest qubits, in pixels
  const QRectF& area() const { return area_; }
  const QRectF& extent() const { return extent_; }
  bool showsAll() const { return whole_; }

  void fit();
  /// So that the point of the chip under `pixel` stays there.
  void zoom(double factor, const QPointF& pixel);
  /// What is shown whole stays where it is.
  void pan(const QPointF& pixels);
  /// Shows a part of the chip in the middle, no larger than `mostSpacing` pixels between qubits.
  void showPart(const QRectF& part, double mostSpacing);

 private:
  double fittingScale(const QRectF& part) const;
  void settle();

  QRectF extent_{0, 0, 1, 1};
  QRectF area_{0, 0, 1, 1};
  QPointF
      origin_;  ///< where the plane's (0, 0) is in the widget: on whole pixels, for sharp copies
  double spacing_ = 0.01;
  double scale_ = 1;
  bool whole_ = true;
};

}  // namespace nudge
