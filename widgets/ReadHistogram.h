#pragma once

#include <array>
#include <optional>

#include "core/insight/ReadStatistics.h"
#include "core/machine/Settled.h"
#include "widgets/Bins.h"
#include "widgets/Plot.h"

namespace nudge {

/// How far the energies of many reads of one input lie above the lowest of them, before training
/// (grey) and after it (in its phase's colour), with means, standard deviations and the share of
/// reads that agree on the class: training makes the stochastic machine nearly deterministic.
class ReadHistogram : public Plot {
  Q_OBJECT
 public:
  explicit ReadHistogram(QWidget* parent = nullptr);

  /// Energies that are no numbers are left out.
  void setBefore(std::optional<ReadStatistics> reads);
  void setAfter(std::optional<ReadStatistics> reads);
  /// What the sets are called; "before training" and "after training" unless told.
  void setNames(const QString& before, const QString& after);
  /// Which phase the reads are of; free unless told.
  void setPhase(Phase phase);

  const Bins& bins() const { return bins_; }
  /// "same class: 31 % → 99 %"; empty where there are no classes.
  QString agreement() const;
  /// "μ −41.0 σ 3.00" of a set, filled with blanks; empty without one.
  QString momentsBefore() const { return momentsText(before_); }
  QString momentsAfter() const { return momentsText(after_); }

  QString csv() const override;

 protected:
  void restyle() override;
  void settleLayout() override;
  QString tipAt(const QPointF& position) const override;

 private:
  using Reads = std::optional<ReadStatistics>;

  static QString momentsText(const Reads& reads);
  void rebuild();
  void fillBars(QCPBars* bars, const Reads& reads, const QString& name);

  Reads before_;
  Reads after_;
  std::array<QString, 2> names_;
  Phase phase_ = Phase::Free;
  Bins bins_;
  double highest_ = 0;  ///< of the bars, in %
  std::array<QCPBars*, 2> bars_;
  QCPItemText* agreement_;
};

}  // namespace nudge
