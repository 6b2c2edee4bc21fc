#include "widgets/SweepPlot.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <set>

#include "widgets/EpochPlot.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr double kDecades = 50;         // from which a logarithmic axis reads better
constexpr std::size_t kMostCurves = 8;  // colours that can be told apart
constexpr int kLongestLabel = 24;       // letters of a setting below its bar
constexpr std::size_t kMostLabels = 8;  // more cases are told by their numbers

/// A setting's value where it is one number, or a list of one.
std::optional<double> numberOf(const SweepCase& one, const std::string& key) {
  const Json value = Experiment::field(key).get(one.experiment);
  if (value.is_number()) return value.get<double>();
  if (value.is_array() && value.size() == 1 && value[0].is_number()) return value[0].get<double>();
  return {};
}

/// The different values of a varied setting, in order; none when not all are numbers.
std::set<double> numbersOf(const Sweep& sweep, const std::string& key) {
  std::set<double> values;
  for (const SweepCase& one : sweep.cases) {
    const std::optional<double> value = numberOf(one, key);
    if (!value) return {};
    values.insert(*value);
  }
  return values;
}

/// "nudging factor β": words first, the symbol last.
QString labelOf(const std::string& key) {
  const FieldInfo& field = Experiment::field(key);
  QString words = QString::fromStdString(field.label);
  const bool acronym = words.size() > 1 && words[1].isUpper();
  if (!words.isEmpty() && !acronym) words[0] = words[0].toLower();
  const QString symbol = QString::fromStdString(field.symbol);
  const QString whole = symbol.isEmpty() ? words : words + QLatin1Char(' ') + symbol;
  return field.unit.empty() ? whole
                            : whole + " (" + QString::fromStdString(field.unit) + QLatin1Char(')');
}

QString shortLabelOf(const std::string& key) {
  const FieldInfo& field = Experiment::field(key);
  return QString::fromStdString(field.symbol.empty() ? key.substr(key.rfind('.') + 1)
                                                     : field.symbol);
}

/// The settings of a case below its bar, a line each.
QString caseLabel(const Sweep& sweep, std::size_t index) {
  if (sweep.cases.size() > kMostLabels) return QString::number(index + 1);
  QStringList lines;
  for (const std::string& key : sweep.varied) {
    const Json value = Experiment::field(key).get(sweep.cases[index].experiment);
    const QString text =
        QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
    lines << text.left(kLongestLabel);
  }
  return lines.join(QLatin1Char('\n'));
}

}  // namespace

SweepPlot::SweepPlot(QWidget* parent) : Plot(parent) {
  setObjectName(QStringLiteral("sweep-plot"));
  setHint(tr("no run is finished yet"));
  setExplanation(
      tr("<b>A sweep</b><br>The error after the last epoch of each case: its mean over the seeds, "
         "and one standard deviation to either side."));
  setTitle(tr("error by case"));
  setAxes(tr("case"), tr("error %"));
  setEmpty(true);
}

void SweepPlot::setResults(const Sweep& sweep, const std::vector<CaseResult>& cases) {
  clearPlottables();
  curves_.clear();
  bars_.clear();
  deviations_.clear();
  xAxis->setTicker(QSharedPointer<QCPAxisTicker>::create());
  xAxis->setScaleType(QCPAxis::stLinear);
  xAxis->setNumberFormat(QStringLiteral("g"));
  labelLines_ = 1;
  const std::vector<std::string>& keys = sweep.varied;
  std::vector<std::size_t> counts;
  counts.reserve(keys.size());
  for (const std::string& key : keys) counts.push_back(numbersOf(sweep, key).size());
  const bool numeric = std::count(counts.begin(), counts.end(), std::size_t{0}) == 0;
  trainAndTest_ = true;
  if (numeric && keys.size() == 1) {
    drawAgainstOne(sweep, cases);
  } else if (numeric && keys.size() == 2 && std::min(counts[0], counts[1]) <= kMostCurves) {
    trainAndTest_ = false;
    drawFamily(sweep, cases, counts[0] >= counts[1] ? 0 : 1);
  } else {
    drawBars(sweep, cases);
  }
  const bool empty =
      std::none_of(cases.begin(), cases.end(), [](const CaseResult& one) { return one.runs > 0; });
  setEmpty(empty);
  fitAxes();
  restyle();
}

void SweepPlot::addCurve(const QString& name, std::vector<Point> points) {
  std::sort(points.begin(), points.end(), [](const Point& a, const Point& b) { return a.x < b.x; });
  QVector<double> x, y, deviation;
  for (const Point& point : points) {
    x << point.x;
    y << point.error.mean;
    deviation << (std::isfinite(point.error.deviation) ? point.error.deviation : 0);
  }
  QCPGraph* graph = addGraph();
  graph->setName(name);
  graph->setData(x, y, true);
  curves_.push_back(graph);
  auto* bars = new QCPErrorBars(xAxis, yAxis);
  bars->removeFromLegend();
  bars->setDataPlottable(graph);
  bars->setData(deviation);
  bars->setSymbolGap(0);
  deviations_.push_back(bars);
}

void SweepPlot::drawAgainstOne(const Sweep& sweep, const std::vector<CaseResult>& cases) {
  const std::string& key = sweep.varied[0];
  std::vector<Point> train, test;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (cases[i].runs == 0) continue;
    const double x = numberOf(sweep.cases[i], key).value_or(0);
    train.push_back({x, cases[i].trainError});
    test.push_back({x, cases[i].testError});
  }
  setTitle(tr("error against %1").arg(shortLabelOf(key)));
  setAxes(labelOf(key), tr("error %"));
  addCurve(tr("train"), train);
  addCurve(tr("test"), test);
}

