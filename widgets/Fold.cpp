#include "widgets/Fold.h"

#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/Icons.h"

namespace nudge {

Fold::Fold(const QString& word, QWidget* parent)
    : QWidget(parent), button_(new QToolButton(this)), content_(new QWidget(this)) {
  button_->setObjectName(QStringLiteral("fold-button"));
  button_->setText(word);
  button_->setToolTip(tr("Settings that are rarely changed"));
  button_->setAccessibleName(word);
  button_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  button_->setAutoRaise(true);
  button_->setIconSize({12, 12});
  button_->setIcon(Icons::icon(Glyph::More));
  auto* inner = new QVBoxLayout(content_);
  inner->setContentsMargins(0, 0, 0, 0);
  inner->setSpacing(2);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(2);
  layout->addWidget(button_, 0, Qt::AlignLeft);
  layout->addWidget(content_);
  content_->hide();
  connect(button_, &QToolButton::clicked, this, [this] { setOpen(!isOpen()); });
}

void Fold::setOpen(bool open) {
  content_->setVisible(open);
  button_->setIcon(Icons::icon(open ? Glyph::Less : Glyph::More));
}

bool Fold::isOpen() const { return !content_->isHidden(); }

}  // namespace nudge
