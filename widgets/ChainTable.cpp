#include "widgets/ChainTable.h"

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QSortFilterProxyModel>

#include "widgets/PlotExport.h"
#include "widgets/RowsTable.h"

namespace nudge {

namespace {

enum Column { Neuron, Qubits, Coupled, Chain, Columns };

QString listOf(std::span<const int> chain) {
  QStringList words;
  for (const int qubit : chain) words << QString::number(qubit);
  return words.join(QLatin1Char(' '));
}

}  // namespace

class ChainTable::Model : public QAbstractTableModel {
 public:
  using QAbstractTableModel::QAbstractTableModel;

  void setUse(std::shared_ptr<const ChipUse> use) {
    beginResetModel();
    use_ = std::move(use);
    endResetModel();
  }
  const ChipUse* use() const { return use_.get(); }

  int rowCount(const QModelIndex& parent) const override {
    return use_ && !parent.isValid() ? use_->variables() : 0;
  }
  int columnCount(const QModelIndex& parent) const override {
    return parent.isValid() ? 0 : static_cast<int>(Columns);
  }

  QVariant data(const QModelIndex& index, int role) const override {
    if (role == Qt::TextAlignmentRole && index.column() != Chain)
      return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    const int variable = index.row();
    if (role == Qt::DisplayRole) return shown(variable, index.column());
    // Numbers are sorted as numbers.
    if (role == Qt::UserRole && index.column() == Neuron) return variable;
    if (role == Qt::UserRole) return shown(variable, index.column());
    return {};
  }

  QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::DisplayRole) {
      return QStringList{tr("neuron"), tr("qubits"), tr("coupled"), tr("chain")}.value(section);
    }
    if (role != Qt::ToolTipRole) return {};
    return QStringList{tr("Layer and number of the neuron"), tr("How many qubits stand for it"),
                       tr("How many neurons it is coupled to"), tr("The numbers of its qubits")}
        .value(section);
  }

 private:
  QVariant shown(int variable, int column) const {
    switch (column) {
      case Neuron:
        return QStringLiteral("%1.%2").arg(use_->layerOf(variable)).arg(use_->placeOf(variable));
      case Qubits:
        return static_cast<int>(use_->chain(variable).size());
      case Coupled:
        return static_cast<int>(use_->neighbours(variable).size());
      default:
        return listOf(use_->chain(variable));
    }
  }

  std::shared_ptr<const ChipUse> use_;
};

ChainTable::ChainTable(QWidget* parent)
    : QTableView(parent), model_(new Model(this)), sorted_(new QSortFilterProxyModel(this)) {
  setObjectName(QStringLiteral("chain-table"));
  setAccessibleName(tr("Chains"));
  sorted_->setSourceModel(model_);
  sorted_->setSortRole(Qt::UserRole);
  setModel(sorted_);
  setSortingEnabled(true);
  sortByColumn(Neuron, Qt::AscendingOrder);
  makeRows(*this, {Neuron, Qubits, Coupled});
  installExportMenu(*this);
  connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& current) {
            if (current.isValid()) emit variablePicked(sorted_->mapToSource(current).row());
          });
}

void ChainTable::setUse(std::shared_ptr<const ChipUse> use) {
  const QSignalBlocker quiet(selectionModel());
  model_->setUse(std::move(use));
}

void ChainTable::follow(int variable) {
  const QSignalBlocker quiet(this);
  if (variable < 0 || variable >= model_->rowCount({})) {
    clearSelection();
    return selectionModel()->clearCurrentIndex();
  }
  setCurrentIndex(sorted_->mapFromSource(model_->index(variable, Neuron)));
}

QString ChainTable::csv() const {
  QString text = QStringLiteral("layer,neuron,qubits,coupled to,chain\n");
  const ChipUse* use = model_->use();
  for (int row = 0; use != nullptr && row < sorted_->rowCount(); ++row) {
    const int v = sorted_->mapToSource(sorted_->index(row, 0)).row();
    text += QStringLiteral("%1,%2,%3,%4,%5\n")
                .arg(use->layerOf(v))
                .arg(use->placeOf(v))
                .arg(use->chain(v).size())
                .arg(use->neighbours(v).size())
                .arg(listOf(use->chain(v)));
  }
  return text;
}

}  // namespace nudge
