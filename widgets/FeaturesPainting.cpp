#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QPainterPath>

#include "widgets/ColourScales.h"
#include "widgets/FeaturesView.h"
#include "widgets/InputPicture.h"
#include "widgets/NumberText.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr double kThickest = 7;  // of a wire
constexpr double kThinnest = 0.6;
constexpr int kSharp = 3;       // pixels of a stored picture for one on the screen
constexpr double kBar = 70;     // length of a colour scale
constexpr double kLean = 0.55;  // of a wire's handles, in its height

}  // namespace

void FeaturesView::paintEvent(QPaintEvent*) {
  const Theme& theme = Theme::of(this);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), theme.window);
  if (!classes_) return;
  const FeaturesLayout layout = layOut();
  if (units_ && !units_->units.empty()) {
    paintWires(painter, layout);
    paintUnits(painter, layout);
    paintFields(painter, layout);
    if (hasMaps()) paintMaps(painter, layout);
  }
  paintClasses(painter, layout);
}

void FeaturesView::paintTitle(QPainter& painter, const QRectF& rect, const QStringList& texts,
                              bool isSigned, const QString& low, const QString& high) const {
  const Theme& theme = Theme::of(this);
  const QFont small = Theme::small(font());
  const QFontMetrics metrics(small);
  painter.setFont(small);
  const double lowWidth = metrics.horizontalAdvance(low) + 5;
  const double highWidth = metrics.horizontalAdvance(high) + 5;
  const double scale = low.isEmpty() ? 0 : lowWidth + kBar + highWidth;
  const QRectF words = rect.adjusted(0, 0, -scale - 8, 0);
  // The scale stands right behind the words, where the eye is.
  QString shown = texts.last();
  for (int i = static_cast<int>(texts.size()) - 1; i >= 0; --i) {
    if (metrics.horizontalAdvance(texts[i]) <= words.width()) shown = texts[i];
  }
  painter.setPen(theme.text);
  painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, shown);
  if (low.isEmpty()) return;
  double x = rect.left() + metrics.horizontalAdvance(shown) + 14;
  painter.setPen(theme.muted);
  painter.drawText(QRectF(x, rect.top(), lowWidth, rect.height()), Qt::AlignVCenter, low);
  x += lowWidth;
  QLinearGradient colours(x, 0, x + kBar, 0);
  const QList<QRgb>& table =
      ColourScales::table(isSigned ? ColourScale::Diverging : ColourScale::Cividis);
  for (int i = 0; i <= 16; ++i) colours.setColorAt(i / 16.0, QColor(table[i * 255 / 16]));
  painter.fillRect(QRectF(x, rect.center().y() - 4, kBar, 8), colours);
  painter.drawText(QRectF(x + kBar + 5, rect.top(), highWidth, rect.height()), Qt::AlignVCenter,
                   high);
}

void FeaturesView::paintTile(QPainter& painter, const QRectF& rect, const QImage& picture,
                             bool marked) const {
  const Theme& theme = Theme::of(this);
  // Whole pixels of the picture stay sharp in every format that it is exported to.
  const double fit = std::min(rect.width() / picture.width(), rect.height() / picture.height());
  const QSizeF size(picture.width() * fit, picture.height() * fit);
  const QRectF area(rect.center() - QPointF(size.width() / 2, size.height() / 2), size);
  const int times = std::max(1, static_cast<int>(std::ceil(kSharp * fit)));
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.drawImage(area, picture.scaled(picture.size() * times));
  painter.setBrush(Qt::NoBrush);
  painter.setPen(marked ? QPen(theme.accent, Theme::stroke(2.5)) : QPen(theme.line, 1));
  const double out = marked ? 2 : 0.5;
  painter.drawRect(area.adjusted(-out, -out, out, out));
}

void FeaturesView::paintCaption(QPainter& painter, const QRectF& tile, int line,
                                const QString& text, const QColor& colour) const {
  const QFontMetrics metrics(painter.font());
  const double height = metrics.height();
  painter.setPen(colour);
  painter.drawText(QRectF(tile.left() - tile.width() / 2, tile.bottom() + 2 + line * height,
                          2 * tile.width(), height),
                   Qt::AlignCenter, text);
}

QImage FeaturesView::signedPicture(const Matrix& values, double reach) const {
  QImage picture(static_cast<int>(values.cols()), static_cast<int>(values.rows()),
                 QImage::Format_RGB32);
  for (int y = 0; y < picture.height(); ++y) {
    for (int x = 0; x < picture.width(); ++x)
      picture.setPixel(x, y, ColourScales::ofSigned(static_cast<double>(values(y, x)), reach));
  }
  return picture;
}

void FeaturesView::paintClasses(QPainter& painter, const FeaturesLayout& layout) const {
  const Theme& theme = Theme::of(this);
  const double low = static_cast<double>(classes_->scale.input(0, 0));
  const double high = static_cast<double>(classes_->scale.input(1, 0));
  paintTitle(painter, layout.classTitle,
             {tr("Class patterns: the input x that excites each class most"),
              tr("Class patterns x"), tr("Patterns")},
             false, classes_->shape.channels == 3 ? QString() : threeDigits(low),
             threeDigits(high));
  for (int c = 0; c < classes_->classes(); ++c) {
    const QRectF& tile = layout.classes[static_cast<std::size_t>(c)];
    paintTile(painter, tile,
              inputPicture(classes_->patterns.col(c), classes_->shape, classes_->scale),
              c == class_);
    const int given = classes_->given[static_cast<std::size_t>(c)];
    painter.setFont(c == class_ ? Theme::bold(Theme::small(font())) : Theme::small(font()));
    if (given == c) {
      paintCaption(painter, tile, 0, tr("%1 ✓").arg(c), theme.text);
    } else {
      paintCaption(painter, tile, 0, tr("%1 → %2 ✗").arg(c).arg(given), theme.wrong);
    }
  }
}

