#include "widgets/ChipSprites.h"

#include <cmath>

#include <QPainter>

#include "widgets/Theme.h"

namespace nudge {

namespace {
constexpr double kFaded = 0.22;
constexpr double kLeastCross = 3;  // pixels: a fault must be seen on a whole chip too
constexpr int kColoured = 3;       // dots that have a colour
constexpr int kDots = 7;           // of all kinds
constexpr int kColumns = 2 * kDots;
}  // namespace

QColor veiled(const QColor& colour, const QColor& behind, double share) {
  const auto mix = [share](float a, float b) {
    return static_cast<float>(a * share + b * (1 - share));
  };
  return QColor::fromRgbF(mix(colour.redF(), behind.redF()), mix(colour.greenF(), behind.greenF()),
                          mix(colour.blueF(), behind.blueF()));
}

void ChipSprites::prepare(const std::vector<QColor>& colours, double radius, double ratio,
                          const Theme& theme) {
  if (colours == colours_ && radius == radius_ && ratio == ratio_ && theme.surface == surface_)
    return;
  colours_ = colours;
  radius_ = radius;
  ratio_ = ratio;
  surface_ = theme.surface;
  side_ = static_cast<int>(std::ceil((2 * std::max(radius, kLeastCross) + 10) * ratio));
  draw(theme);
}

QRectF ChipSprites::source(Dot dot, Weight weight, int colour) const {
  const int column = 2 * static_cast<int>(dot) + static_cast<int>(weight);
  const int row = static_cast<int>(dot) < kColoured ? colour : 0;
  return QRectF(column * side_, row * side_, side_, side_);
}

void ChipSprites::paint(QPainter& painter, Dot dot, Weight weight, const QColor& full,
                        const QPointF& at, double radius, const Theme& theme) {
  const QColor colour = weight == Weight::Full ? full : veiled(full, theme.surface, kFaded);
  const double line = std::max(1.0, radius / 3);
  const auto circle = [&](double r) { painter.drawEllipse(at, r, r); };
  painter.setBrush(Qt::NoBrush);
  switch (dot) {
    case Dot::Plain:
    case Dot::Up:
      painter.setPen(radius > 2.5 ? QPen(theme.surface, std::max(0.5, radius / 8)) : Qt::NoPen);
      painter.setBrush(colour);
      return circle(radius);
    case Dot::Down:
      painter.setPen(QPen(colour, line));
      painter.setBrush(theme.surface);
      return circle(std::max(0.8, radius - line / 2));
    case Dot::Unused:
      painter.setPen(Qt::NoPen);
      painter.setBrush(veiled(theme.muted, theme.surface, weight == Weight::Full ? 0.5 : 0.25));
      return circle(std::max(0.8, 0.55 * radius));
    case Dot::Broken:
      painter.setPen(QPen(theme.wrong, std::max(1.5, radius / 4)));
      return circle(radius + 2.2);
    case Dot::Outline:
      painter.setPen(QPen(theme.surface, 4.5));
      circle(radius + 2.5);
      painter.setPen(QPen(theme.text, 2));
      return circle(radius + 2.5);
    case Dot::Faulty:
      break;
  }
  const double arm = std::max(kLeastCross, 0.8 * radius);
  painter.setPen(QPen(theme.wrong, std::max(1.5, radius / 4), Qt::SolidLine, Qt::RoundCap));
  painter.drawLine(at - QPointF(arm, arm), at + QPointF(arm, arm));
  painter.drawLine(at - QPointF(arm, -arm), at + QPointF(arm, -arm));
}

void ChipSprites::draw(const Theme& theme) {
  const auto rows = static_cast<int>(std::max<std::size_t>(1, colours_.size()));
  pixmap_ = QPixmap(kColumns * side_, rows * side_);
  pixmap_.fill(Qt::transparent);
  QPainter painter(&pixmap_);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.scale(ratio_, ratio_);
  for (int dot = 0; dot < kDots; ++dot) {
    for (const Weight weight : {Weight::Full, Weight::Faded}) {
      for (int row = 0; row < (dot < kColoured ? rows : 1); ++row) {
        const QColor colour =
            colours_.empty() ? theme.text : colours_[static_cast<std::size_t>(row)];
        const auto kind = static_cast<Dot>(dot);
        paint(painter, kind, weight, colour, source(kind, weight, row).center() / ratio_, radius_,
              theme);
      }
    }
  }
}

}  // namespace nudge
