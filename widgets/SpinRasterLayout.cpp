#include "widgets/SpinRasterLayout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nudge {

namespace {

constexpr double kLayerGap = 6;
constexpr double kPhaseGap = 6;

/// Heights in proportion to the spins, but none below `least` while that is possible.
std::vector<double> heightsOf(const std::vector<int>& sizes, double room, double least,
                              double mostRow) {
  const std::size_t count = sizes.size();
  least = std::min(least, room / static_cast<double>(count));
  std::vector<bool> small(count, false);
  double rest = room;
  double spins = std::accumulate(sizes.begin(), sizes.end(), 0.0);
  // What is too low takes its least height, which makes the others lower still.
  for (bool again = true; again;) {
    again = false;
    for (std::size_t n = 0; n < count; ++n) {
      if (small[n] || rest * sizes[n] >= least * spins) continue;
      small[n] = again = true;
      rest -= least;
      spins -= sizes[n];
    }
  }
  std::vector<double> heights(count);
  for (std::size_t n = 0; n < count; ++n) {
    heights[n] = small[n] ? least : rest * sizes[n] / spins;
    heights[n] = std::min(heights[n], std::max(least, mostRow * sizes[n]));
  }
  return heights;
}

}  // namespace

SpinRasterLayout::SpinRasterLayout(const std::vector<int>& layers, int freeSweeps, int nudgeSweeps,
                                   const QRectF& area, double leastLayer, double mostRow)
    : sizes_(layers), free_(freeSweeps), nudge_(nudgeSweeps), area_(area) {
  const int columns = free_ + 1 + nudge_;
  between_ = nudge_ > 0 ? kPhaseGap : 0;
  column_ = std::max(1e-6, (area.width() - between_) / columns);
  const double gaps = kLayerGap * static_cast<double>(sizes_.size() - 1);
  const std::vector<double> heights =
      heightsOf(sizes_, std::max(1.0, area.height() - gaps), leastLayer, mostRow);
  double y = area.top();
  for (const double height : heights) {
    layers_.emplace_back(area.left(), y, area.width(), height);
    y += height + kLayerGap;
  }
  area_.setBottom(layers_.back().bottom());
}

QRectF SpinRasterLayout::row(const NeuronId& id) const {
  const QRectF whole = layer(id.layer);
  const double height = rowHeight(id.layer);
  return {whole.left(), whole.top() + id.neuron * height, whole.width(), height};
}

double SpinRasterLayout::left(int time) const {
  return area_.left() + time * column_ + (time > free_ ? between_ : 0);
}

int SpinRasterLayout::timeAt(double x) const {
  const double inside = x - area_.left();
  const double border = (free_ + 1) * column_;
  const double free = std::clamp(std::floor(inside / column_), 0.0, static_cast<double>(free_));
  if (nudge_ == 0 || inside < border + between_ / 2) return static_cast<int>(free);
  const double nudged = std::floor((inside - border - between_) / column_);
  return free_ + 1 + static_cast<int>(std::clamp(nudged, 0.0, nudge_ - 1.0));
}

std::optional<NeuronId> SpinRasterLayout::neuronAt(double y) const {
  for (int n = 1; n <= layers(); ++n) {
    const QRectF whole = layer(n);
    if (y < whole.top() || y >= whole.bottom() || size(n) == 0) continue;
    const int neuron = static_cast<int>((y - whole.top()) / rowHeight(n));
    return NeuronId{n, std::clamp(neuron, 0, size(n) - 1)};
  }
  return {};
}

}  // namespace nudge
