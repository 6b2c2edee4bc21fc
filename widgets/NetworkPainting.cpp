#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QPainterPath>

#include "widgets/Icons.h"
#include "widgets/NetworkView.h"
#include "widgets/NumberText.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {
constexpr int kWires = 14;  // lines that stand for a bundle

QColor faded(QColor colour, double alpha) {
  colour.setAlphaF(static_cast<float>(std::clamp(alpha, 0.0, 1.0)));
  return colour;
}
}  // namespace

double NetworkView::flashOf(int layer) const {
  const auto n = static_cast<std::size_t>(layer) - 1;
  if (!flashing_.isActive() || n >= flips_.size() || flips_[n] <= 0) return 0;
  const double left = 1 - static_cast<double>(flashed_.elapsed()) / kFlashTime;
  // Flips are rare: a thousandth of the weights is already much, so brightness goes by magnitude.
  const double strength = std::clamp(1 + std::log10(flips_[n] / 1e-2) / 4, 0.15, 1.0);
  return std::max(0.0, left) * strength;
}

void NetworkView::paintWires(QPainter& painter, int to) const {
  const Theme& theme = Theme::of(this);
  const QRectF& from = layout_.column(to - 1);
  const QRectF& into = layout_.column(to);
  const double flash = flashOf(to);
  painter.setPen(Qt::NoPen);
  painter.setBrush(faded(theme.muted, theme.dark() ? 0.18 : 0.12));
  painter.drawPolygon(layout_.band(to));
  if (flash > 0) {
    painter.setBrush(faded(theme.nudge, 0.55 * flash));
    painter.drawPolygon(layout_.band(to));
  }
  const QColor wire =
      flash > 0 ? faded(theme.nudge, 0.35 + 0.65 * flash) : faded(theme.muted, 0.30);
  painter.setPen(QPen(wire, Theme::stroke(1)));
  for (int i = 0; i < kWires; ++i) {
    // Every so-manieth wire, crossing over: everything is joined to everything.
    const double a = (i + 0.5) / kWires;
    const double b = (i * 5 % kWires + 0.5) / kWires;
    painter.drawLine(QPointF(from.right(), from.top() + a * from.height()),
                     QPointF(into.left(), into.top() + b * into.height()));
  }
}

void NetworkView::paintInput(QPainter& painter, const QRectF& column) const {
  const Theme& theme = Theme::of(this);
  const double side = std::min(column.width() * 1.5, column.height());
  const QRectF square(column.center().x() - side / 2, column.center().y() - side / 2, side, side);
  painter.setBrush(theme.surface);
  painter.setPen(QPen(theme.muted, 1));
  painter.drawRoundedRect(column, 4, 4);
  painter.save();
  QPainterPath clip;
  clip.addRoundedRect(column.adjusted(1, 1, -1, -1), 3, 3);
  painter.setClipPath(clip);
  if (!input_.isNull()) {
    const double width = std::min(column.width() - 6, column.height() - 6);
    painter.drawImage(
        QRectF(column.center().x() - width / 2, column.center().y() - width / 2, width, width),
        input_);
  } else {
    painter.setPen(QPen(faded(theme.muted, 0.45), 1));
    const double cell = std::max(5.0, column.width() / 7);
    for (int k = 1; k * cell < column.width() - 1; ++k) {
      const double x = column.left() + k * cell;
      painter.drawLine(QPointF(x, column.top()), QPointF(x, column.bottom()));
    }
    for (int k = 1; k * cell < column.height() - 1; ++k) {
      const double y = column.top() + k * cell;
      painter.drawLine(QPointF(column.left(), y), QPointF(column.right(), y));
    }
  }
  painter.restore();
}

