#pragma once

#include <memory>

#include "core/insight/GradientCheck.h"
#include "widgets/Plot.h"

namespace nudge {

/// How the estimate of Equilibrium Propagation agrees with the gradient through time, per layer
/// over the steps of the nudge phase: the cosine as a line, the relative error dashed.
class GradientPlot : public Plot {
  Q_OBJECT
 public:
  explicit GradientPlot(QWidget* parent = nullptr);

  void setCheck(std::shared_ptr<const GradientCheck> check);
  /// A sentence in place of the curves.
  void setRefusal(const QString& why);

 protected:
  void restyle() override;

 private:
  void rebuild();

  std::shared_ptr<const GradientCheck> check_;
  std::vector<QCPGraph*> cosines_;  ///< per layer
  std::vector<QCPGraph*> errors_;
};

}  // namespace nudge
