#include "widgets/ChipTimePlot.h"

#include "widgets/NumberText.h"
#include "widgets/Theme.h"

namespace nudge {

ChipTimePlot::ChipTimePlot(QWidget* parent) : Plot(parent) {
  setObjectName(QStringLiteral("chip-time"));
  setTitle(tr("chip time"));
  setAxes(QString(), tr("seconds"));
  setHint(tr("Press Play: what the chip is used for is counted here."));
  setExplanation(
      tr("<b>Chip time</b> (Table 5.1, Fig. 5.13)<br>Every problem is programmed, annealed and "
         "read out as often as there are reads. Reverse annealing puts the initial state back "
         "before every read, which takes longer than anything else."));
  for (std::size_t part = 0; part < kParts; ++part) {
    bars_[part] = new QCPBars(xAxis, yAxis);
    bars_[part]->setName(nameOf(part));
    bars_[part]->setWidth(0.6);
    bars_[part]->setAntialiased(false);
    if (part > 0) bars_[part]->moveAbove(bars_[part - 1]);
    bars_[part]->addToLegend();
  }
  const auto ticks = QSharedPointer<QCPAxisTickerText>::create();
  ticks->addTick(1, tr("free phase"));
  ticks->addTick(2, tr("nudge phase"));
  xAxis->setTicker(ticks);
  xAxis->setRange(0.4, 2.6);
  rebuild();
}

double ChipTimePlot::secondsOf(const ChipPhaseUse& use, std::size_t part) {
  const std::array<double, kParts> all{use.programming, use.anneal, use.readout, use.delay};
  return 1e-6 * all[part];
}

QString ChipTimePlot::nameOf(std::size_t part) {
  const std::array<QString, kParts> names{tr("program"), tr("anneal"), tr("read"), tr("wait")};
  return names[part];
}

void ChipTimePlot::setTally(const std::optional<ChipTally>& tally) {
  tally_ = tally;
  rebuild();
}

QString ChipTimePlot::summary() const {
  if (!tally_) return {};
  const ChipPhaseUse &free = tally_->of(Phase::Free), &nudge = tally_->of(Phase::Nudge);
  const double reads = static_cast<double>(free.reads + nudge.reads);
  return tr("%L1 + %L2 problems; %3 % of chains broken")
      .arg(free.problems)
      .arg(nudge.problems)
      .arg(threeDigits(reads > 0 ? 100 * (free.brokenChains + nudge.brokenChains) / reads : 0));
}

void ChipTimePlot::rebuild() {
  double highest = 0;
  for (std::size_t part = 0; part < kParts; ++part) {
    QVector<double> keys, seconds;
    for (const Phase phase : {Phase::Free, Phase::Nudge}) {
      keys << (phase == Phase::Free ? 1 : 2);
      seconds << (tally_ ? secondsOf(tally_->of(phase), part) : 0);
    }
    bars_[part]->setData(keys, seconds, true);
  }
  if (tally_) {
    for (const ChipPhaseUse& use : tally_->phases) highest = std::max(highest, 1e-6 * use.access());
  }
  yAxis->setRange(0, std::max(1e-3, 1.05 * highest));
  setTitle(tally_ ? tr("chip time %1 s").arg(threeDigits(1e-6 * tally_->access()))
                  : tr("chip time"));
  setEmpty(!tally_);
  setAccessibleDescription(tally_ ? summary() : tr("no chip time used yet"));
  restyle();
}

QString ChipTimePlot::csv() const {
  QString text = QStringLiteral("phase,problems,reads,programming_s,anneal_s,readout_s,delay_s\n");
  if (!tally_) return text;
  for (const Phase phase : {Phase::Free, Phase::Nudge}) {
    const ChipPhaseUse& use = tally_->of(phase);
    text += QStringLiteral("%1,%2,%3")
                .arg(phase == Phase::Free ? QStringLiteral("free") : QStringLiteral("nudge"))
                .arg(use.problems)
                .arg(use.reads);
    for (std::size_t part = 0; part < kParts; ++part)
      text += QStringLiteral(",%1").arg(secondsOf(use, part), 0, 'g', 9);
    text += QLatin1Char('\n');
  }
  return text;
}

void ChipTimePlot::restyle() {
  const Theme& theme = Theme::of(this);
  for (std::size_t part = 0; part < kParts; ++part) {
    const QColor colour = theme.layerColour(static_cast<int>(part) + 1);
    bars_[part]->setPen(QPen(colour, Theme::stroke(1)));
    bars_[part]->setBrush(colour);
  }
  Plot::restyle();
}

QString ChipTimePlot::tipAt(const QPointF& position) const {
  if (!tally_ || !axisRect()->rect().contains(position.toPoint())) return {};
  const double key = xAxis->pixelToCoord(position.x());
  if (std::abs(key - 1) > 0.3 && std::abs(key - 2) > 0.3) return {};
  const ChipPhaseUse& use = tally_->of(key < 1.5 ? Phase::Free : Phase::Nudge);
  QStringList lines{tr("%L1 problems, %L2 reads").arg(use.problems).arg(use.reads)};
  for (std::size_t part = 0; part < kParts; ++part)
    lines << tr("%1: %2 s").arg(nameOf(part), threeDigits(secondsOf(use, part)));
  return lines.join(QStringLiteral("<br>"));
}

}  // namespace nudge
