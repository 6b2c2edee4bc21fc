// Networks and grids placed on chips: milliseconds, qubits and the longest chain.
#include <benchmark/benchmark.h>

#include "core/chip/FindEmbedding.h"

using namespace nudge;

namespace {

void place(benchmark::State& state, const char* source, const char* chip) {
  const ChipGraph graph = ChipGraph::make(ChipShape::parse(chip));
  const SourceGraph wanted = SourceGraph::parse(source);
  EmbeddingStatistics statistics;
  for (auto _ : state) {
    statistics = statisticsOf(findEmbedding(wanted, graph, EmbedMethod::Auto, {}).embedding);
  }
  state.counters["qubits"] = statistics.qubits;
  state.counters["longest"] = statistics.longest;
}

void makeChip(benchmark::State& state, const char* chip) {
  for (auto _ : state) benchmark::DoNotOptimize(ChipGraph::make(ChipShape::parse(chip)));
}

}  // namespace

BENCHMARK_CAPTURE(makeChip, P16, "pegasus:16")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(place, K30_10_C16, "layers:30,10", "chimera:16")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(place, K30_10_P16, "layers:30,10", "pegasus:16")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(place, K30_10_Z15, "layers:30,10", "zephyr:15")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(place, K64_20_C16, "layers:64,20", "chimera:16")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(place, K64_20_P16, "layers:64,20", "pegasus:16")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(place, K64_20_Z15, "layers:64,20", "zephyr:15")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(place, K120_40_P16, "layers:120,40", "pegasus:16")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(place, K120_40_Z15, "layers:120,40", "zephyr:15")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(place, K240_40_P16, "layers:240,40", "pegasus:16")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(place, K340_40_Z15, "layers:340,40", "zephyr:15")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(place, grid16_C16, "grid:16,16", "chimera:16")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(place, grid16_P16, "grid:16,16", "pegasus:16")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);
BENCHMARK_CAPTURE(place, grid16_Z15, "grid:16,16", "zephyr:15")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);
