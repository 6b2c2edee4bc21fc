#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/Error.h"
#include "core/cloud/QpAnswer.h"
#include "tests/fuzz/Target.h"

namespace {

/// Any text is an answer that says the same when it is sent on, or an Error.
void fuzzQpAnswer(const std::uint8_t* data, std::size_t size) {
  try {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const nudge::QpAnswer answer = nudge::decodeAnswer(nudge::parseReply(text, "fuzz"), "fuzz");
    const nudge::QpAnswer again =
        nudge::decodeAnswer(nudge::ReplyJson(nudge::encodeAnswer(answer)), "again");
    if (again.qubits != answer.qubits || again.samples.reads() != answer.samples.reads()) {
      std::abort();
    }
  } catch (const nudge::Error&) {
  }
}

const nudge::FuzzTarget kFuzzQpAnswer("FuzzQpAnswer", fuzzQpAnswer);

}  // namespace
