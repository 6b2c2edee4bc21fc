#include "widgets/OutputsView.h"

#include <algorithm>
#include <cmath>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include "widgets/PlotExport.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

int lineHeight(const QWidget* widget) { return widget->fontMetrics().height() + 8; }

}  // namespace

OutputsView::OutputsView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("outputs"));
  setAccessibleName(tr("Outputs beside their target"));
  setFocusPolicy(Qt::StrongFocus);
  installExportMenu(*this);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

double OutputsView::mean(const Vector& values, int number) const {
  return static_cast<double>(values.segment(number * perClass_, perClass_).mean());
}

void OutputsView::setOutputs(const Vector& outputs, const Vector& target, int perClass) {
  outputs_ = outputs;
  target_ = target.size() == outputs.size() ? target : Vector();
  perClass_ = std::max(1, perClass);
  classes_ = static_cast<int>(outputs.size()) / perClass_;
  predicted_ = label_ = -1;
  for (int c = 0; c < classes_; ++c) {
    if (predicted_ < 0 || mean(outputs_, c) > mean(outputs_, predicted_)) predicted_ = c;
    if (target_.size() > 0 && mean(target_, c) >= 0.5) label_ = c;
  }
  const QString said = verdict();
  if (accessibleDescription() != said) setAccessibleDescription(said);
  update();
}

void OutputsView::setFree(const Vector* freeOutputs) {
  free_ = freeOutputs ? *freeOutputs : Vector();
  update();
}

void OutputsView::setPhase(Phase phase, double beta) {
  phase_ = phase;
  beta_ = beta;
  update();
}

void OutputsView::setClassNames(const QStringList& names) {
  names_ = names;
  update();
}

QString OutputsView::nameOf(int number) const {
  return number < names_.size() ? names_[number] : QString::number(number);
}

QString OutputsView::verdict() const {
  if (predicted_ < 0) return tr("no outputs yet");
  if (label_ < 0) return tr("predicts %1").arg(nameOf(predicted_));
  if (label_ == predicted_) return tr("predicts %1: right").arg(nameOf(predicted_));
  return tr("predicts %1: wrong, it is %2").arg(nameOf(predicted_), nameOf(label_));
}

QString OutputsView::shortVerdict() const {
  if (predicted_ < 0 || label_ < 0) return verdict();
  return label_ == predicted_ ? tr("right: %1").arg(nameOf(label_))
                              : tr("wrong: %1, not %2").arg(nameOf(predicted_), nameOf(label_));
}

QSize OutputsView::sizeHint() const { return {Theme::scaled(this, 210), Theme::scaled(this, 264)}; }

QSize OutputsView::minimumSizeHint() const {
  return {Theme::scaled(this, 130), 2 * lineHeight(this) + 100};
}

QRectF OutputsView::rows() const {
  return QRectF(rect()).adjusted(0, lineHeight(this), 0, -lineHeight(this));
}

int OutputsView::classAt(const QPointF& position) const {
  const QRectF area = rows();
  if (classes_ == 0 || !area.contains(position)) return -1;
  const int number = static_cast<int>((position.y() - area.top()) / rowHeight());
  return number < classes_ ? number : -1;
}

double OutputsView::rowHeight() const {
  // A few classes should not become posters.
  return std::min(rows().height() / std::max(1, classes_), 1.0 * Theme::scaled(this, 60));
}

void OutputsView::paintRow(QPainter& painter, int number, const QRectF& row, double labelWidth,
                           bool named) const {
  const Theme& theme = Theme::of(this);
  const bool predicted = number == predicted_;
  const double thick = std::clamp(row.height() * 0.56, 2.0, 26.0);
  const QRectF track(row.left() + labelWidth + 8, row.center().y() - thick / 2,
                     row.width() - labelWidth - 16, thick);
  if (named) {
    painter.setFont(predicted ? Theme::bold(font()) : font());
    painter.setPen(predicted || number == label_ ? theme.text : theme.muted);
    painter.drawText(QRectF(row.left(), row.center().y() - 20, labelWidth, 40),
                     Qt::AlignRight | Qt::AlignVCenter, nameOf(number));
  }
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.grid);
  painter.drawRoundedRect(track, 2, 2);
  const double value = std::clamp(mean(outputs_, number), 0.0, 1.0);
  QColor colour = theme.phaseColour(phase_, beta_);
  if (!predicted) colour.setAlphaF(0.55F);
  painter.setBrush(colour);
  // A sliver even at zero says that there is a bar to watch.
  painter.drawRoundedRect(
      QRectF(track.topLeft(), QSizeF(std::max(2.0, value * track.width()), thick)), 2, 2);
  if (free_.size() == outputs_.size()) {
    const double before = std::clamp(mean(free_, number), 0.0, 1.0);
    painter.setBrush(theme.free);
    painter.drawRect(QRectF(track.left(), track.bottom() - thick / 4,
                            std::max(2.0, before * track.width()), thick / 4));
  }
  if (perClass_ > 1) {
    QColor tick = theme.text;
    tick.setAlphaF(0.6F);
    painter.setPen(QPen(tick, 1));
    for (int i = 0; i < perClass_; ++i) {
      const double s = std::clamp(static_cast<double>(outputs_[number * perClass_ + i]), 0.0, 1.0);
      const double x = track.left() + s * track.width();
      painter.drawLine(QPointF(x, track.top() + 1), QPointF(x, track.top() + thick / 3));
    }
  }
  if (target_.size() > 0) {
    // ŷ is a notch across the bar, standing out where it is one.
    const bool one = number == label_;
    const double x = track.left() + (one ? track.width() : 0);
    painter.setPen(QPen(one ? theme.text : theme.muted, Theme::stroke(one ? 3 : 1.5)));
    const double over = one ? std::min(4.0, row.height() * 0.2) : 0;
    painter.drawLine(QPointF(x, track.top() - over), QPointF(x, track.bottom() + over));
  }
}

