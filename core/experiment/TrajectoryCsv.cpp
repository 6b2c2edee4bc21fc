#include "core/experiment/TrajectoryCsv.h"

#include <iterator>

#include <fmt/format.h>

#include "core/base/AtomicFile.h"

namespace nudge {

namespace {

const char* nameOf(Phase phase) { return phase == Phase::Free ? "free" : "nudge"; }

void writeFrame(const Frame& frame, Eigen::Index sample, fmt::memory_buffer& text) {
  for (std::size_t n = 0; n < frame.states.size(); ++n) {
    for (Eigen::Index i = 0; i < frame.states[n].rows(); ++i) {
      // Nine significant digits tell every float apart.
      fmt::format_to(std::back_inserter(text), "{},{},{},{},{},{:.9g},{:.9g}\n", sample,
                     nameOf(frame.phase), frame.t, n + 1, i, frame.states[n](i, sample),
                     frame.activations[n](i, sample));
    }
  }
}

Eigen::Index samplesOf(const Trajectory& trajectory) {
  return trajectory.frames.front().energy.size();
}

}  // namespace

void writeTrajectoryCsv(const Trajectory& trajectory, const std::filesystem::path& path) {
  writeFileAtomically(path, [&](std::ostream& stream) {
    stream << "sample,phase,t,layer,neuron,state,activation\n";
    for (Eigen::Index sample = 0; sample < samplesOf(trajectory); ++sample) {
      for (const Frame& frame : trajectory.frames) {
        fmt::memory_buffer text;
        writeFrame(frame, sample, text);
        stream.write(text.data(), static_cast<std::streamsize>(text.size()));
      }
    }
  });
}

void writeEnergiesCsv(const Trajectory& trajectory, const std::filesystem::path& path) {
  writeFileAtomically(path, [&](std::ostream& stream) {
    stream << "sample,phase,t,energy,loss,total\n";
    for (Eigen::Index sample = 0; sample < samplesOf(trajectory); ++sample) {
      for (const Frame& frame : trajectory.frames) {
        stream << fmt::format("{},{},{},{:.12g},{:.12g},{:.12g}\n", sample, nameOf(frame.phase),
                              frame.t, frame.energy[sample], frame.loss[sample],
                              frame.total[sample]);
      }
    }
  });
}

}  // namespace nudge
