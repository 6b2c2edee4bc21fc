// A checkpoint of a small run with any bytes in it is taken up, or an Error.
#include <cstdint>
#include <memory>
#include <string>

#include "core/base/Error.h"
#include "core/experiment/Run.h"
#include "tests/fuzz/Target.h"

namespace {

nudge::Experiment smallExperiment() {
  nudge::Experiment experiment;
  experiment.network.layers = {784, 2, 10};
  experiment.data.train = 20;
  experiment.data.test = 10;
  return experiment;
}

void fuzzCheckpoint(const std::uint8_t* data, std::size_t size) {
  static const std::unique_ptr<nudge::Run> run = nudge::startRun(smallExperiment());
  static const std::string good = run->checkpoint().serialise();
  // Patches of a good checkpoint: place (4 bytes), value (1 byte), and so on.
  std::string content = good;
  for (std::size_t i = 0; i + 5 <= size; i += 5) {
    const std::size_t place = data[i] | data[i + 1] << 8U | data[i + 2] << 16U;
    content[place % content.size()] = static_cast<char>(data[i + 4]);
  }
  try {
    const nudge::TensorFile file = nudge::TensorFile::parse(content, "fuzz");
    (void)nudge::Run::experimentOf(file, "fuzz");
    run->restore(file);
    (void)run->snapshot();
  } catch (const nudge::Error&) {
    // What no reader would accept.
  }
}

const nudge::FuzzTarget kFuzzCheckpoint("FuzzCheckpoint", fuzzCheckpoint);

}  // namespace
