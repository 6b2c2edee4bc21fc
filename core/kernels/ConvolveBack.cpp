#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/ConvolveBack.cpp"
#include "core/kernels/ConvolveBack.h"

#include <algorithm>
#include <span>
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

/// The channels that send down from each position of a window, or from the window as a whole, and
/// what they send.
class Senders {
 public:
  explicit Senders(const ConvolveShape& shape)
      : shape_(shape),
        counts_(shape.pool * shape.pool),
        channels_(counts_.size() * shape.above),
        values_(channels_.size()) {
    for (std::size_t y = 0; y < shape.pool; ++y) {
      insideOf_.resize(y * shape.rawWidth);
      for (std::size_t x = 0; x < shape.pool; ++x) insideOf_.push_back(y * shape.pool + x);
    }
  }

  /// Lists those of a pooled pixel whose values are not zero.
  HWY_INLINE void list(std::size_t pixel, const float* values, const std::int32_t* choice) {
    std::fill(counts_.begin(), counts_.end(), 0);
    const std::size_t corner = this->corner(pixel);
    for (std::size_t c = 0; c < shape_.above; ++c) {
      const float value = values[pixel * shape_.above + c];
      if (value == 0) continue;
      const std::size_t k =
          choice == nullptr
              ? 0
              : insideOf_[static_cast<std::size_t>(choice[pixel * shape_.above + c]) - corner];
      const std::size_t at = k * shape_.above + counts_[k]++;
      channels_[at] = static_cast<std::int32_t>(c);
      values_[at] = value;
    }
  }

  std::size_t window() const { return counts_.size(); }
  std::span<const std::int32_t> channels(std::size_t k) const {
    return {&channels_[k * shape_.above], counts_[k]};
  }
  std::span<float> values(std::size_t k) { return {&values_[k * shape_.above], counts_[k]}; }
  /// Place k of a window as a raw position.
  std::size_t position(std::size_t pixel, std::size_t k) const {
    return corner(pixel) + k / shape_.pool * shape_.rawWidth + k % shape_.pool;
  }

 private:
  std::size_t corner(std::size_t pixel) const {
    return (pixel / shape_.width * shape_.rawWidth + pixel % shape_.width) * shape_.pool;
  }

  const ConvolveShape shape_;
  std::vector<std::size_t> counts_;    ///< of every place of the window
  std::vector<std::size_t> insideOf_;  ///< the place, by how far a raw position is from the corner
  std::vector<std::int32_t> channels_;
  std::vector<float> values_;
};

/// What makes values that are sent of the sums of a filter's taps: factor·sum − less.
struct Joining {
  float factor = 1, less = 0;
};

/// Adds a filter's worth of values to the place of the padded maps that a raw position looks at.
HWY_INLINE void addFilter(const ConvolveShape& shape, const float* HWY_RESTRICT filter,
                          const Joining& joining, std::size_t position, float* HWY_RESTRICT maps) {
  const hn::ScalableTag<float> d;
  const std::size_t lanes = hn::Lanes(d);
  const auto factor = hn::Set(d, joining.factor), less = hn::Set(d, joining.less);
  const std::size_t y = position / shape.rawWidth, x = position % shape.rawWidth;
  const std::size_t row = shape.kernel * shape.below;
  float* to = maps + (y * shape.paddedWidth + x) * shape.below;
  for (std::size_t ky = 0; ky < shape.kernel; ++ky) {
    std::size_t q = 0;
    for (; q + lanes <= row; q += lanes) {
      const auto sent = hn::MulSub(factor, hn::LoadU(d, filter + q), less);
      hn::StoreU(hn::Add(hn::LoadU(d, to + q), sent), d, to + q);
    }
    for (; q < row; ++q) to[q] += joining.factor * filter[q] - joining.less;
    filter += row;
    to += shape.paddedWidth * shape.below;
  }
}

/// `sum` adds up what some senders make of every tap.
template <class Sum>
HWY_INLINE void spreadSums(const ConvolveShape& shape, const float* values,
                           const std::int32_t* choice, float* maps, const Sum& sum) {
  // Channels that send from the same position are summed up before they are added to the maps. With
  // the mean of a window all send from all its positions.
  Senders senders(shape);
  const float share = 1.0F / static_cast<float>(senders.window());
  thread_local std::vector<float> filter;
  filter.resize((shape.taps() + 63) / 64 * 64);
  for (std::size_t pixel = 0; pixel < shape.height * shape.width; ++pixel) {
    senders.list(pixel, values, choice);
    for (std::size_t k = 0; k < senders.window(); ++k) {
      if (senders.channels(k).empty()) continue;
      if (choice == nullptr) {
        for (float& value : senders.values(k)) value *= share;
      }
      const Joining joining = sum(senders.channels(k), senders.values(k), filter.data());
      if (choice != nullptr) {
        addFilter(shape, filter.data(), joining, senders.position(pixel, k), maps);
      } else {
        for (std::size_t any = 0; any < senders.window(); ++any)
          addFilter(shape, filter.data(), joining, senders.position(pixel, any), maps);
      }
    }
  }
}

void spreadPooledTuned(const ConvolveShape& shape, const float* values, const std::int32_t* choice,
                       const float* weights, float* maps) {
  spreadSums(shape, values, choice, maps,
             [&](std::span<const std::int32_t> channels, std::span<float> sent, float* filter) {
               sumRows(weights, shape.taps(), channels, sent.data(), filter, shape.taps());
               return Joining{};
             });
}

void spreadSignsTuned(const ConvolveShape& shape, const float* values, const std::int32_t* choice,
                      const BitRows& signs, const float* scale, float* maps) {
  spreadSums(shape, values, choice, maps,
             [&](std::span<const std::int32_t> channels, std::span<float> sent, float* filter) {
               float total = 0;
               for (std::size_t i = 0; i < sent.size(); ++i) {
                 sent[i] *= scale[channels[i]];
                 total += sent[i];
               }
               std::fill_n(filter, 64 * signs.wordsPerRow, 0.0F);
               sumWhereSet(signs, channels, sent.data(), filter);
               return Joining{2, total};
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
