#pragma once

#include <QWidget>

namespace nudge {

/// What the Annealing workspace says while the experiment's machine does not anneal, and ways on.
class AnnealingHint : public QWidget {
  Q_OBJECT
 public:
  explicit AnnealingHint(QWidget* parent = nullptr);

  static constexpr const char* kExample = "ising-digits";  ///< the preset

 signals:
  void exampleAsked();
  void openAsked();
};

}  // namespace nudge