void NetworkView::paintLayer(QPainter& painter, int layer) const {
  const Theme& theme = Theme::of(this);
  const QRectF& column = layout_.column(layer);
  const QColor hue = theme.layerColour(layer);
  if (layer == 0) {
    paintInput(painter, column);
  } else {
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(column, 5, 5);
    painter.setBrush(faded(hue, layer == hoveredLayer_ ? 0.95 : 0.82));
    painter.drawRoundedRect(column, 5, 5);
    if (network_.isConvolution(layer)) paintMaps(painter, layer);
    if (layer == network_.depth() && network_.classes() <= 100 && network_.classes() > 1) {
      // The outputs are divided by class.
      painter.setPen(QPen(theme.surface, 1));
      for (int c = 1; c < network_.classes(); ++c) {
        const double y = column.top() + column.height() * c / network_.classes();
        if (column.height() / network_.classes() < 3) break;
        painter.drawLine(QPointF(column.left() + 3, y), QPointF(column.right() - 3, y));
      }
    }
    if (editable_ && (layer == hoveredLayer_ || layer == selected_)) {
      // Two short lines say where to take hold.
      painter.setPen(QPen(theme.surface, 2, Qt::SolidLine, Qt::RoundCap));
      const double x = column.center().x();
      for (double up : {4.0, 8.0}) {
        if (column.height() < 24) break;
        painter.drawLine(QPointF(x - 7, column.bottom() - up),
                         QPointF(x + 7, column.bottom() - up));
      }
    }
  }
  if (layer == selected_) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.text, Theme::stroke(2)));
    painter.drawRoundedRect(column.adjusted(-4, -4, 4, 4), 7, 7);
  }
}

/// A convolution's column is divided into its maps, as many as can be told apart.
void NetworkView::paintMaps(QPainter& painter, int layer) const {
  const QRectF& column = layout_.column(layer);
  const int channels = network_.shape(layer).channels;
  const int lines = std::min(channels, static_cast<int>(column.height() / 6));
  painter.setPen(QPen(Theme::of(this).surface, 1));
  for (int i = 1; i < lines; ++i) {
    const double y = column.top() + column.height() * i / lines;
    painter.drawLine(QPointF(column.left() + 3, y), QPointF(column.right() - 3, y));
  }
}

void NetworkView::paintNames(QPainter& painter, int layer) const {
  const Theme& theme = Theme::of(this);
  const QRectF& column = layout_.column(layer);
  const double pitch = static_cast<double>(width()) / layout_.layers();
  const double line = fontMetrics().height();
  const QRectF name(column.center().x() - pitch / 2 + 2, column.top() - 2.2 * line - 8, pitch - 4,
                    line);
  painter.setFont(font());
  painter.setPen(theme.muted);
  painter.drawText(
      name, Qt::AlignCenter,
      fontMetrics().elidedText(layerName(layer), Qt::ElideRight, static_cast<int>(pitch) - 4));
  QFont large = Theme::bold(font());
  large.setPointSizeF(1.2 * large.pointSizeF());
  painter.setFont(large);
  painter.setPen(theme.text);
  painter.drawText(name.translated(0, line).adjusted(0, 0, 0, 0.2 * line), Qt::AlignCenter,
                   sizeText(network_, layer));
}

void NetworkView::paintInsert(QPainter& painter, int position) const {
  const Theme& theme = Theme::of(this);
  const QPointF centre = layout_.gap(position);
  const double radius = Theme::scaled(this, 11);
  painter.setPen(QPen(theme.accent, 1.5));
  painter.setBrush(theme.surface);
  painter.drawEllipse(centre, radius, radius);
  Icons::paint(
      painter, Glyph::Add,
      QRectF(centre.x() - radius * 0.8, centre.y() - radius * 0.8, radius * 1.6, radius * 1.6),
      theme.text);
}

void NetworkView::paintEvent(QPaintEvent*) {
  const Theme& theme = Theme::of(this);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.surface);
  painter.drawRoundedRect(QRectF(rect()), 6, 6);
  for (int n = 1; n < layout_.layers(); ++n) paintWires(painter, n);
  for (int n = 0; n < layout_.layers(); ++n) paintLayer(painter, n);
  for (int n = 0; n < layout_.layers(); ++n) paintNames(painter, n);
  if (hoveredInsert_ > 0 && hoveredInsert_ < layout_.layers()) paintInsert(painter, hoveredInsert_);
  if (hasFocus()) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, 1, Qt::DotLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 5, 5);
  }
  const bool sound = problems_.isEmpty();
  const QString bits =
      network_.weights == WeightKind::Binary ? tr("1 bit a weight") : tr("32 bits a weight");
  const QString said = sound ? tr("%L1 neurons · %L2 synapses · %L3 bits (%4)")
                                   .arg(network_.neurons())
                                   .arg(network_.synapses())
                                   .arg(network_.weightBits())
                                   .arg(bits)
                             : problems_.join(QStringLiteral("  "));
  painter.setFont(Theme::small(font()));
  painter.setPen(sound ? theme.muted : theme.wrong);
  painter.drawText(footArea(), Qt::AlignCenter | Qt::TextWordWrap, said);
}

}  // namespace nudge
