#include "app/SettingsPanel.h"

#include <algorithm>
#include <string_view>

#include <QVBoxLayout>

#include "app/AccountForm.h"
#include "app/Session.h"
#include "core/base/Error.h"
#include "core/experiment/Presets.h"
#include "widgets/MessageText.h"

namespace nudge {

namespace {

/// In the order of the prefixes, and of the reference within each.
std::vector<FieldInfo> chosenInfos(const std::vector<std::string>& prefixes) {
  std::vector<FieldInfo> infos;
  for (const std::string& prefix : prefixes) {
    for (const auto& field : Experiment::fields()) {
      if (field.key.starts_with(prefix)) infos.push_back(field);
    }
  }
  return infos;
}

/// Whether outputs are pulled in the second phase, not clamped.
bool nudges(EstimatorKind estimator) {
  return estimator != EstimatorKind::ContrastiveHebbian && estimator != EstimatorKind::Coupled;
}

/// Whether a setting of the machine does anything there.
bool machineMatters(const std::string& key, const MachineSettings& machine) {
  static const std::vector<std::string> settling{"T", "K", "initial_state", "early_stop",
                                                 "tolerance"};
  const auto isOneOf = [&](const std::vector<std::string>& keys) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  };
  if (key == "kind") return true;
  if (isOneOf(settling)) return !machine.anneals();
  if (key == "dt") return machine.kind == MachineKind::Energy;
  if (key == "bits") return machine.kind == MachineKind::Integer;
  const bool quantum = machine.quantum(), dwave = machine.kind == MachineKind::DWave;
  if (isOneOf({"chip", "control_noise", "control_bits"}))
    return machine.kind == MachineKind::VirtualChip;
  if (isOneOf({"anneal_time", "chain_strength", "broken_chains", "descent", "chip_limit"}))
    return machine.onChip();
  if (isOneOf({"slices", "temperature"})) return quantum && !dwave;
  if (key == "sweeps") return machine.anneals() && !dwave;
  if (isOneOf({"temperatures", "collapsed"})) return machine.anneals() && !quantum;
  if (isOneOf({"beta_hot", "beta_cold"}))
    return machine.anneals() && !quantum && machine.annealing.range == RangeRule::Given;
  return machine.anneals();
}

/// Whether a setting does anything in this experiment.
bool matters(const std::string& key, const Experiment& experiment) {
  const bool bop = experiment.learning.optimizer == OptimizerKind::Bop;
  const bool binary = experiment.network.binaryWeights();
  const bool learnt = experiment.learning.scaling == ScalingKind::Learnt;
  constexpr std::string_view machine = "machine.";
  if (key.starts_with(machine))
    return machineMatters(key.substr(machine.size()), experiment.machine);
  if (key == "network.sigma") return experiment.network.activation == Activation::Heaviside;
  if (key == "network.round_scaling" || key == "network.scaling_start") return binary;
  for (const char* ofMaps : {"image", "kernel", "padding", "pool", "pooling"}) {
    if (key == std::string("network.") + ofMaps) return experiment.network.convolutional();
  }
  if (key == "learning.gamma" || key == "learning.tau" || key == "learning.momentum_start")
    return bop;
  if (key == "learning.weight_rate") return !bop;
  if (key == "learning.momentum") return experiment.learning.optimizer == OptimizerKind::Sgd;
  if (key == "learning.weight_limit") return !binary;
  if (key == "learning.cell_limits") return experiment.network.inCells();
  if (key == "learning.nudge") return nudges(experiment.learning.estimator);
  if (key == "learning.scaling") return binary;
  if (key.starts_with("learning.scaling_")) return binary && learnt;
  if (key == "data.labels") return false;  // for files given on the command line
  return true;
}

}  // namespace

SettingsPanel::SettingsPanel(Session& session, const std::vector<std::string>& prefixes,
                             QWidget* parent)
    : QScrollArea(parent),
      session_(session),
      infos_(chosenInfos(prefixes)),
      form_(new SettingsForm(infos_)) {
  setObjectName("settingsPanel");
  setAccessibleName(tr("Settings"));
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFrameShape(QFrame::NoFrame);
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(form_);
  const bool ofMachine = std::any_of(infos_.begin(), infos_.end(), [](const FieldInfo& info) {
    return info.key == "machine.kind";
  });
  if (ofMachine) {
    account_ = new AccountForm;
    column->addWidget(account_);
  }
  column->addStretch();
  setWidget(page);
  connect(form_, &SettingsForm::edited, this, &SettingsPanel::edit);
  connect(&session_.document(), &Document::changed, this, &SettingsPanel::showDocument);
  showDocument();
}

void SettingsPanel::putFirst(QWidget* widget) {
  static_cast<QVBoxLayout*>(this->widget()->layout())->insertWidget(0, widget);
}

void SettingsPanel::showDocument() {
  const Experiment& experiment = session_.document().experiment();
  form_->setPreset(valuesOf(Experiment::fields(), presetOf(experiment)));
  form_->setValues(valuesOf(Experiment::fields(), experiment));
  form_->clearProblems();
  if (account_ != nullptr) account_->setVisible(experiment.machine.kind == MachineKind::DWave);
  for (const FieldInfo& info : infos_) {
    form_->setOffered(QString::fromStdString(info.key), matters(info.key, experiment));
  }
  for (const std::string& problem : experiment.problems()) {
    const auto colon = problem.find(": ");
    if (colon == std::string::npos) continue;
    form_->setProblem(QString::fromStdString(problem.substr(0, colon)),
                      messageText(problem.substr(colon + 2)));
  }
}

void SettingsPanel::edit(const QString& key, const Json& value, bool final) {
  try {
    session_.document().set(key.toStdString(), value, final);
  } catch (const Error& error) {
    form_->setProblem(key, messageText(error.what()));
  }
}

}  // namespace nudge
