#pragma once

#include <filesystem>

#include <QTimer>

#include "app/ReadSampler.h"
#include "app/workspaces/Workspace.h"

class QStackedWidget;
class QTabWidget;

namespace nudge {

class AnnealingBar;
class ChipTimePlot;
class DepthPlot;
class LandscapePlot;
class ProblemPage;
class ReadHistogram;
class SchedulePlot;
class Session;
class SpinRaster;

/// How an Ising machine anneals: the schedules in the hand, what many reads of one input come to,
/// before training and after it, its spins sweep by sweep, and the smallest landscape at the same
/// moment.
class AnnealingWorkspace : public Workspace {
  Q_OBJECT
 public:
  explicit AnnealingWorkspace(Session& session, QWidget* parent = nullptr);

  void togglePlay() override;
  void stepForward() override;
  void stepBack() override;
  void restart() override;
  bool complete() const override;

  /// Anneals an Ising problem from a file in place of the network, until it is closed.
  void openProblem(const std::filesystem::path& path);
  bool problemOpen() const;

  const ReadsResult& result() const { return result_; }
  const ProblemPage& problem() const { return *problem_; }

 protected:
  void catchUp() override;

 private:
  QWidget* makeViews();
  QWidget* makeStudies();
  void showChipTime();
  /// The network's page, or how to get one.
  void showPage();
  void askForProblem();
  void closeProblem();
  void showDepths(const std::vector<ReverseDepth>& depths);
  void connectBar();
  void connectHand();
  bool anneals() const;
  void showDocument();
  void showSchedules();
  void takeData();
  /// Anneals the chosen input anew, with other random numbers each time it is asked by hand.
  void sample();
  void sampleAgain();
  void showResult(const ReadsResult& result);
  void showHistory(const Relaxed& relaxed);
  /// The moment of both anneals that is looked at, counted in sweeps.
  void showTime(int index);
  void setPlaying(bool playing);
  void advance();
  void choosePoints(const char* key, const std::vector<double>& points, bool final);

  Session& session_;
  ReadSampler sampler_;
  Relaxer relaxer_;
  Relaxed relaxed_;
  QTimer player_;
  int time_ = 0;
  std::vector<double> freePath_, nudgePath_;  ///< s of every sweep
  ReadsResult result_;
  std::uint64_t draws_ = 0;
  bool outdated_ = true;

  QStackedWidget* pages_;
  ProblemPage* problem_;
  AnnealingBar* bar_;
  SchedulePlot* forward_;
  SchedulePlot* reverse_;
  ReadHistogram* histogram_;
  SpinRaster* raster_;
  LandscapePlot* landscape_;
  DepthPlot* depth_;
  ChipTimePlot* chipTime_;
  QTabWidget* studies_;
};

}  // namespace nudge
