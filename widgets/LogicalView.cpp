#include "widgets/LogicalView.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include "widgets/ChipSprites.h"
#include "widgets/PlotExport.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {
constexpr int kLayersMargin = 10;
constexpr int kBetween = 14;  // pixels between layers
constexpr int kLargest = 22;  // pixels of a cell
constexpr double kFadedLink = 0.18;
}  // namespace

LogicalView::LogicalView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("logical-view"));
  setAccessibleName(tr("The network that is placed"));
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  installExportMenu(*this);
}

void LogicalView::setLayers(std::vector<int> sizes) {
  use_.reset();
  sizes_ = std::move(sizes);
  followed_ = -1;
  layOut();
}

void LogicalView::setUse(std::shared_ptr<const ChipUse> use) {
  use_ = std::move(use);
  if (use_) {
    sizes_.clear();
    for (int n = 1; n <= use_->layers(); ++n) sizes_.push_back(use_->layerSize(n));
  }
  follow(followed_);
  layOut();
}

void LogicalView::setColours(ChainColours colours) {
  colours_ = colours;
  update();
}

void LogicalView::follow(int variable) {
  followed_ = variable >= 0 && variable < neurons() ? variable : -1;
  setAccessibleDescription(followed_ < 0
                               ? tr("%n layer(s)", nullptr, static_cast<int>(sizes_.size()))
                               : describe(followed_));
  update();
}

int LogicalView::neurons() const { return std::accumulate(sizes_.begin(), sizes_.end(), 0); }

void LogicalView::layOut() {
  firsts_.assign(sizes_.size(), 0);
  for (std::size_t n = 1; n < sizes_.size(); ++n) firsts_[n] = firsts_[n - 1] + sizes_[n - 1];
  grids_.clear();
  if (sizes_.empty()) return update();
  const int head = 2 * fontMetrics().height() + 14;
  const int count = static_cast<int>(sizes_.size());
  const int room = std::max(count, width() - 2 * kLayersMargin - (count - 1) * kBetween);
  // Wider layers get more of the width, but no layer less than its name needs.
  std::vector<double> wishes;
  for (const int size : sizes_) wishes.push_back(std::sqrt(static_cast<double>(size)) + 2);
  const double all = std::accumulate(wishes.begin(), wishes.end(), 0.0);
  double left = kLayersMargin;
  for (std::size_t n = 0; n < sizes_.size(); ++n) {
    const double wide = room * wishes[n] / all;
    const QRect area(static_cast<int>(left), head, std::max(1, static_cast<int>(wide)),
                     std::max(1, height() - head - kLayersMargin));
    grids_.push_back(CellGrid::fit(sizes_[n], area, kLargest));
    grids_.back().origin = area.topLeft();
    left += wide + kBetween;
  }
  update();
}

int LogicalView::layerOf(int variable) const {
  const auto after = std::upper_bound(firsts_.begin(), firsts_.end(), variable);
  return static_cast<int>(after - firsts_.begin());
}

QRect LogicalView::cellRect(int variable) const {
  const auto n = static_cast<std::size_t>(layerOf(variable) - 1);
  return grids_.at(n).rect(variable - firsts_[n]);
}

int LogicalView::variableAt(const QPoint& position) const {
  for (std::size_t n = 0; n < grids_.size(); ++n) {
    const int place = grids_[n].at(position);
    if (place >= 0 && place < sizes_[n]) return firsts_[n] + place;
  }
  return -1;
}

QString LogicalView::describe(int variable) const {
  if (variable < 0 || variable >= neurons()) return {};
  const int n = layerOf(variable);
  QString text =
      tr("layer %1, neuron %2").arg(n).arg(variable - firsts_[static_cast<std::size_t>(n - 1)]);
  if (use_) {
    text += tr(": a chain of %n qubit(s)", nullptr, static_cast<int>(use_->chain(variable).size()));
    text += tr(", coupled to %n neuron(s)", nullptr,
               static_cast<int>(use_->neighbours(variable).size()));
  }
  return text;
}

void LogicalView::pick(int variable) {
  follow(variable);
  emit variablePicked(followed_);
}

void LogicalView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  pick(variableAt(event->position().toPoint()));
}

