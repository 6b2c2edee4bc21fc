#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/Error.h"
#include "core/cloud/Configuration.h"

/// Any text is a configuration for every profile in it, or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
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
  return 0;
}
