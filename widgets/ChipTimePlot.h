#pragma once

#include <array>
#include <optional>

#include "core/machine/ChipTally.h"
#include "widgets/Plot.h"

namespace nudge {

/// Where a chip's time goes, as in Fig. 5.13: for each phase a bar of programming, anneals, reading
/// out and waiting (for initial states to be put back, mostly).
class ChipTimePlot : public Plot {
  Q_OBJECT
 public:
  explicit ChipTimePlot(QWidget* parent = nullptr);

  /// Nothing: no chip has been used.
  void setTally(const std::optional<ChipTally>& tally);

  /// "220 + 198 problems; 3.5 % of chains broken"; empty without a chip.
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
  std::array<QCPBars*, kParts> bars_;
};

}  // namespace nudge
