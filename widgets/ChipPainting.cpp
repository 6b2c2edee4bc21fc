// How a chip is drawn: couplers into a pixmap that is kept, qubits as copies of a few dots.
#include <algorithm>
#include <array>
#include <cmath>

#include <QPaintEngine>
#include <QPainter>

#include "widgets/ChipView.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

using Dot = ChipSprites::Dot;
using Weight = ChipSprites::Weight;

constexpr double kDot = 0.36;      // radius by the distance of the closest qubits
constexpr double kLeastDot = 1.4;  // pixels
constexpr double kMostDot = 15;
constexpr double kLabelSpacing = 30;        // pixels from which dots have names
constexpr double kCrowded = 3.2;            // pixels between qubits
constexpr double kAround = 0.15;            // of the view, drawn beyond its sides for dragging
constexpr std::size_t kSmoothLines = 3000;  // more than these are drawn without smoothing

struct Lines {
  QVector<QLineF> lines;
  QColor colour;
  double width = 1;
};

void draw(QPainter& painter, const Lines& some, bool smooth) {
  if (some.lines.isEmpty()) return;
  painter.setRenderHint(QPainter::Antialiasing, smooth);
  painter.setPen(QPen(some.colour, some.width, Qt::SolidLine, Qt::FlatCap));
  painter.drawLines(some.lines);
}

}  // namespace

void ChipView::redraw() {
  stale_ = true;
  update();
}

void ChipView::touch() { update(); }

double ChipView::dotRadius() const {
  return std::clamp(kDot * camera_.spacing(), kLeastDot, kMostDot);
}

bool ChipView::isLit(int variable) const {
  return lit_.empty() || (variable >= 0 && lit_[static_cast<std::size_t>(variable)] != 0);
}

void ChipView::paintEdges(QPainter& painter, const QRectF& region) const {
  const Theme& theme = Theme::of(this);
  const std::vector<QColor> colours = chainPalette(colours_, theme);
  const bool following = followed_ >= 0;
  const double thick = std::clamp(0.3 * camera_.spacing(), 1.2, 9.0) * Theme::stroke(1);
  // Where lines lie close, together they would be darker than chains.
  const double faint = camera_.spacing() < kCrowded ? 0.6 : 1;
  Lines unused, between, touching, own;
  unused.colour = veiled(theme.muted, theme.surface,
                         (following ? 0.09
                          : use_    ? 0.16
                                    : 0.3) *
                             faint);
  between.colour = veiled(theme.text, theme.surface, following ? 0.12 : 0.3);
  touching.colour = veiled(theme.text, theme.surface, 0.75);
  touching.width = std::clamp(0.06 * camera_.spacing(), 1.0, 2.2) * Theme::stroke(1);
  own.width = thick * 1.25;
  std::vector<Lines> chains(2 * colours.size());  // lit, then faded
  for (std::size_t c = 0; c < colours.size(); ++c) {
    chains[c].colour = following ? veiled(colours[c], theme.surface, 0.6) : colours[c];
    chains[c + colours.size()].colour = veiled(colours[c], theme.surface, 0.16);
    chains[c].width = chains[c + colours.size()].width = thick;
  }
  if (following)
    own.colour = colours[static_cast<std::size_t>(chainColour(colours_, *use_, followed_))];
  const auto couplers = chip_->couplers();
  for (std::size_t i = 0; i < couplers.size(); ++i) {
    const auto [u, v] = couplers[i];
    const QPointF from = places_[static_cast<std::size_t>(u)];
    const QPointF to = places_[static_cast<std::size_t>(v)];
    if (std::max(from.x(), to.x()) < region.left() || std::min(from.x(), to.x()) > region.right() ||
        std::max(from.y(), to.y()) < region.top() || std::min(from.y(), to.y()) > region.bottom())
      continue;
    const QLineF line(camera_.toWidget(from), camera_.toWidget(to));
    const CouplerUse use = use_ ? use_->couplerUse(i) : CouplerUse::Unused;
    if (use == CouplerUse::Unused) {
      unused.lines << line;
    } else if (use == CouplerUse::Between) {
      const bool touches =
          following && (use_->variableOf(u) == followed_ || use_->variableOf(v) == followed_);
      (touches ? touching : between).lines << line;
    } else {
      const int variable = use_->variableOf(u);
      const auto colour = static_cast<std::size_t>(chainColour(colours_, *use_, variable));
      (following && variable == followed_
           ? own
           : chains[isLit(variable) ? colour : colour + colours.size()])
              .lines
          << line;
    }
  }
  draw(painter, unused, static_cast<std::size_t>(unused.lines.size()) < kSmoothLines);
  draw(painter, between, static_cast<std::size_t>(between.lines.size()) < kSmoothLines);
  for (auto some = chains.rbegin(); some != chains.rend(); ++some) draw(painter, *some, true);
  draw(painter, touching, true);
  draw(painter, own, true);
}

