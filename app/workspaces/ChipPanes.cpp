#include "app/workspaces/ChipPanes.h"

#include <QTabWidget>
#include <QVBoxLayout>

#include "widgets/ChainLengthPlot.h"
#include "widgets/ChainTable.h"
#include "widgets/ChipView.h"
#include "widgets/LayerQubitsPlot.h"
#include "widgets/LogicalView.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr double kSideWidth = 275;

}  // namespace

ChipPanes::ChipPanes(QWidget* parent)
    : QSplitter(parent),
      chip_(new ChipView),
      logical_(new LogicalView),
      lengths_(new ChainLengthPlot),
      qubits_(new LayerQubitsPlot),
      chains_(new ChainTable) {
  setObjectName("chipSplitter");
  setChildrenCollapsible(false);
  QWidget* side = makeSide();
  side->setMinimumWidth(Theme::scaled(this, kSideWidth));  // its tabs have room
  addWidget(side);
  addWidget(chip_);
  setStretchFactor(0, 1);
  setStretchFactor(1, 3);
  setSizes({Theme::scaled(this, kSideWidth), 3 * Theme::scaled(this, kSideWidth)});
  connect(chip_, &ChipView::variablePicked, this, &ChipPanes::variablePicked);
  connect(logical_, &LogicalView::variablePicked, this, &ChipPanes::variablePicked);
  connect(chains_, &ChainTable::variablePicked, this, &ChipPanes::variablePicked);
}

QWidget* ChipPanes::makeSide() {
  auto* side = new QWidget;
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  auto* tabs = new QTabWidget;
  tabs->setObjectName("chipStatistics");
  tabs->setDocumentMode(true);
  tabs->addTab(lengths_, tr("lengths"));
  tabs->addTab(qubits_, tr("layers"));
  tabs->addTab(chains_, tr("chains"));
  tabs->setTabToolTip(0, tr("How many chains have how many qubits"));
  tabs->setTabToolTip(1, tr("How many qubits each layer takes"));
  tabs->setTabToolTip(2, tr("Every chain, to be sorted and followed"));
  column->addWidget(logical_, 1);
  column->addWidget(tabs, 1);
  return side;
}

void ChipPanes::setResult(const EmbedResult& result, const std::vector<int>& faults) {
  const std::shared_ptr<const ChipUse>& use = result.use;
  chip_->setFaults(faults);
  use ? chip_->setUse(use) : chip_->setChip(result.chip);
  chip_->setProblem(result.problem);
  use ? logical_->setUse(use) : logical_->setLayers(result.layers);
  chains_->setUse(use);
  std::vector<int> neurons;
  for (int n = 1; use && n <= use->layers(); ++n) neurons.push_back(use->layerSize(n));
  lengths_->setLengths(use ? use->lengthsOfLayers() : std::vector<std::vector<int>>());
  qubits_->setQubits(use ? use->qubitsOfLayers() : std::vector<int>(), neurons);
}

void ChipPanes::follow(int variable) {
  if (chip_->followed() != variable) chip_->follow(variable);
  logical_->follow(variable);
  chains_->follow(variable);
}

void ChipPanes::setColours(ChainColours colours) {
  chip_->setColours(colours);
  logical_->setColours(colours);
}

}  // namespace nudge
