#pragma once

#include <QStringList>
#include <QWidget>

#include "core/classics/ResistiveNetwork.h"

namespace nudge {

/// A network of resistors in layers from left to right: nodes coloured by their voltage from 0 to
/// 1, wires as thick as their conductance. The output stands on a scale with the level of each
/// kind; the second state, where the output is held, is drawn beside it.
class ResistorView : public QWidget {
  Q_OBJECT
 public:
  explicit ResistorView(QWidget* parent = nullptr);

  void setNetwork(const ResistiveNetwork& network);
  /// Voltages of all nodes, free and taught; `target` is the output's.
  void setStates(const Eigen::VectorXd& free, const Eigen::VectorXd& taught, double target);
  /// Names of the inputs and of the kinds.
  void setNames(const QStringList& inputs, const QStringList& kinds);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {320, 240}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QPointF placeOf(int node) const;
  void paintScale(QPainter& painter) const;

  std::vector<ResistiveNetwork::Resistor> resistors_;
  int inputs_ = 0, hidden_ = 0, nodes_ = 0;
  Eigen::VectorXd free_, taught_;
  double target_ = 0;
  QStringList inputNames_, kinds_;
};

}  // namespace nudge
