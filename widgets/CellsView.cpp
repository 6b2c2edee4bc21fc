#include "widgets/CellsView.h"

#include <algorithm>
#include <cmath>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include "widgets/ColourScales.h"
#include "widgets/NumberText.h"
#include "widgets/PlotExport.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {
constexpr int kLargestCell = 56;  // logical pixels; ten outputs should not become posters
constexpr int kFrame = 5;         // room around the cells for the phase's frame and the focus

int headHeight(const QWidget* widget) { return widget->fontMetrics().height() + 8; }
int footHeight(const QWidget* widget) {
  return QFontMetrics(Theme::small(widget->font())).height() + 6;
}

void fill(QImage& image, const QRect& rect, QRgb colour) {
  const QRect inside = rect & image.rect();
  for (int y = inside.top(); y <= inside.bottom(); ++y) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    std::fill(line + inside.left(), line + inside.right() + 1, colour);
  }
}
}  // namespace

CellsView::CellsView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("cells"));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAccessibleName(tr("Neurons of a layer"));
  installExportMenu(*this);
}

void CellsView::setLayer(const QString& title, const QColor& colour) {
  title_ = title;
  colour_ = colour;
  setAccessibleName(tr("Neurons of %1").arg(title));
  update();
}

void CellsView::setLayer(const NetworkSpec& network, int n) {
  layer_ = n;
  const MapShape shape = network.shape(n);
  setLayer(tr("layer %1 · %2").arg(n).arg(sizeText(network, n)), QColor());
  setMap(network.isConvolution(n) ? QSize(shape.width, shape.height) : QSize());
}

void CellsView::setMap(const QSize& map) {
  if (map == map_) return;
  map_ = map;
  layOut();
  update();
}

void CellsView::setActivations(const Vector& activations) {
  const bool resized = activations.size() != activations_.size();
  activations_ = activations;
  if (resized) {
    layOut();
    if (selected_ >= activations_.size()) selected_ = -1;
  }
  refresh();
}

void CellsView::setReference(const Vector* freeActivations) {
  hasReference_ = freeActivations != nullptr;
  if (hasReference_) reference_ = *freeActivations;
  refresh();
}

void CellsView::setTolerance(float tolerance) {
  tolerance_ = tolerance;
  refresh();
}

void CellsView::setPhase(std::optional<Phase> phase, double beta) {
  if (phase_ == phase && beta_ == beta) return;
  phase_ = phase;
  beta_ = beta;
  update();
}

void CellsView::setSelected(int neuron) {
  const int wanted = neuron < activations_.size() ? std::max(neuron, -1) : -1;
  if (wanted == selected_) return;
  selected_ = wanted;
  update();
}

void CellsView::setDescribe(std::function<QString(int neuron)> describe) {
  describe_ = std::move(describe);
}

QSize CellsView::sizeHint() const { return {Theme::scaled(this, 240), Theme::scaled(this, 240)}; }

QSize CellsView::minimumSizeHint() const {
  // 20,000 neurons still get a pixel each.
  return {152, 145 + headHeight(this) + footHeight(this)};
}

bool CellsView::isChanged(Eigen::Index neuron) const {
  return std::abs(activations_[neuron] - reference_[neuron]) > tolerance_;
}

void CellsView::count() {
  const auto size = activations_.size();
  const bool comparable = hasReference_ && reference_.size() == size;
  active_ = static_cast<int>((activations_.array() >= 0.5F).count());
  changed_ =
      comparable
          ? static_cast<int>(((activations_ - reference_).array().abs() > tolerance_).count())
          : 0;
}

void CellsView::refresh() {
  count();
  stale_ = true;
  update();
}

QRect CellsView::gridArea() const {
  return rect().adjusted(kFrame, headHeight(this) + kFrame, -kFrame, -footHeight(this) - kFrame);
}

QRect CellsView::panelRect() const {
  // The frame hugs the rows; their whole width stays, so that the views of a row line up.
  QRect panel = gridArea().adjusted(-kFrame, -kFrame, kFrame, kFrame);
  if (grid_.count > 0) {
    const double ratio = picture_.isNull() ? devicePixelRatioF() : picture_.devicePixelRatio();
    const int used = static_cast<int>(std::ceil(grid_.bounds().height() / ratio)) + 2 * kFrame;
    panel.setHeight(std::min(panel.height(), used));
  }
  return panel;
}

