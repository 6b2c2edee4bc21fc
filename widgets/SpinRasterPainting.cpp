// How a SpinRaster looks.
#include <algorithm>
#include <cmath>

#include <QPainter>

#include "core/machine/Settled.h"
#include "widgets/ColourScales.h"
#include "widgets/SpinRaster.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr double kRasterMargin = 8;
constexpr double kHue = 6;       // width of a layer's hue
constexpr double kGutter = 18;   // right of the rows: marks of flipped spins and some room
constexpr double kMark = 8;      // their width
constexpr double kPhaseBar = 4;  // height of a phase's bar
constexpr double kOutline = 5;   // rows as high as this have outlines too

int lineOf(const QWidget* widget) { return QFontMetrics(Theme::small(widget->font())).height(); }

/// Spins of a layer over some times as indices of the activation scale, means where the picture
/// has fewer rows or columns.
QImage imageOf(const SpinHistory& history, std::size_t first, int spins, int from, int times,
               QSize most) {
  const int rows = std::min(spins, most.height());
  const int columns = std::min(times, most.width());
  QImage image(columns, rows, QImage::Format_Indexed8);
  image.setColorTable(ColourScales::table(ColourScale::Cividis));
  std::vector<int> rowOf(static_cast<std::size_t>(spins));
  for (int i = 0; i < spins; ++i) {
    rowOf[static_cast<std::size_t>(i)] =
        static_cast<int>(static_cast<std::int64_t>(i) * rows / spins);
  }
  std::vector<int> sums(static_cast<std::size_t>(rows));
  std::vector<int> counts(static_cast<std::size_t>(rows));
  for (int column = 0, time = 0; column < columns; ++column) {
    std::fill(sums.begin(), sums.end(), 0);
    std::fill(counts.begin(), counts.end(), 0);
    const auto end = static_cast<std::int64_t>(column + 1) * times / columns;
    for (; time < end; ++time) {
      const std::int8_t* spin = history.at(from + time) + first;
      for (std::size_t i = 0; i < rowOf.size(); ++i) {
        sums[static_cast<std::size_t>(rowOf[i])] += spin[i];
        ++counts[static_cast<std::size_t>(rowOf[i])];
      }
    }
    for (int row = 0; row < rows; ++row) {
      const auto r = static_cast<std::size_t>(row);
      const double mean = static_cast<double>(sums[r]) / std::max(1, counts[r]);
      image.scanLine(row)[column] = static_cast<uchar>(std::lround(127.5 * (mean + 1)));
    }
  }
  return image;
}

}  // namespace

QString SpinRaster::countText(int flipped) const {
  const bool narrow = width() < Theme::scaled(this, 420);
  return narrow ? QStringLiteral("%L1").arg(flipped) : tr("%L1 flipped").arg(flipped);
}

void SpinRaster::layOut() {
  stale_ = true;
  if (!history_) {
    layout_ = {};
    return;
  }
  const QFontMetrics small(Theme::small(font()));
  const QFontMetrics bold(Theme::bold(Theme::small(font())));
  const int largest = *std::max_element(history_->layers.begin(), history_->layers.end());
  const double left = kRasterMargin + kHue + small.horizontalAdvance(layerName(8)) + 10;
  const double right = kGutter + bold.horizontalAdvance(countText(largest)) + kRasterMargin;
  const double top = fontMetrics().height() + 8 + small.height() + kPhaseBar + 6;
  const double bottom = small.height() + kRasterMargin;
  const QRectF area = QRectF(rect()).adjusted(left, top, -right, -bottom);
  layout_ = SpinRasterLayout(history_->layers, history_->freeSweeps, history_->nudgeSweeps,
                             area.isValid() ? area : QRectF(area.topLeft(), QSizeF(10, 10)),
                             small.height(), Theme::scaled(this, 24));
}

void SpinRaster::drawLayer(QPainter& painter, int layer) const {
  const double ratio = picture_.devicePixelRatio();
  const std::size_t first = offsetOf(layer);
  const QRectF whole = layout_.layer(layer);
  const auto part = [&](int from, int times) {
    if (times <= 0) return;
    const double x = layout_.left(from);
    const QRectF target(x, whole.top(), layout_.left(from + times - 1) + layout_.columnWidth() - x,
                        whole.height());
    const QSize most = (target.size() * ratio).toSize().expandedTo({1, 1});
    painter.drawImage(target, imageOf(*history_, first, layout_.size(layer), from, times, most));
  };
  part(0, history_->freeSweeps + 1);
  part(history_->freeSweeps + 1, history_->nudgeSweeps);
}

