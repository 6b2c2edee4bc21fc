#pragma once

#include <vector>

#include "core/sweep/SweepResults.h"
#include "widgets/Plot.h"

namespace nudge {

/// What came out of a sweep: the error after the last epoch, mean and standard deviation over the
/// seeds. One number varied: train and test error against it. Two: the test error against the one
/// with more values, a curve for each value of the other. Otherwise: bars by case. The axis is
/// logarithmic where the values span decades.
class SweepPlot : public Plot {
  Q_OBJECT
 public:
  explicit SweepPlot(QWidget* parent = nullptr);

  /// Cases without a finished run are left out.
  void setResults(const Sweep& sweep, const std::vector<CaseResult>& cases);

 protected:
  void restyle() override;
  void settleLayout() override;

 private:
  struct Point {
    double x;
    MeanDeviation error;
  };

  void addCurve(const QString& name, std::vector<Point> points);
  void drawAgainstOne(const Sweep& sweep, const std::vector<CaseResult>& cases);
  void drawFamily(const Sweep& sweep, const std::vector<CaseResult>& cases, std::size_t along);
  void drawBars(const Sweep& sweep, const std::vector<CaseResult>& cases);
  void fitAxes();

  std::vector<QCPGraph*> curves_;
  std::vector<QCPBars*> bars_;
  std::vector<QCPErrorBars*> deviations_;
  int labelLines_ = 1;         ///< below the x axis
  bool trainAndTest_ = false;  ///< else the curves are values of a setting
};

}  // namespace nudge
