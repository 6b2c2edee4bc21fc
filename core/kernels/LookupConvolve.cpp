#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/LookupConvolve.cpp"
#include "core/kernels/LookupConvolve.h"

#include <algorithm>
#include <array>

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/SignLookup-inl.h"

#ifndef NUDGE_LOOKUP_CONVOLVE
#define NUDGE_LOOKUP_CONVOLVE
namespace nudge::kernels {

/// How packed filters lie: vectors of sixteen channels above, at most four of them in a block, and
/// of a block kernel row after kernel row, eight tables of it after eight, the block's vectors.
struct FilterOrder {
  static constexpr std::size_t kMostVectors = 4;

  explicit FilterOrder(const ConvolveShape& shape)
      : kernel(shape.kernel),
        below(shape.below),
        vectors(sumChannels(shape) / 16),
        rowTables(shape.kernel * pixelTables(shape)),
        rowPieces((rowTables + 7) / 8) {}

  std::size_t size() const { return vectors * kernel * rowPieces; }
  /// Where a block begins, of which `vector` is the first.
  std::size_t block(std::size_t vector) const { return vector * kernel * rowPieces; }
  std::size_t blockVectors(std::size_t first) const {
    return std::min(kMostVectors, vectors - first);
  }
  /// The word that holds the sign of a channel above and a tap, and which of its bits that is.
  struct Place {
    std::size_t rows, lane;
    std::uint32_t bit;
  };
  Place place(std::size_t channel, std::size_t tap) const {
    const std::size_t vector = channel / 16, first = vector / kMostVectors * kMostVectors;
    const std::size_t row = tap / (kernel * below), inRow = tap % (kernel * below);
    const std::size_t table = inRow / below * ((below + 3) / 4) + inRow % below / 4;
    const std::size_t piece = row * rowPieces + table / 8;
    return {block(first) + piece * blockVectors(first) + vector - first, channel % 16,
            std::uint32_t{1} << (table % 8 * 4 + inRow % below % 4)};
  }

  std::size_t kernel, below, vectors;
  std::size_t rowTables;  ///< that a row of a filter looks at
  std::size_t rowPieces;  ///< of eight tables each
};

}  // namespace nudge::kernels
#endif

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

#if HWY_TARGET <= HWY_AVX3

namespace hn = hwy::HWY_NAMESPACE;

/// Positions that are summed together: signs are shifted once for all of them.
constexpr std::size_t kPositions = 8;

/// Sums of some positions for a block of channels; `at` are the tables that each begins with.
template <std::size_t kCount, int kVectors>
HWY_INLINE void sumPositions(const FilterOrder& order, std::size_t rowStride,
                             const std::array<const SumTable*, kPositions>& at,
                             const RowSigns* filters, const std::array<float*, kPositions>& sums) {
  Sums total[kCount * kVectors];
  for (auto& sum : total) sum = hn::Zero(SumTag());
  for (std::size_t ky = 0; ky < order.kernel; ++ky) {
    for (std::size_t first = 0; first < order.rowTables; first += 8) {
      Signs signs[kVectors];
      for (auto& some : signs) some = loadSigns(*filters++);
      const std::size_t begin = ky * rowStride + first;
      const std::size_t end = begin + std::min<std::size_t>(8, order.rowTables - first);
      for (std::size_t t = begin; t < end; ++t) {
        HWY_UNROLL(8)
        for (std::size_t p = 0; p < kCount; ++p) {
          for (std::size_t v = 0; v < kVectors; ++v) {
            auto& sum = total[p * kVectors + v];
            sum = addLookedUp(sum, at[p][t], signs[v]);
          }
        }
        for (auto& some : signs) some = hn::ShiftRight<4>(some);
      }
    }
  }
  for (std::size_t p = 0; p < kCount; ++p) {
    for (std::size_t v = 0; v < kVectors; ++v)
      hn::StoreU(total[p * kVectors + v], SumTag(), sums[p] + 16 * v);
  }
}

