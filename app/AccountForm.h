#pragma once

#include <string>
#include <vector>

#include <QWidget>

#include "app/NewestJob.h"
#include "core/cloud/IniFile.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace nudge {

/// An account on D-Wave's cloud, typed in: where the server is, the token, which solver. It is kept
/// in memory for this program; the token goes into a file, which only its owner can read, where the
/// user asks for it, and nowhere else.
class AccountForm : public QWidget {
  Q_OBJECT
 public:
  explicit AccountForm(QWidget* parent = nullptr);

  /// What the last attempt to connect or to keep came to.
  QString state() const;
  bool busy() const { return job_.busy(); }

 private:
  struct Solvers {
    std::vector<std::string> lines;  ///< a solver each, for people
    std::string warning;             ///< empty: none
  };

  static Solvers listSolvers(const std::stop_token& stop);
  void nameFields();
  QWidget* makeButtons();
  void showSolvers(const Solvers& solvers);
  void take();
  void connectNow();
  void keep();
  void show(const QString& text, bool wrong);

  QComboBox* place_;
  QLineEdit* token_;
  QLineEdit* solver_;
  QToolButton* connect_;
  QToolButton* keep_;
  QLabel* state_;
  NewestJob<int, Solvers> job_;
};

}  // namespace nudge
