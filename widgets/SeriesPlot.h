#pragma once

#include <functional>
#include <vector>

#include "widgets/Plot.h"

namespace nudge {

class Theme;

/// A curve with the spread of what it is the mean of.
struct Series {
  QString name;
  std::vector<double> x, y;
  std::vector<double> deviation;  ///< one standard deviation per point; empty for none
  std::function<QColor(const Theme&)> colour;
};

/// Curves over any axis, each with a band of ± one standard deviation, beside published values as
/// dashed lines: for figures on paper.
class SeriesPlot : public Plot {
  Q_OBJECT
 public:
  explicit SeriesPlot(QWidget* parent = nullptr);

  void setSeries(std::vector<Series> series);
  /// A published value: a dashed line across, in the colour of a series.
  void addPublished(const QString& name, double value, std::size_t series);
  /// A published range of the x axis.
  void addPublishedRange(double from, double to, const QString& name);
  /// Whether x has decades; the default is even steps.
  void setLogarithmic(bool logarithmic);

 protected:
  void restyle() override;

 private:
  struct Drawn {
    Series series;
    QCPGraph* curve = nullptr;
    QCPGraph* above = nullptr;
    QCPGraph* below = nullptr;
  };
  struct Line {
    QCPGraph* curve = nullptr;
    double value = 0;
    std::size_t series = 0;
  };
  void fit();

  std::vector<Drawn> drawn_;
  std::vector<Line> published_;
  std::vector<QCPItemRect*> ranges_;
  std::vector<QCPItemText*> rangeNames_;
  bool logarithmic_ = false;
};

}  // namespace nudge
