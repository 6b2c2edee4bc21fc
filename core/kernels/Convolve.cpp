#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/Convolve.cpp"
#include "core/kernels/Convolve.h"

#include <algorithm>
#include <array>
#include <limits>

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// Sums of a few positions for a few vectors of channels: each weight that is loaded serves every
/// position, each value every channel.
template <int kPositions, int kVectors, class D, class V>
HWY_INLINE void convolveTile(D d, const ConvolveShape& shape, std::size_t stride,
                             const std::array<const float*, 4>& at, const float* weights,
                             V (&sums)[4 * 4]) {
  const std::size_t row = shape.kernel * shape.below;
  for (int k = 0; k < kPositions * kVectors; ++k) sums[k] = hn::Zero(d);
  for (std::size_t ky = 0; ky < shape.kernel; ++ky) {
    const std::size_t offset = ky * shape.paddedWidth * shape.below;
    for (std::size_t q = 0; q < row; ++q, weights += stride) {
      V w[kVectors];
      for (int v = 0; v < kVectors; ++v)
        w[v] = hn::LoadU(d, weights + static_cast<std::size_t>(v) * hn::Lanes(d));
      for (int p = 0; p < kPositions; ++p) {
        const V value = hn::Set(d, at[static_cast<std::size_t>(p)][offset + q]);
        for (int v = 0; v < kVectors; ++v)
          sums[p * kVectors + v] = hn::MulAdd(value, w[v], sums[p * kVectors + v]);
      }
    }
  }
}

/// What is kept of a pooling window so far, for a few vectors of channels.
template <int kVectors, class D>
struct Window {
  using V = hn::Vec<D>;
  using I = hn::Vec<hn::RebindToSigned<D>>;
  V best[kVectors];
  I place[kVectors];

  // Written out, because one that the compiler makes is not for the instructions of this target.
  HWY_INLINE Window() {}
};

template <int kPositions, int kVectors, bool kMax, class D>
HWY_INLINE void poolTile(D d, const ConvolveShape& shape, std::size_t stride, const float* maps,
                         const float* weights, const float* biases, const std::size_t* places,
                         Window<kVectors, D>& window) {
  const hn::RebindToSigned<D> di;
  std::array<const float*, 4> at{};
  for (int p = 0; p < kPositions; ++p) {
    const std::size_t y = places[p] / shape.rawWidth;
    const std::size_t x = places[p] % shape.rawWidth;
    at[static_cast<std::size_t>(p)] = maps + (y * shape.paddedWidth + x) * shape.below;
  }
  hn::Vec<D> sums[4 * 4];
  convolveTile<kPositions, kVectors>(d, shape, stride, at, weights, sums);
  for (int p = 0; p < kPositions; ++p) {
    for (int v = 0; v < kVectors; ++v) {
      const auto bias = hn::LoadU(d, biases + static_cast<std::size_t>(v) * hn::Lanes(d));
      const auto sum = hn::Add(sums[p * kVectors + v], bias);
      if constexpr (kMax) {
        const auto larger = hn::Gt(sum, window.best[v]);
        window.best[v] = hn::IfThenElse(larger, sum, window.best[v]);
        window.place[v] =
            hn::IfThenElse(hn::RebindMask(di, larger),
                           hn::Set(di, static_cast<std::int32_t>(places[p])), window.place[v]);
      } else {
        window.best[v] = hn::Add(window.best[v], sum);
      }
    }
  }
}

/// One pooled pixel, for the channels from `channel` on.
template <int kVectors, bool kMax, class D>
HWY_INLINE void poolPixel(D d, const ConvolveShape& shape, std::size_t stride, const float* maps,
                          const float* weights, const float* biases, const std::size_t* places,
                          std::size_t count, Window<kVectors, D>& window) {
  const hn::RebindToSigned<D> di;
  for (int v = 0; v < kVectors; ++v) {
    window.best[v] = kMax ? hn::Set(d, -std::numeric_limits<float>::infinity()) : hn::Zero(d);
    window.place[v] = hn::Zero(di);
  }
  std::size_t i = 0;
  for (; i + 4 <= count; i += 4)
    poolTile<4, kVectors, kMax>(d, shape, stride, maps, weights, biases, places + i, window);
  for (; i < count; ++i)
    poolTile<1, kVectors, kMax>(d, shape, stride, maps, weights, biases, places + i, window);
}

/// Up to this many positions of a window are listed at once.
constexpr std::size_t kMostPlaces = 10'000;

