#pragma once

#include <memory>

#include <QTableView>

#include "core/chip/ChipUse.h"
#include "widgets/CsvSource.h"

class QSortFilterProxyModel;

namespace nudge {

/// A row a chain: its neuron, how many qubits it has, how many neurons it is coupled to, and its
/// qubits. The heads of the columns sort; the current row is the chain that is followed.
class ChainTable : public QTableView, public CsvSource {
  Q_OBJECT
 public:
  explicit ChainTable(QWidget* parent = nullptr);

  /// Null: no rows.
  void setUse(std::shared_ptr<const ChipUse> use);
  void follow(int variable);  ///< −1: none

  QString csv() const override;

 signals:
  void variablePicked(int variable);  ///< by hand

 private:
  class Model;

  Model* model_;
  QSortFilterProxyModel* sorted_;
};

}  // namespace nudge
