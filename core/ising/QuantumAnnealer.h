#pragma once

#include "core/ising/AnnealSchedule.h"
#include "core/ising/Annealing.h"

namespace nudge {

/// What a simulated quantum annealer is like.
struct QuantumSettings {
  int slices = 32;          ///< P, of imaginary time; 2 to 1024
  double temperature = 12;  ///< mK, above 0; the energies of the schedule are in GHz·h
  bool autoScale = true;    ///< scale the problem to what chips take: |J| ≤ 1, |h| ≤ 4
};

/// Simulated quantum annealing: every read is a path integral (see SweepSampler) that follows A(s)
/// and B(s) along a schedule, forward from random states or reverse from given ones; what is read
/// is one slice. Results depend on neither the number of threads nor on calls before.
class QuantumAnnealer {
 public:
  /// Throws Error for settings that are not possible.
  explicit QuantumAnnealer(IsingProblem problem, const QuantumSettings& settings = {});

  /// What the problem's energies are multiplied by before it is annealed.
  double scale() const { return scale_; }

  /// `sweeps` sweeps along the schedule. A reverse schedule needs initial states. Energies are
  /// those of the problem as it was given. Throws Error for what is not possible and Cancelled when
  /// stopped.
  void sample(const AnnealSchedule& schedule, const AnnealTable& table, int sweeps,
              const ReadRequest& request, Reads& into, const SampleOptions& options = {}) const;

 private:
  IsingProblem problem_, scaled_;
  QuantumSettings settings_;
  double scale_ = 1;
};

}  // namespace nudge