void FeaturesView::paintWires(QPainter& painter, const FeaturesLayout& layout) const {
  const Theme& theme = Theme::of(this);
  const QRectF& from = layout.classes[static_cast<std::size_t>(class_)];
  const double reach = wireReach();
  const int selected = selectedIndex();
  // Under the captions of the classes; what is behind other rows of classes stays hidden.
  const double top = layout.unitTitle.bottom() + 2;
  const QPointF start(from.center().x(), top);
  painter.setFont(Theme::small(font()));
  for (std::size_t k = 0; k < layout.units.size(); ++k) {
    const QRectF& to = layout.units[k];
    const auto weight = static_cast<double>(units_->units[k].pull[class_]);
    const double share = reach > 0 ? std::abs(weight) / reach : 0;
    const QPointF end(to.center().x(), to.top() - layout.line - 2);
    const double handle = (end.y() - start.y()) * kLean;
    QPainterPath path(start);
    path.cubicTo(start + QPointF(0, handle), end - QPointF(0, handle), end);
    QColor colour = QColor(ColourScales::ofSigned(weight < 0 ? -0.75 : 0.75, 1));
    if (selected >= 0 && selected != static_cast<int>(k)) colour.setAlphaF(0.35F);
    painter.setPen(QPen(colour, Theme::stroke(std::max(kThinnest, kThickest * share)),
                        Qt::SolidLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setPen(theme.muted);
    painter.drawText(
        QRectF(to.left() - to.width() / 2, to.top() - layout.line - 2, 2 * to.width(), layout.line),
        Qt::AlignCenter, numberAmong(weight, reach));
  }
}

void FeaturesView::paintUnits(QPainter& painter, const FeaturesLayout& layout) const {
  const Theme& theme = Theme::of(this);
  const bool channels = units_->units.front().filter;
  const QString all =
      channels
          ? tr("Weights w of class %1 to the %2 most active channels of layer %3, with patterns")
          : tr("Weights w of class %1 to the %2 most active neurons of layer %3, with patterns");
  const QString some = channels ? tr("Weights w of class %1, active channels")
                                : tr("Weights w of class %1, active neurons");
  const double reach = wireReach();
  paintTitle(painter, layout.unitTitle,
             {all.arg(class_).arg(layout.units.size()).arg(units_->layer), some.arg(class_),
              tr("Weights w of class %1").arg(class_), tr("Weights w")},
             true, tr("−%1").arg(threeDigits(reach)), threeDigits(reach));
  painter.setFont(Theme::small(font()));
  for (std::size_t k = 0; k < layout.units.size(); ++k) {
    const ActiveUnit& unit = units_->units[k];
    paintTile(painter, layout.units[k],
              inputPicture(unit.pattern, classes_->shape, classes_->scale), unit.unit == unit_);
    paintCaption(painter, layout.units[k], 0, QString::number(unit.unit), theme.text);
    paintCaption(painter, layout.units[k], 1, tr("ρ %1").arg(threeDigits(unit.activity)),
                 theme.muted);
  }
}

void FeaturesView::paintFields(QPainter& painter, const FeaturesLayout& layout) const {
  const double reach = fieldReach();
  const bool filters = units_->units.front().filter;
  const bool direct = units_->layer == 1;
  QStringList texts{tr("Receptive fields: their weights over the input"), tr("Receptive fields")};
  if (filters) texts = {tr("Filters of these channels"), tr("Filters")};
  if (!filters && !direct)
    texts.prepend(tr("Receptive fields: their weights over the input, through the layers between"));
  paintTitle(painter, layout.fieldTitle, texts, true, tr("−%1").arg(threeDigits(reach)),
             threeDigits(reach));
  for (std::size_t k = 0; k < layout.units.size(); ++k) {
    paintTile(painter, layout.fields[k], signedPicture(units_->units[k].receptive, reach),
              units_->units[k].unit == unit_);
  }
}

void FeaturesView::paintMaps(QPainter& painter, const FeaturesLayout& layout) const {
  const auto low = network_.lowest();
  paintTitle(painter, layout.mapTitle, {tr("Their maps in the free state, ρ(s)"), tr("Maps ρ(s)")},
             false, threeDigits(static_cast<double>(low)), threeDigits(1));
  for (std::size_t k = 0; k < layout.units.size(); ++k) {
    const Matrix& map = units_->units[k].map;
    const Vector values =
        ((map.transpose().reshaped().array() - low) / (1 - low)).matrix();  // row by row
    paintTile(
        painter, layout.maps[k],
        inputPicture(values, {1, static_cast<int>(map.rows()), static_cast<int>(map.cols())}, {}),
        units_->units[k].unit == unit_);
  }
}

}  // namespace nudge
