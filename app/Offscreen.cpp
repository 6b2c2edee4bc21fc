#include "app/Offscreen.h"

#include "widgets/Theme.h"

namespace nudge {

Offscreen::Offscreen() {
  if (qApp != nullptr) return;
  qputenv("QT_QPA_PLATFORM", "offscreen");
  static int count = 1;
  static char name[] = "nudge";
  static char* arguments[] = {name, nullptr};
  application_ = std::make_unique<QApplication>(count, arguments);
  Theme::apply(*application_, Theme::Shade::Light);
}

}  // namespace nudge
