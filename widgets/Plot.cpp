#include "widgets/Plot.h"

#include <cmath>

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QToolTip>

#include "widgets/PlotExport.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {
constexpr double kNear = 14;            // pixels from a point at which its value is told
constexpr int kIcon = 20;               // width of a legend's line sample
constexpr double kMostOfLegend = 0.35;  // of the height
constexpr int kLegendGap = 12;          // pixels between the legend's columns
}  // namespace

Plot::Plot(QWidget* parent) : QCustomPlot(parent) {
  setFocusPolicy(Qt::StrongFocus);
  installCopyKeys(*this);
  setAccessibleName(tr("Plot"));
  setLocale(QLocale::c());  // ticks read as settings do, with a point
  setNoAntialiasingOnDrag(false);
  setPlottingHint(QCP::phCacheLabels, true);
  setPlottingHint(QCP::phFastPolylines, true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);

  plotLayout()->insertRow(0);
  head_ = new QCPLayoutGrid;
  plotLayout()->addElement(0, 0, head_);
  plotLayout()->setRowSpacing(0);
  plotLayout()->setRowStretchFactor(0, 0.001);
  title_ = new QCPTextElement(this);
  title_->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
  title_->setMargins(QMargins(8, 4, 0, 2));
  head_->addElement(0, 0, title_);
  head_->setMinimumMargins({});
  head_->setAutoMargins(QCP::msNone);
  axisRect()->insetLayout()->take(legend);
  head_->addElement(0, 1, legend);
  head_->setColumnSpacing(10);
  head_->setRowSpacing(0);
  legend->setVisible(true);
  legend->setBorderPen(Qt::NoPen);
  legend->setBrush(Qt::NoBrush);
  legend->setColumnSpacing(kLegendGap);
  legend->setRowSpacing(0);

  hint_ = new QCPItemText(this);
  hint_->setLayer(QStringLiteral("overlay"));
  hint_->position->setType(QCPItemPosition::ptAxisRectRatio);
  hint_->position->setCoords(0.5, 0.5);
  hint_->setClipToAxisRect(false);
  hint_->setTextAlignment(Qt::AlignHCenter);
  hint_->setVisible(false);
  axisRect()->setupFullAxesBox();
  for (QCPAxis* axis : {xAxis2, yAxis2}) {
    axis->setTickLabels(false);
    axis->setTicks(false);
  }
  restyleSoon();
}

void Plot::restyleSoon() {
  QMetaObject::invokeMethod(
      this,
      [this] {
        if (!styled_) restyle();
      },
      Qt::QueuedConnection);
}

void Plot::setTitle(const QString& title) {
  titleText_ = title;
  title_->setText(title);
  setAccessibleName(title);
}

void Plot::setAxes(const QString& x, const QString& y) {
  xLabel_ = x;
  yLabel_ = y;
  xAxis->setLabel(x);
  yAxis->setLabel(y);
}

void Plot::setExplanation(const QString& html) {
  explanation_ = html;
  setAccessibleDescription(QTextDocumentFragment::fromHtml(html).toPlainText());
}

void Plot::setHint(const QString& hint) {
  hintText_ = hint;
  wrapHint();
}

void Plot::wrapHint() {
  const QFontMetrics metrics(font());
  const QMargins margins = axisRect()->margins();
  const int room = std::max(80, width() - margins.left() - margins.right() - 24);
  QString text;
  QString line;
  for (const QString& word : hintText_.split(QLatin1Char(' '))) {
    const QString longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
    if (!line.isEmpty() && metrics.horizontalAdvance(longer) > room) {
      text += line + QLatin1Char('\n');
      line = word;
    } else {
      line = longer;
    }
  }
  text += line;
  // What does not fit into the plot would lie over its axes.
  const int lines = static_cast<int>(text.count(QLatin1Char('\n'))) + 1;
  const int height = this->height() - margins.bottom() - headRows_ * metrics.height();
  hint_->setText(lines * metrics.height() <= height ? text : QStringLiteral("…"));
}

