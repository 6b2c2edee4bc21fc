#include "widgets/WorkspaceBar.h"

#include <algorithm>

#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/Icons.h"
#include "widgets/Theme.h"

namespace nudge {

WorkspaceBar::WorkspaceBar(QWidget* parent)
    : QWidget(parent), group_(new QButtonGroup(this)), layout_(new QVBoxLayout(this)) {
  setObjectName(QStringLiteral("workspaces"));
  setAccessibleName(tr("Workspaces"));
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
  group_->setExclusive(true);
  layout_->setContentsMargins(6, 8, 6, 8);
  layout_->setSpacing(4);
  layout_->addStretch(1);
  connect(group_, &QButtonGroup::idClicked, this, &WorkspaceBar::picked);
}

int WorkspaceBar::addWorkspace(Glyph glyph, const QString& name, const QString& tip) {
  const int index = count();
  auto* button = new QToolButton(this);
  button->setObjectName(QStringLiteral("workspace-%1").arg(index + 1));
  button->setIcon(Icons::icon(glyph));
  button->setText(name);
  button->setToolTip(tip);
  button->setAccessibleName(name);
  button->setAccessibleDescription(tip);
  button->setCheckable(true);
  button->setAutoRaise(true);
  button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  group_->addButton(button, index);
  layout_->insertWidget(index, button);
  if (index == 0) button->setChecked(true);
  fitSizes();
  return index;
}

void WorkspaceBar::fitSizes() {
  const int side = Theme::scaled(this, 24);
  int widest = 0;
  for (QAbstractButton* button : group_->buttons()) {
    button->setIconSize({side, side});
    static_cast<QToolButton*>(button)->setToolButtonStyle(narrow_ ? Qt::ToolButtonIconOnly
                                                                  : Qt::ToolButtonTextUnderIcon);
    widest =
        std::max(widest, narrow_ ? side : button->fontMetrics().horizontalAdvance(button->text()));
  }
  setFixedWidth(widest + 34);
}

void WorkspaceBar::setNarrow(bool narrow) {
  if (narrow == narrow_) return;
  narrow_ = narrow;
  fitSizes();
}

void WorkspaceBar::setCurrent(int index) {
  if (QAbstractButton* button = group_->button(index)) return button->setChecked(true);
  QAbstractButton* chosen = group_->checkedButton();
  if (chosen == nullptr) return;
  group_->setExclusive(false);
  chosen->setChecked(false);
  group_->setExclusive(true);
}

int WorkspaceBar::current() const { return group_->checkedId(); }

int WorkspaceBar::count() const { return static_cast<int>(group_->buttons().size()); }

void WorkspaceBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
    // Once the buttons have the new font as well.
    QMetaObject::invokeMethod(this, &WorkspaceBar::fitSizes, Qt::QueuedConnection);
  }
  QWidget::changeEvent(event);
}

void WorkspaceBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(Theme::of(this).line);
  painter.drawLine(width() - 1, 0, width() - 1, height());
}

void WorkspaceBar::keyPressEvent(QKeyEvent* event) {
  const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
  const int wanted = current() + step;
  if (step == 0 || wanted < 0 || wanted >= count()) return QWidget::keyPressEvent(event);
  setCurrent(wanted);
  group_->button(wanted)->setFocus(Qt::TabFocusReason);
  emit picked(wanted);
}

}  // namespace nudge