void LogicalView::keyPressEvent(QKeyEvent* event) {
  if (sizes_.empty()) return QWidget::keyPressEvent(event);
  const int at = followed_;
  const auto n = static_cast<std::size_t>(at < 0 ? 0 : layerOf(at) - 1);
  const int columns = grids_.empty() ? 1 : grids_[n].columns;
  const auto step = [&](int by) { pick(std::clamp(at < 0 ? 0 : at + by, 0, neurons() - 1)); };
  switch (event->key()) {
    case Qt::Key_Left:
      return step(-1);
    case Qt::Key_Right:
      return step(1);
    case Qt::Key_Up:
      return step(-columns);
    case Qt::Key_Down:
      return step(columns);
    case Qt::Key_PageDown:
      return pick(firsts_[std::min(n + 1, firsts_.size() - 1)]);
    case Qt::Key_PageUp:
      return pick(firsts_[n > 0 ? n - 1 : 0]);
    case Qt::Key_Escape:
      return pick(-1);
    default:
      return QWidget::keyPressEvent(event);
  }
}

bool LogicalView::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  QString text = describe(variableAt(help->pos()));
  if (text.isEmpty()) {
    text =
        tr("<b>The network that is placed</b><br>A cell is a neuron in the colour of its chain "
           "on the chip. The input layer is not placed: what it asks of layer 1 is a field.<br>"
           "Click or arrow keys follow a neuron; PgUp and PgDn change the layer; Esc lets go.");
  }
  QToolTip::showText(help->globalPos(), text, this);
  return true;
}

void LogicalView::paintLayer(QPainter& painter, int n) const {
  const Theme& theme = Theme::of(this);
  const auto l = static_cast<std::size_t>(n - 1);
  const CellGrid& grid = grids_[l];
  const std::vector<QColor> palette = chainPalette(colours_, theme);
  const int gap = grid.cell.width() > 2 ? 1 : 0;
  for (int i = 0; i < sizes_[l]; ++i) {
    const int variable = firsts_[l] + i;
    QColor colour = veiled(theme.muted, theme.surface, 0.35);
    if (use_) colour = palette[static_cast<std::size_t>(chainColour(colours_, *use_, variable))];
    const bool lit =
        followed_ < 0 || variable == followed_ || (use_ && use_->coupled(followed_, variable));
    if (!lit) colour = veiled(colour, theme.surface, kFadedLink);
    painter.fillRect(grid.rect(i).adjusted(0, 0, -gap, -gap), colour);
  }
}

void LogicalView::paintEvent(QPaintEvent*) {
  const Theme& theme = Theme::of(this);
  QPainter painter(this);
  painter.fillRect(rect(), theme.surface);
  painter.setPen(theme.text);
  painter.setFont(Theme::bold(font()));
  const int line = fontMetrics().height();
  painter.drawText(QRect(kLayersMargin, 4, width() - 2 * kLayersMargin, line + 4), Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(tr("network, its input aside"), Qt::ElideRight,
                                                    width() - 2 * kLayersMargin));
  for (std::size_t l = 0; l < grids_.size(); ++l) {
    const int n = static_cast<int>(l) + 1;
    const int left = grids_[l].origin.x();
    const int right =
        l + 1 < grids_.size() ? grids_[l + 1].origin.x() - 4 : width() - kLayersMargin;
    painter.setFont(Theme::small(font()));
    painter.setPen(theme.layerColour(n));
    const QFontMetrics metrics(painter.font());
    const QString whole = tr("layer %1 · %L2").arg(n).arg(sizes_[l]);
    const bool fits = metrics.horizontalAdvance(whole) <= right - left;
    painter.drawText(QRect(left, line + 8, right - left, line + 2), Qt::AlignVCenter,
                     fits ? whole : QString::number(n));
    paintLayer(painter, n);
  }
  if (followed_ >= 0 && !grids_.empty()) {
    const QRect cell = cellRect(followed_).adjusted(-1, -1, 0, 0);
    painter.setPen(QPen(theme.surface, 4));
    painter.drawRect(cell);
    painter.setPen(QPen(theme.text, 2));
    painter.drawRect(cell);
  }
  if (!hasFocus()) return;
  painter.setPen(QPen(theme.accent, 1, Qt::DotLine));
  painter.drawRect(rect().adjusted(1, 1, -2, -2));
}

void LogicalView::resizeEvent(QResizeEvent*) { layOut(); }

void LogicalView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) layOut();
  QWidget::changeEvent(event);
}

QSize LogicalView::sizeHint() const { return {Theme::scaled(this, 260), Theme::scaled(this, 220)}; }

QSize LogicalView::minimumSizeHint() const {
  return {Theme::scaled(this, 180), Theme::scaled(this, 110)};
}

}  // namespace nudge
