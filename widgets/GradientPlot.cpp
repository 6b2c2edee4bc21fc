#include "widgets/GradientPlot.h"

#include <algorithm>
#include <cmath>

#include "widgets/IntegerTicker.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

// An estimate further off than this is shown at the top.
constexpr double kHighest = 2;

QString words(const Agreement& last) {
  const auto number = [](double value) {
    return std::isfinite(value) ? QString::number(value, 'f', 2) : QStringLiteral("–");
  };
  return QObject::tr("cos %1, error %2").arg(number(last.cosine), number(last.relativeError));
}

}  // namespace

GradientPlot::GradientPlot(QWidget* parent) : Plot(parent) {
  setObjectName(QStringLiteral("gradient-plot"));
  setTitle(tr("gradient: EP against BPTT"));
  setAxes(tr("nudge step k"), tr("agreement"));
  setHint(tr("no comparison yet"));
  setExplanation(
      tr("<b>EP against backpropagation through time</b><br>What k steps of the nudge phase say of "
         "a layer's weights, against the exact gradient of the loss through the last k steps of "
         "the free phase. Lines: the cosine between the two, 1 when they point the same way. "
         "Dashed: the relative error |EP − BPTT| / |BPTT|.<br>They coincide when the free phase "
         "has come to rest (raise T) and β is small. Against binary weights it is the direction "
         "that counts."));
  xAxis->setTicker(QSharedPointer<IntegerTicker>::create());
  setEmpty(true);
}

void GradientPlot::setRefusal(const QString& why) {
  check_.reset();
  setHint(why);
  rebuild();
}

void GradientPlot::setCheck(std::shared_ptr<const GradientCheck> check) {
  check_ = std::move(check);
  rebuild();
}

void GradientPlot::rebuild() {
  const std::size_t layers = check_ ? check_->layers.size() : 0;
  if (cosines_.size() != layers) {
    clearGraphs();
    cosines_.clear();
    errors_.clear();
    for (std::size_t n = 0; n < layers; ++n) {
      cosines_.push_back(addGraph());
      errors_.push_back(addGraph());
      errors_.back()->removeFromLegend();
    }
    arrangeLegend();
  }
  double low = 0;
  double high = 1;
  double steps = 1;
  for (std::size_t n = 0; n < layers; ++n) {
    QVector<double> keys;
    QVector<double> cosines;
    QVector<double> errors;
    for (const Agreement& agreement : check_->layers[n]) {
      keys << static_cast<double>(keys.size() + 1);
      cosines << agreement.cosine;
      errors << std::min(agreement.relativeError, kHighest);
      if (std::isfinite(agreement.cosine)) low = std::min(low, agreement.cosine);
      if (std::isfinite(errors.back())) high = std::max(high, errors.back());
    }
    steps = std::max(steps, static_cast<double>(keys.size()));
    cosines_[n]->setData(keys, cosines, true);
    errors_[n]->setData(keys, errors, true);
    const QString name = tr("layer %1").arg(n + 1);
    cosines_[n]->setName(keys.isEmpty() ? name
                                        : tr("%1: %2").arg(name, words(check_->layers[n].back())));
    errors_[n]->setName(tr("%1, relative error").arg(name));
  }
  yAxis->setRange(low < 0 ? -1.05 : -0.05, high > 1 ? kHighest * 1.05 : 1.05);
  xAxis->setRange(0.5, steps + 0.5);
  setEmpty(layers == 0);
  restyle();
  refresh();
}

void GradientPlot::restyle() {
  const Theme& theme = Theme::of(this);
  for (std::size_t n = 0; n < cosines_.size(); ++n) {
    const QColor colour = theme.layerColour(static_cast<int>(n) + 1);
    cosines_[n]->setPen(QPen(colour, Theme::stroke(2.2)));
    cosines_[n]->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssDisc, colour, colour, Theme::stroke(5)));
    errors_[n]->setPen(QPen(colour, Theme::stroke(1.6), Qt::DashLine));
  }
  Plot::restyle();
}

}  // namespace nudge
