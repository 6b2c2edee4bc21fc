#include "widgets/SpinRaster.h"

#include <algorithm>
#include <cmath>

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

#include "core/machine/Settled.h"
#include "widgets/PlotExport.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {
constexpr double kClickShake = 4;  // pixels that a click may shake
}

SpinRaster::SpinRaster(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("spin-raster"));
  setAccessibleName(tr("Spins over the schedule"));
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  installExportMenu(*this);
}

void SpinRaster::setHistory(std::shared_ptr<const SpinHistory> history) {
  history_ = history && history->isWhole() ? std::move(history) : nullptr;
  flipped_.clear();
  QStringList counts;
  if (history_) {
    std::size_t spin = 0;
    for (const int size : history_->layers) {
      int count = 0;
      for (int i = 0; i < size; ++i) count += isFlipped(spin++) ? 1 : 0;
      flipped_.push_back(count);
      if (history_->ofProblem) continue;
      counts << tr("layer %1: %L2 flipped").arg(flipped_.size()).arg(count);
    }
    time_ = std::clamp(time_, 0, history_->times() - 1);
  }
  setAccessibleDescription(counts.join(QStringLiteral("; ")));
  if (selected_) setSelected(selected_);
  layOut();
  update();
}

void SpinRaster::setTime(int index) {
  const int wanted = history_ ? std::clamp(index, 0, history_->times() - 1) : std::max(0, index);
  if (wanted == time_) return;
  time_ = wanted;
  update();
}

void SpinRaster::setSelected(std::optional<NeuronId> neuron) {
  const bool exists =
      neuron && history_ && neuron->layer >= 1 &&
      neuron->layer <= static_cast<int>(history_->layers.size()) && neuron->neuron >= 0 &&
      neuron->neuron < history_->layers[static_cast<std::size_t>(neuron->layer - 1)];
  selected_ = exists ? neuron : std::nullopt;
  update();
}

void SpinRaster::setBeta(double beta) {
  beta_ = beta;
  update();
}

int SpinRaster::flipped(int layer) const {
  const auto n = static_cast<std::size_t>(layer) - 1;
  return layer >= 1 && n < flipped_.size() ? flipped_[n] : 0;
}

std::size_t SpinRaster::offsetOf(int layer) const {
  std::size_t offset = 0;
  for (int n = 1; n < layer; ++n) offset += static_cast<std::size_t>(layout_.size(n));
  return offset;
}

bool SpinRaster::isFlipped(std::size_t spin) const {
  return history_->at(history_->freeSweeps)[spin] != history_->at(history_->times() - 1)[spin];
}

QRectF SpinRaster::cellRect(const NeuronId& neuron, int time) const {
  const QRectF row = layout_.row(neuron);
  return {layout_.left(time), row.top(), layout_.columnWidth(), row.height()};
}

QString SpinRaster::describe(const QPointF& position) const {
  const QRectF area = layout_.area();
  if (!history_ || position.x() < area.left() || position.x() > area.right()) return {};
  const auto neuron = layout_.neuronAt(position.y());
  if (!neuron) return {};
  const int time = layout_.timeAt(position.x());
  const bool free = time <= history_->freeSweeps;
  const std::size_t spin = offsetOf(neuron->layer) + static_cast<std::size_t>(neuron->neuron);
  const QString value = history_->at(time)[spin] > 0 ? QStringLiteral("+1") : QStringLiteral("−1");
  if (history_->ofProblem)
    return tr("spin %L1, sweep %2: %3").arg(neuron->neuron).arg(time).arg(value);
  return tr("layer %1, neuron %L2, %3, sweep %4: %5")
      .arg(neuron->layer)
      .arg(neuron->neuron)
      .arg(free ? tr("free phase") : tr("nudge phase"))
      .arg(free ? time : time - history_->freeSweeps)
      .arg(value);
}

QString SpinRaster::layerName(int layer) const {
  return history_ && history_->ofProblem ? tr("spins") : tr("layer %1").arg(layer);
}

