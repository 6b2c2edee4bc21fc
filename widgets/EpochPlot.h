#pragma once

#include <functional>
#include <vector>

#include <QString>

#include "core/experiment/Metrics.h"
#include "core/experiment/Snapshot.h"
#include "widgets/Plot.h"

namespace nudge {

/// A finished run shown behind the present one.
struct EarlierRun {
  QString name;
  std::vector<EpochMetrics> epochs;
  QString mark = {};  ///< stands at the end of its curves, which are stronger; empty: none
};

/// A plot over epochs: the present run's curves, with the running values between the epochs thin,
/// and earlier runs thin and grey behind.
class EpochPlot : public Plot {
  Q_OBJECT
 public:
  explicit EpochPlot(QWidget* parent = nullptr);

  void setHistory(const std::vector<EpochMetrics>& epochs, const std::vector<LivePoint>& live);
  void setEarlier(const std::vector<EarlierRun>& runs);
  /// How many epochs the run will have in all: the axis is that long from the start.
  void setEpochs(int epochs);

 protected:
  using EpochValue = std::function<double(const EpochMetrics&)>;
  using LiveValue = std::function<double(const LivePoint&)>;

  /// One curve of the present run. A curve without a live value has none between the epochs.
  struct Curve {
    QString name;
    EpochValue value;
    LiveValue live;
    std::function<QColor()> colour;
  };

  void restyle() override;
  /// The curves for a history; asked again when the number of layers changes.
  virtual std::vector<Curve> curves(std::size_t layers) const = 0;
  /// Sets the y axis for what is drawn: `low` … `high` of the values of all curves.
  virtual void fitValues(double low, double high) = 0;

 private:
  struct Drawn {
    Curve curve;
    QCPGraph* epochs = nullptr;
    QCPGraph* live = nullptr;
  };
  void rebuild(std::size_t layers);
  void fill();
  void fillEarlier();
  void mark(QCPGraph* graph, const QString& text);
  void fitEpochs();
  void stylePens();

  std::vector<EpochMetrics> history_;
  std::vector<LivePoint> live_;
  std::vector<EarlierRun> earlier_;
  std::vector<Drawn> drawn_;
  std::vector<QCPGraph*> behind_;
  std::vector<QCPGraph*> marked_;  ///< those of them that have a mark
  std::vector<QCPItemText*> marks_;
  std::size_t layers_ = 0;
  bool built_ = false;
  int epochs_ = 0;
};

/// The smallest of 1, 2, 5, 10, 20, 50, … that is not below the value: an axis that grows in steps.
double niceCeiling(double value);

}  // namespace nudge