void Plot::setEmpty(bool empty) { hint_->setVisible(empty && !hint_->text().isEmpty()); }

QString Plot::csv() const { return plotCsv(*this); }

QSize Plot::sizeHint() const { return {Theme::scaled(this, 360), Theme::scaled(this, 230)}; }

QSize Plot::minimumSizeHint() const { return {Theme::scaled(this, 170), Theme::scaled(this, 130)}; }

QColor Plot::titleColour() const { return Theme::of(this).text; }

void Plot::restyle() {
  styled_ = true;
  const Theme& theme = Theme::of(this);
  const QFont small = Theme::small(font());
  setBackground(theme.surface);
  title_->setFont(Theme::bold(font()));
  title_->setTextColor(titleColour());
  legend->setFont(small);
  legend->setTextColor(theme.text);
  hint_->setFont(font());
  hint_->setColor(theme.muted);
  QColor behind = theme.surface;
  behind.setAlphaF(0.85F);
  hint_->setBrush(behind);
  hint_->setPadding(QMargins(6, 4, 6, 4));
  for (QCPAxis* axis : {xAxis, yAxis, xAxis2, yAxis2}) {
    axis->setBasePen(QPen(theme.line, Theme::stroke(1)));
    axis->setTickPen(QPen(theme.line, Theme::stroke(1)));
    axis->setSubTickPen(Qt::NoPen);
    axis->setTickLabelFont(small);
    axis->setTickLabelColor(theme.muted);
    axis->setLabelFont(small);
    axis->setLabelColor(theme.text);
    axis->setTickLengthOut(4);
    axis->setTickLengthIn(0);
    axis->grid()->setPen(QPen(theme.grid, 1));
    axis->grid()->setSubGridVisible(false);
    axis->grid()->setZeroLinePen(QPen(theme.line, 1));
  }
  xAxis->setLabelPadding(3);
  yAxis->setLabelPadding(3);
  arrangeLegend();
  fitMargins();
  refresh();
}

void Plot::fitMargins() {
  // Room for the widest numbers there can be: nothing moves while values change.
  const QFontMetrics metrics(Theme::small(font()));
  const int left = metrics.horizontalAdvance(QStringLiteral("−88.888")) + metrics.height() + 16;
  const int bottom = 2 * metrics.height() + 12;
  axisRect()->setAutoMargins(QCP::msNone);
  axisRect()->setMargins(QMargins(left, metrics.height() / 2,
                                  metrics.horizontalAdvance(QStringLiteral("88")) / 2 + 10,
                                  bottom));
  const int count = std::max(2, (height() - bottom - 40) / (3 * metrics.height()));
  yAxis->ticker()->setTickCount(std::min(6, count));
  const int wide =
      std::max(2, (width() - left) / metrics.horizontalAdvance(QLatin1String("8888888")));
  xAxis->ticker()->setTickCount(std::min(8, wide));
  const int room = height() - bottom - headRows_ * (metrics.height() + 2) - metrics.height();
  const bool fits = metrics.horizontalAdvance(yLabel_) <= room;
  wrapHint();
  yAxis->setLabel(fits ? yLabel_ : yLabel_.section(QLatin1Char(' '), -1));
  const int across = width() - left - 4;
  xAxis->setLabel(metrics.elidedText(xLabel_, Qt::ElideRight, std::max(across, 40)));
}

void Plot::keepTailsWhole() {
  constexpr int kBelow = 13;  // pixels beside two lines of text
  QMargins margins = axisRect()->margins();
  margins.setBottom(2 * QFontMetrics(font()).height() + kBelow);
  axisRect()->setMargins(margins);
}

