#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/Error.h"
#include "core/data/CsvInputs.h"
#include "tests/fuzz/Target.h"

namespace {

/// Any text is a matrix of finite numbers or an Error.
void fuzzCsvInputs(const std::uint8_t* data, std::size_t size) {
  try {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const nudge::Matrix inputs = nudge::parseCsvInputs(text, "fuzz");
    if (inputs.size() == 0 || !inputs.allFinite()) std::abort();
  } catch (const nudge::Error&) {
  }
}

const nudge::FuzzTarget kFuzzCsvInputs("FuzzCsvInputs", fuzzCsvInputs);

}  // namespace
