#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/SignLookup.cpp"
#include "core/kernels/SignLookup.h"

#include <algorithm>

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

#if HWY_TARGET <= HWY_AVX3

namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t kRowVectors = SignLookup::kBlock / 16;

using Floats = hn::FixedTag<float, 16>;
using Signs = hn::FixedTag<std::int32_t, 16>;

/// The tables of one sample, zeros standing behind its last value.
void writeTables(const SignLookup& lookup, const float* values, SumTable* tables) {
  const Floats d;
  const hn::FixedTag<std::uint32_t, 16> du;
  const auto entries = hn::Iota(du, 0);
  // What turns a value's sign where its bit of the entry is clear.
  const auto turnWhereClear = [&](std::uint32_t bit) {
    return hn::BitCast(d, hn::ShiftLeft<31>(hn::VecFromMask(
                              du, hn::Eq(hn::And(entries, hn::Set(du, bit)), hn::Zero(du)))));
  };
  const auto turn0 = turnWhereClear(1), turn1 = turnWhereClear(2), turn2 = turnWhereClear(4),
             turn3 = turnWhereClear(8);
  for (std::size_t i = 0; i < lookup.sampleTables(); ++i) {
    float four[4] = {};
    const std::size_t first = std::min(4 * i, lookup.from);
    std::copy_n(values + first, std::min<std::size_t>(4, lookup.from - first), four);
    const auto low =
        hn::Add(hn::Xor(hn::Set(d, four[0]), turn0), hn::Xor(hn::Set(d, four[1]), turn1));
    const auto high =
        hn::Add(hn::Xor(hn::Set(d, four[2]), turn2), hn::Xor(hn::Set(d, four[3]), turn3));
    hn::Store(hn::Add(low, high), d, tables[i].sums.data());
  }
}

/// Sixteen entries of a table, each by the low four bits of its sign word: what lies above them is
/// left alone, so that words need only be shifted from one table to the next.
HWY_INLINE hn::Vec<Floats> lookUp(hn::Vec<Floats> table, hn::Vec<Signs> signs) {
  return hn::Vec<Floats>{_mm512_permutexvar_ps(signs.raw, table.raw)};
}

/// A block of rows times some samples, of which all sums stay in registers.
template <int kSamples>
void multiplyBlock(const SignLookup& lookup, const RowSigns* packed, const SumTable* tables,
                   float* sums) {
  const Floats d;
  const Signs di;
  hn::Vec<Floats> total[kSamples * kRowVectors];
  for (auto& sum : total) sum = hn::Zero(d);
  for (std::size_t piece = 0; piece < lookup.pieces(); ++piece) {
    hn::Vec<Signs> signs[kRowVectors];
    for (auto& rows : signs)
      rows = hn::BitCast(di, hn::Load(hn::FixedTag<std::uint32_t, 16>(), (packed++)->bits.data()));
    for (int four = 0; four < 8; ++four, ++tables) {
      hn::Vec<Floats> table[kSamples];
      for (int s = 0; s < kSamples; ++s)
        table[s] =
            hn::Load(d, tables[static_cast<std::size_t>(s) * lookup.sampleTables()].sums.data());
      HWY_UNROLL(8)
      for (std::size_t r = 0; r < kRowVectors; ++r) {
        for (int s = 0; s < kSamples; ++s) {
          auto& sum = total[static_cast<std::size_t>(s) * kRowVectors + r];
          sum = hn::Add(sum, lookUp(table[s], signs[r]));
        }
        signs[r] = hn::ShiftRight<4>(signs[r]);
      }
    }
  }
  for (int s = 0; s < kSamples; ++s) {
    float* into = sums + static_cast<std::size_t>(s) * lookup.sumStride();
    for (std::size_t r = 0; r < kRowVectors; ++r)
      hn::StoreU(total[static_cast<std::size_t>(s) * kRowVectors + r], d, into + 16 * r);
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
  static_assert(SignLookup::kTogether == 4);
  for (; samples > 4; samples -= 4) {
    multiplySamples<4>(lookup, packed, values, tables, sums);
    values += 4 * lookup.from;
    sums += 4 * lookup.sumStride();
  }
  if (samples == 4) return multiplySamples<4>(lookup, packed, values, tables, sums);
  if (samples == 3) return multiplySamples<3>(lookup, packed, values, tables, sums);
  if (samples == 2) return multiplySamples<2>(lookup, packed, values, tables, sums);
  if (samples == 1) return multiplySamples<1>(lookup, packed, values, tables, sums);
}

bool looksUp() { return true; }

#else

void multiplyLookupTuned(const SignLookup& lookup, const RowSigns* packed, const float* values,
                         std::size_t samples, SumTable* /*tables*/, float* sums) {
  multiplyLookupPlain(lookup, packed, values, samples, sums);
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
