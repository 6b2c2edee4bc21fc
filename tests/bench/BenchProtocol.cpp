// Problems and answers of a whole Advantage2 chip in D-Wave's format. Goals: encode a problem under
// 1 ms, decode 1,000 reads of 3,700 qubits under 2 ms.
#include <benchmark/benchmark.h>

#include "core/chip/ChipFile.h"
#include "core/cloud/ChipDescription.h"
#include "core/cloud/Deflate.h"
#include "core/cloud/JobRequest.h"
#include "core/cloud/QpAnswer.h"

namespace {

const nudge::SolverProperties& solver() {
  static const nudge::SolverProperties whole = nudge::solverOf(nudge::openChip("zephyr:12"), "z");
  return whole;
}

nudge::QubitProblem wholeProblem() {
  nudge::QubitProblem problem;
  problem.qubits = solver().qubits;
  std::vector<std::int32_t> spinOf(static_cast<std::size_t>(solver().numQubits));
  for (std::size_t k = 0; k < problem.qubits.size(); ++k) {
    spinOf[static_cast<std::size_t>(problem.qubits[k])] = static_cast<std::int32_t>(k);
  }
  std::vector<nudge::Coupling> couplings;
  for (const auto& [a, b] : solver().couplers) {
    couplings.push_back({spinOf[static_cast<std::size_t>(a)], spinOf[static_cast<std::size_t>(b)],
                         (a + b) % 2 == 0 ? 1.0 : -0.75});
  }
  problem.problem =
      nudge::IsingProblem(std::vector<double>(problem.qubits.size(), 0.1), std::move(couplings));
  return problem;
}

void encodeProblem(benchmark::State& state) {
  const nudge::QpFormat format(solver());
  const nudge::QubitProblem problem = wholeProblem();
  for (auto _ : state) benchmark::DoNotOptimize(format.encode(problem));
}
BENCHMARK(encodeProblem)->Unit(benchmark::kMillisecond);

void requestAndPack(benchmark::State& state) {
  const nudge::JobRequest job{solver().identity,
                              nudge::QpFormat(solver()).encode(wholeProblem()),
                              nudge::ProblemType::Ising,
                              {{"num_reads", 100}},
                              ""};
  for (auto _ : state) {
    benchmark::DoNotOptimize(nudge::deflated(nudge::requestBody(std::span(&job, 1))));
  }
}
BENCHMARK(requestAndPack)->Unit(benchmark::kMillisecond);

nudge::ReplyJson manyReads() {
  nudge::QpAnswer answer;
  answer.numQubits = solver().numQubits;
  answer.qubits.assign(solver().qubits.begin(), solver().qubits.begin() + 3700);
  answer.samples = nudge::SampleSet(3700);
  std::vector<nudge::Spin> read(3700);
  std::uint32_t random = 1;
  for (int row = 0; row < 1000; ++row) {
    for (nudge::Spin& spin : read) {
      random = random * 1664525 + 1013904223;
      spin = random >> 31 != 0 ? nudge::Spin{1} : nudge::Spin{-1};
    }
    answer.samples.add(read, -row);
  }
  return nudge::ReplyJson(nudge::encodeAnswer(answer));
}

void decodeReads(benchmark::State& state) {
  const nudge::ReplyJson answer = manyReads();
  for (auto _ : state) benchmark::DoNotOptimize(nudge::decodeAnswer(answer, "bench"));
}
BENCHMARK(decodeReads)->Unit(benchmark::kMillisecond);

void parseAndDecodeReads(benchmark::State& state) {
  const std::string body = manyReads().dump();
  for (auto _ : state) {
    benchmark::DoNotOptimize(nudge::decodeAnswer(nudge::parseReply(body, "bench"), "bench"));
  }
}
BENCHMARK(parseAndDecodeReads)->Unit(benchmark::kMillisecond);

}  // namespace
