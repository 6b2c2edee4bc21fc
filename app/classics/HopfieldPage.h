#pragma once

#include <optional>

#include <QTimer>

#include "app/NewestJob.h"
#include "app/classics/ClassicPage.h"
#include "core/classics/HopfieldMemory.h"

class QGridLayout;

namespace nudge {

class PatternView;
class SeriesPlot;

/// Hopfield's memory: draw, store, corrupt, recall; the energy falls, and too many patterns break
/// it.
class HopfieldPage : public ClassicPage {
  Q_OBJECT
 public:
  explicit HopfieldPage(Session& session);

  void togglePlay() override { recall(); }
  void restart() override { forget(); }
  bool complete() const override { return !player_.isActive() && !capacity_.busy(); }
  void pose() override;

  const HopfieldMemory& memory() const { return memory_; }

 private:
  void makeControls();
  void makeViews();
  void connectHand();
  void store();
  void storeLetters();
  void corrupt();
  void recall();
  void forget();
  void advance();
  void showStored();
  void showEnergy();
  void measureCapacity();
  void showCapacity(const std::vector<CapacityPoint>& points);

  HopfieldMemory memory_;
  Random random_;
  std::optional<HopfieldMemory::Recall> recalled_;
  double startEnergy_ = 0;
  std::size_t shown_ = 0;  ///< turns of the recall that are shown
  QTimer player_;
  PatternView* state_;
  QGridLayout* stored_;
  SeriesPlot* energy_;
  SeriesPlot* load_;
  NewestJob<int, std::vector<CapacityPoint>> capacity_;
};

}  // namespace nudge
