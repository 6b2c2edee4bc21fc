#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/Error.h"
#include "core/cloud/Configuration.h"
#include "tests/fuzz/Target.h"

namespace {

/// Any text is a configuration for every profile in it, or an Error.
void fuzzConfiguration(const std::uint8_t* data, std::size_t size) {
  try {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const auto& [name, settings] : nudge::parseIni(text, "fuzz").sections) {
      try {
        (void)nudge::configurationFrom(settings);
      } catch (const nudge::Error&) {
      }
    }
  } catch (const nudge::Error&) {
  }
}

const nudge::FuzzTarget kFuzzConfiguration("FuzzConfiguration", fuzzConfiguration);

}  // namespace
