// Every tuned kernel beside its plain reference, at the sizes of the presets.
#include <vector>

#include <benchmark/benchmark.h>

#include "core/base/Matrix.h"
#include "core/base/Random.h"
#include "core/kernels/BopRow.h"
#include "core/kernels/Convolve.h"
#include "core/kernels/ConvolveBack.h"
#include "core/kernels/NarrowTop.h"
#include "core/kernels/SignLookup.h"
#include "core/kernels/StateUpdate.h"
#include "core/kernels/TileProduct.h"

using namespace nudge;
using namespace nudge::kernels;

namespace {

std::vector<float> randomValues(std::size_t count, float low, float high) {
  Random random(1, Purpose::Test);
  std::vector<float> values(count);
  for (float& value : values) value = random.uniform(low, high);
  return values;
}

template <auto kUpdate>
void stateUpdate(benchmark::State& state) {
  constexpr std::size_t kCount = 16 * 4096;
  const auto input = randomValues(kCount, -1, 1);
  auto states = randomValues(kCount, 0, 1);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        kUpdate({0.5F, 0.5F, false, 0.5F}, input.data(), states.data(), nullptr, kCount));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kCount));
}

template <auto kStep>
void narrowTop(benchmark::State& state) {
  constexpr std::size_t kHidden = 4096, kOutputs = 10, kCount = 16;
  const auto weights = randomValues(kOutputs * kHidden, -1, 1);
  const auto drive = randomValues(kHidden * kCount, -1, 1);
  const auto above = randomValues(kOutputs * kCount, 0, 1);
  auto states = randomValues(kHidden * kCount, 0, 1);
  std::vector<float> up(above.size());
  std::vector<NarrowSample> samples;
  for (std::size_t i = 0; i < kCount; ++i)
    samples.push_back(
        {&drive[i * kHidden], &above[i * kOutputs], &states[i * kHidden], &up[i * kOutputs]});
  const NarrowTop top{kHidden, kOutputs, weights.data()};
  for (auto _ : state) {
    kStep(top, StateRule{}, samples);
    benchmark::DoNotOptimize(up.data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kHidden * kCount));
}

/// The second convolution of 1-32-64 on MNIST: 5 × 5, padding 2, pooled by 3.
ConvolveShape secondConvolution() {
  return {.below = 32,
          .above = 64,
          .kernel = 5,
          .paddedWidth = 18,
          .rawWidth = 14,
          .pool = 3,
          .height = 4,
          .width = 4};
}

struct ConvolutionData {
  ConvolveShape shape = secondConvolution();
  std::vector<float> maps = randomValues(18 * 18 * 32, 0, 1);
  std::vector<float> packed = randomValues(shape.taps() * packedChannels(64), -1, 1);
  std::vector<float> biases = randomValues(packedChannels(64), -1, 1);
  std::vector<float> pooled = randomValues(4 * 4 * 64, 0, 1);
  std::vector<std::int32_t> choice = std::vector<std::int32_t>(4 * 4 * 64);
};

template <auto kConvolve>
void convolve(benchmark::State& state) {
  ConvolutionData data;
  for (auto _ : state) {
    kConvolve(data.shape, data.maps.data(), data.packed.data(), data.biases.data(),
              data.pooled.data(), data.choice.data());
    benchmark::DoNotOptimize(data.pooled.data());
    benchmark::ClobberMemory();
  }
}

template <auto kSpread>
void spread(benchmark::State& state) {
  ConvolutionData data;
  convolvePooled(data.shape, data.maps.data(), data.packed.data(), data.biases.data(),
                 data.pooled.data(), data.choice.data());
  for (auto _ : state) {
    kSpread(data.shape, data.pooled.data(), data.choice.data(), data.packed.data(),
            data.maps.data());
    benchmark::ClobberMemory();
  }
}

template <auto kUpdate>
void bopRows(benchmark::State& state) {
  constexpr std::size_t kCount = 784;
  const auto gradient = randomValues(kCount, -1, 1);
  std::vector<float> momentum(kCount);
  std::vector<std::uint64_t> weights(kCount / 64 + 1);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        kUpdate({1e-6F, 1.0F}, gradient.data(), momentum.data(), weights, kCount));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kCount));
}

// Binary weights between two layers of 4096 times real activations: tiles of bytes and lookups
// beside the matrix product in floats that they stand in for.
constexpr std::size_t kNeurons = 4096, kSamples = 32;

void signsByTiles(benchmark::State& state) {
  if (!multipliesTiles()) return state.SkipWithError("this processor multiplies no tiles");
  const TileProduct product{kNeurons, kNeurons};
  Random random(2, Purpose::Test);
  std::vector<std::uint64_t> packed(product.blocks() * product.blockWords());
  for (std::uint64_t& word : packed) word = (std::uint64_t{random()} << 32) | random();
  const auto values = randomValues(kNeurons * kSamples, 0, 1);
  TileValues tiled;
  std::vector<float> sums(kSamples * product.sumStride());
  for ([[maybe_unused]] auto _ : state) {
    tiled.set(product, values.data(), kSamples);
    multiplyTiles(product, packed.data(), tiled, sums.data());
    benchmark::DoNotOptimize(sums.data());
  }
}

void signsByLookups(benchmark::State& state) {
  if (!looksUpSixteen()) return state.SkipWithError("this processor looks no sixteen numbers up");
  const SignLookup lookup{kNeurons, kNeurons};
  Random random(2, Purpose::Test);
  std::vector<RowSigns> packed(lookup.blocks() * lookup.blockSigns());
  for (RowSigns& rows : packed) {
    for (std::uint32_t& bits : rows.bits) bits = random();
  }
  const auto values = randomValues(kNeurons * kSamples, 0, 1);
  std::vector<SumTable> tables(lookup.tables());
  std::vector<float> sums(kSamples * lookup.sumStride());
  for ([[maybe_unused]] auto _ : state) {
    multiplyLookup(lookup, packed.data(), values.data(), kSamples, tables.data(), sums.data());
    benchmark::DoNotOptimize(sums.data());
  }
}

void signsByFloats(benchmark::State& state) {
  const auto weights = randomValues(kNeurons * kNeurons, -1, 1);
  const auto values = randomValues(kNeurons * kSamples, 0, 1);
  const Eigen::Map<const Weights> w(weights.data(), kNeurons, kNeurons);
  const Eigen::Map<const Matrix> x(values.data(), kNeurons, kSamples);
  Matrix sums(kNeurons, kSamples);
  for ([[maybe_unused]] auto _ : state) {
    sums.noalias() = w * x;
    benchmark::DoNotOptimize(sums.data());
  }
}

}  // namespace

BENCHMARK(stateUpdate<updateStates>);
BENCHMARK(stateUpdate<updateStatesPlain>);
BENCHMARK(narrowTop<stepNarrowTop>);
BENCHMARK(narrowTop<stepNarrowTopPlain>);
BENCHMARK(convolve<convolvePooled>);
BENCHMARK(convolve<convolvePooledPlain>);
BENCHMARK(spread<spreadPooled>);
BENCHMARK(spread<spreadPooledPlain>);
BENCHMARK(bopRows<bopRow>);
BENCHMARK(bopRows<bopRowPlain>);
BENCHMARK(signsByTiles);
BENCHMARK(signsByLookups);
BENCHMARK(signsByFloats);
