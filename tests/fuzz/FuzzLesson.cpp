#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/Error.h"
#include "core/lesson/Lesson.h"
#include "tests/fuzz/Target.h"

namespace {

/// Any text is a lesson, whose conditions can be judged, or an Error.
void fuzzLesson(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static const nudge::LessonNames names{{"learning.beta", "machine.kind"}, {"digits"}};
  try {
    const nudge::Lesson lesson = nudge::parseLesson(text, "id", names, "fuzz");
    const auto fact = [](const std::string& name) { return nudge::Json(name.size()); };
    const nudge::Observations seen{fact, fact, [](const std::string&) { return 1; }};
    for (const nudge::LessonStep& step : lesson.steps) (void)nudge::holds(step.done, seen);
  } catch (const nudge::Error&) {
  }
}

const nudge::FuzzTarget kFuzzLesson("FuzzLesson", fuzzLesson);

}  // namespace
