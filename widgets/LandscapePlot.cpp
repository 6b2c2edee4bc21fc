#include "widgets/LandscapePlot.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "widgets/NumberText.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr double kHalf = 0.34;  // of a level's width, in states
constexpr double kBead = 44;    // diameter in pixels at probability 1
constexpr int kSamples = 100;   // of s, to find the highest and lowest energies

const std::array<QString, 4>& stateNames() {
  static const std::array<QString, 4> names{QStringLiteral("−−"), QStringLiteral("−+"),
                                            QStringLiteral("+−"), QStringLiteral("++")};
  return names;
}

}  // namespace

LandscapePlot::LandscapePlot(QWidget* parent) : Plot(parent) {
  setObjectName(QStringLiteral("landscape-plot"));
  setHint(tr("no annealing schedule A(s), B(s) yet"));
  setAxes(tr("state of the spins σ₁σ₂"), tr("energy in GHz ½·B·E"));
  setExplanation(
      tr("<b>A landscape that forms</b><br>H(s) = −A(s)/2 Σ σ<sup>x</sup> + B(s)/2 "
         "(J σ<sub>1</sub>σ<sub>2</sub> + h<sub>1</sub>σ<sub>1</sub> + "
         "h<sub>2</sub>σ<sub>2</sub>)<br>Levels: the problem's energy B/2·E(σ) of each state. "
         "Beads: how likely the ground state of H(s) is found there, by area. Early, A keeps all "
         "states alike; late, B leaves the lowest."));
  auto ticker = QSharedPointer<QCPAxisTickerText>::create();
  for (int i = 0; i < 4; ++i) ticker->addTick(i, stateNames()[static_cast<std::size_t>(i)]);
  xAxis->setTicker(ticker);
  xAxis->setRange(-0.6, 3.6);
  slopes_ = addGraph();
  slopes_->removeFromLegend();
  steps_ = addGraph();
  steps_->setName(tr("classical energies"));
  quantum_ = addGraph();
  quantum_->setName(tr("ground state of H(s)"));
  for (std::size_t i = 0; i < 4; ++i) {
    beads_[i] = new QCPItemTracer(this);
    beads_[i]->setStyle(QCPItemTracer::tsCircle);
    beads_[i]->position->setType(QCPItemPosition::ptPlotCoords);
    shares_[i] = new QCPItemText(this);
    shares_[i]->position->setType(QCPItemPosition::ptPlotCoords);
    shares_[i]->setPositionAlignment(Qt::AlignHCenter | Qt::AlignBottom);
  }
  scales_ = new QCPItemText(this);
  scales_->position->setType(QCPItemPosition::ptAxisRectRatio);
  scales_->position->setCoords(0.98, 0.02);
  scales_->setPositionAlignment(Qt::AlignTop | Qt::AlignRight);
  place();
}

void LandscapePlot::setEnergies(std::function<double(double)> a, std::function<double(double)> b) {
  a_ = std::move(a);
  b_ = std::move(b);
  findRange();
  settleLayout();
}

void LandscapePlot::setProblem(const TwoSpins& problem) {
  problem_ = problem;
  findRange();
  settleLayout();
}

void LandscapePlot::setFraction(double s) {
  const double wanted = std::isfinite(s) ? std::clamp(s, 0.0, 1.0) : 0.0;
  if (wanted == fraction_) return;
  fraction_ = wanted;
  place();
}

void LandscapePlot::findRange() {
  if (!known()) return;
  const std::array<double, 4> energies = classicalEnergies(problem_);
  const auto [least, most] = std::minmax_element(energies.begin(), energies.end());
  double low = 0;
  double high = 0;
  // One range for the whole anneal: only the levels move.
  for (int i = 0; i <= kSamples; ++i) {
    const double s = static_cast<double>(i) / kSamples;
    const double b = b_(s);
    low = std::min({low, b / 2 * *least, groundState(problem_, a_(s), b).energy});
    high = std::max(high, b / 2 * *most);
  }
  energies_ = QCPRange(low, std::max(high, low + 1e-6));
}

void LandscapePlot::settleLayout() {
  // Room in pixels for the lowest bead, for what stands above the highest level, and for A and B.
  const double height = std::max(60, axisRect()->height());
  const int line = QFontMetrics(Theme::small(font())).height();
  bead_ = std::min<double>(Theme::scaled(this, kBead), 0.3 * height);
  const double below = bead_ / 2 + 3;
  const double above = 2 * line + 14;
  const double unit = energies_.size() / std::max(height - below - above, 0.25 * height);
  if (known()) yAxis->setRange(energies_.lower - below * unit, energies_.upper + above * unit);
  place();
}

