#pragma once

#include <memory>

#include <QApplication>

namespace nudge {

/// The application that drawing needs, on a screen that does not exist: for commands without a
/// window. Where an application is there already, it is used.
class Offscreen {
 public:
  Offscreen();

 private:
  std::unique_ptr<QApplication> application_;
};

}  // namespace nudge
