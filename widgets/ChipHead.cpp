// The line above a chip: its name, and what colours and dots say.
#include <algorithm>
#include <vector>

#include <QPainter>

#include "widgets/ChipView.h"
#include "widgets/Theme.h"

namespace nudge {

using Dot = ChipSprites::Dot;
using Weight = ChipSprites::Weight;

QString ChipView::headText() const {
  if (!chip_) return tr("chip");
  return QString::fromStdString(chip_->shape().text());
}

void ChipView::paintHead(QPainter& painter) const {
  const Theme& theme = Theme::of(this);
  const double height = camera_.area().top();
  painter.setFont(Theme::bold(font()));
  painter.setPen(theme.text);
  const QString head = headText();
  painter.drawText(QRectF(10, 0, width() - 20, height), Qt::AlignVCenter | Qt::AlignLeft, head);
  if (!chip_) return;
  const double from = 10 + painter.fontMetrics().horizontalAdvance(head) + 16;
  struct Item {
    Dot dot;
    QColor colour;
    QString text;
  };
  std::vector<Item> items;
  if (use_ && colours_ == ChainColours::Layer) {
    for (int n = 1; n <= use_->layers(); ++n)
      items.push_back({Dot::Plain, theme.layerColour(n), tr("layer %1").arg(n)});
  } else if (use_) {
    items.push_back({Dot::Plain, chainPalette(colours_, theme).front(), tr("a colour a neuron")});
  }
  if (!spins_.empty()) {
    items.push_back({Dot::Up, theme.text, tr("σ = +1")});
    items.push_back({Dot::Down, theme.text, tr("−1")});
  }
  if (brokenCount_ > 0)
    items.push_back({Dot::Broken, theme.wrong, tr("broken: %L1").arg(brokenCount_)});
  const auto faulty =
      std::count_if(nodes_.begin(), nodes_.end(), [](const Node& node) { return node.faulty; });
  if (faulty > 0) items.push_back({Dot::Faulty, theme.wrong, tr("faulty: %L1").arg(faulty)});
  if (use_) items.push_back({Dot::Unused, theme.muted, tr("unused")});
  painter.setFont(Theme::small(font()));
  painter.setRenderHint(QPainter::Antialiasing);
  const QFontMetrics metrics(painter.font());
  double right = width() - 10;
  for (auto item = items.rbegin(); item != items.rend(); ++item) {
    const double wide = metrics.horizontalAdvance(item->text);
    if (right - wide - 16 < from) continue;  // no room for its word
    painter.setPen(theme.text);
    painter.drawText(QRectF(right - wide, 0, wide + 1, height), Qt::AlignVCenter, item->text);
    ChipSprites::paint(painter, item->dot, Weight::Full, item->colour,
                       QPointF(right - wide - 10, height / 2), 4.5, theme);
    right -= wide + 16 + 12;
  }
}

}  // namespace nudge
