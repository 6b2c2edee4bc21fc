#pragma once

#include <QWidget>

class QToolButton;

namespace nudge {

/// A part of a form that is folded under a word until it is wanted.
class Fold : public QWidget {
  Q_OBJECT
 public:
  explicit Fold(const QString& word, QWidget* parent = nullptr);

  /// Has a vertical layout to add to.
  QWidget* content() const { return content_; }
  void setOpen(bool open);
  bool isOpen() const;

 private:
  QToolButton* button_;
  QWidget* content_;
};

}  // namespace nudge
