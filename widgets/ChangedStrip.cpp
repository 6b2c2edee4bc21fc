#include "widgets/ChangedStrip.h"

#include <algorithm>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include "widgets/PlotExport.h"
#include "widgets/Theme.h"

namespace nudge {

ChangedStrip::ChangedStrip(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("changed-strip"));
  setAccessibleName(tr("Neurons that the nudge changed, per layer"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  setFocusPolicy(Qt::StrongFocus);
  installExportMenu(*this);
}

void ChangedStrip::setTrajectory(std::shared_ptr<const Trajectory> trajectory, int sample) {
  trajectory_ = std::move(trajectory);
  sample_ = sample;
  rebuild();
}

void ChangedStrip::setTolerance(float tolerance) {
  tolerance_ = tolerance;
  rebuild();
}

void ChangedStrip::setIndex(int index) {
  if (index == index_) return;
  index_ = index;
  update();
}

void ChangedStrip::rebuild() {
  rows_.clear();
  if (trajectory_ && !trajectory_->frames.empty()) {
    const auto& frames = trajectory_->frames;
    const auto count = std::count_if(frames.begin(), frames.end(),
                                     [](const Frame& f) { return f.phase == Phase::Free; });
    free_ = std::max(0, static_cast<int>(count) - 1);
    const Frame& settled = frames[static_cast<std::size_t>(free_)];
    for (std::size_t n = 0; n < settled.activations.size(); ++n) {
      if (sample_ >= settled.activations[n].cols()) continue;
      Row row;
      row.neurons = static_cast<int>(settled.activations[n].rows());
      for (auto i = static_cast<std::size_t>(free_); i < frames.size(); ++i) {
        const auto difference =
            (frames[i].activations[n].col(sample_) - settled.activations[n].col(sample_)).array();
        row.counts.push_back(static_cast<int>((difference.abs() > tolerance_).count()));
      }
      rows_.push_back(std::move(row));
    }
  }
  widest_.clear();
  for (const Row& row : rows_) {
    const QString count = QStringLiteral("%L1 / %L1").arg(row.neurons);
    if (count.size() > widest_.size()) widest_ = count;
  }
  setAccessibleDescription(blocked());
  updateGeometry();
  update();
}

int ChangedStrip::changed(int layer) const {
  const auto n = static_cast<std::size_t>(layer) - 1;
  if (layer < 1 || n >= rows_.size() || index_ < free_) return 0;
  const auto at = static_cast<std::size_t>(index_ - free_);
  return rows_[n].counts[std::min(at, rows_[n].counts.size() - 1)];
}

QString ChangedStrip::blocked() const {
  if (rows_.size() < 2 || rows_.back().counts.back() == 0) return {};
  for (std::size_t n = rows_.size() - 1; n-- > 0;) {
    if (rows_[n].counts.back() == 0) {
      return tr("error blocked: no neuron of layer %1 changed").arg(n + 1);
    }
  }
  return {};
}

QString ChangedStrip::csv() const {
  QString text = QStringLiteral("layer,step of the nudge phase,changed neurons\n");
  for (std::size_t n = 0; n < rows_.size(); ++n) {
    for (std::size_t k = 0; k < rows_[n].counts.size(); ++k) {
      text += QStringLiteral("%1,%2,%3\n").arg(n + 1).arg(k).arg(rows_[n].counts[k]);
    }
  }
  return text;
}

QSize ChangedStrip::sizeHint() const {
  const int rows = static_cast<int>(std::max<std::size_t>(rows_.size(), 2)) + 2;
  return {Theme::scaled(this, 260), rows * (fontMetrics().height() + 10)};
}

QSize ChangedStrip::minimumSizeHint() const {
  const int rows = static_cast<int>(std::max<std::size_t>(rows_.size(), 2)) + 2;
  return {Theme::scaled(this, 190), rows * (fontMetrics().height() + 2)};
}

double ChangedStrip::rowHeight() const {
  const double line = fontMetrics().height() + 8;
  const double room = height() - 2 * line;
  return std::min(room / static_cast<double>(std::max<std::size_t>(1, rows_.size())), 2.4 * line);
}

void ChangedStrip::paintRow(QPainter& painter, std::size_t layer, const QRectF& area) const {
  const Theme& theme = Theme::of(this);
  const Row& row = rows_[layer];
  const QColor hue = theme.layerColour(static_cast<int>(layer) + 1);
  const QFontMetrics metrics(Theme::bold(font()));
  const double nameWidth = metrics.horizontalAdvance(tr("layer %1").arg(8)) + 10;
  const double countWidth = metrics.horizontalAdvance(widest_) + 6;
  painter.setPen(theme.text);
  painter.setFont(font());
  const bool output = layer + 1 == rows_.size();
  painter.drawText(QRectF(area.left(), area.top(), nameWidth, area.height()),
                   Qt::AlignVCenter | Qt::AlignLeft,
                   output ? tr("outputs") : tr("layer %1").arg(layer + 1));
  const int now = changed(static_cast<int>(layer) + 1);
  painter.setFont(now > 0 ? Theme::bold(font()) : font());
  painter.setPen(now > 0 ? theme.text : theme.muted);
  painter.drawText(QRectF(area.right() - countWidth, area.top(), countWidth, area.height()),
                   Qt::AlignVCenter | Qt::AlignRight,
                   QStringLiteral("%L1 / %L2").arg(now).arg(row.neurons));
  const QRectF plot = area.adjusted(nameWidth, 3, -countWidth - 6, -3);
  if (plot.width() < 12) return;
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.bandColour(Phase::Nudge, static_cast<double>(trajectory_->nudge.beta)));
  painter.drawRoundedRect(plot, 2, 2);
  const auto steps = static_cast<double>(row.counts.size() - 1);
  const int most = std::max(1, *std::max_element(row.counts.begin(), row.counts.end()));
  const auto point = [&](std::size_t k) {
    const double x = steps > 0 ? static_cast<double>(k) / steps : 0;
    return QPointF(plot.left() + x * plot.width(),
                   plot.bottom() - 1 - row.counts[k] * (plot.height() - 3) / most);
  };
  QPainterPath path(point(0));
  for (std::size_t k = 1; k < row.counts.size(); ++k) path.lineTo(point(k));
  QPainterPath under = path;
  under.lineTo(plot.bottomRight());
  under.lineTo(plot.bottomLeft());
  QColor soft = hue;
  soft.setAlphaF(0.3F);
  painter.fillPath(under, soft);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(hue, Theme::stroke(1.8)));
  painter.drawPath(path);
  if (index_ >= free_ && steps > 0) {
    const double x = plot.left() + std::min(1.0, (index_ - free_) / steps) * plot.width();
    painter.setPen(QPen(theme.text, Theme::stroke(1.5)));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
  }
}

