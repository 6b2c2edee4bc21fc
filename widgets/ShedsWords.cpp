#include "widgets/ShedsWords.h"

#include <QEvent>
#include <QLabel>
#include <QLayout>

namespace nudge {

namespace {

constexpr int kAroundWords = 6;  // pixels beside a button's words and two blanks

/// What the row's controls ask for; labels can do with less.
int wanted(const QLayout& layout) {
  const QMargins margins = layout.contentsMargins();
  int wide = margins.left() + margins.right();
  int shown = 0;
  for (int i = 0; i < layout.count(); ++i) {
    QWidget* widget = layout.itemAt(i)->widget();
    if (widget == nullptr || widget->isHidden()) continue;
    const bool label = qobject_cast<QLabel*>(widget) != nullptr;
    wide += label ? widget->minimumSizeHint().width() : widget->sizeHint().width();
    ++shown;
  }
  return wide + layout.spacing() * std::max(0, shown - 1);
}

}  // namespace

ShedsWords::ShedsWords(QWidget* row) : QObject(row), row_(row) {
  for (int i = 0; i < row->layout()->count(); ++i) {
    auto* button = qobject_cast<QToolButton*>(row->layout()->itemAt(i)->widget());
    if (button != nullptr && button->toolButtonStyle() == Qt::ToolButtonTextBesideIcon)
      buttons_.emplace_back(button);
  }
  row->installEventFilter(this);
}

bool ShedsWords::eventFilter(QObject* watched, QEvent* event) {
  const QEvent::Type type = event->type();
  if (type == QEvent::Resize || type == QEvent::LayoutRequest) {
    fit();
  } else if (type == QEvent::FontChange) {
    // Once the buttons have the new font as well.
    QMetaObject::invokeMethod(this, &ShedsWords::fit, Qt::QueuedConnection);
  }
  return QObject::eventFilter(watched, event);
}

void ShedsWords::fit() {
  int wide = wanted(*row_->layout());
  if (shed_) {
    // What they would ask for with words, rather too much than too little: no row may flicker.
    for (const auto& button : buttons_) {
      if (button && !button->isHidden() && !button->text().isEmpty())
        wide += button->fontMetrics().horizontalAdvance(button->text() + "  ") + kAroundWords;
    }
  }
  const bool shed = wide > row_->width();
  if (shed == shed_) return;
  shed_ = shed;
  for (const auto& button : buttons_) {
    if (button && !button->text().isEmpty())
      button->setToolButtonStyle(shed ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
  }
}

}  // namespace nudge
