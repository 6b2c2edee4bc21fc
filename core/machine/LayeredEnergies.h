#pragma once

#include <variant>
#include <vector>

#include "core/machine/ConvolutionDrive.h"
#include "core/machine/Machine.h"

namespace nudge {

/// E of layered networks, or −Φ in the prototypical settings: Φ = Σ s^nᵀ W^n s^{n−1} + Σ b^nᵀ s^n
/// [A.11]. Weights are unpacked once, so that every step of a trajectory costs one product a layer.
class LayeredEnergies final : public EnergyMeter {
 public:
  /// @param energyBased with the ½ Σ s² of the energy, without it −Φ
  LayeredEnergies(const NetworkSpec& network, bool energyBased, const Parameters& parameters);

  Eigen::VectorXd energies(const Matrix& drive, const Settled& state) const override;

 private:
  struct Dense {
    Weights weights;  ///< α·w
    Vector biases;
  };
  using Wires = std::variant<Dense, PackedConvolution>;

  static Matrix input(const Dense& wires, const Matrix& below);
  Matrix input(const PackedConvolution& wires, const Matrix& below) const;

  std::vector<Wires> wires_;  ///< of the layers from 2 on
  bool maxPooled_;
  bool energyBased_;
};

}  // namespace nudge
