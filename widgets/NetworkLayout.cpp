#include "widgets/NetworkLayout.h"

#include <algorithm>
#include <cmath>

namespace nudge {

namespace {
constexpr double kLowest = 14;  // pixels of a column that a hand can still grab
}

NetworkLayout::NetworkLayout(const NetworkSpec& network, const QRectF& area) {
  const int layers = network.depth() + 1;
  const auto count = static_cast<double>(layers);
  int largest = 0;
  for (int n = 0; n < layers; ++n) largest = std::max(largest, network.size(n));
  // A quarter of the room stays free above the largest layer, so that it can be dragged larger.
  unit_ = area.height() * 0.78 / std::sqrt(static_cast<double>(std::max(largest, 16)));
  const double pitch = area.width() / count;
  const double width = std::clamp(pitch * 0.3, 18.0, 84.0);
  for (int n = 0; n < layers; ++n) {
    const double height = heightFor(network.size(n));
    const double x = area.left() + pitch * (static_cast<double>(n) + 0.5) - width / 2;
    columns_.emplace_back(x, area.center().y() - height / 2, width, height);
  }
}

double NetworkLayout::heightFor(int neurons) const {
  return std::max(kLowest, unit_ * std::sqrt(static_cast<double>(neurons)));
}

int NetworkLayout::neuronsFor(double height) const {
  const double root = std::max(0.0, height) / unit_;
  return std::max(1, static_cast<int>(std::lround(root * root)));
}

void NetworkLayout::resize(int layer, int neurons) {
  QRectF& rect = columns_[static_cast<std::size_t>(layer)];
  const double middle = rect.center().y();
  rect.setHeight(heightFor(neurons));
  rect.moveCenter({rect.center().x(), middle});
}

QPolygonF NetworkLayout::band(int to) const {
  const QRectF& from = column(to - 1);
  const QRectF& into = column(to);
  return QPolygonF({from.topRight(), into.topLeft(), into.bottomLeft(), from.bottomRight()});
}

QPointF NetworkLayout::gap(int to) const {
  const QRectF& from = column(to - 1);
  const QRectF& into = column(to);
  return {(from.right() + into.left()) / 2, (from.center().y() + into.center().y()) / 2};
}

}  // namespace nudge
