#pragma once

#include <QtTest>

#include "tests/TestRegistry.h"

namespace nudge::test {

/// Milliseconds that anything may take: busy machines make everything slow, sanitizers slower
/// still.
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
inline constexpr int kPatience = 1'200'000;
#else
inline constexpr int kPatience = 300'000;
#endif

}  // namespace nudge::test

// Qt Test's QTEST_MAIN and its kin make a program of one class each: here they register it.
#undef QTEST_MAIN_WRAPPER
#define QTEST_MAIN_WRAPPER(TestObject, ...)                    \
  static const nudge::test::Registered registered##TestObject( \
      #TestObject, [](int argc, char** argv) -> int {          \
        __VA_ARGS__                                            \
        TestObject test;                                       \
        return QTest::qExec(&test, argc, argv);                \
      });
