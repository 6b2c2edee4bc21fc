#pragma once

#include <cstdint>
#include <stop_token>

#include "core/base/Field.h"
#include "core/cloud/QpAnswer.h"
#include "core/cloud/SolverProperties.h"

namespace nudge {

/// What a virtual chip is like.
struct ChipPhysics {
  bool thermal = false;      ///< simulated annealing instead of simulated quantum annealing
  double fieldNoise = 0;     ///< standard deviation of what each field is off by, in chip units
  double couplingNoise = 0;  ///< the same of couplings
  int bits = 0;              ///< of fields and couplings; 0: exact, else 2 to 16
  double sweepsPerMicrosecond = 5;  ///< of annealing time; above 0
  int slices = 16;                  ///< of imaginary time
  double temperature = 12;          ///< mK
  std::uint64_t seed = 1;

  /// Throws Error for numbers that are not possible.
  void check() const;
};

/// A problem as a server received it.
struct ChipJob {
  QpData data;
  ProblemType type = ProblemType::Ising;
  Json parameters = Json::object();
};

/// What a virtual chip does with a problem: scales it to the chip's ranges, or refuses what is
/// beyond them; rounds and disturbs it as control electronics do; anneals it along the asked-for
/// schedule, forward or reverse; and answers with the energies of the problem as it was sent. The
/// same seed, number and problem give the same answer.
class ChipSampler {
 public:
  /// Throws Error for a solver that is none of the chips known here.
  ChipSampler(const SolverProperties& solver, const ChipPhysics& physics);

  /// Throws CloudError (Problem) for what the chip would not take.
  void check(const ChipJob& job) const;
  /// `number` tells problems apart, unless their parameter "x_seed" does: each has its own noise
  /// and reads. Throws Cancelled when stopped.
  QpAnswer sample(const ChipJob& job, std::uint64_t number, const std::stop_token& stop) const;

  /// What a problem's fields and couplings are divided by: with auto_scale what makes the best use
  /// of the ranges, else 1. Throws CloudError (Problem) where they do not fit.
  double scaleOf(const QubitProblem& problem, bool autoScale) const;

 private:
  struct Plan;

  Plan planOf(const ChipJob& job) const;
  IsingProblem onChip(const QubitProblem& problem, double scale, std::uint64_t number) const;
  void anneal(const Plan& plan, const IsingProblem& problem, std::uint64_t number,
              SampleSet& samples, const std::stop_token& stop) const;

  SolverProperties solver_;
  ChipShape shape_;
  ChipPhysics physics_;
  QpFormat format_;
};

}  // namespace nudge
