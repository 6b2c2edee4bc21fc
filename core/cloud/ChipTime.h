#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/cloud/QpAnswer.h"
#include "core/cloud/SolverProperties.h"

namespace nudge {

/// What a problem's time on a chip depends on.
struct TimeTerms {
  std::size_t qubits = 0;
  std::int64_t reads = 1;
  std::optional<double> annealingTime;               ///< µs
  std::optional<std::vector<AnnealPoint>> schedule;  ///< instead of the time
  bool initialState = false;
  bool reinitialize = true;  ///< each read begins in the given state
  std::optional<double> programmingThermalization, readoutThermalization;  ///< µs
  bool reduceCorrelation = false;
};

/// How long a problem will keep a chip busy, as D-Wave's tools estimate it from the solver's
/// timing data: programming + thermalization + reads · (anneal + readout + delay). µs. Throws
/// CloudError (Problem) for a solver without timing data, an annealing time beside a schedule, or
/// a reverse schedule without a state to begin with.
ChipTiming estimateTime(const SolverProperties& solver, const TimeTerms& terms);

/// How many reads fit into the solver's longest run:
/// min(num_reads, (duration − programming thermalization) / (anneal + readout thermalization)).
std::int64_t mostReads(const SolverProperties& solver, const TimeTerms& terms = {});

/// A schedule for this solver: as AnnealSchedule, and a reverse one must leave s = 1. Throws
/// CloudError (Problem), naming the point.
AnnealSchedule scheduleFor(const SolverProperties& solver, std::vector<AnnealPoint> points);

/// Points from [[t, s], …] as JSON. Throws CloudError (Problem) for anything but pairs of numbers.
std::vector<AnnealPoint> pointsFrom(const ReplyJson& json);

}  // namespace nudge
