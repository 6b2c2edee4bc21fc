#include "widgets/RunsTable.h"

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QKeyEvent>

#include "widgets/KeepsSpace.h"
#include "widgets/PlotExport.h"
#include "widgets/RowsTable.h"

namespace nudge {

namespace {

enum RunColumn { Name, Epochs, Train, Test, Differs, RunColumns };

}  // namespace

class RunsTable::Model : public QAbstractTableModel {
 public:
  using QAbstractTableModel::QAbstractTableModel;

  void setRuns(const std::vector<RunRow>& runs) {
    beginResetModel();
    runs_ = runs;
    ticked_.removeIf([&](const QString& folder) { return rowOf(folder) < 0; });
    endResetModel();
  }
  const std::vector<RunRow>& runs() const { return runs_; }
  const QStringList& ticked() const { return ticked_; }

  int rowOf(const QString& folder) const {
    for (std::size_t i = 0; i < runs_.size(); ++i)
      if (runs_[i].folder == folder) return static_cast<int>(i);
    return -1;
  }
  bool tick(const QString& folder, bool ticked) {
    if (ticked == ticked_.contains(folder) || rowOf(folder) < 0) return false;
    ticked ? ticked_.append(folder) : static_cast<void>(ticked_.removeAll(folder));
    // The numbers of the others have changed as well.
    if (!runs_.empty()) emit dataChanged(index(0, Name), index(rowCount({}) - 1, Name));
    return true;
  }

  int rowCount(const QModelIndex& parent) const override {
    return parent.isValid() ? 0 : static_cast<int>(runs_.size());
  }
  int columnCount(const QModelIndex& parent) const override {
    return parent.isValid() ? 0 : static_cast<int>(RunColumns);
  }
  Qt::ItemFlags flags(const QModelIndex& index) const override {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Name ? flags | Qt::ItemIsUserCheckable : flags;
  }

  QVariant data(const QModelIndex& index, int role) const override {
    const RunRow& run = runs_[static_cast<std::size_t>(index.row())];
    const bool number =
        index.column() == Epochs || index.column() == Train || index.column() == Test;
    if (role == Qt::TextAlignmentRole && number) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
      return index.column() == Differs ? run.differsAtLength : run.folder;
    if (role == Qt::CheckStateRole && index.column() == Name)
      return ticked_.contains(run.folder) ? Qt::Checked : Qt::Unchecked;
    return role == Qt::DisplayRole ? shown(run, index.column()) : QVariant();
  }

  QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return QStringList{tr("run"), tr("epochs"), tr("train %"), tr("test %"),
                       tr("other settings than here")}
        .value(section);
  }

 private:
  QVariant shown(const RunRow& run, int column) const {
    const auto percent = [&](double error) {
      return run.epochs > 0 ? QString::number(error, 'f', 2) : QStringLiteral("–");
    };
    switch (column) {
      case Name: {
        const auto at = ticked_.indexOf(run.folder);
        return at < 0 ? run.name : QStringLiteral("%1 · %2").arg(at + 1).arg(run.name);
      }
      case Epochs:
        return run.epochs;
      case Train:
        return percent(run.trainError);
      case Test:
        return percent(run.testError);
      default:
        return run.differs.isEmpty() ? tr("none") : run.differs;
    }
  }

  std::vector<RunRow> runs_;
  QStringList ticked_;
};

RunsTable::RunsTable(QWidget* parent) : QTableView(parent), model_(new Model(this)) {
  setObjectName(QStringLiteral("runs-table"));
  setAccessibleName(tr("Runs to compare"));
  setModel(model_);
  makeRows(*this, {Name, Epochs, Train, Test});
  installExportMenu(*this);
  connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) {
    const QString folder = model_->runs()[static_cast<std::size_t>(index.row())].folder;
    setTicked(folder, !ticked().contains(folder));
  });
  connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
    emit openWanted(model_->runs()[static_cast<std::size_t>(index.row())].folder);
  });
}

void RunsTable::setRuns(const std::vector<RunRow>& runs) {
  const int row = currentIndex().row();
  const QStringList before = ticked();
  model_->setRuns(runs);
  if (row >= 0) setCurrentIndex(model_->index(std::min(row, model_->rowCount({}) - 1), Name));
  if (ticked() != before) emit tickedChanged();
}

QStringList RunsTable::ticked() const { return model_->ticked(); }

void RunsTable::setTicked(const QString& folder, bool ticked) {
  if (model_->tick(folder, ticked)) emit tickedChanged();
}

bool RunsTable::event(QEvent* event) { return keepsSpace(*event) || QTableView::event(event); }

void RunsTable::keyPressEvent(QKeyEvent* event) {
  const int row = currentIndex().row();
  const bool known = row >= 0 && row < model_->rowCount({});
  if (known && event->key() == Qt::Key_Space) return emit clicked(currentIndex());
  if (known && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
    return emit doubleClicked(currentIndex());
  QTableView::keyPressEvent(event);
}

QString RunsTable::csv() const {
  QString text = QStringLiteral("run,epochs,train error %,test error %,other settings,folder\n");
  for (const RunRow& run : model_->runs()) {
    const QString errors = run.epochs > 0
                               ? QStringLiteral("%1,%2").arg(run.trainError).arg(run.testError)
                               : QStringLiteral(",");
    text += QStringLiteral("%1,%2,%3,%4,%5\n")
                .arg(csvValue(run.name))
                .arg(run.epochs)
                .arg(errors, csvValue(run.differs), csvValue(run.folder));
  }
  return text;
}

}  // namespace nudge
