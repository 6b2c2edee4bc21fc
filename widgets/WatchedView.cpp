#include "widgets/WatchedView.h"

#include <algorithm>

#include <QHBoxLayout>

#include "widgets/CellsView.h"
#include "widgets/InputView.h"
#include "widgets/OutputsView.h"

namespace nudge {

WatchedView::WatchedView(QWidget* parent)
    : QWidget(parent),
      row_(new QHBoxLayout(this)),
      input_(new InputView(this)),
      outputs_(new OutputsView(this)) {
  setObjectName(QStringLiteral("watched"));
  setAccessibleName(tr("The newest training sample in both phases"));
  row_->setContentsMargins(0, 0, 0, 0);
  row_->setSpacing(14);
  row_->addWidget(input_, 3);
  row_->addWidget(outputs_, 3);
  outputs_->setPhase(Phase::Nudge, beta_);
  connect(outputs_, &OutputsView::outputPicked, this, [this](int output) {
    emit neuronPicked({static_cast<int>(layers_.size()) + 1, output});
  });
}

void WatchedView::setShape(const MapShape& shape, const PixelScale& scale) {
  shape_ = shape;
  scale_ = scale;
}

void WatchedView::setNetwork(const NetworkSpec& network) {
  if (network == network_ && !layers_.empty()) return;
  network_ = network;
  rebuild(static_cast<std::size_t>(std::max(network.depth() - 1, 0)));
}

void WatchedView::setBeta(double beta) {
  beta_ = beta;
  outputs_->setPhase(Phase::Nudge, beta);
  for (CellsView* cells : layers_) cells->setPhase(Phase::Nudge, beta);
}

void WatchedView::setSelected(const std::optional<NeuronId>& neuron) {
  const int layer = neuron ? neuron->layer : 0;
  for (std::size_t n = 0; n < layers_.size(); ++n)
    layers_[n]->setSelected(static_cast<int>(n) + 1 == layer ? neuron->neuron : -1);
  outputs_->setSelected(layer == static_cast<int>(layers_.size()) + 1 ? neuron->neuron : -1);
}

void WatchedView::rebuild(std::size_t hidden) {
  while (layers_.size() > hidden) {
    delete layers_.back();
    layers_.pop_back();
  }
  while (layers_.size() < hidden) {
    auto* cells = new CellsView(this);
    const int n = static_cast<int>(layers_.size()) + 1;
    cells->setObjectName(QStringLiteral("watched-layer-%1").arg(n));
    cells->setPhase(Phase::Nudge, beta_);
    connect(cells, &CellsView::neuronPicked, this, [this, n](int neuron) {
      emit neuronPicked({n, neuron});
    });
    row_->insertWidget(n, cells, 4);
    layers_.push_back(cells);
  }
  for (std::size_t n = 0; n < hidden; ++n) layers_[n]->setLayer(network_, static_cast<int>(n) + 1);
}

void WatchedView::setWatched(const WatchedSample& sample) {
  input_->setImage(sample.input, shape_, scale_);
  input_->setCaption(tr("label %1").arg(sample.label));
  for (std::size_t n = 0; n < std::min(layers_.size(), sample.nudged.size()); ++n) {
    layers_[n]->setReference(n < sample.free.size() ? &sample.free[n] : nullptr);
    layers_[n]->setActivations(sample.nudged[n]);
  }
  outputs_->setOutputs(sample.nudgedOutputs, sample.target, network_.perClass);
  outputs_->setFree(&sample.freeOutputs);
}

}  // namespace nudge
