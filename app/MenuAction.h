#pragma once

#include <QAction>
#include <QWidget>

#include "widgets/Icons.h"

namespace nudge {

/// An action of the window, with its keys told in its tip.
inline QAction* makeMenuAction(QWidget* owner, Glyph glyph, const QString& text,
                               const QKeySequence& keys, const char* name) {
  auto* action = new QAction(Icons::icon(glyph), text, owner);
  action->setObjectName(name);
  action->setShortcut(keys);
  action->setToolTip(keys.isEmpty()
                         ? text
                         : QString("%1 (%2)").arg(text, keys.toString(QKeySequence::NativeText)));
  owner->addAction(action);
  return action;
}

}  // namespace nudge