void CellsView::layOut() {
  const double ratio = devicePixelRatioF();
  const QRect area = gridArea();
  const QRect device(0, 0, static_cast<int>(area.width() * ratio),
                     static_cast<int>(area.height() * ratio));
  const int largest = qRound(Theme::scaled(this, kLargestCell) * ratio);
  const auto neurons = static_cast<int>(activations_.size());
  const int cells = map_.width() * map_.height();
  grid_ = map_.isEmpty() ? CellGrid::fit(neurons, device, largest)
                         : CellGrid::fitMaps(neurons / cells, map_, device, largest);
  const QSize size = device.size().expandedTo({1, 1});
  if (picture_.size() != size) picture_ = QImage(size, QImage::Format_RGB32);
  picture_.setDevicePixelRatio(ratio);
  stale_ = true;
}

void CellsView::drawCell(int neuron, QRgb outline, int gap, int border) {
  QRect cell = grid_.rect(neuron).adjusted(0, 0, -gap, -gap);
  const auto index = static_cast<Eigen::Index>(neuron);
  if (hasReference_ && isChanged(index)) {
    fill(picture_, cell, outline);
    if (border == 0) return;  // too small for an outline: the whole cell is bright
    cell.adjust(border, border, -border, -border);
  }
  fill(picture_, cell,
       ColourScales::table(ColourScale::Cividis)[ColourScales::index(activations_[index])]);
}

void CellsView::draw() {
  const Theme& theme = Theme::of(this);
  const double ratio = picture_.devicePixelRatio();
  const int smaller = std::min(grid_.cell.width(), grid_.cell.height());
  // The cells of a map make one picture, without gaps.
  const int gap = !map_.isEmpty()         ? 0
                  : smaller >= 14 * ratio ? qRound(2 * ratio)
                  : smaller >= 5          ? qRound(ratio)
                                          : 0;
  const int border = smaller >= 16 * ratio   ? qRound(4 * ratio)
                     : smaller >= 10 * ratio ? qRound(3 * ratio)
                     : smaller >= 6          ? 2
                     : smaller >= 4          ? 1
                                             : 0;
  picture_.fill(theme.surface);
  const bool comparable = !hasReference_ || reference_.size() == activations_.size();
  const bool had = hasReference_;
  hasReference_ = had && comparable;
  for (int i = 0; i < grid_.count; ++i) drawCell(i, theme.changed.rgb(), gap, border);
  hasReference_ = had;
  stale_ = false;
}

QString CellsView::footer() const {
  if (activations_.size() == 0) return tr("no neurons yet");
  QString active = tr("%L1 active").arg(active_);
  if (!hasReference_) return active;
  return changed_ > 0 ? tr("%L1 changed").arg(changed_) : tr("none changed");
}

void CellsView::paintEvent(QPaintEvent*) {
  if (picture_.isNull() || !qFuzzyCompare(picture_.devicePixelRatio(), devicePixelRatioF())) {
    layOut();
  }
  if (stale_) draw();
  const Theme& theme = Theme::of(this);
  QPainter painter(this);
  const QRect area = gridArea();
  const QRect panel = panelRect();
  painter.fillRect(panel, theme.surface);
  painter.setClipRect(panel);
  painter.drawImage(area.topLeft(), picture_);
  painter.setClipping(false);
  // The phase frames the cells; without one a thin line does.
  const QColor frame = phase_ ? theme.phaseColour(*phase_, beta_) : theme.line;
  const double width = phase_ ? Theme::stroke(2) : 1;
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(frame, width));
  const double half = width / 2;
  painter.drawRoundedRect(QRectF(panel).adjusted(half, half, -half, -half), 3, 3);
  if (hasFocus()) {
    painter.setPen(QPen(theme.accent, 1, Qt::DotLine));
    painter.drawRect(QRectF(panel).adjusted(3, 3, -3, -3));
  }
  if (selected_ >= 0 && selected_ < grid_.count) {
    const QRectF cell = cellRect(selected_).adjusted(-2, -2, 1.5, 1.5);
    painter.setPen(QPen(theme.surface, 5));
    painter.drawRect(cell);
    painter.setPen(QPen(theme.text, 2.5));
    painter.drawRect(cell);
  }
  painter.setRenderHint(QPainter::Antialiasing, false);

  const int chip = std::max(10, fontMetrics().ascent() - 2);
  const QRect head(0, 0, this->width(), headHeight(this));
  if (!title_.isEmpty()) {
    painter.fillRect(QRect(0, (head.height() - chip) / 2, chip, chip),
                     colour_.isValid() ? colour_ : theme.layerColour(layer_));
  }
  painter.setPen(theme.text);
  painter.setFont(Theme::bold(font()));
  const QRect titleRect = head.adjusted(chip + 7, 0, 0, 0);
  painter.drawText(
      titleRect, Qt::AlignVCenter | Qt::AlignLeft,
      QFontMetrics(painter.font()).elidedText(title_, Qt::ElideRight, titleRect.width()));
  const bool marked = hasReference_ && changed_ > 0;
  painter.setFont(marked ? Theme::bold(Theme::small(font())) : Theme::small(font()));
  painter.setPen(marked ? theme.phaseColour(Phase::Nudge, beta_) : theme.muted);
  painter.drawText(QRect(0, panel.bottom() + 1, this->width(), footHeight(this)),
                   Qt::AlignBottom | Qt::AlignHCenter, footer());
}

