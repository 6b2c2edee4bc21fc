#include "core/machine/ConvolutionDrive.h"

#include <algorithm>

#include "core/base/Parallel.h"
#include "core/kernels/ConvolveBack.h"
#include "core/machine/SignRows.h"

namespace nudge {

void PackedConvolution::pack(const LayerParameters& layer) {
  const kernels::ConvolveShape& kernel = maps.kernel();
  const std::size_t stride = kernels::packedChannels(kernel.above);
  up.assign(kernel.taps() * stride, 0);
  const bool binary = layer.binary();
  down.resize(binary ? 0 : kernel.above * kernel.taps());
  scale.resize(kernel.above);
  if (binary) {
    signs = SignMatrix(static_cast<Eigen::Index>(kernel.above),
                       static_cast<Eigen::Index>(kernel.taps()));
  }
  biases.assign(stride, 0);
  std::copy_n(layer.biases.data(), kernel.above, biases.begin());
  std::vector<float> filter(kernel.taps());
  const std::size_t area = kernel.kernel * kernel.kernel;
  for (std::size_t c = 0; c < kernel.above; ++c) {
    const auto row = static_cast<Eigen::Index>(c);
    layer.unpackRow(row, filter.data());
    scale[c] = layer.alpha(row);
    for (std::size_t from = 0; from < kernel.below; ++from) {
      for (std::size_t k = 0; k < area; ++k) {
        const std::size_t tap = k * kernel.below + from;
        const float weight = filter[from * area + k];
        up[tap * stride + c] = weight;
        if (!binary) {
          down[c * kernel.taps() + tap] = weight;
        } else if (layer.signs.positive(row, static_cast<Eigen::Index>(from * area + k))) {
          signs.set(row, static_cast<Eigen::Index>(tap), true);
        }
      }
    }
  }
}

void PackedConvolution::spread(const float* values, const std::int32_t* choice,
                               float* padded) const {
  if (signs.size() == 0)
    return kernels::spreadPooled(maps.kernel(), values, choice, down.data(), padded);
  const kernels::BitRows bits = bitRows(signs);
  kernels::spreadSigns(maps.kernel(), values, choice, bits, scale.data(), padded);
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
