#pragma once

#include <functional>

#include <QKeySequence>
#include <QObject>
#include <QStringList>

class QWidget;

namespace nudge {

/// The keys of a window, and the list of them.
class WindowKeys : public QObject {
  Q_OBJECT
 public:
  explicit WindowKeys(QWidget* window);

  /// `what` the key does, for the list.
  void add(const QKeySequence& keys, const QString& what, const std::function<void()>& action);
  void show();

 private:
  QWidget* window_;
  QStringList rows_;
};

}  // namespace nudge
