#pragma once

#include <memory>
#include <vector>

#include <QTimer>

#include "app/GradientChecker.h"
#include "app/Relaxer.h"
#include "app/workspaces/Workspace.h"
#include "widgets/NeuronId.h"

class QHBoxLayout;
class QSpinBox;
class QStackedWidget;
class QTabBar;

namespace nudge {

class CellsView;
class ChangedStrip;
class EnergyPlot;
class GradientPlot;
class InputPicker;
class OutputsView;
class PhasePlot;
class Session;
class TimeBar;
class TrajectoryPlot;

/// One input through both phases: every neuron's cell, the states of chosen neurons, the energy,
/// the outputs beside their target, and the time in the hand.
class DynamicsWorkspace : public Workspace {
  Q_OBJECT
 public:
  explicit DynamicsWorkspace(Session& session, QWidget* parent = nullptr);

  void togglePlay() override;
  void stepForward() override;
  void stepBack() override;
  void restart() override;
  bool complete() const override { return !relaxer_.busy() && !checker_.busy(); }

  int timeIndex() const { return index_; }
  const Relaxed& relaxed() const { return relaxed_; }
  /// Stops the animation at a moment.
  void rest(int index);
  /// Chooses an image of the test set as the input.
  void pickSample(int index);
  /// Takes a picture from a file as the input. Throws Error when it can't be read.
  void openPicture(const QString& path);

 protected:
  void catchUp() override;
  void hideEvent(QHideEvent* event) override;

 private:
  QWidget* makeInputColumn();
  QWidget* makePlots();
  QWidget* makeInsights();
  void connectHand();
  void connectSession();
  std::vector<PhasePlot*> phasePlots() const;

  /// Takes over a sample with its label as the target.
  void takeSample();
  /// Asks for both phases with what the document and the run say now.
  void relax();
  /// Asks for the parameters of the run where it has moved on since they were copied.
  void follow();
  void showRelaxed(const Relaxed& relaxed);
  /// The layers that are shown are still those of another input.
  bool behind() const;
  /// Says under the input where they stay so for long.
  void showCaption();
  /// Why what is shown cannot be compared with the gradient through time; empty where it can.
  std::string noGradientCheck() const;
  /// Compares the nudge phase that is shown with the gradient through time, if that is looked at.
  void checkGradient();
  void showInsight(int index);
  void rebuildLayers();
  void showTime(int index);
  void showCells(const Frame& frame, const Frame& free);
  void showOutputs(const Frame& frame, const Frame& free);
  void setPlaying(bool playing);
  void advance();
  void step(int by);
  /// By hand, here.
  void pickNeuron(NeuronId neuron);
  /// Shows the curve of the neuron that is picked, and marks it.
  void showSelection();

  Session& session_;
  Relaxer relaxer_;
  GradientChecker checker_;
  Relaxed relaxed_;
  QTimer player_;
  QTimer follower_;
  QTimer late_;  ///< runs out where the layers take long to settle
  int index_ = 0;
  int restFrames_ = 0;
  int label_ = 0;
  bool outdated_ = true;
  std::vector<NeuronId> neurons_;
  bool neuronsByHand_ = false;

  QSpinBox* target_;
  InputPicker* input_;
  QHBoxLayout* cellsRow_;
  std::vector<CellsView*> cells_;
  OutputsView* outputs_;
  TrajectoryPlot* states_;
  EnergyPlot* energy_;
  ChangedStrip* changed_;
  GradientPlot* gradient_;
  QTabBar* insightTabs_;
  QStackedWidget* insights_;
  bool insightByHand_ = false;
  TimeBar* time_;
};

}  // namespace nudge
