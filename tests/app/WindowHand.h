#pragma once

#include "app/workspaces/DynamicsWorkspace.h"
#include "tests/TestProgram.h"
#include "tests/app/WindowFixture.h"

namespace nudge::test {

inline void key(WindowFixture& f, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
  QTest::keyClick(f.window.get(), key, modifiers);
}

inline DynamicsWorkspace& dynamics(WindowFixture& f) {
  return static_cast<DynamicsWorkspace&>(f.window->workspace(1));
}

inline void waitForRelaxed(WindowFixture& f) {
  QTRY_VERIFY_WITH_TIMEOUT(dynamics(f).relaxed().trajectory != nullptr, kPatience);
}

}  // namespace nudge::test
