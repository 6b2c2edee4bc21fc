#include "core/machine/ConvolutionDrive.h"

#include <algorithm>

#include "core/base/Parallel.h"

namespace nudge {

void PackedConvolution::pack(const LayerParameters& layer) {
  const kernels::ConvolveShape& kernel = maps.kernel();
  const std::size_t stride = kernels::packedChannels(kernel.above);
  up.assign(kernel.taps() * stride, 0);
  down.resize(kernel.above * kernel.taps());
  biases.assign(stride, 0);
  std::copy_n(layer.biases.data(), kernel.above, biases.begin());
  std::vector<float> filter(kernel.taps());
  const std::size_t area = kernel.kernel * kernel.kernel;
  for (std::size_t c = 0; c < kernel.above; ++c) {
    layer.unpackRow(static_cast<Eigen::Index>(c), filter.data());
    for (std::size_t from = 0; from < kernel.below; ++from) {
      for (std::size_t k = 0; k < area; ++k) {
        const std::size_t tap = k * kernel.below + from;
        const float weight = filter[from * area + k];
        up[tap * stride + c] = weight;
        down[c * kernel.taps() + tap] = weight;
      }
    }
  }
}

void convolutionDrive(const NetworkSpec& network, const Parameters& parameters,
                      const Matrix& inputs, Settled& into) {
  PackedConvolution first;
  first.maps = PaddedMaps(network.convolution(1));
  first.pack(parameters.layer(1));
  const bool maxPooled = network.pooling == Pooling::Max;
  const MapShape above = network.shape(1);
  into.drive.resize(static_cast<Eigen::Index>(above.size()), inputs.cols());
  parallelFor(static_cast<int>(inputs.cols()), [&](int i) {
    const std::vector<float> padded = first.maps.padded(inputs.col(i).data());
    Vector pooled(into.drive.rows());
    std::vector<std::int32_t> choice(static_cast<std::size_t>(into.drive.rows()));
    kernels::convolvePooled(first.maps.kernel(), padded.data(), first.up.data(),
                            first.biases.data(), pooled.data(),
                            maxPooled ? choice.data() : nullptr);
    toChannels(above, pooled.data(), into.drive.col(i).data());
    if (maxPooled) toChannels(above, choice.data(), into.choices.front().col(i).data());
  });
}

}  // namespace nudge
