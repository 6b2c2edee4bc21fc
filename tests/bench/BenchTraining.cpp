// Time per mini-batch of 64, with the settings of the presets: on one thread, where beside it
// stands what the published PyTorch program took on a like machine, and on two, which want two
// cores.
#include <memory>

#include <benchmark/benchmark.h>

#include "core/base/Parallel.h"
#include "core/data/MnistSource.h"
#include "core/experiment/Batches.h"
#include "core/experiment/Presets.h"
#include "core/learning/Trainer.h"

using namespace nudge;

namespace {

constexpr std::size_t kBatch = 64;

Dataset dataFor(Experiment& experiment) {
  if (!findMnist()) experiment.data.source = DataSource::Digits;
  experiment.data.train = 10'000;
  experiment.data.test = 1'000;
  return loadDataset(experiment.data, 1);
}

/// The speed depends on how much a nudge changes, which training makes less: so train a while
/// first.
void trainMiniBatch(benchmark::State& state, const char* preset, int warmUp,
                    double referenceSeconds, int threads = 1) {
  limitThreads(threads);
  Experiment experiment = presetExperiment(preset);
  const Dataset data = dataFor(experiment);
  Trainer trainer(experiment.network, experiment.machine, experiment.learning,
                  Parameters::initial(experiment.network, 1), 1);
  const std::vector<std::uint32_t> order = shuffledOrder(1, 0, data.train.count());
  Batch batch;
  std::uint64_t step = 0;
  const auto next = [&] {
    const std::size_t first = step * kBatch % (order.size() - kBatch);
    makeBatch(data.train, std::span(order).subspan(first, kBatch), experiment.network, batch);
    trainer.train(batch, step++, {});
  };
  for (int i = 0; i < warmUp; ++i) next();
  for ([[maybe_unused]] auto _ : state) next();
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kBatch));
  state.counters["reference_ms"] = 1e3 * referenceSeconds;
  state.SetLabel(data.name);
}

}  // namespace

BENCHMARK_CAPTURE(trainMiniBatch, fc_512, "fc-512", 400, 0.0337)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(trainMiniBatch, fc_4096, "fc-4096", 200, 0.309)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(trainMiniBatch, binary_8192, "binary-8192", 200, 0.508)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(trainMiniBatch, fc_4096x2, "fc-4096x2", 0, 0)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(trainMiniBatch, conv_mnist, "conv-mnist", 2, 4.99)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(trainMiniBatch, binary_conv, "binary-conv", 0, 51.4)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(trainMiniBatch, fc_512_on_two_threads, "fc-512", 400, 0, 2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(trainMiniBatch, fc_4096_on_two_threads, "fc-4096", 200, 0, 2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(trainMiniBatch, binary_8192_on_two_threads, "binary-8192", 200, 0, 2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(trainMiniBatch, conv_mnist_on_two_threads, "conv-mnist", 2, 0, 2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