template <bool kMax>
void convolveAll(const ConvolveShape& shape, const float* maps, const float* weights,
                 const float* biases, float* pooled, std::int32_t* choice) {
  using D = hn::ScalableTag<float>;
  const D d;
  const hn::RebindToSigned<D> di;
  // Sixteen sums and their operands fit the 32 registers of AVX-512, eight the 16 of AVX2.
  constexpr int kWide = hn::MaxLanes(d) >= 16 ? 4 : 2;
  const std::size_t lanes = hn::Lanes(d);
  const std::size_t stride = packedChannels(shape.above);
  const std::size_t count = shape.pool * shape.pool;
  const auto share = hn::Set(d, 1.0F / static_cast<float>(count));
  alignas(64) std::array<float, hn::MaxLanes(d)> values;
  alignas(64) std::array<std::int32_t, hn::MaxLanes(d)> places;
  static thread_local std::array<std::size_t, kMostPlaces> window;
  const auto finish = [&](std::size_t pixel, std::size_t channel, auto best, auto place) {
    if constexpr (!kMax) best = hn::Mul(best, share);
    const std::size_t real = std::min(lanes, shape.above - channel);
    float* out = pooled + pixel * shape.above + channel;
    if (real == lanes) {
      hn::StoreU(best, d, out);
      if constexpr (kMax) hn::StoreU(place, di, choice + pixel * shape.above + channel);
      return;
    }
    hn::StoreU(best, d, values.data());
    std::copy_n(values.data(), real, out);
    if constexpr (kMax) {
      hn::StoreU(place, di, places.data());
      std::copy_n(places.data(), real, choice + pixel * shape.above + channel);
    }
  };
  for (std::size_t py = 0; py < shape.height; ++py) {
    for (std::size_t px = 0; px < shape.width; ++px) {
      const std::size_t pixel = py * shape.width + px;
      for (std::size_t k = 0; k < count; ++k) {
        window[k] =
            (py * shape.pool + k / shape.pool) * shape.rawWidth + px * shape.pool + k % shape.pool;
      }
      std::size_t channel = 0;
      for (; channel + (kWide - 1) * lanes < shape.above; channel += kWide * lanes) {
        Window<kWide, D> kept;
        poolPixel<kWide, kMax>(d, shape, stride, maps, weights + channel, biases + channel,
                               window.data(), count, kept);
        for (int v = 0; v < kWide; ++v)
          finish(pixel, channel + static_cast<std::size_t>(v) * lanes, kept.best[v], kept.place[v]);
      }
      for (; channel < shape.above; channel += lanes) {
        Window<1, D> kept;
        poolPixel<1, kMax>(d, shape, stride, maps, weights + channel, biases + channel,
                           window.data(), count, kept);
        finish(pixel, channel, kept.best[0], kept.place[0]);
      }
    }
  }
}

void convolvePooledTuned(const ConvolveShape& shape, const float* maps, const float* weights,
                         const float* biases, float* pooled, std::int32_t* choice) {
  if (choice != nullptr) {
    convolveAll<true>(shape, maps, weights, biases, pooled, choice);
  } else {
    convolveAll<false>(shape, maps, weights, biases, pooled, choice);
  }
}

std::size_t lanesOfTarget() { return hn::Lanes(hn::ScalableTag<float>()); }

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace nudge::kernels {

HWY_EXPORT(convolvePooledTuned);
HWY_EXPORT(lanesOfTarget);

std::size_t packedChannels(std::size_t above) {
  static const std::size_t block = 4 * HWY_DYNAMIC_DISPATCH(lanesOfTarget)();
  return (above + block - 1) / block * block;
}

void convolvePooled(const ConvolveShape& shape, const float* maps, const float* weights,
                    const float* biases, float* pooled, std::int32_t* choice) {
  HWY_DYNAMIC_DISPATCH(convolvePooledTuned)(shape, maps, weights, biases, pooled, choice);
}

void convolvePooledPlain(const ConvolveShape& shape, const float* maps, const float* weights,
                         const float* biases, float* pooled, std::int32_t* choice) {
  const std::size_t stride = packedChannels(shape.above);
  const std::size_t row = shape.kernel * shape.below;
  for (std::size_t i = 0; i < shape.height * shape.width * shape.above; ++i) {
    const std::size_t c = i % shape.above;
    const std::size_t pixel = i / shape.above;
    float kept = choice != nullptr ? -std::numeric_limits<float>::infinity() : 0;
    for (std::size_t k = 0; k < shape.pool * shape.pool; ++k) {
      const std::size_t y = pixel / shape.width * shape.pool + k / shape.pool;
      const std::size_t x = pixel % shape.width * shape.pool + k % shape.pool;
      float sum = 0;
      for (std::size_t tap = 0; tap < shape.taps(); ++tap) {
        const std::size_t ky = tap / row;
        sum += weights[tap * stride + c] *
               maps[((y + ky) * shape.paddedWidth + x) * shape.below + tap % row];
      }
      sum += biases[c];
      if (choice == nullptr) {
        kept += sum / static_cast<float>(shape.pool * shape.pool);
      } else if (sum > kept) {
        kept = sum;
        choice[i] = static_cast<std::int32_t>(y * shape.rawWidth + x);
      }
    }
    pooled[i] = kept;
  }
}

}  // namespace nudge::kernels
#endif
