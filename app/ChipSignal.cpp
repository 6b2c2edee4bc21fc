#include "app/ChipSignal.h"

namespace nudge {

namespace {

constexpr int kMilliseconds = 350;  // between two layers

}  // namespace

ChipSignal::ChipSignal(QObject* parent) : QObject(parent) {
  timer_.setInterval(kMilliseconds);
  connect(&timer_, &QTimer::timeout, this, &ChipSignal::advance);
}

void ChipSignal::start(const ChipRead& read) {
  read_ = read;
  spins_ = read.spins;
  layer_ = read.of.use->layers() + 1;
  layers_.clear();
  timer_.start();
}

void ChipSignal::advance() {
  if (--layer_ < 1) return timer_.stop();
  const ChipUse& use = *read_.of.use;
  int turned = 0;
  for (int k = 0; k < use.layerSize(layer_); ++k) {
    for (const int qubit : use.chain(*use.variableAt(layer_, k))) {
      const auto q = static_cast<std::size_t>(qubit);
      turned += read_.nudged[q] != read_.spins[q] ? 1 : 0;
      spins_[q] = read_.nudged[q];
    }
  }
  layers_ += tr(" · layer %1: %2 of %3").arg(layer_).arg(turned).arg(use.layerSize(layer_));
  emit advanced();
}

QString ChipSignal::text() const {
  return tr("%1, the nudge turned%2").arg(read_.of.name, layers_);
}

}  // namespace nudge
