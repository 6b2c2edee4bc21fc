#pragma once

#include <optional>

#include <QObject>

#include "widgets/NeuronId.h"

namespace nudge {

/// The neuron that the hand picked, in whatever view: it is picked in all of them.
class Selection : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;

  /// Of the network that the document describes; perhaps no longer in it.
  const std::optional<NeuronId>& neuron() const { return neuron_; }
  void pick(const std::optional<NeuronId>& neuron) {
    if (neuron == neuron_) return;
    neuron_ = neuron;
    emit changed();
  }

 signals:
  void changed();

 private:
  std::optional<NeuronId> neuron_;
};

}  // namespace nudge