QRectF CellsView::cellRect(int neuron) const {
  const double ratio = picture_.isNull() ? devicePixelRatioF() : picture_.devicePixelRatio();
  const QRect cell = grid_.rect(neuron);
  return {gridArea().topLeft() + QPointF(cell.topLeft()) / ratio, QSizeF(cell.size()) / ratio};
}

int CellsView::neuronAt(const QPointF& position) const {
  const QPointF inside = (position - gridArea().topLeft()) * devicePixelRatioF();
  return grid_.at(
      QPoint(static_cast<int>(std::floor(inside.x())), static_cast<int>(std::floor(inside.y()))));
}

bool CellsView::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const int neuron = neuronAt(help->pos());
  QString text;
  if (neuron < 0) {
    text = tr("<b>%1</b><br>A cell is a neuron, coloured by its activation ρ(s): dark = 0, "
              "yellow = 1.<br>An orange outline marks a neuron whose activation the nudge "
              "changed.<br>%L2 active (ρ(s) ≥ ½).")
               .arg(title_.toHtmlEscaped())
               .arg(active_);
  } else if (describe_) {
    text = describe_(neuron);
  } else {
    text = tr("neuron %L1<br>ρ(s) = %2")
               .arg(neuron)
               .arg(static_cast<double>(activations_[neuron]), 0, 'f', 3);
  }
  QToolTip::showText(help->globalPos(), text, this);
  return true;
}

void CellsView::changeEvent(QEvent* event) {
  switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
      updateGeometry();
      [[fallthrough]];
    case QEvent::PaletteChange:
      layOut();
      update();
      break;
    default:
      break;
  }
  QWidget::changeEvent(event);
}

void CellsView::resizeEvent(QResizeEvent*) { layOut(); }

void CellsView::pick(int neuron) {
  if (neuron < 0 || neuron >= activations_.size()) return;
  setSelected(neuron);
  emit neuronPicked(neuron);
}

void CellsView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  pick(neuronAt(event->position()));
}

void CellsView::mouseMoveEvent(QMouseEvent* event) {
  const int neuron = neuronAt(event->position());
  if (neuron == hovered_) return;
  hovered_ = neuron;
  emit neuronHovered(neuron);
}

void CellsView::leaveEvent(QEvent*) {
  if (hovered_ < 0) return;
  hovered_ = -1;
  emit neuronHovered(-1);
}

void CellsView::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(activations_.size()) - 1;
  const int from = std::max(selected_, 0);
  const int below = map_.isEmpty() ? grid_.columns : map_.width();
  switch (event->key()) {
    case Qt::Key_Left:
      return pick(selected_ < 0 ? 0 : std::max(0, from - 1));
    case Qt::Key_Right:
      return pick(selected_ < 0 ? 0 : std::min(last, from + 1));
    case Qt::Key_Up:
      return pick(selected_ < 0 ? 0 : from - below);
    case Qt::Key_Down:
      return pick(selected_ < 0 ? 0 : from + below);
    case Qt::Key_Home:
      return pick(0);
    case Qt::Key_End:
      return pick(last);
    default:
      return QWidget::keyPressEvent(event);
  }
}

}  // namespace nudge
