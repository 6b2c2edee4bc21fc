#include "widgets/ReadHistogram.h"

#include <algorithm>
#include <cmath>

#include "widgets/NumberText.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr int kDigits = 6;  // room for "−0.123" and "−12300"

/// Energies above the lowest of them: before and after training the energies themselves may lie so
/// far apart that nothing is seen of their spread.
std::vector<double> heightsOf(const std::optional<ReadStatistics>& reads) {
  if (!reads) return {};
  std::vector<double> heights = reads->energies;
  const double lowest = *std::min_element(heights.begin(), heights.end());
  for (double& height : heights) height -= lowest;
  return heights;
}

void keepNumbers(std::optional<ReadStatistics>& reads) {
  if (!reads) return;
  std::erase_if(reads->energies, [](double energy) { return !std::isfinite(energy); });
  if (reads->energies.empty()) reads.reset();
}

}  // namespace

ReadHistogram::ReadHistogram(QWidget* parent)
    : Plot(parent), names_{tr("before training"), tr("after training")} {
  setObjectName(QStringLiteral("read-histogram"));
  setTitle(tr("energies of the reads"));
  setAxes(tr("energy E − min E"), tr("share of reads %"));
  setHint(tr("Press Sample to anneal this input many times."));
  setExplanation(
      tr("<b>Energies of the reads</b><br>E(σ) = Σ<sub>i&lt;j</sub> J<sub>ij</sub> "
         "σ<sub>i</sub>σ<sub>j</sub> + Σ<sub>i</sub> h<sub>i</sub>σ<sub>i</sub> of the state that "
         "each anneal of the same input ended in, above the lowest of them; μ is the mean of E, σ "
         "its standard deviation.<br>"
         "Training makes the landscape steeper: the reads come together and agree on the class."));
  for (QCPBars*& bars : bars_) {
    bars = new QCPBars(xAxis, yAxis);
    bars->setAntialiased(false);
  }
  agreement_ = new QCPItemText(this);
  agreement_->position->setType(QCPItemPosition::ptAxisRectRatio);
  agreement_->position->setCoords(0.99, 0.01);
  agreement_->setPositionAlignment(Qt::AlignTop | Qt::AlignRight);
  agreement_->setClipToAxisRect(false);
  agreement_->setPadding(QMargins(4, 3, 4, 3));
  rebuild();
}

void ReadHistogram::setBefore(std::optional<ReadStatistics> reads) {
  before_ = std::move(reads);
  keepNumbers(before_);
  rebuild();
}

void ReadHistogram::setAfter(std::optional<ReadStatistics> reads) {
  after_ = std::move(reads);
  keepNumbers(after_);
  rebuild();
}

void ReadHistogram::setNames(const QString& before, const QString& after) {
  names_ = {before, after};
  rebuild();
}

void ReadHistogram::setPhase(Phase phase) {
  phase_ = phase;
  restyle();
}

QString ReadHistogram::momentsText(const Reads& reads) {
  if (!reads) return {};
  const Moments moments = momentsOf(reads->energies);
  // Blanks as wide as digits: what follows does not move.
  const auto fixed = [](double value) {
    return threeDigits(value).leftJustified(kDigits, QChar(0x2007));
  };
  return tr("μ %1 σ %2").arg(fixed(moments.mean), fixed(moments.deviation));
}

QString ReadHistogram::agreement() const {
  const auto share = [](const Reads& reads) {
    return QString::number(qRound(100 * std::clamp(reads->sameClass, 0.0, 1.0)));
  };
  const auto percent = [&](const Reads& reads) { return tr("%1 %").arg(share(reads)); };
  const Reads& newest = after_ ? after_ : before_;
  if (newest && std::isnan(newest->sameClass)) return {};
  if (before_ && after_) {
    return tr("same class: %1 → %2").arg(share(before_), percent(after_));
  }
  if (!before_ && !after_) return {};
  return tr("same class: %1").arg(percent(before_ ? before_ : after_));
}

