#include "widgets/InputView.h"

#include <algorithm>
#include <cmath>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QTabletEvent>
#include <QToolTip>
#include <QTouchEvent>

#include "widgets/InputPicture.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {
constexpr int kPad = 28;
constexpr double kBrushCore = 0.75;  // pixels around the stroke that are full
constexpr double kBrushSoft = 1.1;   // over which it fades, like a digit of the data sets
constexpr double kLightest = 0.6;    // width of a pen that barely touches …
constexpr double kHeaviest = 1.8;    // … and of one that is pressed hard
constexpr double kTakenShare = 0.3;  // of the canvas
}  // namespace

InputView::InputView(QWidget* parent) : QWidget(parent), title_(tr("input x")) {
  setObjectName(QStringLiteral("input"));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAttribute(Qt::WA_AcceptTouchEvents);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAccessibleName(tr("Input image"));
}

void InputView::setImage(const Vector& image, const MapShape& shape, const PixelScale& scale) {
  image_ = image;
  shape_ = shape;
  scale_ = scale;
  const auto count = static_cast<int>(image.size());
  if (shape.size() != count) {
    const int width =
        std::max(1, static_cast<int>(std::ceil(std::sqrt(static_cast<double>(count)))));
    shape_ = {1, std::max(1, (count + width - 1) / width), width};
    scale_ = {};
  }
  if (!drawable()) setDrawing(false);
  cursor_ = {std::min(cursor_.x(), shape_.width - 1), std::min(cursor_.y(), shape_.height - 1)};
  refreshPicture();
}

void InputView::setDrawing(bool drawing) {
  drawing_ = drawing && drawable();
  if (drawing_ && image_.size() == 0) setImage(Vector::Zero(kPad * kPad), {1, kPad, kPad});
  if (!drawing_) stroking_ = false;
  drawing_ ? setCursor(Qt::CrossCursor) : unsetCursor();
  update();
}

void InputView::clear() {
  if (!drawable()) return;
  image_.setZero();
  refreshPicture();
  emit drawn(image_);
  emit strokeFinished();
}

void InputView::setTaken(const Vector& image) {
  taken_ = image.size() == 0 ? QImage() : inputPicture(image, shape_, scale_);
  update();
}

void InputView::setTitle(const QString& title) {
  title_ = title;
  update();
}

void InputView::setCaption(const QString& caption) {
  caption_ = caption;
  update();
}

QSize InputView::sizeHint() const { return {Theme::scaled(this, 220), Theme::scaled(this, 264)}; }

QSize InputView::minimumSizeHint() const {
  const int head = fontMetrics().height() + 8;
  return {96, 96 + 2 * head};
}

void InputView::refreshPicture() {
  picture_ = image_.size() == 0 ? QImage() : inputPicture(image_, shape_, scale_);
  update();
}

QRectF InputView::canvas() const {
  const int head = fontMetrics().height() + 8;
  const int foot = QFontMetrics(Theme::small(font())).height() + 6;
  const QRectF room = QRectF(rect()).adjusted(5, head + 5, -5, -foot - 5);
  const double scale = std::min(room.width() / shape_.width, room.height() / shape_.height);
  const double ratio = devicePixelRatioF();
  // Whole device pixels for each pixel of the image, when there is room for one.
  const double whole = scale * ratio >= 1 ? std::floor(scale * ratio) / ratio : scale;
  const QSizeF size(shape_.width * whole, shape_.height * whole);
  const double left = std::round(room.center().x() - size.width() / 2);
  return {QPointF(left, room.top()), size};
}

QRectF InputView::pixelRect(int x, int y) const {
  const QRectF area = canvas();
  const QSizeF pixel(area.width() / shape_.width, area.height() / shape_.height);
  return {area.topLeft() + QPointF(x * pixel.width(), y * pixel.height()), pixel};
}

QPointF InputView::toPixels(const QPointF& position) const {
  const QRectF area = canvas();
  return {(position.x() - area.left()) / area.width() * shape_.width,
          (position.y() - area.top()) / area.height() * shape_.height};
}

