#pragma once

#include <array>
#include <cstdint>
#include <limits>

namespace nudge {

/// What a stream of random numbers is for. The numbers are part of what a seed means: never
/// renumber.
enum class Purpose : std::uint32_t {
  InitialWeights = 1,
  InitialBiases = 2,
  Shuffle = 3,
  NudgeSign = 4,
  DrawnDigits = 5,
  Noise = 6,
  Test = 7,
  Augment = 8,
  InitialMomentum = 9,
  Reads = 10,
  Annealing = 20,
  QuantumAnnealing = 21,
  TemperatureRange = 22,
  CollapsedAnnealing = 23,
  ChainBreaks = 30,
  SpinReversal = 31,
  Embedding = 32,
  ControlNoise = 33,
  Features = 40,
  Classics = 50,
};

/// Counter-based random numbers (Philox 4x32-10; Salmon et al., "Parallel random numbers: as easy
/// as 1, 2, 3", SC 2011), keyed by (seed, purpose, step): the same key gives the same stream
/// whatever else was drawn before, in any thread and after any resume. Each key has 2^34 numbers.
class Random {
 public:
  using result_type = std::uint32_t;

  Random(std::uint64_t seed, Purpose purpose, std::uint64_t step = 0);

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

  /// 32 random bits.
  result_type operator()();

  /// Uniform in [0, 1), a multiple of 2^-24.
  float uniform() { return static_cast<float>((*this)() >> 8) * 0x1p-24F; }

  /// Uniform in [low, high).
  float uniform(float low, float high) { return low + (high - low) * uniform(); }

  /// Uniform in {0, ..., n - 1}, without bias; n ≥ 1.
  std::uint32_t below(std::uint32_t n);

  /// Standard normal.
  float normal();

  /// Fisher–Yates; the same on every platform, which std::shuffle is not.
  template <class Sequence>
  void shuffle(Sequence& sequence) {
    using std::swap;
    for (std::size_t i = sequence.size(); i > 1; --i) {
      swap(sequence[i - 1], sequence[below(static_cast<std::uint32_t>(i))]);
    }
  }

 private:
  void refill();

  std::array<std::uint32_t, 2> key_;
  std::array<std::uint32_t, 4> counter_;
  std::array<std::uint32_t, 4> block_{};
  int used_ = 4;
  float spareNormal_ = 0;
  bool hasSpareNormal_ = false;
};

}  // namespace nudge
