#include "app/classics/Glyphs.h"

#include <algorithm>

#include <QFont>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

namespace nudge {

Pattern letterPattern(QChar letter, int side) {
  constexpr int kScale = 8;  // pixels a neuron
  QPainterPath path;
  QFont font("DejaVu Sans");
  font.setBold(true);
  font.setPixelSize(side * kScale);
  path.addText(0, 0, font, QString(letter));
  const QRectF box = path.boundingRect();
  QImage image(side * kScale, side * kScale, QImage::Format_Grayscale8);
  image.fill(Qt::white);
  QPainter painter(&image);
  const double fit = 0.86 * side * kScale / std::max(box.width(), box.height());
  painter.translate(side * kScale / 2.0, side * kScale / 2.0);
  painter.scale(fit, fit);
  painter.translate(-box.center());
  painter.fillPath(path, Qt::black);
  painter.end();
  Pattern pattern;
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      int dark = 0;
      for (int i = 0; i < kScale * kScale; ++i)
        dark += qGray(image.pixel(x * kScale + i % kScale, y * kScale + i / kScale)) < 128 ? 1 : 0;
      pattern.push_back(2 * dark > kScale * kScale ? Spin{1} : Spin{-1});
    }
  }
  return pattern;
}

}  // namespace nudge