void SpinRaster::drawFlips(QPainter& painter, int layer) const {
  const Theme& theme = Theme::of(this);
  const std::size_t first = offsetOf(layer);
  const double height = layout_.rowHeight(layer);
  const double end = layout_.area().right();
  const double wide = std::max(3 * layout_.columnWidth(), 14.0);
  const double start = std::max(end - wide, layout_.left(history_->freeSweeps) + 2);
  for (int i = 0; i < layout_.size(layer); ++i) {
    if (!isFlipped(first + static_cast<std::size_t>(i))) continue;
    const QRectF row = layout_.row({layer, i});
    // Where many spins share a pixel their marks are thin enough to add up to a shade.
    const double thick = std::clamp(height - 1, std::clamp(height, 0.25, 1.0), 8.0);
    painter.fillRect(QRectF(end + 3, row.center().y() - thick / 2, kMark, thick), theme.changed);
    if (height < kOutline) continue;
    const double pen = height >= 9 ? Theme::stroke(2) : 1;
    painter.setPen(QPen(theme.changed, pen, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    const double in = pen / 2;
    painter.drawRect(
        QRectF(start, row.top(), end - start, row.height()).adjusted(in, in, -in, -in));
  }
}

void SpinRaster::drawPicture() {
  const double ratio = devicePixelRatioF();
  picture_ = QImage((QSizeF(size()) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
  picture_.setDevicePixelRatio(ratio);
  picture_.fill(Qt::transparent);
  QPainter painter(&picture_);
  for (int n = 1; n <= layout_.layers(); ++n) {
    if (layout_.size(n) == 0) continue;
    drawLayer(painter, n);
    painter.setRenderHint(QPainter::Antialiasing);
    if (history_->nudgeSweeps > 0) drawFlips(painter, n);
    painter.setRenderHint(QPainter::Antialiasing, false);
  }
  stale_ = false;
}

void SpinRaster::paintHead(QPainter& painter) const {
  const Theme& theme = Theme::of(this);
  const QString title = tr("spins over the schedule");
  painter.setFont(Theme::bold(font()));
  painter.setPen(theme.text);
  const QRectF head(kRasterMargin, 2, width() - 2 * kRasterMargin, fontMetrics().height() + 6);
  painter.drawText(head, Qt::AlignVCenter | Qt::AlignLeft, title);
  const double taken = QFontMetrics(painter.font()).horizontalAdvance(title) + 2 * kRasterMargin;
  painter.setFont(Theme::small(font()));
  paintKey(painter, taken);
}

void SpinRaster::paintKey(QPainter& painter, double taken) const {
  const Theme& theme = Theme::of(this);
  const QFontMetrics metrics(painter.font());
  const double side = metrics.ascent() - 1;
  double right = width() - kRasterMargin;
  const auto entry = [&](const QString& text, QRgb inside, bool outlined) {
    const double needed = metrics.horizontalAdvance(text) + side + 20;
    if (right - needed < taken) return;
    const double middle = (fontMetrics().height() + 10) / 2.0;
    painter.setPen(theme.text);
    painter.drawText(QRectF(right - needed + side + 6, middle - 20, needed, 40),
                     Qt::AlignVCenter | Qt::AlignLeft, text);
    const QRectF box(right - needed, middle - side / 2, side, side);
    painter.fillRect(box, QColor::fromRgb(inside));
    painter.setPen(QPen(outlined ? theme.changed : theme.muted, outlined ? 2 : 1));
    painter.drawRect(box);
    right -= needed;
  };
  const auto& scale = ColourScales::table(ColourScale::Cividis);
  if (history_ && history_->nudgeSweeps > 0) entry(tr("flipped"), scale[255], true);
  entry(QStringLiteral("+1"), scale[255], false);
  entry(QStringLiteral("−1"), scale[0], false);
}

void SpinRaster::paintPhases(QPainter& painter) const {
  const Theme& theme = Theme::of(this);
  const QFontMetrics metrics(painter.font());
  const QRectF area = layout_.area();
  const int line = metrics.height();
  const auto phase = [&](double from, double to, const QColor& colour, const QStringList& names,
                         int first, int last) {
    painter.fillRect(QRectF(from, area.top() - kPhaseBar - 3, to - from, kPhaseBar), colour);
    painter.setPen(colour);
    const QRectF above(from, area.top() - kPhaseBar - 3 - line, to - from, line);
    for (const QString& name : names) {
      if (metrics.horizontalAdvance(name) > to - from) continue;
      painter.drawText(above, Qt::AlignCenter, name);
      break;
    }
    painter.setPen(theme.muted);
    const QRectF below(from + 2, area.bottom() + 3, to - from - 4, line);
    const QString begin = QString::number(first);
    const QString middle = tr("sweep");
    const QString end = QString::number(last);
    const int ends = metrics.horizontalAdvance(begin + end) + 16;
    if (ends > to - from) return;
    painter.drawText(below, Qt::AlignLeft, begin);
    painter.drawText(below, Qt::AlignRight, end);
    if (ends + metrics.horizontalAdvance(middle) + 16 > to - from) return;
    painter.drawText(below, Qt::AlignHCenter, middle);
  };
  const QStringList first = history_->ofProblem ? QStringList{tr("forward anneal"), tr("anneal")}
                                                : QStringList{tr("free phase"), tr("free")};
  phase(area.left(), layout_.freeEnd(), theme.free, first, 0, history_->freeSweeps);
  if (history_->nudgeSweeps == 0) return;
  phase(layout_.left(history_->freeSweeps + 1), area.right(), nudgeColour(),
        {tr("nudge phase"), tr("nudge")}, 1, history_->nudgeSweeps);
}

void SpinRaster::paintSides(QPainter& painter) const {
  const Theme& theme = Theme::of(this);
  const int line = lineOf(this);
  for (int n = 1; n <= layout_.layers(); ++n) {
    const QRectF whole = layout_.layer(n);
    painter.fillRect(QRectF(whole.left() - kHue - 3, whole.top(), kHue, whole.height()),
                     theme.layerColour(n));
    if (whole.height() < line * 0.8) continue;  // names would run into each other
    const QRectF middle(0, whole.center().y() - line / 2.0, 0, line);
    painter.setFont(Theme::small(font()));
    painter.setPen(theme.text);
    painter.drawText(
        QRectF(kRasterMargin, middle.top(), whole.left() - kHue - 8 - kRasterMargin, line),
        Qt::AlignVCenter | Qt::AlignRight, layerName(n));
    if (history_->nudgeSweeps == 0) continue;
    const double x = whole.right() + kGutter;
    painter.setFont(flipped(n) > 0 ? Theme::bold(painter.font()) : painter.font());
    painter.setPen(flipped(n) > 0 ? nudgeColour() : theme.muted);
    painter.drawText(QRectF(x, middle.top(), width() - kRasterMargin - x, line),
                     Qt::AlignVCenter | Qt::AlignRight, countText(flipped(n)));
  }
}

void SpinRaster::paintMarks(QPainter& painter) const {
  const Theme& theme = Theme::of(this);
  const QRectF area = layout_.area();
  if (selected_) {
    const QRectF row = layout_.row(*selected_);
    const double y = row.center().y();
    const double tip = row.left() - 1;
    // An arrow that a row of one pixel can have too; an outline would hide its neighbours.
    painter.setPen(QPen(theme.surface, 1.5));
    painter.setBrush(theme.text);
    painter.drawPolygon(
        QPolygonF{QPointF(tip, y), QPointF(tip - 13, y - 7), QPointF(tip - 13, y + 7)});
    painter.setBrush(Qt::NoBrush);
    if (row.height() >= kOutline) {
      painter.setPen(QPen(theme.surface, 4));
      painter.drawRect(row);
      painter.setPen(QPen(theme.text, 2));
      painter.drawRect(row);
    }
  }
  const double x = layout_.middle(time_);
  painter.setPen(QPen(theme.surface, Theme::stroke(3.5)));
  painter.drawLine(QPointF(x, area.top() - kPhaseBar - 1), QPointF(x, area.bottom() + 2));
  painter.setPen(QPen(theme.text, Theme::stroke(1.5)));
  painter.drawLine(QPointF(x, area.top() - kPhaseBar - 1), QPointF(x, area.bottom() + 2));
}

void SpinRaster::paintEvent(QPaintEvent*) {
  const Theme& theme = Theme::of(this);
  QPainter painter(this);
  painter.fillRect(rect(), theme.surface);
  paintHead(painter);
  if (!history_) {
    painter.setFont(font());
    painter.setPen(theme.muted);
    painter.drawText(QRectF(rect()).adjusted(20, 30, -20, -10), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Press Sample to watch the spins of both anneals."));
  } else {
    if (!qFuzzyCompare(picture_.devicePixelRatio(), devicePixelRatioF())) stale_ = true;
    if (stale_) drawPicture();
    painter.drawImage(QPointF(), picture_);
    paintPhases(painter);
    paintSides(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMarks(painter);
  }
  if (!hasFocus()) return;
  painter.setPen(QPen(theme.accent, 1, Qt::DotLine));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5));
}

}  // namespace nudge