void ChipView::paintLabels(QPainter& painter, const QRectF& region) const {
  if (camera_.spacing() < kLabelSpacing) return;
  const Theme& theme = Theme::of(this);
  painter.setFont(Theme::small(font()));
  const QFontMetrics metrics(painter.font());
  for (const Node& node : nodes_) {
    if (!region.contains(node.place)) continue;
    const QString text = node.variable >= 0 ? QStringLiteral("%1.%2")
                                                  .arg(use_->layerOf(node.variable))
                                                  .arg(use_->placeOf(node.variable))
                                            : QString::number(node.qubit);
    const QPointF at = camera_.toWidget(node.place);
    QRectF box(0, 0, metrics.horizontalAdvance(text) + 4, metrics.height());
    box.moveCenter(at + QPointF(0, dotRadius() + 2 + metrics.height() / 2.0));
    QColor behind = theme.surface;
    behind.setAlphaF(0.75F);
    painter.fillRect(box, behind);
    const bool strong = node.variable >= 0 && isLit(node.variable);
    painter.setPen(strong ? theme.text
                          : veiled(theme.muted, theme.surface, lit_.empty() ? 1 : 0.5));
    painter.drawText(box, Qt::AlignCenter, text);
  }
}

void ChipView::drawBackdrop(double ratio) {
  const QRectF area = camera_.area();
  const QRectF wide = area.adjusted(-kAround * area.width(), -kAround * area.height(),
                                    kAround * area.width(), kAround * area.height());
  const QRect box = wide.intersected(camera_.toWidget(camera_.extent()).adjusted(-40, -40, 40, 40))
                        .toAlignedRect();
  backdrop_.scale = camera_.scale();
  backdrop_.region = camera_.toChip(QRectF(box));
  const QSize size = (QSizeF(box.size()) * ratio).toSize().expandedTo({1, 1});
  if (backdrop_.pixmap.size() != size) backdrop_.pixmap = QPixmap(size);
  backdrop_.pixmap.setDevicePixelRatio(ratio);
  backdrop_.pixmap.fill(Theme::of(this).surface);
  QPainter painter(&backdrop_.pixmap);
  painter.translate(-box.topLeft());
  paintEdges(painter, backdrop_.region);
  paintUnused(painter, backdrop_.region);
  paintLabels(painter, backdrop_.region);
  stale_ = false;
  sharpen_.stop();
}

void ChipView::paintUnused(QPainter& painter, const QRectF& region) const {
  const Theme& theme = Theme::of(this);
  QPolygonF places;
  for (const Node& node : nodes_) {
    if (!node.faulty && node.variable < 0 && region.contains(node.place))
      places << camera_.toWidget(node.place);
  }
  // Thousands of small dots at once.
  const double share = lit_.empty() ? 0.5 : 0.25;
  const double width = std::max(1.6, 1.1 * dotRadius());
  painter.setRenderHint(QPainter::Antialiasing, width > 4);
  painter.setPen(QPen(veiled(theme.muted, theme.surface, share), width, Qt::SolidLine,
                      width > 4 ? Qt::RoundCap : Qt::SquareCap));
  painter.drawPoints(places);
}

