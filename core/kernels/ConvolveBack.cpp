#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/ConvolveBack.cpp"
#include "core/kernels/ConvolveBack.h"

#include <algorithm>
#include <vector>

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/RowSums.h"

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// to += value·from, row after row of a filter; rows of either lie `…Stride` apart.
HWY_INLINE void addRows(const ConvolveShape& shape, float value, const float* HWY_RESTRICT from,
                        std::size_t fromStride, float* HWY_RESTRICT to, std::size_t toStride) {
  const hn::ScalableTag<float> d;
  const std::size_t row = shape.kernel * shape.below;
  const std::size_t lanes = hn::Lanes(d);
  const auto factor = hn::Set(d, value);
  for (std::size_t ky = 0; ky < shape.kernel; ++ky) {
    std::size_t q = 0;
    for (; q + lanes <= row; q += lanes)
      hn::StoreU(hn::MulAdd(factor, hn::LoadU(d, from + q), hn::LoadU(d, to + q)), d, to + q);
    for (; q < row; ++q) to[q] += value * from[q];
    from += fromStride;
    to += toStride;
  }
}

/// Calls visit(channel, value, offset of the filter's place in the padded maps) for every position
/// of the un-pooled values of some channels that is not zero.
template <class Visit>
HWY_INLINE void visitUnpooled(const ConvolveShape& shape, const float* values,
                              const std::int32_t* choice, std::size_t first, std::size_t last,
                              const Visit& visit) {
  const float share = 1.0F / static_cast<float>(shape.pool * shape.pool);
  const auto offset = [&](std::size_t y, std::size_t x) {
    return (y * shape.paddedWidth + x) * shape.below;
  };
  for (std::size_t pixel = 0; pixel < shape.height * shape.width; ++pixel) {
    for (std::size_t c = first; c < last; ++c) {
      const float value = values[pixel * shape.above + c];
      if (value == 0) continue;
      if (choice != nullptr) {
        const auto place = static_cast<std::size_t>(choice[pixel * shape.above + c]);
        visit(c, value, offset(place / shape.rawWidth, place % shape.rawWidth));
        continue;
      }
      for (std::size_t k = 0; k < shape.pool * shape.pool; ++k) {
        visit(c, value * share,
              offset(pixel / shape.width * shape.pool + k / shape.pool,
                     pixel % shape.width * shape.pool + k % shape.pool));
      }
    }
  }
}

/// What the channels of one raw position, or of a whole window, send down.
struct Senders {
  std::vector<std::int32_t> channels;
  std::vector<float> values;

  void add(std::size_t channel, float value) {
    channels.push_back(static_cast<std::int32_t>(channel));
    values.push_back(value);
  }
};

/// Adds a filter's worth of values to the place of the padded maps that a raw position looks at.
HWY_INLINE void addFilter(const ConvolveShape& shape, const float* filter, std::size_t position,
                          float* maps) {
  const std::size_t y = position / shape.rawWidth;
  const std::size_t x = position % shape.rawWidth;
  const std::size_t row = shape.kernel * shape.below;
  addRows(shape, 1, filter, row, maps + (y * shape.paddedWidth + x) * shape.below,
          shape.paddedWidth * shape.below);
}

/// `sum` adds up what some senders make of every tap.
template <class Sum>
HWY_INLINE void spreadSums(const ConvolveShape& shape, const float* values,
                           const std::int32_t* choice, float* maps, const Sum& sum) {
  const std::size_t window = shape.pool * shape.pool;
  const float share = 1.0F / static_cast<float>(window);
  // Channels that send from the same position are summed up before they are added to the maps. With
  // the mean of a window all send from all its positions.
  thread_local std::vector<Senders> senders;
  thread_local std::vector<float> filter;
  senders.resize(std::max(senders.size(), window));
  filter.resize((shape.taps() + 63) / 64 * 64);
  for (std::size_t pixel = 0; pixel < shape.height * shape.width; ++pixel) {
    const std::size_t corner =
        pixel / shape.width * shape.pool * shape.rawWidth + pixel % shape.width * shape.pool;
    const auto position = [&](std::size_t k) {
      return corner + k / shape.pool * shape.rawWidth + k % shape.pool;
    };
    for (std::size_t c = 0; c < shape.above; ++c) {
      const float value = values[pixel * shape.above + c];
      if (value == 0) continue;
      if (choice == nullptr) {
        senders[0].add(c, value * share);
        continue;
      }
      const std::size_t from = static_cast<std::size_t>(choice[pixel * shape.above + c]) - corner;
      senders[from / shape.rawWidth * shape.pool + from % shape.rawWidth].add(c, value);
    }
    for (std::size_t k = 0; k < window; ++k) {
      Senders& some = senders[k];
      if (some.channels.empty()) continue;
      sum(some, filter.data());
      if (choice != nullptr) {
        addFilter(shape, filter.data(), position(k), maps);
      } else {
        for (std::size_t any = 0; any < window; ++any)
          addFilter(shape, filter.data(), position(any), maps);
      }
      some.channels.clear();
      some.values.clear();
    }
  }
}