QString InputView::captionLine() const {
  if (hovered_.x() >= 0) {
    QStringList values;
    for (int channel = 0; channel < shape_.channels; ++channel) {
      const auto value =
          static_cast<double>(inputValue(image_, shape_, hovered_.x(), hovered_.y(), channel));
      values << QString::number(value, 'f', 2);
    }
    return tr("x %1, y %2: %3").arg(hovered_.x()).arg(hovered_.y()).arg(values.join(", "));
  }
  if (!caption_.isEmpty()) return caption_;
  if (drawing_) return tr("draw here");
  return image_.size() == 0 ? tr("no input yet")
                            : tr("%1 × %2 pixels").arg(shape_.width).arg(shape_.height);
}

void InputView::paintEvent(QPaintEvent*) {
  const Theme& theme = Theme::of(this);
  QPainter painter(this);
  const int head = fontMetrics().height() + 8;
  const int chip = std::max(10, fontMetrics().ascent() - 2);
  painter.fillRect(QRect(0, (head - chip) / 2, chip, chip), theme.layerColour(0));
  painter.setPen(theme.text);
  painter.setFont(Theme::bold(font()));
  const QRect titleRect(chip + 7, 0, width() - chip - 7, head);
  painter.drawText(
      titleRect, Qt::AlignVCenter | Qt::AlignLeft,
      QFontMetrics(painter.font()).elidedText(title_, Qt::ElideRight, titleRect.width()));
  const QRectF area = canvas();
  if (!picture_.isNull()) painter.drawImage(area, picture_);
  if (!taken_.isNull()) {
    const QSizeF size = area.size() * kTakenShare;
    const QRectF corner(area.right() - size.width() - 2, area.top() + 2, size.width(),
                        size.height());
    painter.drawImage(corner, taken_);
    painter.setPen(QPen(Qt::white, 1));
    painter.drawRect(corner);
  }
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(hasFocus() ? theme.accent : theme.line, hasFocus() ? 2 : 1));
  painter.drawRoundedRect(area.adjusted(-3, -3, 3, 3), 3, 3);
  if (drawing_ && hasFocus()) {
    painter.setPen(QPen(Qt::white, 1.5));
    painter.drawRect(pixelRect(cursor_.x(), cursor_.y()));
  }
  const QFont small = Theme::small(font());
  painter.setFont(small);
  painter.setPen(theme.muted);
  const int foot = QFontMetrics(small).height() + 6;
  const double under = std::min<double>(area.bottom() + 5, height() - foot);
  painter.drawText(QRectF(0, under, width(), foot), Qt::AlignCenter,
                   QFontMetrics(small).elidedText(captionLine(), Qt::ElideRight, width()));
}

bool InputView::event(QEvent* event) {
  switch (event->type()) {
    case QEvent::ToolTip:
      showTip(static_cast<QHelpEvent*>(event)->globalPos());
      return true;
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
      if (drawing_ && touchEvent(*static_cast<QTouchEvent*>(event))) return true;
      break;
    default:
      break;
  }
  return QWidget::event(event);
}

void InputView::showTip(const QPoint& at) {
  QString text =
      tr("<b>Input x</b><br>The image that drives layer 1 in both phases; it is never "
         "updated. ");
  text += shape_.channels == 3 ? tr("In its colours, red, green and blue from 0 to 1.")
                               : tr("Dark = 0, yellow = 1.");
  if (scale_ != PixelScale()) {
    text +=
        tr("<br>Beneath stands what the network takes: (pixel − mean)/deviation of each colour.");
  }
  if (drawing_) {
    text +=
        tr("<br>Draw with mouse, pen or finger; the right button, Shift or the pen's other end "
           "erases. Arrow keys move the pen, Space draws, Backspace erases.");
  }
  if (!taken_.isNull())
    text += tr("<br>In the corner: what the network takes, centred as MNIST's digits are.");
  QToolTip::showText(at, text, this);
}

void InputView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) updateGeometry();
  QWidget::changeEvent(event);
}

void InputView::stroke(const QPointF& from, const QPointF& to, bool erase) {
  const QPointF along = to - from;
  const double length2 = QPointF::dotProduct(along, along);
  const double reach = kBrushCore * width_ + kBrushSoft;
  const int left = std::max(0, static_cast<int>(std::min(from.x(), to.x()) - reach));
  const int right =
      std::min(shape_.width - 1, static_cast<int>(std::max(from.x(), to.x()) + reach));
  const int top = std::max(0, static_cast<int>(std::min(from.y(), to.y()) - reach));
  const int bottom =
      std::min(shape_.height - 1, static_cast<int>(std::max(from.y(), to.y()) + reach));
  for (int y = top; y <= bottom; ++y) {
    for (int x = left; x <= right; ++x) {
      const Eigen::Index at = static_cast<Eigen::Index>(y) * shape_.width + x;
      if (at >= image_.size()) continue;
      const QPointF centre(x + 0.5, y + 0.5);
      const double share =
          length2 > 0 ? std::clamp(QPointF::dotProduct(centre - from, along) / length2, 0.0, 1.0)
                      : 0.0;
      const QPointF off = centre - (from + share * along);
      const double distance = std::hypot(off.x(), off.y());
      const auto ink = static_cast<float>(std::clamp((reach - distance) / kBrushSoft, 0.0, 1.0));
      image_[at] = erase ? std::min(image_[at], 1 - ink) : std::max(image_[at], ink);
    }
  }
  refreshPicture();
  emit drawn(image_);
}

