#pragma once

#include <vector>

#include <QWidget>

#include "app/RunShelf.h"
#include "widgets/EpochPlot.h"

class QLabel;

namespace nudge {

class RunsTable;
class Session;

/// Chooses the runs that the curves of the present one are compared with: those of the program's
/// own folder, and others from anywhere.
class CompareRuns : public QWidget {
  Q_OBJECT
 public:
  explicit CompareRuns(Session& session, QWidget* parent = nullptr);

  /// The ticked runs, for plots.
  std::vector<EarlierRun> chosen() const;
  /// Reads the folders anew.
  void refresh();
  bool busy() const { return shelf_.busy(); }
  RunsTable& table() { return *table_; }

 signals:
  void chosenChanged();
  void openWanted(const QString& folder);

 private:
  void addByHand();
  void showRuns();

  Session& session_;
  RunShelf shelf_;
  QStringList others_;  ///< folders from elsewhere
  RunsTable* table_;
  QLabel* hint_;
};

}  // namespace nudge
