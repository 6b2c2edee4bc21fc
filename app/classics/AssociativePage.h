#pragma once

#include "app/classics/ClassicPage.h"
#include "core/classics/AssociativeMemory.h"

namespace nudge {

class PatternView;
class SeriesPlot;

/// A bidirectional memory of capital letters and their small sisters: each recalls the other.
class AssociativePage : public ClassicPage {
  Q_OBJECT
 public:
  explicit AssociativePage(Session& session);

  void togglePlay() override { recall(true); }
  void restart() override { choose(0); }
  void pose() override;

 private:
  void choose(int pair);
  void corrupt();
  void recall(bool fromA);
  void showEnergies(const std::vector<double>& energies);

  AssociativeMemory memory_;
  Random random_;
  int pair_ = 0;
  std::vector<std::pair<Pattern, Pattern>> pairs_;
  PatternView* a_;
  PatternView* b_;
  SeriesPlot* energy_;
};

}  // namespace nudge
