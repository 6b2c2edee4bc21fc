#pragma once

#include <array>
#include <optional>

#include "core/machine/ChipTally.h"
#include "widgets/Plot.h"

namespace nudge {

/// Where a chip's time goes, as in Fig. 5.13: for each phase a bar of programming, anneals, readout
/// and delays (putting back initial states among them).
class ChipTimePlot : public Plot {
  Q_OBJECT
 public:
  explicit ChipTimePlot(QWidget* parent = nullptr);

  /// Nothing: no chip has been used.
  void setTally(const std::optional<ChipTally>& tally);
  /// What an epoch will cost, in words; empty: not known.
  void setEstimate(const QString& estimate);

  /// "8.1 s of chip time: 220 + 198 problems; 3.5 % of chains broken".
  QString summary() const;

  QString csv() const override;

 protected:
  void restyle() override;
  QString tipAt(const QPointF& position) const override;

 private:
  static constexpr std::size_t kParts = 4;
  /// Seconds of one part of a phase's time.
  static double secondsOf(const ChipPhaseUse& use, std::size_t part);
  static QString nameOf(std::size_t part);
  void rebuild();

  std::optional<ChipTally> tally_;
  QString estimate_;
  std::array<QCPBars*, kParts> bars_;
  QCPItemText* text_;
};

}  // namespace nudge
