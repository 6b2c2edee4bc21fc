#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string_view>

#include "core/base/Error.h"
#include "core/chip/ChipFile.h"
#include "tests/fuzz/Target.h"

namespace {

/// Any text is a chip that reads back as it was written, or an Error; so are faults and shapes.
void fuzzChip(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    const nudge::ChipShape shape = nudge::ChipShape::parse(text);
    if (!(nudge::ChipShape::parse(shape.text()) == shape)) std::abort();
  } catch (const nudge::Error&) {
  }
  try {
    (void)nudge::parseFaults(text, "fuzz");
  } catch (const nudge::Error&) {
  }
  try {
    const nudge::ChipGraph chip = nudge::parseChip(text, "fuzz");
    std::ostringstream out;
    nudge::writeChip(chip, out);
    if (!(nudge::parseChip(out.str(), "fuzz") == chip)) std::abort();
  } catch (const nudge::Error&) {
  }
}

const nudge::FuzzTarget kFuzzChip("FuzzChip", fuzzChip);

}  // namespace
