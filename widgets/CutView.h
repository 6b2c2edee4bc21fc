#pragma once

#include <array>

#include <QWidget>

#include "core/ising/MaxCut.h"
#include "widgets/CsvSource.h"

namespace nudge {

/// A graph whose nodes stand on one of two sides, a filled disc or a hollow ring: edges between the
/// sides are cut and drawn strong. A click, or the arrow keys and Space, takes a node to the other
/// side.
class CutView : public QWidget, public CsvSource {
  Q_OBJECT
 public:
  explicit CutView(QWidget* parent = nullptr);

  /// `places` in [0, 1]², one for each node.
  void setGraph(const WeightedGraph& graph, const std::vector<std::array<double, 2>>& places);
  void setSides(const std::vector<Spin>& sides);
  const std::vector<Spin>& sides() const { return sides_; }
  double cut() const { return cutOf(graph_, sides_); }
  QPointF placeOf(std::size_t node) const;

  QString csv() const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {240, 200}; }

 signals:
  void sidesEdited();

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void turn(std::size_t node);

  WeightedGraph graph_;
  std::vector<std::array<double, 2>> places_;
  std::vector<Spin> sides_;
  std::size_t cursor_ = 0;
};

}  // namespace nudge