void spreadPooledTuned(const ConvolveShape& shape, const float* values, const std::int32_t* choice,
                       const float* weights, float* maps) {
  spreadSums(shape, values, choice, maps, [&](const Senders& some, float* filter) {
    sumRows(weights, shape.taps(), some.channels, some.values.data(), filter, shape.taps());
  });
}

void spreadSignsTuned(const ConvolveShape& shape, const float* values, const std::int32_t* choice,
                      const BitRows& signs, const float* scale, float* maps) {
  const hn::ScalableTag<float> d;
  const std::size_t lanes = hn::Lanes(d);
  thread_local std::vector<float> scaled;
  spreadSums(shape, values, choice, maps, [&](const Senders& some, float* filter) HWY_ATTR {
    scaled.resize(some.values.size());
    float total = 0;
    for (std::size_t i = 0; i < scaled.size(); ++i) {
      scaled[i] = some.values[i] * scale[some.channels[i]];
      total += scaled[i];
    }
    std::fill_n(filter, 64 * signs.wordsPerRow, 0.0F);
    sumWhereSet(signs, some.channels, scaled.data(), filter);
    for (std::size_t t = 0; t < 64 * signs.wordsPerRow; t += lanes) {
      const auto joined = hn::LoadU(d, filter + t);
      hn::StoreU(hn::Sub(hn::Add(joined, joined), hn::Set(d, total)), d, filter + t);
    }
  });
}

void correlatePooledTuned(const ConvolveShape& shape, const float* values,
                          const std::int32_t* choice, const float* maps, std::size_t first,
                          std::size_t last, float* weights) {
  visitUnpooled(shape, values, choice, first, last,
                [&](std::size_t c, float value, std::size_t offset) {
                  addRows(shape, value, maps + offset, shape.paddedWidth * shape.below,
                          weights + c * shape.taps(), shape.kernel * shape.below);
                });
}

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace nudge::kernels {

HWY_EXPORT(spreadPooledTuned);
HWY_EXPORT(spreadSignsTuned);
HWY_EXPORT(correlatePooledTuned);

void spreadPooled(const ConvolveShape& shape, const float* values, const std::int32_t* choice,
                  const float* weights, float* maps) {
  HWY_DYNAMIC_DISPATCH(spreadPooledTuned)(shape, values, choice, weights, maps);
}

void spreadSigns(const ConvolveShape& shape, const float* values, const std::int32_t* choice,
                 const BitRows& signs, const float* scale, float* maps) {
  HWY_DYNAMIC_DISPATCH(spreadSignsTuned)(shape, values, choice, signs, scale, maps);
}

void correlatePooled(const ConvolveShape& shape, const float* values, const std::int32_t* choice,
                     const float* maps, std::size_t first, std::size_t last, float* weights) {
  HWY_DYNAMIC_DISPATCH(correlatePooledTuned)(shape, values, choice, maps, first, last, weights);
}

namespace {

/// Calls visit(neuron above, tap, value below's index, share of the pooling) for every wire that
/// pooling lets through.
template <class Visit>
void visitWires(const ConvolveShape& shape, const std::int32_t* choice, const Visit& visit) {
  const std::size_t row = shape.kernel * shape.below;
  for (std::size_t i = 0; i < shape.height * shape.width * shape.above; ++i) {
    const std::size_t pixel = i / shape.above;
    for (std::size_t k = 0; k < shape.pool * shape.pool; ++k) {
      const std::size_t y = pixel / shape.width * shape.pool + k / shape.pool;
      const std::size_t x = pixel % shape.width * shape.pool + k % shape.pool;
      const auto place = static_cast<std::int32_t>(y * shape.rawWidth + x);
      if (choice != nullptr && choice[i] != place) continue;
      const float share =
          choice != nullptr ? 1.0F : 1.0F / static_cast<float>(shape.pool * shape.pool);
      for (std::size_t tap = 0; tap < shape.taps(); ++tap)
        visit(i, tap, ((y + tap / row) * shape.paddedWidth + x) * shape.below + tap % row, share);
    }
  }
}

}  // namespace

void spreadPooledPlain(const ConvolveShape& shape, const float* values, const std::int32_t* choice,
                       const float* weights, float* maps) {
  visitWires(shape, choice, [&](std::size_t i, std::size_t tap, std::size_t below, float share) {
    maps[below] += share * values[i] * weights[i % shape.above * shape.taps() + tap];
  });
}

void correlatePooledPlain(const ConvolveShape& shape, const float* values,
                          const std::int32_t* choice, const float* maps, std::size_t first,
                          std::size_t last, float* weights) {
  visitWires(shape, choice, [&](std::size_t i, std::size_t tap, std::size_t below, float share) {
    const std::size_t c = i % shape.above;
    if (c >= first && c < last) weights[c * shape.taps() + tap] += share * values[i] * maps[below];
  });
}

}  // namespace nudge::kernels
#endif
