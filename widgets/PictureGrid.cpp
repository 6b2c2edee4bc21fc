#include "widgets/PictureGrid.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "widgets/PlotExport.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr double kPictureGap = 4;

}  // namespace

PictureGrid::PictureGrid(const QString& title, QWidget* parent) : QWidget(parent), title_(title) {
  setAccessibleName(title);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  installExportMenu(*this);
}

void PictureGrid::setPictures(std::vector<QImage> pictures) {
  pictures_ = std::move(pictures);
  update();
}

void PictureGrid::setHint(const QString& hint) {
  hint_ = hint;
  update();
}

QSize PictureGrid::sizeHint() const { return {Theme::scaled(this, 280), Theme::scaled(this, 200)}; }

void PictureGrid::paintEvent(QPaintEvent*) {
  const Theme& theme = Theme::of(this);
  QPainter painter(this);
  const int head = fontMetrics().height() + 6;
  painter.setFont(Theme::bold(font()));
  painter.setPen(theme.text);
  painter.drawText(QRect(2, 0, width() - 2, head), Qt::AlignVCenter,
                   QFontMetrics(painter.font()).elidedText(title_, Qt::ElideRight, width() - 4));
  const QRectF room = QRectF(rect()).adjusted(2, head, -2, -2);
  if (pictures_.empty()) {
    painter.setFont(font());
    painter.setPen(theme.muted);
    painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, hint_);
  } else {
    // The number of columns that makes the pictures largest.
    const auto count = static_cast<int>(pictures_.size());
    int columns = 1;
    double side = 0;
    for (int c = 1; c <= count; ++c) {
      const int rows = (count + c - 1) / c;
      const double fits = std::min(room.width() / c, room.height() / rows) - kPictureGap;
      if (fits > side) side = fits, columns = c;
    }
    for (int i = 0; i < count && side > 0; ++i) {
      const int row = i / columns;
      const QPointF at(room.left() + i % columns * (side + kPictureGap),
                       room.top() + row * (side + kPictureGap));
      painter.drawImage(QRectF(at, QSizeF(side, side)), pictures_[static_cast<std::size_t>(i)]);
    }
  }
  Theme::paintFocus(painter, *this);
}

}  // namespace nudge