void LandscapePlot::place() {
  setTitle(tr("two spins at s = %1").arg(fraction_, 0, 'f', 2));
  setEmpty(!known());
  const double a = known() ? a_(fraction_) : 0;
  const double b = known() ? b_(fraction_) : 0;
  ground_ = groundState(problem_, a, b);
  const std::array<double, 4> energies = classicalEnergies(problem_);
  QVector<double> keys, values, middles, heights;
  for (std::size_t i = 0; i < 4; ++i) {
    levels_[i] = b / 2 * energies[i];
    const auto x = static_cast<double>(i);
    keys << x - kHalf << x + kHalf << x + kHalf;
    values << levels_[i] << levels_[i] << std::numeric_limits<double>::quiet_NaN();
    middles << x - kHalf << x + kHalf;
    heights << levels_[i] << levels_[i];
    const double share = ground_.probabilities[i];
    const double size = std::max(3.0, bead_ * std::sqrt(share));
    beads_[i]->position->setCoords(x, levels_[i]);
    beads_[i]->setSize(size);
    beads_[i]->setVisible(known());
    shares_[i]->position->setCoords(x, levels_[i]);
    shares_[i]->setPadding(QMargins(0, 0, 0, qRound(size / 2) + 3));
    shares_[i]->setText(tr("%1 %").arg(qRound(100 * share)));
    shares_[i]->setVisible(known());
  }
  if (!known()) keys.clear(), values.clear(), middles.clear(), heights.clear();
  steps_->setData(keys, values, true);
  slopes_->setData(middles, heights, true);
  quantum_->setData({-0.6, 3.6}, {ground_.energy, ground_.energy}, true);
  quantum_->setVisible(known());
  scales_->setVisible(known());
  scales_->setText(tr("A %1, B %2 GHz").arg(a, 0, 'f', 2).arg(b, 0, 'f', 2));
  refresh();
}

QString LandscapePlot::csv() const {
  QString text = QStringLiteral("state,energy in GHz,probability\n");
  if (!known()) return text;
  for (std::size_t i = 0; i < 4; ++i) {
    QString name = stateNames()[i];
    name.replace(QChar(0x2212), QLatin1Char('-'));
    text += QStringLiteral("%1,%2,%3\n")
                .arg(name)
                .arg(levels_[i], 0, 'g', 9)
                .arg(ground_.probabilities[i], 0, 'g', 9);
  }
  return text;
}

void LandscapePlot::restyle() {
  const Theme& theme = Theme::of(this);
  QColor faint = theme.muted;
  faint.setAlphaF(0.5F);
  slopes_->setPen(QPen(faint, Theme::stroke(1.4)));
  steps_->setPen(QPen(theme.text, Theme::stroke(3), Qt::SolidLine, Qt::FlatCap));
  quantum_->setPen(QPen(theme.free, Theme::stroke(1.4), Qt::DashLine));
  QColor inside = theme.free;
  inside.setAlphaF(0.75F);
  for (std::size_t i = 0; i < 4; ++i) {
    beads_[i]->setPen(QPen(theme.free, Theme::stroke(1.2)));
    beads_[i]->setBrush(inside);
    shares_[i]->setFont(Theme::bold(Theme::small(font())));
    shares_[i]->setColor(theme.text);
  }
  scales_->setFont(Theme::small(font()));
  scales_->setColor(theme.muted);
  Plot::restyle();
  settleLayout();  // beads grow with the type
}

QString LandscapePlot::tipAt(const QPointF& position) const {
  const double x = xAxis->pixelToCoord(position.x());
  const int state = qRound(x);
  if (!known() || state < 0 || state > 3 || std::abs(x - state) > kHalf ||
      !axisRect()->rect().contains(position.toPoint())) {
    return {};
  }
  const auto i = static_cast<std::size_t>(state);
  return tr("<b>σ<sub>1</sub>σ<sub>2</sub> = %1</b><br>B/2·E = %2/2 · %3 = %4 GHz<br>probability "
            "in the ground state: %5 %")
      .arg(stateNames()[i], threeDigits(b_(fraction_)), threeDigits(classicalEnergies(problem_)[i]),
           threeDigits(levels_[i]), threeDigits(100 * ground_.probabilities[i]));
}

}  // namespace nudge
