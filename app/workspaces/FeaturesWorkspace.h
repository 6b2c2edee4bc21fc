#pragma once

#include <QTimer>

#include "app/FeatureFinder.h"
#include "app/workspaces/Workspace.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QSpinBox;

namespace nudge {

class FeaturesView;
class InputPicker;
class Session;
class SettingsForm;

/// What the network looks for: a pattern a class, under the chosen class the hidden units most
/// active for the shown image and their receptive fields, and how far a copy without feedback, that
/// the patterns are drawn with, can be trusted. It follows a run from epoch to epoch.
class FeaturesWorkspace : public Workspace {
  Q_OBJECT
 public:
  explicit FeaturesWorkspace(Session& session, QWidget* parent = nullptr);

  void togglePlay() override;
  void stepForward() override;
  void restart() override;
  bool complete() const override;

  /// How patterns are looked for, as a form for the panel beside the workspace.
  QWidget* options() const;
  const FeaturesFound& found() const { return found_; }
  FeaturesView& view() { return *view_; }
  InputPicker& input() { return *input_; }

 protected:
  void catchUp() override;

 private:
  QWidget* makeBar();
  QWidget* makeBeside();
  void makeOptions();
  void connectAll();
  void showDocument();
  void rebuildLayers(const NetworkSpec& network);
  /// Asks for the run's newest parameters where it has come to another epoch or to rest.
  void follow();
  void refresh();
  /// Looks for what the document, the run and the controls say now.
  void find();
  void showFound(const FeaturesFound& found);
  void showProgress();
  void showTrust();
  /// Shows the class or unit of a neuron that was picked in another workspace.
  void followSelection();
  void showSelection();
  void chooseClass(int chosen);

  Session& session_;
  FeatureFinder finder_;
  FeatureSettings settings_;
  FeatureRequest asked_;
  FeaturesFound found_;
  QTimer ticker_;   ///< while something is looked for
  int epoch_ = -1;  ///< of the run, that parameters were asked for
  bool outdated_ = true;
  NetworkSpec network_;  ///< that the list of layers is of

  bool pickedElsewhere_ = false;  ///< and not shown yet
  InputPicker* input_;
  FeaturesView* view_;
  QComboBox* layer_;
  QSpinBox* class_;
  QToolButton* refresh_;
  QProgressBar* progress_;
  QToolButton* cancel_;
  QLabel* state_;
  QLabel* hint_;
  QToolButton* train_;
  QLabel* trust_;
  SettingsForm* options_;
};

}  // namespace nudge