void OutputsView::paintEvent(QPaintEvent*) {
  const Theme& theme = Theme::of(this);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QFontMetrics metrics(Theme::bold(font()));
  painter.setFont(Theme::bold(font()));
  painter.setPen(theme.text);
  const QRectF head(0, 0, width(), lineHeight(this));
  painter.drawText(head, Qt::AlignVCenter | Qt::AlignLeft, tr("outputs"));
  if (target_.size() > 0) {
    painter.setFont(Theme::small(font()));
    painter.setPen(theme.muted);
    const QString legend = tr("▎target ŷ");
    if (metrics.horizontalAdvance(tr("outputs") + legend) + 8 < width()) {
      painter.drawText(head.adjusted(0, 0, -6, 0), Qt::AlignVCenter | Qt::AlignRight, legend);
    }
  }
  if (classes_ > 0) {
    double labelWidth = 0;
    for (int c = 0; c < classes_; ++c) {
      labelWidth = std::max<double>(labelWidth, metrics.horizontalAdvance(nameOf(c)));
    }
    labelWidth = std::min(labelWidth + 2, width() / 2.5);
    const QRectF area = rows();
    const double each = rowHeight();
    // When rows are lower than their names, every so-manieth is named.
    const int step = std::max(1, static_cast<int>(std::ceil(metrics.height() * 0.82 / each)));
    for (int c = 0; c < classes_; ++c) {
      const QRectF row(0, area.top() + c * each, width(), each);
      paintRow(painter, c, row, labelWidth, c % step == 0);
      if (selected_ < 0 || selected_ / perClass_ != c) continue;
      painter.setBrush(Qt::NoBrush);
      painter.setPen(QPen(theme.text, Theme::stroke(1.2)));
      painter.drawRoundedRect(row.adjusted(1, 0, -1, 0), 2, 2);
    }
  }
  const QString said = verdict();
  const bool known = label_ >= 0 && predicted_ >= 0;
  painter.setFont(Theme::bold(font()));
  painter.setPen(!known ? theme.muted : label_ == predicted_ ? theme.right : theme.wrong);
  const QRectF foot(0, rows().top() + (classes_ > 0 ? classes_ * rowHeight() : rows().height()),
                    width(), lineHeight(this));
  const bool fits = metrics.horizontalAdvance(said) <= width();
  painter.drawText(foot, Qt::AlignVCenter | Qt::AlignLeft,
                   metrics.elidedText(fits ? said : shortVerdict(), Qt::ElideRight, width()));
  Theme::paintFocus(painter, *this);
}

bool OutputsView::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const int number = classAt(help->pos());
  QString text =
      tr("<b>Outputs s<sup>L</sup></b><br>Each bar is the mean of a class's outputs; "
         "the largest is the prediction. The mark at the right end is the target ŷ = "
         "1.<br>The nudge pulls with the force β(ŷ − s<sup>L</sup>).");
  if (number >= 0) {
    text = tr("<b>class %1</b><br>mean of s<sup>L</sup> = %2")
               .arg(nameOf(number))
               .arg(mean(outputs_, number), 0, 'f', 3);
    if (target_.size() > 0) text += tr("<br>target ŷ = %1").arg(mean(target_, number));
    if (perClass_ > 1) text += tr("<br>%1 outputs of this class (ticks)").arg(perClass_);
  }
  QToolTip::showText(help->globalPos(), text, this);
  return true;
}

void OutputsView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) updateGeometry();
  QWidget::changeEvent(event);
}

void OutputsView::mousePressEvent(QMouseEvent* event) {
  const int number = classAt(event->position());
  if (number >= 0) emit outputPicked(number * perClass_);
}

void OutputsView::keyPressEvent(QKeyEvent* event) {
  const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
  if (step == 0 || classes_ == 0) return QWidget::keyPressEvent(event);
  const int from = selected_ < 0 ? (step > 0 ? -1 : classes_) : selected_ / perClass_;
  emit outputPicked(std::clamp(from + step, 0, classes_ - 1) * perClass_);
}

void OutputsView::setSelected(int output) {
  selected_ = output;
  update();
}

}  // namespace nudge
