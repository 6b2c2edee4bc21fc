#pragma once

#include <QKeyEvent>

namespace nudge {

/// For widgets in which Space turns or ticks something: call it first in event(). True where it
/// kept Space from playing, which it does as a shortcut of the window.
inline bool keepsSpace(QEvent& event) {
  const bool space = event.type() == QEvent::ShortcutOverride &&
                     static_cast<QKeyEvent&>(event).key() == Qt::Key_Space;
  if (space) event.accept();
  return space;
}

}  // namespace nudge