QString SpinRaster::csv() const {
  QString text = QStringLiteral("time,phase,sweep");
  if (!history_) return text + QLatin1Char('\n');
  for (std::size_t n = 1; n <= history_->layers.size(); ++n) {
    text += history_->ofProblem ? QStringLiteral(",spins") : QStringLiteral(",layer %1").arg(n);
  }
  text += QLatin1Char('\n');
  for (int time = 0; time < history_->times(); ++time) {
    const bool free = time <= history_->freeSweeps;
    text += QStringLiteral("%1,%2,%3")
                .arg(time)
                .arg(free ? QLatin1String("free") : QLatin1String("nudge"))
                .arg(free ? time : time - history_->freeSweeps);
    const std::int8_t* spin = history_->at(time);
    for (const int size : history_->layers) {
      text += QLatin1Char(',');
      for (int i = 0; i < size; ++i) text += *spin++ > 0 ? QLatin1Char('+') : QLatin1Char('-');
    }
    text += QLatin1Char('\n');
  }
  return text;
}

QSize SpinRaster::sizeHint() const { return {Theme::scaled(this, 560), Theme::scaled(this, 280)}; }

QSize SpinRaster::minimumSizeHint() const {
  return {Theme::scaled(this, 280), Theme::scaled(this, 150)};
}

QColor SpinRaster::nudgeColour() const { return Theme::of(this).phaseColour(Phase::Nudge, beta_); }

void SpinRaster::moveTo(int index) {
  if (!history_) return;
  const int wanted = std::clamp(index, 0, history_->times() - 1);
  if (wanted == time_) return;
  setTime(wanted);
  emit timePicked(wanted);
}

void SpinRaster::pick(const NeuronId& neuron) {
  setSelected(neuron);
  emit neuronPicked(neuron.layer, neuron.neuron);
}

void SpinRaster::stepNeuron(int by) {
  if (!history_) return;
  NeuronId next = selected_.value_or(NeuronId{1, by > 0 ? -1 : 0});
  next.neuron += by;
  // Over the gap into the next layer that has neurons.
  while (next.neuron < 0 && next.layer > 1) next.neuron += layout_.size(--next.layer);
  while (next.neuron >= layout_.size(next.layer) && next.layer < layout_.layers()) {
    next.neuron -= layout_.size(next.layer++);
  }
  if (next.neuron >= 0 && next.neuron < layout_.size(next.layer)) pick(next);
}

void SpinRaster::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !history_) return QWidget::mousePressEvent(event);
  pressedAt_ = event->position();
  // Above the rows only time can be meant.
  dragging_ = pressedAt_.y() < layout_.area().top();
  if (dragging_) moveTo(layout_.timeAt(pressedAt_.x()));
}

void SpinRaster::mouseMoveEvent(QMouseEvent* event) {
  if (!(event->buttons() & Qt::LeftButton) || !history_) return;
  const double moved = std::abs(event->position().x() - pressedAt_.x());
  dragging_ = dragging_ || moved > kClickShake;
  if (dragging_) moveTo(layout_.timeAt(event->position().x()));
}

void SpinRaster::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !history_) return;
  if (!dragging_) {
    if (const auto neuron = layout_.neuronAt(pressedAt_.y())) pick(*neuron);
  }
  dragging_ = false;
}

void SpinRaster::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
      return moveTo(time_ - 1);
    case Qt::Key_Right:
      return moveTo(time_ + 1);
    case Qt::Key_Home:
      return moveTo(0);
    case Qt::Key_End:
      return moveTo(history_ ? history_->times() - 1 : 0);
    case Qt::Key_Up:
      return stepNeuron(-1);
    case Qt::Key_Down:
      return stepNeuron(1);
    default:
      return QWidget::keyPressEvent(event);
  }
}

bool SpinRaster::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  QString text = describe(help->pos());
  if (text.isEmpty()) {
    text =
        tr("<b>Spins over the schedule</b><br>A row is a spin σ<sub>i</sub> = ±1, a column a "
           "sweep: dark −1, bright +1. Each sweep accepts a flip with probability "
           "min(1, e<sup>−ΔE/T</sup>).<br>The nudge phase starts from the end of the free "
           "phase. Marked spins ended otherwise: they are what the weights learn from, "
           "ΔW<sub>ij</sub> ∝ −(σ<sub>i</sub>σ<sub>j</sub>|nudge − "
           "σ<sub>i</sub>σ<sub>j</sub>|free).<br>Click picks a neuron; drag, ← or → moves "
           "through time.");
  }
  QToolTip::showText(help->globalPos(), text, this);
  return true;
}

void SpinRaster::changeEvent(QEvent* event) {
  const auto type = event->type();
  if (type == QEvent::PaletteChange || type == QEvent::FontChange || type == QEvent::StyleChange) {
    updateGeometry();
    layOut();
    update();
  }
  QWidget::changeEvent(event);
}

void SpinRaster::resizeEvent(QResizeEvent*) { layOut(); }

}  // namespace nudge
