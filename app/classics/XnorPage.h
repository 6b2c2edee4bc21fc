#pragma once

#include "app/classics/ClassicPage.h"
#include "core/base/Random.h"

class QLabel;
class QSpinBox;

namespace nudge {

class XnorView;

/// How a chip multiplies signs: XNOR and a count of ones, step by step.
class XnorPage : public ClassicPage {
  Q_OBJECT
 public:
  explicit XnorPage(Session& session);

  void togglePlay() override { stepForward(); }
  void stepForward() override;
  void restart() override;
  void pose() override;

 private:
  void draw();
  void showStep();

  Random random_;
  int step_ = 0;
  QSpinBox* bits_;
  QSpinBox* threshold_;
  XnorView* view_;
  QLabel* sums_;
};

}  // namespace nudge
