#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/cloud/QpFormat.h"
#include "core/ising/SampleSet.h"

namespace nudge {

/// What a problem cost of a chip's time, in µs; what a server leaves out is 0.
struct ChipTiming {
  double access = 0;  ///< programming and sampling: what is charged
  double programming = 0;
  double sampling = 0;  ///< reads · (anneal + readout + delay)
  double annealEach = 0;
  double readoutEach = 0;
  double delayEach = 0;
  double accessOverhead = 0;
  double postProcessing = 0;
  double postProcessingOverhead = 0;

  bool operator==(const ChipTiming&) const = default;
};

/// What a solver found.
struct QpAnswer {
  std::int32_t numQubits = 0;
  std::vector<std::int32_t> qubits;  ///< which qubit each spin of the samples is
  SampleSet samples;                 ///< bits are spins as well: 0 is −1
  ChipTiming timing;
  /// Whether each read has its own row ("raw"), else equal ones share one.
  bool raw = false;
  /// Only from servers that say it; then energies include it.
  std::optional<double> offset;
};

/// An answer in "qp" format. Its energies are those of the problem without its offset, unless
/// `offset` is set. Throws CloudError (Reply), naming `where` and the member, for anything but a
/// whole answer: memory is bounded by what the text holds, whatever counts it claims.
QpAnswer decodeAnswer(const ReplyJson& answer, const std::string& where);

/// The way back: what a solver sends. Raw answers have no "num_occurrences".
nlohmann::ordered_json encodeAnswer(const QpAnswer& answer);

/// States of one row as the bytes of "solutions", most significant bit first.
void appendBits(std::span<const Spin> state, std::string& bytes);

}  // namespace nudge
