#include "widgets/ResistorView.h"

#include <algorithm>

#include <QPainter>

#include "widgets/ColourScales.h"
#include "widgets/PlotExport.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr double kNodeRadius = 9;
constexpr double kThickestWire = 6;

}  // namespace

ResistorView::ResistorView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("resistor-view"));
  setAccessibleName(tr("Network of resistors"));
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  installExportMenu(*this);
}

void ResistorView::setNetwork(const ResistiveNetwork& network) {
  resistors_ = network.resistors();
  inputs_ = network.inputs(), hidden_ = network.hidden(), nodes_ = network.nodes();
  update();
}

void ResistorView::setStates(const Eigen::VectorXd& free, const Eigen::VectorXd& taught,
                             double target) {
  free_ = free, taught_ = taught, target_ = target;
  update();
}

void ResistorView::setNames(const QStringList& inputs, const QStringList& kinds) {
  inputNames_ = inputs, kinds_ = kinds;
}

QSize ResistorView::sizeHint() const {
  return {Theme::scaled(this, 560), Theme::scaled(this, 380)};
}

QPointF ResistorView::placeOf(int node) const {
  // As much room as the longest name takes, if there is as much.
  const QFontMetrics metrics(Theme::small(font()));
  double longest = 0;
  for (const QString& name : inputNames_)
    longest = std::max<double>(longest, metrics.horizontalAdvance(name));
  const double names = std::min(longest + 2 * kNodeRadius + 14, 0.45 * width());
  const double scale = 0.26 * width();
  const auto inColumn = [&](double x, int place, int count) {
    return QPointF(x, (place + 0.5) * height() / std::max(count, 1));
  };
  if (node < inputs_) return inColumn(names, node, inputs_);
  if (node < inputs_ + hidden_)
    return inColumn((names + width() - scale) / 2, node - inputs_, hidden_);
  return inColumn(width() - scale, node - inputs_ - hidden_, nodes_ - inputs_ - hidden_);
}

void ResistorView::paintEvent(QPaintEvent*) {
  const Theme& theme = Theme::of(this);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), theme.surface);
  double most = 1e-9;
  for (const auto& resistor : resistors_) most = std::max(most, resistor.conductance);
  for (const auto& resistor : resistors_) {
    QColor colour = theme.muted;
    colour.setAlphaF(0.75F);
    painter.setPen(QPen(colour, std::max(0.4, kThickestWire * resistor.conductance / most)));
    painter.drawLine(placeOf(resistor.from), placeOf(resistor.to));
  }
  painter.setFont(Theme::small(font()));
  for (int node = 0; node < nodes_; ++node) {
    const double voltage = node < free_.size() ? free_[node] : 0;
    painter.setPen(QPen(theme.text, 1.2));
    painter.setBrush(QColor(ColourScales::at(ColourScale::Cividis, voltage)));
    painter.drawEllipse(placeOf(node), kNodeRadius, kNodeRadius);
    if (node >= inputs_) continue;
    painter.setPen(theme.text);
    const QRectF room(4, placeOf(node).y() - 12, placeOf(node).x() - kNodeRadius - 10, 24);
    const QString name = inputNames_.value(node);
    painter.drawText(
        room, Qt::AlignRight | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(name, Qt::ElideRight, static_cast<int>(room.width())));
  }
  if (free_.size() > 0) paintScale(painter);
  Theme::paintFocus(painter, *this);
}

void ResistorView::paintScale(QPainter& painter) const {
  const Theme& theme = Theme::of(this);
  const double left = placeOf(nodes_ - 1).x() + 34;
  const double top = 26, bottom = height() - 26;
  const auto at = [&](double voltage) { return bottom - voltage * (bottom - top); };
  painter.setPen(QPen(theme.line, 1));
  painter.drawLine(QPointF(left, top), QPointF(left, bottom));
  painter.setPen(theme.muted);
  for (int kind = 0; kind < kinds_.size(); ++kind) {
    const double y = at(flowerLevel(kind));
    painter.drawLine(QPointF(left - 4, y), QPointF(left + 4, y));
    const QRectF room(left + 26, y - 12, width() - left - 28, 24);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(kinds_[kind], Qt::ElideRight,
                                                      static_cast<int>(room.width())));
  }
  const auto mark = [&](double voltage, const QColor& colour, double x) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QPointF(x, at(voltage)), 6, 6);
  };
  mark(free_[nodes_ - 1], theme.free, left - 9);
  mark(taught_[nodes_ - 1], theme.nudge, left + 9);
  painter.setPen(QPen(theme.text, Theme::stroke(2)));
  painter.drawLine(QPointF(left - 14, at(target_)), QPointF(left + 14, at(target_)));
}

}  // namespace nudge
