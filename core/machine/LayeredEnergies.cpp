#include "core/machine/LayeredEnergies.h"

namespace nudge {

namespace {

/// ⟨a, b⟩ of every column.
Eigen::VectorXd dots(const Matrix& a, const Matrix& b) {
  return a.cast<double>().cwiseProduct(b.cast<double>()).colwise().sum().transpose();
}

}  // namespace

LayeredEnergies::LayeredEnergies(const NetworkSpec& network, bool energyBased,
                                 const Parameters& parameters)
    : maxPooled_(network.pooling == Pooling::Max), energyBased_(energyBased) {
  for (int n = 2; n <= network.depth(); ++n) {
    const LayerParameters& layer = parameters.layer(n);
    if (network.isConvolution(n)) {
      PackedConvolution packed;
      packed.maps = PaddedMaps(network.convolution(n));
      packed.pack(layer);
      wires_.emplace_back(std::move(packed));
    } else {
      wires_.emplace_back(Dense{layer.product(), layer.biases});
    }
  }
}

Matrix LayeredEnergies::input(const Dense& wires, const Matrix& below) {
  return (wires.weights * below).colwise() + wires.biases;
}

Matrix LayeredEnergies::input(const PackedConvolution& wires, const Matrix& below) const {
  const MapShape above = wires.maps.convolution().above();
  Matrix input(static_cast<Eigen::Index>(above.size()), below.cols());
  Vector pooled(input.rows());
  std::vector<std::int32_t> choice(maxPooled_ ? above.size() : 0);
  for (Eigen::Index i = 0; i < below.cols(); ++i) {
    const std::vector<float> padded = wires.maps.padded(below.col(i).data());
    kernels::convolvePooled(wires.maps.kernel(), padded.data(), wires.up.data(),
                            wires.biases.data(), pooled.data(),
                            maxPooled_ ? choice.data() : nullptr);
    toChannels(above, pooled.data(), input.col(i).data());
  }
  return input;
}

Eigen::VectorXd LayeredEnergies::energies(const Matrix& drive, const Settled& state) const {
  // The drive holds W^1 x + b^1 already.
  Eigen::VectorXd energy = -dots(state.activation(0), drive);
  for (std::size_t i = 0; i < wires_.size(); ++i) {
    const Matrix& below = state.activation(i);
    energy -= dots(state.activation(i + 1),
                   std::visit([&](const auto& wires) { return input(wires, below); }, wires_[i]));
  }
  if (!energyBased_) return energy;
  for (const Matrix& layer : state.states)
    energy += 0.5 * layer.cast<double>().colwise().squaredNorm().transpose();
  return energy;
}

}  // namespace nudge
