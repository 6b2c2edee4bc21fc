#pragma once

#include <optional>
#include <vector>

#include "widgets/Plot.h"

namespace nudge {

/// One quantity against how far back the anneal goes.
struct DepthCurve {
  enum class Kind { TrainError, TestError, SpinsKept, Other };

  QString name;  ///< as the legend says it: "train error"
  Kind kind = Kind::Other;
  std::vector<double> fractions;   ///< f, 0 … 1, in any order
  std::vector<double> percents;    ///< means, in %
  std::vector<double> deviations;  ///< standard deviations in %; none, or as many as means
};

/// How far back reverse annealing goes against what is learnt and what is kept [Fig. 5.10]: small f
/// forgets the free state, f near 1 changes nothing.
class DepthPlot : public Plot {
  Q_OBJECT
 public:
  explicit DepthPlot(QWidget* parent = nullptr);

  /// Any number of curves; values that are no numbers are left out.
  void setCurves(const std::vector<DepthCurve>& curves);
  /// A level to compare with, in %, and what the legend calls it; nothing: none.
  void setPublished(std::optional<double> percent, const QString& name = {});
  /// The f that is set, as a vertical line; nothing: none.
  void setFraction(std::optional<double> fraction);

  /// A line a point, with its deviation.
  QString csv() const override;

 protected:
  void restyle() override;
  void settleLayout() override;

 private:
  struct Drawn {
    DepthCurve::Kind kind;
    QCPGraph* curve;
    QCPErrorBars* deviations;
  };

  void fitAxes();

  std::vector<Drawn> drawn_;
  QCPGraph* published_;
  QCPItemLine* chosen_;
};

}  // namespace nudge
