#pragma once

#include <utility>

#include "app/NewestJob.h"
#include "app/classics/ClassicPage.h"
#include "core/classics/CutSolvers.h"
#include "widgets/SeriesPlot.h"

class QComboBox;
class QSpinBox;

namespace nudge {

class CutView;

/// Max-Cut, drawn as a graph: by hand, and by every solver.
class CutPage : public ClassicPage {
  Q_OBJECT
 public:
  explicit CutPage(Session& session);

  void togglePlay() override { solve(); }
  void restart() override { newGraph(); }
  bool complete() const override { return !job_.busy(); }
  void pose() override;

 private:
  void newGraph();
  void openGraph();
  void take(const WeightedGraph& graph);
  void solve();
  void show(const CutRequest& request, const CutAnswer& answer);
  void showCut();

  WeightedGraph graph_;
  std::uint64_t seed_ = 0;
  QComboBox* kind_;
  QSpinBox* nodes_;
  QComboBox* solver_;
  QSpinBox* reads_;
  CutView* view_;
  SeriesPlot* cuts_;
  std::vector<Series> series_;  ///< a solver each
  NewestJob<CutRequest, std::pair<CutRequest, CutAnswer>> job_;
};

}  // namespace nudge
