#pragma once

#include <QTimer>
#include <QWidget>

#include "core/chip/FindEmbedding.h"
#include "widgets/ChainPalette.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QSpinBox;
class QToolButton;

namespace nudge {

/// What the hand chooses above a chip: which one, how the network is placed, what colours say; what
/// it looks for and what does not work; and a line on how it went.
class ChipControls : public QWidget {
  Q_OBJECT
 public:
  explicit ChipControls(QWidget* parent = nullptr);

  std::string chip() const;
  /// Without a word to anybody.
  void setChip(const QString& chip);
  EmbedMethod method() const;
  std::uint64_t seed() const;
  double timeLimit() const;
  ChainColours colours() const;

  void setBusy(bool busy);
  void setProgress(double share);
  void setPlaying(bool playing);
  void setFaults(int count);
  /// What there is to save, to copy and to read.
  void setPlaced(bool placed, bool readable);
  void setState(const QString& text, bool wrong);
  /// Whether a way out is offered beside the state.
  void setExample(bool offered);
  void focusFind();
  QString state() const;

 signals:
  void chipChosen();
  void settingsChanged();  ///< method or seed
  void coloursChosen();
  void embedAsked();
  void cancelAsked();
  void findAsked(const QString& text);
  void markingToggled(bool marking);
  void clearFaultsAsked();
  void playToggled(bool play);
  void openAsked();
  void saveAsked();
  void copyAsked();
  void exampleAsked();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void fitState();
  QWidget* makePlacing();
  QWidget* makeLooking();
  QWidget* makeState();
  QToolButton* makeMenu();
  void chooseChip(int index);
  void showBusy(bool busy);

  QComboBox* chip_;
  QComboBox* method_;
  QSpinBox* seed_;
  QDoubleSpinBox* limit_;
  QToolButton* embed_;
  QToolButton* cancel_;
  QProgressBar* progress_;
  QComboBox* colours_;
  QLineEdit* find_;
  QToolButton* mark_;
  QToolButton* clear_;
  QToolButton* play_;
  QAction* save_;
  QAction* copy_;
  QLabel* state_;
  QToolButton* example_;
  QString last_;  ///< chip
  QTimer late_;   ///< runs out where a search takes long
};

}  // namespace nudge