void Plot::arrangeLegend() {
  const QFontMetrics metrics(legend->font());
  int widest = 1;
  for (int i = 0; i < legend->itemCount(); ++i) {
    if (auto* item = qobject_cast<QCPPlottableLegendItem*>(legend->item(i))) {
      widest = std::max(
          widest, metrics.horizontalAdvance(item->plottable()->name()) + kIcon + kLegendGap + 8);
    }
  }
  const QFontMetrics bold(Theme::bold(font()));
  const int items = legend->itemCount();
  const int room = width() - bold.horizontalAdvance(titleText_) - 30;
  const bool beside = items * widest <= room;
  const int most = std::max(1, (beside ? room : width() - 16) / widest);
  // Rows of equal length look tidier than a full one and a rest.
  const int rows = items > 0 ? (items + most - 1) / most : 1;
  const int columns = std::max(1, (items + rows - 1) / rows);
  // Where it would take the place of the curves, their names stand in the tips alone.
  const int lines = beside ? 0 : rows * (metrics.height() + 4);
  const bool shown = items > 0 && lines <= kMostOfLegend * height();
  headRows_ = beside || !shown ? 1 : 1 + rows;
  // What is left of the line is margin, so that the columns stand together.
  const int rest = beside ? 8 : std::max(8, width() - columns * widest - 16);
  legend->setMargins(QMargins(8, 3, rest, 3));
  legend->setIconSize(kIcon, metrics.height() + 2);
  legend->setWrap(columns);
  legend->setFillOrder(QCPLegend::foColumnsFirst, true);
  if (legend->layout() == head_) head_->take(legend);
  head_->simplify();
  if (shown) beside ? head_->addElement(0, 1, legend) : head_->addElement(1, 0, legend);
  if (beside && shown) {
    head_->setColumnStretchFactors({1, 0.001});
  } else {
    head_->setColumnStretchFactors({1});
  }
  legend->setVisible(shown);
  title_->setText(bold.elidedText(titleText_, Qt::ElideRight, std::max(40, width() - 20)));
}

QString Plot::tipAt(const QPointF& /*position*/) const { return {}; }

bool Plot::event(QEvent* event) {
  if (event->type() == QEvent::Polish && !styled_) restyle();
  if (event->type() != QEvent::ToolTip) return QCustomPlot::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  QString value = tipAt(help->pos());
  if (value.isEmpty()) value = nearestValue(help->pos());
  QToolTip::showText(help->globalPos(), value.isEmpty() ? explanation_ : value, this);
  return true;
}

QString Plot::nearestValue(const QPointF& position) const {
  const QCPGraph* nearest = nullptr;
  QPointF value;
  double least = kNear * kNear;
  for (int i = 0; i < graphCount(); ++i) {
    const QCPGraph* curve = graph(i);
    if (!curve->visible() || curve->name().isEmpty() || curve->dataCount() == 0) continue;
    const double reach = std::abs(xAxis->pixelToCoord(kNear) - xAxis->pixelToCoord(0));
    const double key = xAxis->pixelToCoord(position.x());
    const auto points = curve->data();
    const auto end = points->findEnd(key + reach, false);
    for (auto it = points->findBegin(key - reach, false); it != end; ++it) {
      const QPointF off =
          QPointF(xAxis->coordToPixel(it->key), yAxis->coordToPixel(it->value)) - position;
      const double distance = QPointF::dotProduct(off, off);
      if (distance < least) {
        least = distance;
        nearest = curve;
        value = {it->key, it->value};
      }
    }
  }
  if (nearest == nullptr) return {};
  return tr("<b>%1</b><br>%2 = %3<br>%4 = %5")
      .arg(nearest->name().toHtmlEscaped(), xAxis->label().toHtmlEscaped(),
           QString::number(value.x(), 'g', 4), yLabel_.toHtmlEscaped(),
           QString::number(value.y(), 'g', 3));
}

void Plot::changeEvent(QEvent* event) {
  const auto type = event->type();
  if (type == QEvent::PaletteChange || type == QEvent::FontChange || type == QEvent::StyleChange) {
    restyle();
    updateGeometry();
  }
  QCustomPlot::changeEvent(event);
}

void Plot::resizeEvent(QResizeEvent* event) {
  arrangeLegend();
  fitMargins();
  QCustomPlot::resizeEvent(event);
  settleLayout();
}

void Plot::contextMenuEvent(QContextMenuEvent* event) {
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("plot-menu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  addExportActions(*menu, *this);
  menu->popup(event->globalPos());
}

}  // namespace nudge