void ReadHistogram::fillBars(QCPBars* bars, const Reads& reads, const QString& name) {
  QVector<double> keys, shares;
  if (reads) {
    const std::vector<int> counts = bins_.counted(heightsOf(reads));
    const double all = static_cast<double>(reads->energies.size());
    for (int i = 0; i < bins_.count; ++i) {
      keys << bins_.middle(i);
      shares << 100 * counts[static_cast<std::size_t>(i)] / all;
      highest_ = std::max(highest_, shares.back());
    }
    bars->setName(tr("%1  %2").arg(name, momentsText(reads)));
    bars->addToLegend();
  } else {
    bars->setName(name);
    bars->removeFromLegend();
  }
  bars->setData(keys, shares, true);
  bars->setWidth(bins_.width);
}

void ReadHistogram::rebuild() {
  bins_ = commonBins(heightsOf(before_), heightsOf(after_));
  highest_ = 0;
  fillBars(bars_[0], before_, names_[0]);
  fillBars(bars_[1], after_, names_[1]);
  const double end = bins_.low + bins_.count * bins_.width;
  xAxis->setRange(bins_.low - bins_.width, end + bins_.width);
  agreement_->setText(agreement());
  const bool any = before_ || after_;
  agreement_->setVisible(!agreement().isEmpty());
  setEmpty(!any);
  setAccessibleDescription(
      any ? QStringList{bars_[0]->name(), bars_[1]->name(), agreement()}.join(QStringLiteral("; "))
          : tr("no reads yet"));
  restyle();
}

QString ReadHistogram::csv() const {
  QString text = QStringLiteral("set,above lowest from,above lowest to,reads\n");
  const auto rows = [&](const QString& name, const Reads& reads) {
    if (!reads) return;
    const std::vector<int> counts = bins_.counted(heightsOf(reads));
    for (int i = 0; i < bins_.count; ++i) {
      const double from = bins_.low + i * bins_.width;
      text += QStringLiteral("%1,%2,%3,%4\n")
                  .arg(name)
                  .arg(from, 0, 'g', 9)
                  .arg(from + bins_.width, 0, 'g', 9)
                  .arg(counts[static_cast<std::size_t>(i)]);
    }
  };
  rows(names_[0], before_);
  rows(names_[1], after_);
  return text;
}

void ReadHistogram::restyle() {
  const Theme& theme = Theme::of(this);
  const std::array<QColor, 2> colours{theme.muted, theme.phaseColour(phase_)};
  for (std::size_t i = 0; i < bars_.size(); ++i) {
    QColor inside = colours[i];
    inside.setAlphaF(i == 0 ? 0.35F : 0.55F);
    bars_[i]->setPen(QPen(colours[i], Theme::stroke(1)));
    bars_[i]->setBrush(inside);
  }
  agreement_->setFont(Theme::bold(font()));
  agreement_->setColor(theme.text);
  QColor behind = theme.surface;
  behind.setAlphaF(0.85F);
  agreement_->setBrush(behind);
  Plot::restyle();
  settleLayout();
}

void ReadHistogram::settleLayout() {
  // The bars end beneath the line that tells the agreement.
  const double line = QFontMetrics(Theme::bold(font())).height() + 10;
  const double share = std::min(0.4, line / std::max(1, axisRect()->height()));
  yAxis->setRange(0, std::max(1.0, highest_) / (1 - share));
}

QString ReadHistogram::tipAt(const QPointF& position) const {
  if ((!before_ && !after_) || !axisRect()->rect().contains(position.toPoint())) return {};
  const double energy = xAxis->pixelToCoord(position.x());
  const double end = bins_.low + bins_.count * bins_.width;
  if (energy < bins_.low || energy >= end) return {};
  const int bin = bins_.of(energy);
  QString text = tr("%1 to %2 above the lowest read")
                     .arg(threeDigits(bins_.low + bin * bins_.width),
                          threeDigits(bins_.low + (bin + 1) * bins_.width));
  bool any = false;
  const auto add = [&](const Reads& reads, const QString& name) {
    if (!reads) return;
    const int count = bins_.counted(heightsOf(reads))[static_cast<std::size_t>(bin)];
    any = any || count > 0;
    text += tr("<br>%1: %L2 of %L3 reads").arg(name).arg(count).arg(reads->energies.size());
  };
  add(before_, names_[0]);
  add(after_, names_[1]);
  return any ? text : QString();
}

}  // namespace nudge
