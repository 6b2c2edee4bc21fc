#include "widgets/EnergyPlot.h"

#include <algorithm>
#include <cmath>

#include "widgets/Theme.h"

namespace nudge {

EnergyPlot::EnergyPlot(QWidget* parent) : PhasePlot(parent) {
  setObjectName(QStringLiteral("energy-plot"));
  setTitle(tr("energy"));
  setAxes(tr("time step t"), tr("energy E, F"));
  setHint(tr("no trajectory yet"));
  setExplanation(
      tr("<b>Energy</b><br>The free phase descends E(s); the nudge phase descends "
         "F = E + βℓ with ℓ = ½|ŷ − s<sup>L</sup>|². At the boundary F jumps up by βℓ: the "
         "nudge has begun. The first steps may come from above the picture.<br>In the prototypical "
         "settings E stands for −Φ."));
  energy_ = addGraph();
  energy_->setName(tr("E"));
  total_ = addGraph();
  total_->setName(tr("F = E + βℓ"));
  energyNudged_ = addGraph();
  energyNudged_->setName(tr("E, nudged"));
  setEmpty(true);
}

void EnergyPlot::setTrajectory(const std::shared_ptr<const Trajectory>& trajectory, int sample) {
  QVector<double> freeKeys;
  QVector<double> freeValues;
  QVector<double> keys;
  QVector<double> totals;
  QVector<double> energies;
  if (trajectory) {
    const double beta = static_cast<double>(trajectory->nudge.beta);
    const auto& frames = trajectory->frames;
    int index = 0;
    for (const Frame& frame : frames) {
      const double key = index++;
      if (sample >= frame.energy.size()) continue;
      const double energy = frame.energy[sample];
      const bool lastFree = frame.phase == Phase::Free && index < static_cast<int>(frames.size()) &&
                            frames[static_cast<std::size_t>(index)].phase == Phase::Nudge;
      if (frame.phase == Phase::Free) {
        freeKeys << key;
        freeValues << energy;
      }
      if (lastFree || frame.phase == Phase::Nudge) {
        // Where the nudge begins the state is still the free one, but F already has its βℓ.
        const double total = lastFree && sample < frame.loss.size()
                                 ? energy + beta * frame.loss[sample]
                             : sample < frame.total.size() ? frame.total[sample]
                                                           : energy;
        keys << key;
        totals << total;
        energies << energy;
      }
    }
    const int free = static_cast<int>(freeKeys.size()) - 1;
    setSpan(free, static_cast<int>(frames.size()) - 1 - free, beta);
  }
  energy_->setData(freeKeys, freeValues, true);
  total_->setData(keys, totals, true);
  energyNudged_->setData(keys, energies, true);
  double low = INFINITY;
  double high = -INFINITY;
  // The first steps from a state far from rest would flatten all that follows: they may come from
  // above the picture.
  QVector<double> settling = freeValues.mid(freeValues.size() / 4);
  for (const QVector<double>* list : {&settling, &totals, &energies}) {
    for (double value : *list) {
      if (!std::isfinite(value)) continue;
      low = std::min(low, value);
      high = std::max(high, value);
    }
  }
  if (low > high) low = 0, high = 1;
  const double span = std::max(high - low, 1e-9 * std::max(1.0, std::abs(high)));
  yAxis->setRange(low - 0.06 * span, high + 0.22 * span);
  setEmpty(freeKeys.isEmpty());
  setMarked({energy_, total_});
  restyle();
}

void EnergyPlot::restyle() {
  const Theme& theme = Theme::of(this);
  const QColor nudge = theme.phaseColour(Phase::Nudge, beta());
  energy_->setPen(QPen(theme.free, Theme::stroke(2.2)));
  total_->setPen(QPen(nudge, Theme::stroke(2.2)));
  energyNudged_->setPen(QPen(theme.free, Theme::stroke(1.6), Qt::DashLine));
  setMarked({energy_, total_});
  PhasePlot::restyle();
}

}  // namespace nudge
