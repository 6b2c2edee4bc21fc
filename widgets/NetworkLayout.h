#pragma once

#include <vector>

#include <QPolygonF>
#include <QRectF>

#include "core/network/NetworkSpec.h"

namespace nudge {

/// Where the layers of a network are drawn: columns from left to right whose heights follow the
/// square root of their neurons, and the bands of wires between them.
class NetworkLayout {
 public:
  NetworkLayout() = default;
  NetworkLayout(const NetworkSpec& network, const QRectF& area);

  int layers() const { return static_cast<int>(columns_.size()); }
  const QRectF& column(int layer) const { return columns_[static_cast<std::size_t>(layer)]; }
  /// The wires between layer `to` − 1 and `to`, to = 1 … L.
  QPolygonF band(int to) const;
  /// Where a "+" that puts a layer before layer `to` stands.
  QPointF gap(int to) const;
  /// How many neurons a column of this height stands for: the inverse of what is drawn.
  int neuronsFor(double height) const;
  double heightFor(int neurons) const;
  /// Draws one layer at another size, everything else where it was.
  void resize(int layer, int neurons);
  double unit() const { return unit_; }  ///< pixels per square root of a neuron

 private:
  std::vector<QRectF> columns_;
  double unit_ = 1;
};

}  // namespace nudge
