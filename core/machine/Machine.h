#pragma once

#include <cstdint>
#include <memory>
#include <stop_token>

#include "core/machine/MachineSettings.h"
#include "core/machine/Settled.h"
#include "core/network/Parameters.h"

namespace nudge {

/// Watches a settle step by step. Watching makes it slower: all steps are taken, on one thread.
class Observer {
 public:
  virtual ~Observer() = default;
  /// After each step, and for t = 0 before the first step of the free phase.
  virtual void onStep(Phase phase, int t, const Settled& state) = 0;
};

/// What the random numbers of a settle are keyed by: the same draw gives the same states. Machines
/// without chance have no use for it.
struct Draw {
  std::uint64_t seed = 0;
  std::uint64_t number = 0;  ///< of the settle; both phases of a mini-batch share it
};

/// What goes along with a settle.
struct SettleOptions {
  std::stop_token stop;          ///< asked to stop: settle throws Cancelled at its next step
  Observer* observer = nullptr;  ///< may be null
  Draw draw{};
};

struct ChipTally;

/// What energy a machine's states have, for fixed parameters.
class EnergyMeter {
 public:
  virtual ~EnergyMeter() = default;
  /// E of every sample in `state` [A.1, corrected: ½ Σ s² − Σ ρᵀWρ − Σ bᵀρ]; in the prototypical
  /// settings −Φ [A.11]. `drive` is that of the free phase.
  virtual Eigen::VectorXd energies(const Matrix& drive, const Settled& state) const = 0;
};

/// What settles a network. The learning code knows nothing else of it.
class Machine {
 public:
  virtual ~Machine() = default;

  /// Settles all samples of `batch`: the free phase where `nudge` is null, from the initial state
  /// or from `from` if given; the nudge phase from `from`, which must be what the same machine made
  /// of the same batch and parameters. The result goes to `into`, whose memory is reused; `drive`
  /// is filled by the free phase only. The result does not depend on the number of threads, and on
  /// chance only as options.draw says.
  virtual void settle(const Parameters& parameters, const Batch& batch, const Nudge* nudge,
                      const Settled* from, const SettleOptions& options, Settled& into) = 0;

  /// Measures energies of states with these parameters, which are copied.
  virtual std::unique_ptr<EnergyMeter> energyMeter(const Parameters& parameters) const = 0;

  /// What has been used of a chip's time since the machine was made; null where there is no chip.
  virtual const ChipTally* chipTally() const { return nullptr; }
};

/// The machine of these settings. Both must be free of problems().
std::unique_ptr<Machine> makeMachine(const NetworkSpec& network, const MachineSettings& settings);

/// ℓ = ½|ŷ − s^L|² per sample.
Eigen::VectorXd losses(const Matrix& outputs, const Matrix& targets);

/// What the nudge adds to the energy of every sample: βℓ if it is elastic, −β(ŷ − s^L_free)ᵀs^L if
/// it is constant, nothing if outputs are clamped. `free` holds the outputs of the free phase.
Eigen::VectorXd nudgeEnergies(const Nudge& nudge, const Matrix& outputs, const Matrix& targets,
                              const Matrix& free);

}  // namespace nudge
