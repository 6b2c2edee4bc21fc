#pragma once

#include <memory>
#include <optional>

#include "core/ising/Annealing.h"
#include "core/ising/BytePlan.h"
#include "core/ising/RealPlan.h"

namespace nudge {

/// Simulated annealing [thesis, algorithms 1 and 2]: Metropolis sweeps over all spins in their
/// order, many reads side by side in vector lanes, on all threads. Made for many calls: keep the
/// object, change fields and couplings, sample again; nothing is allocated after the first call
/// with as many reads. Results depend on neither the number of threads nor on calls before.
class SimulatedAnnealer {
 public:
  /// Which kernel does the sweeps. Automatic: small whole numbers in bytes where the problem has
  /// them, else floats. The plain ones are references for tests.
  enum class Kernel { Automatic, Reals, RealsPlain, Bytes, BytesPlain };

  /// Throws Error where the kernel for bytes is asked for and the problem does not fit it.
  explicit SimulatedAnnealer(IsingProblem problem, Kernel kernel = Kernel::Automatic);
  ~SimulatedAnnealer();
  SimulatedAnnealer(SimulatedAnnealer&&) noexcept;
  SimulatedAnnealer& operator=(SimulatedAnnealer&&) noexcept;

  const IsingProblem& problem() const { return problem_; }
  /// Whether the small whole numbers of the problem are annealed as such.
  bool usesBytes() const { return bytes_.has_value(); }

  /// As IsingProblem::setFields and setCouplings.
  void setFields(std::span<const double> fields);
  void setCouplings(std::span<const double> values);

  /// Anneals through `betas`, one inverse temperature a sweep (see TemperatureSchedule.h), and
  /// leaves the last states in `into`. Throws Error for numbers that are not possible and Cancelled
  /// when stopped.
  void sample(std::span<const double> betas, const ReadRequest& request, Reads& into,
              const SampleOptions& options = {});

 private:
  struct Scratch;
  class Group;

  void choosePlan();

  IsingProblem problem_;
  Kernel kernel_;
  std::optional<BytePlan> bytes_;
  std::optional<RealPlan> reals_;
  std::vector<float> fields_;
  std::vector<float> scales_;
  std::vector<kernels::ByteRule> rules_;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace nudge
