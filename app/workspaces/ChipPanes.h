#pragma once

#include <memory>
#include <vector>

#include <QSplitter>

#include "app/Embedder.h"
#include "widgets/ChainPalette.h"

namespace nudge {

class ChainLengthPlot;
class ChainTable;
class ChipView;
class LayerQubitsPlot;
class LogicalView;

/// The chip, and beside it the layers that its chains stand for, how long those are and how many
/// qubits each layer takes.
class ChipPanes : public QSplitter {
  Q_OBJECT
 public:
  explicit ChipPanes(QWidget* parent = nullptr);

  ChipView& chip() { return *chip_; }
  const ChipView& chip() const { return *chip_; }
  /// What was placed, or the bare chip and layers where nothing is.
  void setResult(const EmbedResult& result, const std::vector<int>& faults);
  /// Picks a variable's chain everywhere; −1: none.
  void follow(int variable);
  void setColours(ChainColours colours);

 signals:
  void variablePicked(int variable);  ///< by hand, in one of the views

 private:
  QWidget* makeSide();

  ChipView* chip_;
  LogicalView* logical_;
  ChainLengthPlot* lengths_;
  LayerQubitsPlot* qubits_;
  ChainTable* chains_;
};

}  // namespace nudge
