#pragma once

#include <vector>

#include <QObject>
#include <QPointer>
#include <QToolButton>
#include <QWidget>

namespace nudge {

/// Where a row of controls is too narrow for the words of its buttons, their pictures alone are
/// shown: words that are cut say less. It belongs to the row.
class ShedsWords : public QObject {
  Q_OBJECT
 public:
  /// Of all buttons with picture and words that stand in the layout of `row` now.
  explicit ShedsWords(QWidget* row);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fit();

  QWidget* row_;
  std::vector<QPointer<QToolButton>> buttons_;
  bool shed_ = false;
};

}  // namespace nudge