bool InputView::beginStroke(const QPointF& position, bool erase) {
  if (!drawing_ || !canvas().contains(position)) return false;
  stroking_ = true;
  erasing_ = erase;
  last_ = toPixels(position);
  stroke(last_, last_, erasing_);
  return true;
}

void InputView::goOnWithStroke(const QPointF& position) {
  if (!stroking_) return;
  const QPointF at = toPixels(position);
  stroke(last_, at, erasing_);
  last_ = at;
}

void InputView::endStroke() {
  if (!stroking_) return;
  stroking_ = false;
  width_ = 1;
  emit strokeFinished();
}

void InputView::mousePressEvent(QMouseEvent* event) {
  const bool button = event->button() == Qt::LeftButton || event->button() == Qt::RightButton;
  const bool erase = event->button() == Qt::RightButton || (event->modifiers() & Qt::ShiftModifier);
  if (!button || !beginStroke(event->position(), erase)) QWidget::mousePressEvent(event);
}

void InputView::mouseMoveEvent(QMouseEvent* event) {
  const bool stroking = stroking_;
  goOnWithStroke(event->position());
  const QPointF at = toPixels(event->position());
  QPoint pixel(static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y())));
  const bool inside = QRect(0, 0, shape_.width, shape_.height).contains(pixel) && image_.size() > 0;
  if (!inside) pixel = {-1, -1};
  if (pixel != hovered_ || stroking) {
    hovered_ = pixel;
    update();
  }
}

void InputView::mouseReleaseEvent(QMouseEvent*) { endStroke(); }

void InputView::tabletEvent(QTabletEvent* event) {
  if (!drawing_) return event->ignore();
  const bool eraser = event->pointerType() == QPointingDevice::PointerType::Eraser;
  if (event->pressure() > 0) width_ = kLightest + (kHeaviest - kLightest) * event->pressure();
  if (event->type() == QEvent::TabletPress) {
    if (!beginStroke(event->position(), eraser)) return event->ignore();
  } else if (event->type() == QEvent::TabletMove) {
    goOnWithStroke(event->position());
  } else {
    endStroke();
  }
  event->accept();
}

bool InputView::touchEvent(const QTouchEvent& event) {
  if (event.points().isEmpty()) return stroking_;
  const QPointF at = event.points().constFirst().position();
  if (event.type() == QEvent::TouchBegin) return beginStroke(at, false);
  if (event.type() == QEvent::TouchUpdate) {
    goOnWithStroke(at);
  } else {
    endStroke();
  }
  return true;
}

void InputView::leaveEvent(QEvent*) {
  hovered_ = {-1, -1};
  update();
}

void InputView::keyPressEvent(QKeyEvent* event) {
  if (!drawing_) return QWidget::keyPressEvent(event);
  QPoint step;
  switch (event->key()) {
    case Qt::Key_Left:
      step = {-1, 0};
      break;
    case Qt::Key_Right:
      step = {1, 0};
      break;
    case Qt::Key_Up:
      step = {0, -1};
      break;
    case Qt::Key_Down:
      step = {0, 1};
      break;
    case Qt::Key_Space:
    case Qt::Key_Backspace: {
      const QPointF centre = QPointF(cursor_) + QPointF(0.5, 0.5);
      stroke(centre, centre, event->key() == Qt::Key_Backspace);
      emit strokeFinished();
      return;
    }
    default:
      return QWidget::keyPressEvent(event);
  }
  cursor_ += step;
  cursor_ = {std::clamp(cursor_.x(), 0, shape_.width - 1),
             std::clamp(cursor_.y(), 0, shape_.height - 1)};
  update();
}

}  // namespace nudge