void SweepPlot::drawFamily(const Sweep& sweep, const std::vector<CaseResult>& cases,
                           std::size_t along) {
  const std::string& key = sweep.varied[along];
  const std::string& other = sweep.varied[1 - along];
  for (const double value : numbersOf(sweep, other)) {
    std::vector<Point> points;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (cases[i].runs == 0 || numberOf(sweep.cases[i], other) != value) continue;
      points.push_back({numberOf(sweep.cases[i], key).value_or(0), cases[i].testError});
    }
    addCurve(tr("%1 = %2").arg(shortLabelOf(other), QString::number(value, 'g', 4)), points);
  }
  setTitle(tr("test error against %1").arg(shortLabelOf(key)));
  setAxes(labelOf(key), tr("test error %"));
}

void SweepPlot::drawBars(const Sweep& sweep, const std::vector<CaseResult>& cases) {
  QStringList names;
  for (const std::string& key : sweep.varied) names << shortLabelOf(key);
  const bool numbered = sweep.cases.size() > kMostLabels;
  setTitle(tr("error by %1").arg(names.join(QStringLiteral(", "))));
  setAxes(numbered ? tr("case, as in cases.csv") : QString(), tr("error %"));
  labelLines_ = numbered ? 1 : static_cast<int>(sweep.varied.size());
  auto ticker = QSharedPointer<QCPAxisTickerText>::create();
  for (std::size_t i = 0; i < cases.size(); ++i) {
    ticker->addTick(static_cast<double>(i + 1), caseLabel(sweep, i));
  }
  xAxis->setTicker(ticker);
  for (const bool test : {false, true}) {
    auto* bars = new QCPBars(xAxis, yAxis);
    bars->setName(test ? tr("test") : tr("train"));
    bars->setWidth(0.36);
    QVector<double> x, y, deviation;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (cases[i].runs == 0) continue;
      const MeanDeviation& error = test ? cases[i].testError : cases[i].trainError;
      x << static_cast<double>(i + 1) + (test ? 0.2 : -0.2);
      y << error.mean;
      deviation << (std::isfinite(error.deviation) ? error.deviation : 0);
    }
    bars->setData(x, y, true);
    bars_.push_back(bars);
    auto* whiskers = new QCPErrorBars(xAxis, yAxis);
    whiskers->removeFromLegend();
    whiskers->setDataPlottable(bars);
    whiskers->setData(deviation);
    whiskers->setSymbolGap(0);
    deviations_.push_back(whiskers);
  }
}

void SweepPlot::fitAxes() {
  double highest = 0;
  double least = std::numeric_limits<double>::infinity();
  double most = -least;
  const auto see = [&](double x, double y, double deviation) {
    least = std::min(least, x);
    most = std::max(most, x);
    highest = std::max(highest, y + deviation);
  };
  for (std::size_t n = 0; n < deviations_.size(); ++n) {
    for (int i = 0; i < deviations_[n]->dataCount(); ++i) {
      const QCPPlottableInterface1D* drawn =
          bars_.empty() ? curves_[n]->interface1D() : bars_[n]->interface1D();
      see(drawn->dataMainKey(i), drawn->dataMainValue(i), (*deviations_[n]->data())[i].errorPlus);
    }
  }
  yAxis->setRange(0, std::min(100.0, niceCeiling(highest)));
  if (!bars_.empty()) {
    xAxis->setRange(0.4, std::max(1.0, std::round(most)) + 0.6);
  } else if (least > 0 && most / least >= kDecades) {
    xAxis->setScaleType(QCPAxis::stLogarithmic);
    xAxis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
    xAxis->setNumberFormat(QStringLiteral("eb"));
    xAxis->setNumberPrecision(0);
    const double room = std::pow(most / least, 0.05);
    xAxis->setRange(least / room, most * room);
  } else if (least <= most) {
    const double room = most > least ? 0.05 * (most - least) : std::max(0.5, 0.1 * std::abs(most));
    xAxis->setRange(least - room, most + room);
  }
}

void SweepPlot::restyle() {
  const Theme& theme = Theme::of(this);
  const auto colourOf = [&](std::size_t n) {
    if (trainAndTest_) return n == 0 ? theme.train : theme.test;
    return theme.layerColour(static_cast<int>(n) + 1);
  };
  for (std::size_t n = 0; n < curves_.size(); ++n) {
    curves_[n]->setPen(QPen(colourOf(n), Theme::stroke(2.2)));
    curves_[n]->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssDisc, colourOf(n), colourOf(n), Theme::stroke(7)));
    deviations_[n]->setPen(QPen(colourOf(n), Theme::stroke(1.4)));
  }
  for (std::size_t n = 0; n < bars_.size(); ++n) {
    QColor inside = colourOf(n);
    inside.setAlphaF(0.45F);  // so that the whiskers stand out
    bars_[n]->setPen(QPen(colourOf(n), Theme::stroke(1)));
    bars_[n]->setBrush(inside);
    deviations_[n]->setPen(QPen(theme.text, Theme::stroke(1.2)));
  }
  for (QCPErrorBars* bars : deviations_) bars->setWhiskerWidth(8);
  Plot::restyle();
  settleLayout();
}

void SweepPlot::settleLayout() {
  QMargins margins = axisRect()->margins();
  const int line = QFontMetrics(Theme::small(font())).height();
  margins.setBottom((1 + labelLines_) * line + 12);
  axisRect()->setMargins(margins);
}

}  // namespace nudge
