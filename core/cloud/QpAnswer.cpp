#include "core/cloud/QpAnswer.h"

#include <array>
#include <cmath>
#include <cstring>

#include <fmt/format.h>

#include "core/cloud/Base64.h"
#include "core/cloud/CloudError.h"

namespace nudge {

namespace {

using Eight = std::array<Spin, 8>;

/// The eight spins of each byte, most significant bit first.
constexpr std::array<Eight, 256> kSpinsOfByte = [] {
  std::array<Eight, 256> spins{};
  for (std::size_t byte = 0; byte < 256; ++byte) {
    for (std::size_t bit = 0; bit < 8; ++bit) {
      spins[byte][bit] = (byte >> (7 - bit) & 1) != 0 ? Spin{1} : Spin{-1};
    }
  }
  return spins;
}();

struct TimingKey {
  const char* key;
  double ChipTiming::*member;
};

constexpr std::array<TimingKey, 9> kTimingKeys{{
    {"qpu_sampling_time", &ChipTiming::sampling},
    {"qpu_anneal_time_per_sample", &ChipTiming::annealEach},
    {"qpu_readout_time_per_sample", &ChipTiming::readoutEach},
    {"qpu_access_time", &ChipTiming::access},
    {"qpu_access_overhead_time", &ChipTiming::accessOverhead},
    {"qpu_programming_time", &ChipTiming::programming},
    {"qpu_delay_time_per_sample", &ChipTiming::delayEach},
    {"total_post_processing_time", &ChipTiming::postProcessing},
    {"post_processing_overhead_time", &ChipTiming::postProcessingOverhead},
}};

template <class Number>
std::vector<Number> numbersOf(const ReplyReader& reader, const char* key, std::size_t count) {
  try {
    return numbersFromBase64<Number>(reader.longText(key), count,
                                     fmt::format("{}: \"{}\"", reader.where(), key));
  } catch (const CloudError&) {
    throw;
  } catch (const Error& error) {
    throw CloudError(CloudFault::Reply, error.what());
  }
}

/// How many numbers the text of a member stands for.
template <class Number>
std::size_t countOf(const ReplyReader& reader, const char* key) {
  return base64Bytes(reader.longText(key)) / sizeof(Number);
}

void readQubits(const ReplyReader& reader, QpAnswer& answer) {
  answer.numQubits =
      static_cast<std::int32_t>(reader.integer("num_variables", 0, SolverProperties::kMostQubits));
  answer.qubits = numbersOf<std::int32_t>(reader, "active_variables",
                                          countOf<std::int32_t>(reader, "active_variables"));
  std::int32_t last = -1;
  for (const std::int32_t qubit : answer.qubits) {
    if (qubit <= last || qubit >= answer.numQubits) {
      reader.refuse("active_variables",
                    fmt::format("should rise from 0 to at most {}", answer.numQubits - 1));
    }
    last = qubit;
  }
}

std::vector<std::int32_t> occurrencesOf(const ReplyReader& reader, std::size_t rows) {
  if (!reader.has("num_occurrences")) return std::vector<std::int32_t>(rows, 1);
  std::vector<std::int32_t> occurrences = numbersOf<std::int32_t>(reader, "num_occurrences", rows);
  for (const std::int32_t times : occurrences) {
    if (times < 1) reader.refuse("num_occurrences", "should be numbers from 1");
  }
  return occurrences;
}

std::string solutionBits(const ReplyReader& reader, std::size_t rows, std::size_t rowBytes) {
  const std::string_view text = reader.longText("solutions");
  if (base64Bytes(text) != rows * rowBytes) {
    reader.refuse("solutions", fmt::format("should be {} rows of {} bytes", rows, rowBytes));
  }
  try {
    return fromBase64(text, fmt::format("{}: \"solutions\"", reader.where()));
  } catch (const Error& error) {
    throw CloudError(CloudFault::Reply, error.what());
  }
}

ChipTiming timingOf(const ReplyReader& answer) {
  ChipTiming timing;
  if (!answer.has("timing")) return timing;
  const ReplyReader reader(answer.at("timing"), answer.where() + ": timing");
  for (const TimingKey& entry : kTimingKeys) timing.*entry.member = reader.number(entry.key, 0);
  return timing;
}

void readSamples(const ReplyReader& reader, QpAnswer& answer) {
  const std::size_t spins = answer.qubits.size();
  const std::size_t rowBytes = (spins + 7) / 8;
  const std::size_t rows = countOf<double>(reader, "energies");
  const std::vector<double> energies = numbersOf<double>(reader, "energies", rows);
  const std::vector<std::int32_t> occurrences = occurrencesOf(reader, rows);
  const std::string bits = solutionBits(reader, rows, rowBytes);
  answer.samples = SampleSet(spins);
  answer.samples.reserve(rows);
  std::vector<Spin> state(8 * rowBytes);
  for (std::size_t row = 0; row < rows; ++row) {
    if (!std::isfinite(energies[row])) reader.refuse("energies", "should be finite numbers");
    const char* from = bits.data() + row * rowBytes;
    for (std::size_t b = 0; b < rowBytes; ++b) {
      const Eight& eight = kSpinsOfByte[static_cast<unsigned char>(from[b])];
      std::memcpy(state.data() + 8 * b, eight.data(), eight.size());
    }
    answer.samples.add(std::span(state).first(spins), energies[row],
                       static_cast<std::uint32_t>(occurrences[row]));
  }
}

}  // namespace

QpAnswer decodeAnswer(const ReplyJson& answer, const std::string& where) {
  const ReplyReader reader(answer, where);
  if (const std::string format = reader.text("format", 64); format != "qp") {
    reader.refuse("format", fmt::format("is \"{}\"; this program reads \"qp\"", cleaned(format)));
  }
  QpAnswer result;
  readQubits(reader, result);
  readSamples(reader, result);
  result.raw = !reader.has("num_occurrences");
  result.timing = timingOf(reader);
  if (reader.has("offset")) result.offset = reader.number("offset");
  return result;
}

void appendBits(std::span<const Spin> state, std::string& bytes) {
  for (std::size_t first = 0; first < state.size(); first += 8) {
    unsigned byte = 0;
    const std::size_t count = std::min<std::size_t>(8, state.size() - first);
    for (std::size_t bit = 0; bit < count; ++bit) {
      byte |= (state[first + bit] > 0 ? 1U : 0U) << (7 - bit);
    }
    bytes += static_cast<char>(byte);
  }
}

nlohmann::ordered_json encodeAnswer(const QpAnswer& answer) {
  std::string bits;
  std::vector<std::int32_t> occurrences;
  for (std::size_t row = 0; row < answer.samples.size(); ++row) {
    appendBits(answer.samples.state(row), bits);
    occurrences.push_back(static_cast<std::int32_t>(answer.samples.occurrences(row)));
  }
  nlohmann::ordered_json json;
  json["format"] = "qp";
  json["num_variables"] = answer.numQubits;
  json["active_variables"] = base64OfNumbers(std::span<const std::int32_t>(answer.qubits));
  json["energies"] = base64OfNumbers(answer.samples.energies());
  if (!answer.raw) {
    json["num_occurrences"] = base64OfNumbers(std::span<const std::int32_t>(occurrences));
  }
  json["solutions"] = base64Of(std::as_bytes(std::span(bits)));
  for (const TimingKey& entry : kTimingKeys)
    json["timing"][entry.key] = answer.timing.*entry.member;
  if (answer.offset) json["offset"] = *answer.offset;
  return json;
}

}  // namespace nudge
