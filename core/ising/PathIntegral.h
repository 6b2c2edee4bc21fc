#pragma once

#include "core/base/Random.h"
#include "core/ising/AnnealSchedule.h"
#include "core/ising/IsingProblem.h"

namespace nudge {

/// The state of a quantum annealer as P classical copies of all spins, slices of imaginary time:
/// path-integral Monte Carlo of H = −A/2 Σ σ^x + B/2 H_Ising. A state's weight is exp(−S),
///
///     S = β_T B/(2P) Σ_p E(σ_p) − J_⊥ Σ_p Σ_i σ_{p,i} σ_{p+1,i},    J_⊥ = −½ ln tanh(β_T A/(2P)),
///
/// with slice P the slice 0 again. Thermal averages are right up to a share of (β_T/P)².
class PathIntegral {
 public:
  /// `slices` ≥ 2, all at `state`; `problem` must outlive it.
  PathIntegral(const IsingProblem& problem, int slices, std::span<const Spin> state);

  int slices() const { return slices_; }
  std::span<const Spin> slice(int p) const {
    return std::span(spins_).subspan(static_cast<std::size_t>(p) * problem_->spins(),
                                     problem_->spins());
  }

  /// Metropolis over every spin of every slice, and then over every spin in all slices at once.
  /// Energies in units of the temperature: β_T·A and β_T·B.
  void sweep(const AnnealEnergies& energies, Random& random);

  /// Estimates ⟨Σ_i σ^x_i⟩ from this state at β_T·A > 0: tanh(a) a pair of equal neighbours in
  /// time, coth(a) of unequal ones, a = β_T A/(2P).
  double transverse(double energy) const;

 private:
  std::size_t at(int p, std::size_t i) const {
    return static_cast<std::size_t>(p) * problem_->spins() + i;
  }
  void flip(int p, std::size_t i);

  const IsingProblem* problem_;
  int slices_;
  std::vector<Spin> spins_;     // [slices × spins]
  std::vector<double> fields_;  // the same: h_i + Σ_j J_ij σ_j
};

}  // namespace nudge
