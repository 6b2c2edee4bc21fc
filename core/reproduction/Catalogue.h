#pragma once

#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "core/experiment/Experiment.h"

namespace nudge {

/// What the thesis prints of a case, in per cent; NaN where it prints nothing.
struct Published {
  double test = std::numeric_limits<double>::quiet_NaN();
  double testDeviation = std::numeric_limits<double>::quiet_NaN();
  double train = std::numeric_limits<double>::quiet_NaN();
};

/// A network with its settings: a row of a table, a curve or a point of a figure.
struct ReproducedCase {
  std::string label;
  std::string preset;
  std::vector<std::pair<std::string, Json>> sets;  ///< what differs from the preset, by key
  int epoch = 0;                                   ///< that `published` is of; 0: the last
  Published published;

  /// A preset as it is, whose error after `epoch` epochs was published; 0: after the last.
  static ReproducedCase of(std::string label, std::string preset, Published published = {},
                           int epoch = 0) {
    return {std::move(label), std::move(preset), {}, epoch, published};
  }

  Experiment experiment() const;
};

/// How a reproduction is drawn, beside its table.
enum class Drawing {
  None,               ///< a table of the thesis
  Epochs,             ///< train and test error over the epochs, and the flip metric beneath
  TrainErrors,        ///< the train errors of all cases over the epochs
  OverSetting,        ///< train and test error over the values of one setting
  MeanAgainstSingle,  ///< what predicting by one output a class costs, over the epochs [4.3.3]
  Trajectory,         ///< the states of a toy network through both phases; no runs
  Landscape,          ///< two qubits as they anneal; no runs
  Schedules,          ///< A and B over the time of a forward and a reverse anneal; no runs
  Reads,              ///< energies of many reads of one input before training and after it
};

/// A table or figure of the thesis.
struct Reproduction {
  std::string id;  ///< "table-4.1", "fig-4.2"
  std::string title;
  Drawing drawing = Drawing::None;
  std::string setting;  ///< whose values are the axis, of Drawing::OverSetting
  std::vector<ReproducedCase> cases;
  std::string remark;  ///< what else the thesis says of it, or what is done differently
};

/// All of them, in the order of the thesis.
const std::vector<Reproduction>& reproductions();

/// The one with this id. Throws Error naming the nearest.
const Reproduction& reproduction(const std::string& id);

/// The same experiment cut down so that it takes some seconds: at most five epochs, and of the
/// samples as many as that time allows. `whatIsLess` says in words what was cut.
Experiment quickened(const Experiment& experiment, std::string& whatIsLess);

}  // namespace nudge
