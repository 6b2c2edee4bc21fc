#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/Error.h"
#include "core/ising/AnnealSchedule.h"
#include "tests/fuzz/Target.h"

namespace {

/// Any text is a table whose energies are numbers everywhere, or an Error.
void fuzzAnnealTable(const std::uint8_t* data, std::size_t size) {
  try {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const nudge::AnnealTable table = nudge::parseAnnealTable(text, "fuzz");
    if (!(table.at(0.3).problem >= 0) || !(table.at(1).transverse >= 0)) std::abort();
  } catch (const nudge::Error&) {
  }
}

const nudge::FuzzTarget kFuzzAnnealTable("FuzzAnnealTable", fuzzAnnealTable);

}  // namespace
