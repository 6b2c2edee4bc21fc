#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/Error.h"
#include "core/data/CsvInputs.h"

/// Any text is a matrix of finite numbers or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const nudge::Matrix inputs = nudge::parseCsvInputs(text, "fuzz");
    if (inputs.size() == 0 || !inputs.allFinite()) std::abort();
  } catch (const nudge::Error&) {
  }
  return 0;
}
