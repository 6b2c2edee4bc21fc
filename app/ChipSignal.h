#pragma once

#include <vector>

#include <QTimer>

#include "app/ChipReader.h"

namespace nudge {

/// A read's nudge on its way through the chip: it enters at the outputs and turns spins layer by
/// layer down to the inputs, slowly enough to follow.
class ChipSignal : public QObject {
  Q_OBJECT
 public:
  explicit ChipSignal(QObject* parent = nullptr);

  /// `read` must have a nudge phase.
  void start(const ChipRead& read);
  void stop() { timer_.stop(); }
  bool active() const { return timer_.isActive(); }

  /// Of every qubit number: nudged down to the layer that was reached.
  const std::vector<std::int8_t>& spins() const { return spins_; }
  /// How many neurons turned in each layer so far.
  QString text() const;

 signals:
  void advanced();

 private:
  void advance();

  QTimer timer_;
  ChipRead read_;
  std::vector<std::int8_t> spins_;
  int layer_ = 0;
  QString layers_;
};

}  // namespace nudge
