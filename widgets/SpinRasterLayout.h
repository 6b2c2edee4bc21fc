#pragma once

#include <optional>
#include <vector>

#include <QRectF>

#include "widgets/NeuronId.h"

namespace nudge {

/// Where the spins of a raster lie: layers beneath each other with a gap between them, a row a
/// spin; the free phase's columns left, the nudge phase's right of a gap.
class SpinRasterLayout {
 public:
  SpinRasterLayout() = default;
  /// @param area what there is room for; few spins use less of its height
  /// @param leastLayer height below which no layer shrinks while there is room
  SpinRasterLayout(const std::vector<int>& layers, int freeSweeps, int nudgeSweeps,
                   const QRectF& area, double leastLayer, double mostRow);

  bool empty() const { return layers_.empty(); }
  QRectF area() const { return area_; }
  /// Layer n = 1 … L over both phases.
  QRectF layer(int n) const { return layers_[static_cast<std::size_t>(n - 1)]; }
  int size(int n) const { return sizes_[static_cast<std::size_t>(n - 1)]; }
  int layers() const { return static_cast<int>(sizes_.size()); }
  QRectF row(const NeuronId& id) const;
  double rowHeight(int n) const { return layer(n).height() / std::max(1, size(n)); }

  double left(int time) const;  ///< where the column of a time begins
  double columnWidth() const { return column_; }
  double middle(int time) const { return left(time) + column_ / 2; }
  double freeEnd() const { return left(free_) + column_; }

  int timeAt(double x) const;  ///< the nearest
  std::optional<NeuronId> neuronAt(double y) const;

 private:
  std::vector<int> sizes_;
  int free_ = 0;
  int nudge_ = 0;
  QRectF area_;
  double column_ = 1;
  double between_ = 0;  ///< from one phase to the other
  std::vector<QRectF> layers_;
};

}  // namespace nudge
