#include "widgets/XnorView.h"

#include <algorithm>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "widgets/KeepsSpace.h"
#include "widgets/PlotExport.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr int kRows = 3;
constexpr double kNames = 0.2;  // of the width
constexpr double kMostSide = 56;

}  // namespace

XnorView::XnorView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("xnor-view"));
  setAccessibleName(tr("Activations, weights and their XNOR"));
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  installExportMenu(*this);
}

void XnorView::setVectors(const Pattern& activations, const Pattern& weights) {
  activations_ = activations, weights_ = weights;
  bit_ = std::min(bit_, static_cast<int>(weights.size()) - 1);
  setStep(step_);
}

void XnorView::setStep(int step) {
  step_ = std::clamp(step, 0, static_cast<int>(weights_.size()));
  update();
}

int XnorView::ones() const {
  const auto products = xnorPopcount(activations_, weights_).products;
  return static_cast<int>(std::count(products.begin(), products.begin() + step_, true));
}

QSize XnorView::sizeHint() const { return {Theme::scaled(this, 700), Theme::scaled(this, 280)}; }

QRectF XnorView::bitRect(int row, int bit) const {
  const auto bits = static_cast<double>(weights_.size());
  const double left = kNames * width();
  const double side = std::min({(width() - left - 8) / bits, height() / (kRows + 0.6), kMostSide});
  return QRectF(left + bit * side, 8 + row * (side + 6), side, side).adjusted(2, 2, -2, -2);
}

void XnorView::paintBit(QPainter& painter, const QRectF& rect, bool bit, bool focus) const {
  const Theme& theme = Theme::of(this);
  painter.setPen(QPen(focus ? theme.accent : theme.text, focus ? 3 : 1.2));
  painter.setBrush(bit ? theme.text : theme.surface);
  painter.drawRoundedRect(rect, 4, 4);
  painter.setPen(bit ? theme.surface : theme.text);
  painter.drawText(rect, Qt::AlignCenter, bit ? QStringLiteral("1") : QStringLiteral("0"));
}

void XnorView::paintEvent(QPaintEvent*) {
  const Theme& theme = Theme::of(this);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const XnorPopcount steps = xnorPopcount(activations_, weights_);
  const QStringList names{tr("activations a"), tr("weights w"), tr("XNOR(w, a)")};
  const int bits = static_cast<int>(weights_.size());
  painter.setFont(Theme::bold(font()));
  for (int row = 0; row < kRows; ++row) {
    const QRectF first = bitRect(row, 0);
    painter.setPen(theme.text);
    painter.drawText(QRectF(4, first.top(), first.left() - 12, first.height()),
                     Qt::AlignRight | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(names[row], Qt::ElideRight,
                                                      static_cast<int>(first.left()) - 16));
    for (int bit = 0; bit < (row == 2 ? step_ : bits); ++bit) {
      const auto at = static_cast<std::size_t>(bit);
      const bool value = row == 0   ? steps.activations[at]
                         : row == 1 ? steps.weights[at]
                                    : static_cast<bool>(steps.products[at]);
      paintBit(painter, bitRect(row, bit), value, hasFocus() && row == row_ && bit == bit_);
    }
  }
  Theme::paintFocus(painter, *this);
}

void XnorView::turn(int row, int bit) {
  Pattern& vector = row == 0 ? activations_ : weights_;
  Spin& sign = vector[static_cast<std::size_t>(bit)];
  sign = static_cast<Spin>(-sign);
  row_ = row, bit_ = bit;
  update();
  emit turned();
}

bool XnorView::event(QEvent* event) { return keepsSpace(*event) || QWidget::event(event); }

void XnorView::mousePressEvent(QMouseEvent* event) {
  for (const int row : {0, 1}) {
    for (int bit = 0; bit < static_cast<int>(weights_.size()); ++bit)
      if (bitRect(row, bit).contains(event->position())) return turn(row, bit);
  }
  QWidget::mousePressEvent(event);
}

void XnorView::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(weights_.size()) - 1;
  switch (event->key()) {
    case Qt::Key_Left:
      bit_ = std::max(0, bit_ - 1);
      return update();
    case Qt::Key_Right:
      bit_ = std::min(last, bit_ + 1);
      return update();
    case Qt::Key_Up:
      row_ = 0;
      return update();
    case Qt::Key_Down:
      row_ = 1;
      return update();
    case Qt::Key_Space:
      return turn(row_, bit_);
    default:
      QWidget::keyPressEvent(event);
  }
}

}  // namespace nudge
