#pragma once

#include <vector>

#include <QTableView>

#include "widgets/CsvSource.h"

namespace nudge {

/// A run as a table of runs shows it.
struct RunRow {
  QString folder;  ///< what it is known by
  QString name;
  int epochs = 0;
  double trainError = 0, testError = 0;  ///< % after the last epoch; only where there is one
  QString differs;                       ///< its settings that are not the present ones, in short
  QString differsAtLength;               ///< the same with what they are here
};

/// Runs to compare, a row each: those that are ticked (Space, or a click) get a number, by which
/// the plots mark their curves. Return or a double click opens one.
class RunsTable : public QTableView, public CsvSource {
  Q_OBJECT
 public:
  explicit RunsTable(QWidget* parent = nullptr);

  /// The runs that there are; those that were ticked stay so.
  void setRuns(const std::vector<RunRow>& runs);
  /// Folders of the ticked runs; the first has number 1.
  QStringList ticked() const;
  void setTicked(const QString& folder, bool ticked);

  QString csv() const override;

 signals:
  void tickedChanged();
  void openWanted(const QString& folder);

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  class Model;
  Model* model_;
};

}  // namespace nudge
