#pragma once

#include <cstddef>
#include <vector>

#include "core/kernels/BitSums.h"
#include "core/kernels/Convolve.h"
#include "core/kernels/SignLookup.h"

namespace nudge::kernels {

/// Tables of one pixel below.
inline std::size_t pixelTables(const ConvolveShape& shape) { return (shape.below + 3) / 4; }

/// Channels above, rounded up to what sums have between two positions.
inline std::size_t sumChannels(const ConvolveShape& shape) { return (shape.above + 15) / 16 * 16; }

/// Signs in the order in which they are looked up. `signs` are [above × taps], taps as [kernel row,
/// kernel column, channel below].
std::vector<RowSigns> packFilters(const ConvolveShape& shape, const BitRows& signs);

/// Tables of some pixels below that lie side by side, [pixels × pixelTables(shape)], of their
/// values, [pixels × below].
void writePixelTables(const ConvolveShape& shape, const float* values, std::size_t pixels,
                      SumTable* tables);

/// W ⋆ maps of signs by any values: [raw positions × sumChannels(shape)], of which only those that
/// a pooling window takes in are written. `tables` are those of the padded maps below.
void convolveLookups(const ConvolveShape& shape, const SumTable* tables, const RowSigns* filters,
                     float* sums);

/// The same in plain loops, from signs as they were packed: what the tuned kernel is tested
/// against. `maps` are the padded ones below.
void convolveLookupsPlain(const ConvolveShape& shape, const float* maps, const RowSigns* filters,
                          float* sums);

}  // namespace nudge::kernels
