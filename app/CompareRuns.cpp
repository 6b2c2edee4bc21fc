#include "app/CompareRuns.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "app/Session.h"
#include "app/workspaces/Workspace.h"
#include "core/experiment/RunFolder.h"
#include "widgets/RunsTable.h"

namespace nudge {

CompareRuns::CompareRuns(Session& session, QWidget* parent)
    : QWidget(parent), session_(session), table_(new RunsTable), hint_(new QLabel) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(table_, 1);
  auto* side = new QVBoxLayout;
  auto* add = makeTextButton(Glyph::Open, tr("Add run…"),
                             tr("Compare with a run from another folder"), "addRun");
  auto* again = makeTextButton(Glyph::Restart, tr("Look again"),
                               tr("Read the folders of the runs anew"), "refreshRuns");
  side->addWidget(add);
  side->addWidget(again);
  hint_->setWordWrap(true);
  hint_->setObjectName("compareHint");
  side->addWidget(hint_, 1, Qt::AlignTop);
  row->addLayout(side);
  connect(add, &QToolButton::clicked, this, &CompareRuns::addByHand);
  connect(again, &QToolButton::clicked, this, &CompareRuns::refresh);
  connect(table_, &RunsTable::tickedChanged, this, &CompareRuns::chosenChanged);
  connect(table_, &RunsTable::openWanted, this, &CompareRuns::openWanted);
  connect(&shelf_, &RunShelf::changed, this, &CompareRuns::showRuns);
  connect(&session_.document(), &Document::changed, this, [this] {
    if (isVisible()) showRuns();
  });
}

void CompareRuns::refresh() { shelf_.read(session_.runs(), others_); }

void CompareRuns::addByHand() {
  const QString folder =
      QFileDialog::getExistingDirectory(this, tr("Compare with a run"), session_.runs());
  if (folder.isEmpty()) return;
  if (!RunFolder::holdsRun(folder.toStdString()))
    return hint_->setText(tr("There is no run in %1.").arg(folder));
  others_ << folder;
  refresh();
}

void CompareRuns::showRuns() {
  const Experiment& here = session_.document().experiment();
  std::vector<RunRow> rows;
  for (const ShelvedRun& run : shelf_.runs()) {
    RunRow row{run.folder,
               QFileInfo(run.folder).fileName(),
               static_cast<int>(run.epochs.size()),
               0,
               0,
               differencesInShort(run.experiment, here),
               differencesAtLength(run.experiment, here)};
    if (!run.epochs.empty()) {
      row.trainError = run.epochs.back().trainError;
      row.testError = run.epochs.back().testError;
    }
    rows.push_back(std::move(row));
  }
  table_->setRuns(rows);
  hint_->setText(rows.empty()
                     ? tr("No run was written down yet: train a network, and it stands here.")
                     : tr("Tick runs: their curves get the number of the row."));
  emit chosenChanged();
}

std::vector<EarlierRun> CompareRuns::chosen() const {
  std::vector<EarlierRun> chosen;
  for (const QString& folder : table_->ticked()) {
    for (const ShelvedRun& run : shelf_.runs()) {
      if (run.folder != folder) continue;
      chosen.push_back({QFileInfo(folder).fileName(), run.epochs,
                        QString::number(static_cast<int>(chosen.size()) + 1)});
    }
  }
  return chosen;
}

}  // namespace nudge
