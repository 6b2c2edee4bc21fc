#include "widgets/WatchedView.h"

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
}

void WatchedView::setShape(const MapShape& shape, const PixelScale& scale, int perClass) {
  shape_ = shape;
  scale_ = scale;
  perClass_ = perClass;
}

void WatchedView::setBeta(double beta) {
  beta_ = beta;
  outputs_->setPhase(Phase::Nudge, beta);
  for (CellsView* cells : layers_) cells->setPhase(Phase::Nudge, beta);
}

void WatchedView::rebuild(const WatchedSample& sample) {
  const std::size_t hidden = sample.nudged.empty() ? 0 : sample.nudged.size() - 1;
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
  for (std::size_t n = 0; n < hidden; ++n) {
    const int number = static_cast<int>(n) + 1;
    layers_[n]->setLayer(tr("layer %1 · %L2").arg(number).arg(sample.nudged[n].size()), number);
  }
}

void WatchedView::setWatched(const WatchedSample& sample) {
  const std::size_t hidden = sample.nudged.empty() ? 0 : sample.nudged.size() - 1;
  bool same = layers_.size() == hidden;
  for (std::size_t n = 0; same && n < hidden; ++n) {
    same = layers_[n]->neurons() == sample.nudged[n].size();
  }
  if (!same) rebuild(sample);
  input_->setImage(sample.input, shape_, scale_);
  input_->setCaption(tr("label %1").arg(sample.label));
  for (std::size_t n = 0; n < hidden; ++n) {
    layers_[n]->setReference(n < sample.free.size() ? &sample.free[n] : nullptr);
    layers_[n]->setActivations(sample.nudged[n]);
  }
  outputs_->setOutputs(sample.nudgedOutputs, sample.target, perClass_);
  outputs_->setFree(&sample.freeOutputs);
}

}  // namespace nudge