void ChipView::paintNodes(QPainter& painter) {
  const Theme& theme = Theme::of(this);
  const double radius = dotRadius();
  const std::vector<QColor> colours = chainPalette(colours_, theme);
  const bool vectors = painter.paintEngine()->type() != QPaintEngine::Raster;
  const double ratio = painter.paintEngine()->paintDevice()->devicePixelRatioF();
  const QRectF seen = camera_.area().adjusted(-20, -20, 20, 20);
  if (!vectors) sprites_.prepare(colours, radius, ratio, theme);
  fragments_.clear();
  const auto put = [&](const QPointF& at, Dot dot, Weight weight, int colour) {
    if (vectors) {
      ChipSprites::paint(painter, dot, weight, colours[static_cast<std::size_t>(colour)], at,
                         radius, theme);
    } else {
      fragments_.push_back(QPainter::PixmapFragment::create(
          at, sprites_.source(dot, weight, colour), 1 / ratio, 1 / ratio));
    }
  };
  for (const Node& node : nodes_) {
    if (!node.faulty && node.variable < 0) continue;  // drawn with the edges
    const QPointF at = camera_.toWidget(node.place);
    if (!seen.contains(at)) continue;
    const Weight weight = isLit(node.variable) ? Weight::Full : Weight::Faded;
    if (node.faulty) {
      put(at, Dot::Faulty, weight, 0);
      continue;
    }
    const auto q = static_cast<std::size_t>(node.qubit);
    const int spin = q < spins_.size() ? spins_[q] : 0;
    if (broken_[static_cast<std::size_t>(node.variable)]) put(at, Dot::Broken, weight, 0);
    put(at,
        spin > 0   ? Dot::Up
        : spin < 0 ? Dot::Down
                   : Dot::Plain,
        weight, chainColour(colours_, *use_, node.variable));
  }
  if (!vectors)
    painter.drawPixmapFragments(fragments_.data(), static_cast<int>(fragments_.size()),
                                sprites_.pixmap());
}

void ChipView::paintHand(QPainter& painter) {
  const Theme& theme = Theme::of(this);
  painter.setRenderHint(QPainter::Antialiasing);
  for (const int qubit : {hovered_, qubit_}) {
    if (qubit < 0) continue;
    ChipSprites::paint(painter, Dot::Outline, Weight::Full, theme.text, positionOf(qubit),
                       dotRadius(), theme);
  }
}

void ChipView::paintEvent(QPaintEvent*) {
  const Theme& theme = Theme::of(this);
  QPainter painter(this);
  const QRectF area = camera_.area();
  painter.fillRect(QRectF(0, 0, width(), area.top()), theme.surface);
  paintHead(painter);
  if (!chip_) {
    painter.fillRect(area, theme.surface);
    painter.setFont(font());
    painter.setPen(theme.muted);
    painter.drawText(area.adjusted(20, 0, -20, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Choose a chip to see its qubits and couplers."));
    return;
  }
  painter.save();
  painter.setClipRect(area);
  const bool vectors = painter.paintEngine()->type() != QPaintEngine::Raster;
  const double ratio = painter.paintEngine()->paintDevice()->devicePixelRatioF();
  const QRectF visible = camera_.toChip(area).intersected(camera_.extent());
  if (vectors || !qFuzzyCompare(ratio, devicePixelRatioF())) {
    painter.fillRect(area, theme.surface);
    paintEdges(painter, visible);
    paintUnused(painter, visible);
    paintLabels(painter, visible);
  } else {
    const bool sameScale = qFuzzyCompare(backdrop_.scale, camera_.scale());
    const bool covers = backdrop_.region.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(visible);
    if (stale_ || (sameScale && !covers) ||
        !qFuzzyCompare(backdrop_.pixmap.devicePixelRatio(), ratio)) {
      drawBackdrop(ratio);
    }
    const QRectF target = camera_.toWidget(backdrop_.region);
    // Only what the pixmap leaves free: to fill all of a large window takes as long as to copy it.
    const QRect inside(
        QPointF(std::ceil(target.left()), std::ceil(target.top())).toPoint(),
        QPointF(std::floor(target.right()) - 1, std::floor(target.bottom()) - 1).toPoint());
    for (const QRect& free : QRegion(area.toAlignedRect()) - inside)
      painter.fillRect(free, theme.surface);
    if (qFuzzyCompare(backdrop_.scale, camera_.scale())) {
      painter.drawPixmap(target.topLeft().toPoint(), backdrop_.pixmap);
    } else {
      painter.drawPixmap(target, backdrop_.pixmap, QRectF(backdrop_.pixmap.rect()));
      sharpen_.start();
    }
  }
  paintNodes(painter);
  paintHand(painter);
  painter.restore();
  if (!hasFocus()) return;
  painter.setPen(QPen(theme.accent, 1, Qt::DotLine));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5));
}

}  // namespace nudge
