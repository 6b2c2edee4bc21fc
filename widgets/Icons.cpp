#include "widgets/Icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace nudge::Icons {

namespace {

/// A glyph in a square of 24 × 24: what is drawn as lines, and what is filled.
struct Shape {
  QPainterPath lines;
  QPainterPath filled;
};

void line(QPainterPath& path, std::initializer_list<QPointF> points) {
  bool first = true;
  for (const QPointF& point : points) {
    first ? path.moveTo(point) : path.lineTo(point);
    first = false;
  }
}

void disc(QPainterPath& path, QPointF centre, double radius) {
  path.addEllipse(centre, radius, radius);
}

void triangle(QPainterPath& path, QPointF a, QPointF b, QPointF c) {
  line(path, {a, b, c});
  path.closeSubpath();
}

Shape network() {
  Shape s;
  for (double y : {6.0, 12.0, 18.0}) {
    line(s.lines, {{5, y}, {12, 8}, {19, 12}});
    line(s.lines, {{5, y}, {12, 16}, {19, 12}});
    disc(s.filled, {5, y}, 2);
  }
  disc(s.filled, {12, 8}, 2.2);
  disc(s.filled, {12, 16}, 2.2);
  disc(s.filled, {19, 12}, 2.4);
  return s;
}

Shape dynamics() {
  Shape s;
  line(s.lines, {{3, 4}, {3, 20}, {21, 20}});
  s.lines.moveTo(4, 17);
  s.lines.cubicTo(8, 16, 7, 7, 12, 7);
  s.lines.cubicTo(16, 7, 15, 12, 21, 12);
  line(s.lines, {{13, 4}, {13, 5.5}});
  line(s.lines, {{13, 9.5}, {13, 12}});
  line(s.lines, {{13, 14.5}, {13, 17}});
  return s;
}

Shape training() {
  Shape s;
  line(s.lines, {{3, 4}, {3, 20}, {21, 20}});
  s.lines.moveTo(5, 5);
  s.lines.cubicTo(7, 15, 12, 16, 21, 16.5);
  s.lines.moveTo(6, 4);
  s.lines.cubicTo(10, 10, 14, 11, 21, 11.5);
  return s;
}

Shape annealing() {
  Shape s;
  s.lines.moveTo(2, 6);
  s.lines.cubicTo(5, 6, 5, 17, 8, 17);
  s.lines.cubicTo(11, 17, 10, 10, 13, 10);
  s.lines.cubicTo(16, 10, 15, 20, 18, 20);
  s.lines.cubicTo(20, 20, 20, 8, 22, 6);
  disc(s.filled, {18, 16.5}, 2.3);
  return s;
}

Shape chip() {
  Shape s;
  s.lines.addRoundedRect(QRectF(6, 6, 12, 12), 1.5, 1.5);
  for (double at : {9.0, 12.0, 15.0}) {
    line(s.lines, {{at, 2.5}, {at, 6}});
    line(s.lines, {{at, 18}, {at, 21.5}});
    line(s.lines, {{2.5, at}, {6, at}});
    line(s.lines, {{18, at}, {21.5, at}});
  }
  s.filled.addRect(QRectF(10, 10, 4, 4));
  return s;
}

Shape features() {
  Shape s;
  for (double x : {3.5, 13.5}) {
    for (double y : {3.5, 13.5}) s.lines.addRoundedRect(QRectF(x, y, 7, 7), 1, 1);
  }
  s.filled.addRect(QRectF(5.5, 5.5, 3, 3));
  s.filled.addRect(QRectF(15.5, 15.5, 3, 3));
  s.filled.addEllipse(QPointF(17, 7), 1.6, 1.6);
  line(s.lines, {{5.5, 17}, {8.5, 17}});
  return s;
}

Shape lessons() {
  Shape s;
  s.lines.moveTo(12, 6);
  s.lines.cubicTo(9, 4, 6, 4, 3, 5);
  s.lines.lineTo(3, 19);
  s.lines.cubicTo(6, 18, 9, 18, 12, 20);
  s.lines.cubicTo(15, 18, 18, 18, 21, 19);
  s.lines.lineTo(21, 5);
  s.lines.cubicTo(18, 4, 15, 4, 12, 6);
  line(s.lines, {{12, 6}, {12, 20}});
  return s;
}

Shape player(Glyph glyph) {
  Shape s;
  switch (glyph) {
    case Glyph::Play:
      triangle(s.filled, {7, 4.5}, {19.5, 12}, {7, 19.5});
      break;
    case Glyph::Pause:
      s.filled.addRoundedRect(QRectF(6, 5, 4.2, 14), 1, 1);
      s.filled.addRoundedRect(QRectF(13.8, 5, 4.2, 14), 1, 1);
      break;
    case Glyph::Stop:
      s.filled.addRoundedRect(QRectF(6, 6, 12, 12), 1.5, 1.5);
      break;
    case Glyph::Step:
      triangle(s.filled, {9.5, 5}, {19.5, 12}, {9.5, 19});
      s.filled.addRect(QRectF(4.5, 5, 2.6, 14));
      break;
    case Glyph::StepBack:
      triangle(s.filled, {14.5, 5}, {4.5, 12}, {14.5, 19});
      s.filled.addRect(QRectF(16.9, 5, 2.6, 14));
      break;
    case Glyph::First:
      triangle(s.filled, {19, 5}, {9, 12}, {19, 19});
      s.filled.addRect(QRectF(5, 5, 2.6, 14));
      break;
    default:
      triangle(s.filled, {5, 5}, {15, 12}, {5, 19});
      s.filled.addRect(QRectF(16.4, 5, 2.6, 14));
      break;
  }
  return s;
}

Shape turn(bool back, bool full) {
  Shape s;
  if (full) {
    s.lines.arcMoveTo(QRectF(5, 5, 14, 14), 130);
    s.lines.arcTo(QRectF(5, 5, 14, 14), 130, 290);
    line(s.lines, {{4.6, 3.6}, {6.6, 7.6}, {10.8, 6.4}});
    return s;
  }
  s.lines.moveTo(5, 10);
  s.lines.lineTo(14, 10);
  s.lines.cubicTo(20, 10, 20, 18.5, 14, 18.5);
  s.lines.lineTo(9, 18.5);
  line(s.lines, {{9, 6}, {5, 10}, {9, 14}});
  if (!back) {
    QTransform mirror(-1, 0, 0, 1, 24, 0);
    s.lines = mirror.map(s.lines);
  }
  return s;
}

Shape document(Glyph glyph) {
  Shape s;
  if (glyph == Glyph::Open) {
    line(s.lines, {{3, 18.5}, {3, 5.5}, {9, 5.5}, {11, 8}, {19, 8}, {19, 11}});
    line(s.lines, {{3, 18.5}, {6, 11}, {22, 11}, {19, 18.5}, {3, 18.5}});
  } else {
    line(s.lines, {{12, 3.5}, {12, 14}});
    line(s.lines, {{7.5, 10}, {12, 14.5}, {16.5, 10}});
    line(s.lines, {{4, 15}, {4, 19.5}, {20, 19.5}, {20, 15}});
  }
  return s;
}

Shape sign(Glyph glyph) {
  Shape s;
  switch (glyph) {
    case Glyph::Warning:
      triangle(s.lines, {12, 3.5}, {22, 20.5}, {2, 20.5});
      line(s.lines, {{12, 10}, {12, 14.5}});
      disc(s.filled, {12, 17.4}, 1.1);
      break;
    case Glyph::More:
      line(s.lines, {{9, 5}, {16, 12}, {9, 19}});
      break;
    case Glyph::Less:
      line(s.lines, {{5, 9}, {12, 16}, {19, 9}});
      break;
    case Glyph::Shade:
      disc(s.lines, {12, 12}, 8.5);
      s.filled.moveTo(12, 3.5);
      s.filled.arcTo(QRectF(3.5, 3.5, 17, 17), 90, -180);
      s.filled.closeSubpath();
      break;
    case Glyph::Help:
      s.lines.moveTo(8, 8.5);
      s.lines.cubicTo(8, 3, 16.5, 3.5, 16.5, 8.5);
      s.lines.cubicTo(16.5, 12, 12, 11.5, 12, 15.5);
      disc(s.filled, {12, 19.5}, 1.3);
      break;
    case Glyph::Clear:
      line(s.lines, {{6, 6}, {18, 18}});
      line(s.lines, {{18, 6}, {6, 18}});
      break;
    case Glyph::Centre:
      s.lines.addRect(QRectF(4, 4, 16, 16));
      disc(s.filled, {12, 12}, 3);
      break;
    case Glyph::Ramp:
      line(s.lines, {{4, 3}, {4, 20}, {21, 20}});
      line(s.lines, {{4, 20}, {19, 5}});
      break;
    case Glyph::Search:
      disc(s.lines, {10.5, 10.5}, 6);
      line(s.lines, {{15, 15}, {20, 20}});
      break;
    case Glyph::Add:
      line(s.lines, {{12, 5}, {12, 19}});
      line(s.lines, {{5, 12}, {19, 12}});
      break;
    default:
      line(s.lines, {{5, 12}, {19, 12}});
      break;
  }
  return s;
}

Shape shapeOf(Glyph glyph) {
  switch (glyph) {
    case Glyph::Network:
      return network();
    case Glyph::Dynamics:
      return dynamics();
    case Glyph::Training:
      return training();
    case Glyph::Annealing:
      return annealing();
    case Glyph::Chip:
      return chip();
    case Glyph::Features:
      return features();
    case Glyph::Lessons:
      return lessons();
    case Glyph::Play:
    case Glyph::Pause:
    case Glyph::Stop:
    case Glyph::Step:
    case Glyph::StepBack:
    case Glyph::First:
    case Glyph::Last:
      return player(glyph);
    case Glyph::Restart:
    case Glyph::Reset:
      return turn(true, true);
    case Glyph::Undo:
    case Glyph::Redo:
      return turn(glyph == Glyph::Undo, false);
    case Glyph::Open:
    case Glyph::Save:
      return document(glyph);
    default:
      return sign(glyph);
  }
}

class GlyphEngine : public QIconEngine {
 public:
  explicit GlyphEngine(Glyph glyph) : glyph_(glyph) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    const QPalette palette = QGuiApplication::palette();
    const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
    const auto role = state == QIcon::On ? QPalette::HighlightedText : QPalette::ButtonText;
    Icons::paint(*painter, glyph_, rect, palette.color(group, role));
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(), size), mode, state);
    return pixmap;
  }

  QIconEngine* clone() const override { return new GlyphEngine(*this); }

 private:
  Glyph glyph_;
};

}  // namespace

QIcon icon(Glyph glyph) { return QIcon(new GlyphEngine(glyph)); }

void paint(QPainter& painter, Glyph glyph, const QRectF& rect, const QColor& colour) {
  const Shape shape = shapeOf(glyph);
  const double side = qMin(rect.width(), rect.height());
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(rect.center() - QPointF(side / 2, side / 2));
  painter.scale(side / 24, side / 24);
  painter.setPen(QPen(colour, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(shape.lines);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  painter.drawPath(shape.filled);
  painter.restore();
}

}  // namespace nudge::Icons
