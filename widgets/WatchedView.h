#pragma once

#include <memory>
#include <vector>

#include <QWidget>

#include "core/data/Dataset.h"
#include "core/experiment/Snapshot.h"
#include "core/network/NetworkSpec.h"
#include "widgets/NeuronId.h"

class QHBoxLayout;

namespace nudge {

class CellsView;
class InputView;
class OutputsView;

/// The newest sample of a run in both phases: input, the layers after the nudge with what it
/// changed outlined, outputs beside their target. Cheap enough for every frame of the screen.
class WatchedView : public QWidget {
  Q_OBJECT
 public:
  explicit WatchedView(QWidget* parent = nullptr);

  /// How the input is shown.
  void setShape(const MapShape& shape, const PixelScale& scale);
  /// The network of the run: its layers' names and maps, and how the outputs are grouped.
  void setNetwork(const NetworkSpec& network);
  void setSelected(const std::optional<NeuronId>& neuron);
  void setBeta(double beta);
  void setWatched(const WatchedSample& sample);

  /// The cells of hidden layer n = 1 … L − 1.
  CellsView* layer(int n) const { return layers_[static_cast<std::size_t>(n) - 1]; }
  int hiddenLayers() const { return static_cast<int>(layers_.size()); }
  OutputsView* outputs() const { return outputs_; }
  InputView* input() const { return input_; }

 signals:
  void neuronPicked(nudge::NeuronId neuron);

 private:
  void rebuild(std::size_t hidden);

  MapShape shape_;
  PixelScale scale_;
  NetworkSpec network_;
  double beta_ = 1;
  QHBoxLayout* row_;
  InputView* input_;
  std::vector<CellsView*> layers_;
  OutputsView* outputs_;
};

}  // namespace nudge
