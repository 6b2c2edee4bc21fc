#include "core/learning/ConvolutionContrast.h"

#include <algorithm>

#include "core/base/Parallel.h"
#include "core/kernels/ConvolveBack.h"
#include "core/network/PaddedMaps.h"

namespace nudge {

namespace {

// Channels that one piece of work correlates with all samples.
constexpr std::size_t kChannels = 8;

/// One end of the contrast, sample by sample as the kernels want it.
struct End {
  std::vector<std::vector<float>> values;  ///< un-pooled into `choice`, in pixel order
  std::vector<std::vector<std::int32_t>> choice;
  std::vector<std::vector<float>> maps;  ///< padded

  End(const PaddedMaps& padded, const Matrix& above, const PoolChoice* places, const Matrix& below)
      : values(static_cast<std::size_t>(above.cols())),
        choice(places != nullptr ? values.size() : 0),
        maps(values.size()) {
    const MapShape shape = padded.convolution().above();
    parallelFor(static_cast<int>(above.cols()), [&](int i) {
      const auto index = static_cast<std::size_t>(i);
      values[index].resize(static_cast<std::size_t>(above.rows()));
      toPixels(shape, above.col(i).data(), values[index].data());
      maps[index] = padded.padded(below.col(i).data());
      if (places == nullptr) return;
      choice[index].resize(values[index].size());
      toPixels(shape, places->col(i).data(), choice[index].data());
    });
  }

  void correlate(const kernels::ConvolveShape& shape, std::size_t first, std::size_t last,
                 float* sums) const {
    for (std::size_t i = 0; i < values.size(); ++i) {
      kernels::correlatePooled(shape, values[i].data(), choice.empty() ? nullptr : choice[i].data(),
                               maps[i].data(), first, last, sums);
    }
  }
};

/// From [filter row, filter column, channel below] to [channel below, row, column].
Weights inFileOrder(const kernels::ConvolveShape& shape, const Weights& taps) {
  Weights sums(taps.rows(), taps.cols());
  const auto area = static_cast<Eigen::Index>(shape.kernel * shape.kernel);
  const auto below = static_cast<Eigen::Index>(shape.below);
  for (Eigen::Index c = 0; c < taps.rows(); ++c) {
    for (Eigen::Index k = 0; k < area; ++k) {
      for (Eigen::Index from = 0; from < below; ++from)
        sums(c, from * area + k) = taps(c, k * below + from);
    }
  }
  return sums;
}

}  // namespace

Weights convolutionContrast(const NetworkSpec& network, int n, const Settled& plus,
                            const Settled& minus, const Matrix& inputs) {
  Convolution link = network.convolution(n);
  const auto index = static_cast<std::size_t>(n - 1);
  const auto maps = [&](const Settled& settled) -> const Matrix& {
    return settled.rawMaps.empty() ? settled.activation(index) : settled.rawMaps[index];
  };
  if (!plus.rawMaps.empty()) link.pool = 1;  // every place of a map is a spin of its own
  const PaddedMaps padded(link);
  const kernels::ConvolveShape& shape = padded.kernel();
  const auto choice = [&](const Settled& settled) {
    return settled.choices.empty() ? nullptr : &settled.choices[index];
  };
  std::vector<End> ends;
  if (n == 1) {
    // The input and where it is largest are the same in both, so that the difference comes first.
    const Matrix difference = maps(plus) - maps(minus);
    ends.emplace_back(padded, difference, choice(plus), inputs);
  } else {
    const Matrix negative = -maps(minus);
    ends.emplace_back(padded, maps(plus), choice(plus), plus.activation(index - 1));
    ends.emplace_back(padded, negative, choice(minus), minus.activation(index - 1));
  }
  Weights taps = Weights::Zero(static_cast<Eigen::Index>(shape.above),
                               static_cast<Eigen::Index>(shape.taps()));
  parallelFor(static_cast<int>((shape.above + kChannels - 1) / kChannels), [&](int piece) {
    const std::size_t first = static_cast<std::size_t>(piece) * kChannels;
    const std::size_t last = std::min(shape.above, first + kChannels);
    for (const End& end : ends) end.correlate(shape, first, last, taps.data());
  });
  return inFileOrder(shape, taps);
}

}  // namespace nudge