void ChangedStrip::paintEvent(QPaintEvent*) {
  const Theme& theme = Theme::of(this);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double line = fontMetrics().height() + 8;
  const QFontMetrics metrics(Theme::bold(font()));
  painter.setFont(Theme::bold(font()));
  painter.setPen(theme.text);
  painter.drawText(QRectF(0, 0, width(), line), Qt::AlignVCenter | Qt::AlignLeft,
                   metrics.elidedText(tr("changed by the nudge"), Qt::ElideRight, width()));
  for (std::size_t n = 0; n < rows_.size(); ++n) {
    paintRow(painter, n,
             QRectF(0, line + static_cast<double>(n) * rowHeight(), width(), rowHeight()));
  }
  const QString sign = blocked();
  QString said = tr("error reaches every layer");
  if (rows_.empty())
    said = tr("no trajectory yet");
  else if (!sign.isEmpty())
    said = QStringLiteral("⚠ ") + sign;
  else if (rows_.back().counts.back() == 0)
    said = tr("the nudge changed no output");
  painter.setFont(Theme::small(font()));
  painter.setPen(sign.isEmpty() ? theme.muted : theme.warning);
  const double under = line + static_cast<double>(rows_.size()) * rowHeight();
  painter.drawText(QRectF(0, std::min(under, height() - line), width(), line),
                   Qt::AlignVCenter | Qt::AlignLeft,
                   QFontMetrics(painter.font()).elidedText(said, Qt::ElideRight, width()));
  Theme::paintFocus(painter, *this);
}

bool ChangedStrip::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  QString text =
      tr("<b>Changed neurons</b><br>How many activations ρ(s) differ from the end of "
         "the free phase. Only their weights learn: a layer in which nothing changed "
         "gets no gradient.");
  const QString sign = blocked();
  if (!sign.isEmpty()) {
    text += tr("<br><br>%1. A larger β, more outputs per class or a smaller threshold distance "
               "let the error through.")
                .arg(sign);
  }
  QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text, this);
  return true;
}

void ChangedStrip::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) updateGeometry();
  QWidget::changeEvent(event);
}

void ChangedStrip::mousePressEvent(QMouseEvent* event) {
  const double line = fontMetrics().height() + 8;
  const int layer = static_cast<int>((event->position().y() - line) / rowHeight()) + 1;
  if (event->position().y() >= line && layer <= static_cast<int>(rows_.size())) {
    emit layerPicked(layer);
  }
}

void ChangedStrip::keyPressEvent(QKeyEvent* event) {
  const int number = event->key() == Qt::Key_Down ? picked_ + 1
                     : event->key() == Qt::Key_Up ? picked_ - 1
                                                  : 0;
  if (number < 1 || number > static_cast<int>(rows_.size())) return QWidget::keyPressEvent(event);
  picked_ = number;
  emit layerPicked(number);
}

}  // namespace nudge
