#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/SignLookup.cpp"
#include "core/kernels/SignLookup.h"

#include <algorithm>
#include <iterator>

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/SignLookup-inl.h"

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

#if HWY_TARGET <= HWY_AVX3

namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t kRowVectors = SignLookup::kBlock / 16;

/// The tables of one sample, zeros standing behind its last value.
void writeTables(const SignLookup& lookup, const float* values, SumTable* tables) {
  const TableWriter writer;
  const std::size_t used = (lookup.from + 3) / 4;
  writer.write(values, lookup.from, tables);
  std::fill(tables + used, tables + lookup.sampleTables(), SumTable{});
}

/// A block of rows times some samples, of which all sums stay in registers.
template <int kSamples>
void multiplyBlock(const SignLookup& lookup, const RowSigns* packed, const SumTable* tables,
                   float* sums) {
  const SumTag d;
  Sums total[kSamples * kRowVectors];
  for (auto& sum : total) sum = hn::Zero(d);
  for (std::size_t piece = 0; piece < lookup.pieces(); ++piece) {
    Signs signs[kRowVectors];
    for (auto& rows : signs) rows = loadSigns(*packed++);
    for (int four = 0; four < 8; ++four, ++tables) {
      HWY_UNROLL(8)
      for (std::size_t r = 0; r < kRowVectors; ++r) {
        for (std::size_t s = 0; s < kSamples; ++s) {
          auto& sum = total[s * kRowVectors + r];
          sum = addLookedUp(sum, tables[s * lookup.sampleTables()], signs[r]);
        }
        signs[r] = hn::ShiftRight<4>(signs[r]);
      }
    }
  }
  for (std::size_t s = 0; s < kSamples; ++s) {
    for (std::size_t r = 0; r < kRowVectors; ++r)
      hn::StoreU(total[s * kRowVectors + r], d, sums + s * lookup.sumStride() + 16 * r);
  }
}

template <int kSamples>
void multiplySamples(const SignLookup& lookup, const RowSigns* packed, const float* values,
                     SumTable* tables, float* sums) {
  for (std::size_t s = 0; s < kSamples; ++s)
    writeTables(lookup, values + s * lookup.from, tables + s * lookup.sampleTables());
  for (std::size_t block = 0; block < lookup.blocks(); ++block)
    multiplyBlock<kSamples>(lookup, packed + block * lookup.blockSigns(), tables,
                            sums + block * SignLookup::kBlock);
}

void multiplyLookupTuned(const SignLookup& lookup, const RowSigns* packed, const float* values,
                         std::size_t samples, SumTable* tables, float* sums) {
  using Multiply = decltype(&multiplySamples<1>);
  static constexpr Multiply kMultiply[] = {multiplySamples<1>, multiplySamples<2>,
                                           multiplySamples<3>, multiplySamples<4>,
                                           multiplySamples<5>, multiplySamples<6>};
  static_assert(std::size(kMultiply) == SignLookup::kTogether);
  // In groups of as equal size as can be.
  std::size_t groups = (samples + SignLookup::kTogether - 1) / SignLookup::kTogether;
  for (; groups > 0; --groups) {
    const std::size_t some = (samples + groups - 1) / groups;
    kMultiply[some - 1](lookup, packed, values, tables, sums);
    samples -= some;
    values += some * lookup.from;
    sums += some * lookup.sumStride();
  }
}

bool looksUp() { return true; }

#else

void multiplyLookupTuned(const SignLookup&, const RowSigns*, const float*, std::size_t, SumTable*,
                         float*) {
  HWY_ABORT("multiplyLookup: this processor does not look up sixteen numbers");
}

bool looksUp() { return false; }

#endif

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace nudge::kernels {

HWY_EXPORT(multiplyLookupTuned);
HWY_EXPORT(looksUp);

bool looksUpSixteen() { return HWY_DYNAMIC_DISPATCH(looksUp)(); }

void packLookup(const SignLookup& lookup, const std::uint64_t* bits, std::size_t block,
                RowSigns* packed) {
  const std::size_t words = (lookup.from + 63) / 64;
  const std::size_t first = block * SignLookup::kBlock;
  const std::size_t rows = std::min(SignLookup::kBlock, lookup.to - first);
  std::fill_n(packed, lookup.blockSigns(), RowSigns{});
  for (std::size_t row = 0; row < rows; ++row) {
    const std::uint64_t* const from = bits + (first + row) * words;
    for (std::size_t piece = 0; piece < lookup.pieces(); ++piece)
      packed[piece * (SignLookup::kBlock / 16) + row / 16].bits[row % 16] =
          static_cast<std::uint32_t>(from[piece / 2] >> (piece % 2 * 32));
  }
}

void multiplyLookup(const SignLookup& lookup, const RowSigns* packed, const float* values,
                    std::size_t samples, SumTable* tables, float* sums) {
  HWY_DYNAMIC_DISPATCH(multiplyLookupTuned)(lookup, packed, values, samples, tables, sums);
}

void multiplyLookupPlain(const SignLookup& lookup, const RowSigns* packed, const float* values,
                         std::size_t samples, float* sums) {
  for (std::size_t sample = 0; sample < samples; ++sample, values += lookup.from) {
    for (std::size_t row = 0; row < lookup.to; ++row) {
      const RowSigns* const signs =
          packed + row / SignLookup::kBlock * lookup.blockSigns() + row % SignLookup::kBlock / 16;
      double sum = 0;
      for (std::size_t i = 0; i < lookup.from; ++i) {
        const std::uint32_t word = signs[i / 32 * (SignLookup::kBlock / 16)].bits[row % 16];
        sum += (word >> i % 32 & 1U) != 0 ? values[i] : -values[i];
      }
      sums[sample * lookup.sumStride() + row] = static_cast<float>(sum);
    }
  }
}

}  // namespace nudge::kernels
#endif
