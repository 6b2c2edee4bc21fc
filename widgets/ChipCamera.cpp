#include "widgets/ChipCamera.h"

#include <algorithm>
#include <cmath>

namespace nudge {

namespace {
constexpr double kMargin = 12;       // pixels around a chip that is shown whole
constexpr double kMostSpacing = 90;  // pixels between the closest qubits
}  // namespace

void ChipCamera::setChip(const QRectF& extent, double spacing) {
  extent_ = extent;
  spacing_ = spacing;
  fit();
}

void ChipCamera::setArea(const QRectF& area) {
  const QPointF middle = toChip(area_.center());
  area_ = area;
  if (whole_) return fit();
  origin_ = area_.center() - scale_ * middle;
  settle();
}

double ChipCamera::fittingScale(const QRectF& part) const {
  const double width = std::max(1.0, area_.width() - 2 * kMargin);
  const double height = std::max(1.0, area_.height() - 2 * kMargin);
  return std::min(width / std::max(1e-6, part.width()), height / std::max(1e-6, part.height()));
}

void ChipCamera::fit() {
  scale_ = fittingScale(extent_);
  origin_ = area_.center() - scale_ * extent_.center();
  whole_ = true;
  settle();
}

void ChipCamera::zoom(double factor, const QPointF& pixel) {
  const double whole = fittingScale(extent_);
  const double wanted =
      std::clamp(scale_ * factor, whole, std::max(whole, kMostSpacing / spacing_));
  if (wanted <= whole * 1.0001) return fit();
  const QPointF point = toChip(pixel);
  scale_ = wanted;
  origin_ = pixel - scale_ * point;
  whole_ = false;
  settle();
}

void ChipCamera::pan(const QPointF& pixels) {
  if (whole_) return;
  origin_ += pixels;
  settle();
}

void ChipCamera::showPart(const QRectF& part, double mostSpacing) {
  const double whole = fittingScale(extent_);
  scale_ = std::clamp(fittingScale(part), whole, std::max(whole, mostSpacing / spacing_));
  origin_ = area_.center() - scale_ * part.center();
  whole_ = scale_ <= whole * 1.0001;
  if (whole_) return fit();
  settle();
}

void ChipCamera::settle() {
  // Some of the chip is always in the middle.
  const auto place = [](double at, double from, double length, double middle) {
    return std::clamp(at + from, middle - length, middle) - from;
  };
  const QRectF& e = extent_;
  const QPointF middle = area_.center();
  origin_.setX(place(origin_.x(), e.left() * scale_, e.width() * scale_, middle.x()));
  origin_.setY(place(origin_.y(), e.top() * scale_, e.height() * scale_, middle.y()));
  origin_ = origin_.toPoint();
}

}  // namespace nudge