template <int kVectors>
void convolveBlock(const ConvolveShape& shape, const FilterOrder& order, const SumTable* tables,
                   const RowSigns* filters, float* sums) {
  const std::size_t rowStride = shape.paddedWidth * pixelTables(shape);
  const std::size_t width = shape.width * shape.pool, count = shape.height * shape.pool * width;
  std::array<const SumTable*, kPositions> at{};
  std::array<float*, kPositions> into{};
  const auto aim = [&](std::size_t slot, std::size_t position) {
    const std::size_t y = position / width, x = position % width;
    at[slot] = tables + y * rowStride + x * pixelTables(shape);
    into[slot] = sums + (y * shape.rawWidth + x) * sumChannels(shape);
  };
  std::size_t first = 0;
  for (; first + kPositions <= count; first += kPositions) {
    for (std::size_t p = 0; p < kPositions; ++p) aim(p, first + p);
    sumPositions<kPositions, kVectors>(order, rowStride, at, filters, into);
  }
  for (; first < count; ++first) {
    aim(0, first);
    sumPositions<1, kVectors>(order, rowStride, at, filters, into);
  }
}

void convolveLookupsTuned(const ConvolveShape& shape, const SumTable* tables,
                          const RowSigns* filters, float* sums) {
  const FilterOrder order(shape);
  for (std::size_t v = 0; v < order.vectors; v += FilterOrder::kMostVectors) {
    const RowSigns* const block = filters + order.block(v);
    switch (order.blockVectors(v)) {
      case 1:
        convolveBlock<1>(shape, order, tables, block, sums + 16 * v);
        break;
      case 2:
        convolveBlock<2>(shape, order, tables, block, sums + 16 * v);
        break;
      case 3:
        convolveBlock<3>(shape, order, tables, block, sums + 16 * v);
        break;
      default:
        convolveBlock<4>(shape, order, tables, block, sums + 16 * v);
    }
  }
}

void writePixelTablesTuned(const ConvolveShape& shape, const float* values, std::size_t pixels,
                           SumTable* tables) {
  const TableWriter writer;
  if (shape.below % 4 == 0) return writer.write(values, pixels * shape.below, tables);
  for (std::size_t p = 0; p < pixels; ++p)
    writer.write(values + p * shape.below, shape.below, tables + p * pixelTables(shape));
}

#else

void convolveLookupsTuned(const ConvolveShape&, const SumTable*, const RowSigns*, float*) {
  HWY_ABORT("convolveLookups: this processor does not look up sixteen numbers");
}
void writePixelTablesTuned(const ConvolveShape&, const float*, std::size_t, SumTable*) {
  HWY_ABORT("writePixelTables: this processor does not look up sixteen numbers");
}

#endif

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace nudge::kernels {

HWY_EXPORT(convolveLookupsTuned);
HWY_EXPORT(writePixelTablesTuned);

std::vector<RowSigns> packFilters(const ConvolveShape& shape, const BitRows& signs) {
  const FilterOrder order(shape);
  std::vector<RowSigns> packed(order.size());
  for (std::size_t c = 0; c < shape.above; ++c) {
    const std::uint64_t* const bits = signs.row(c);
    for (std::size_t tap = 0; tap < shape.taps(); ++tap) {
      if ((bits[tap / 64] >> tap % 64 & 1U) == 0) continue;
      const FilterOrder::Place place = order.place(c, tap);
      packed[place.rows].bits[place.lane] |= place.bit;
    }
  }
  return packed;
}

void writePixelTables(const ConvolveShape& shape, const float* values, std::size_t pixels,
                      SumTable* tables) {
  HWY_DYNAMIC_DISPATCH(writePixelTablesTuned)(shape, values, pixels, tables);
}

void convolveLookups(const ConvolveShape& shape, const SumTable* tables, const RowSigns* filters,
                     float* sums) {
  HWY_DYNAMIC_DISPATCH(convolveLookupsTuned)(shape, tables, filters, sums);
}

void convolveLookupsPlain(const ConvolveShape& shape, const float* maps, const RowSigns* filters,
                          float* sums) {
  const FilterOrder order(shape);
  for (std::size_t y = 0; y < shape.height * shape.pool; ++y) {
    for (std::size_t x = 0; x < shape.width * shape.pool; ++x) {
      for (std::size_t c = 0; c < shape.above; ++c) {
        double sum = 0;
        for (std::size_t tap = 0; tap < shape.taps(); ++tap) {
          const std::size_t row = shape.kernel * shape.below;
          const double value =
              maps[((y + tap / row) * shape.paddedWidth + x) * shape.below + tap % row];
          const FilterOrder::Place place = order.place(c, tap);
          sum += (filters[place.rows].bits[place.lane] & place.bit) != 0 ? value : -value;
        }
        sums[(y * shape.rawWidth + x) * sumChannels(shape) + c] = static_cast<float>(sum);
      }
    }
  }
}

}  // namespace nudge::kernels
#endif
