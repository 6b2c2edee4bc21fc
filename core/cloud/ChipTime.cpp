#include "core/cloud/ChipTime.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/Segment.h"
#include "core/cloud/CloudError.h"

namespace nudge {

namespace {

/// Straight between points, flat beyond them.
double interpolated(double at, std::span<const double> x, std::span<const double> y) {
  if (x.size() == 1) return y.front();
  const Segment part = segmentAt(at, x.size(), [x](std::size_t p) { return x[p]; });
  return part.between(y[part.from], y[part.from + 1]);
}

double readoutTime(const TimingData& timing, std::size_t qubits) {
  const auto count = static_cast<double>(std::max<std::size_t>(qubits, 1));
  const double at = timing.readoutInLogarithms ? std::log10(count) : count;
  const double time = interpolated(at, timing.readoutQubits, timing.readoutTimes);
  return timing.readoutInLogarithms ? std::pow(10, time) : time;
}

bool isReverse(const TimeTerms& terms) {
  return terms.schedule && !terms.schedule->empty() && terms.schedule->front().s == 1;
}

double annealTime(const TimeTerms& terms, double otherwise) {
  if (terms.schedule && terms.annealingTime) {
    refuseProblem("annealing_time and anneal_schedule exclude each other; keep one.");
  }
  if (terms.schedule && !terms.schedule->empty()) return terms.schedule->back().time;
  return terms.annealingTime.value_or(otherwise);
}

}  // namespace

ChipTiming estimateTime(const SolverProperties& solver, const TimeTerms& terms) {
  if (!solver.timing) {
    refuseProblem(
        fmt::format("solver {} does not say what its time depends on (no "
                    "\"problem_timing_data\").",
                    cleaned(solver.identity.name)));
  }
  const TimingData& data = *solver.timing;
  ChipTiming timing;
  timing.annealEach = annealTime(terms, data.annealing);
  const bool reverse = isReverse(terms);
  if (reverse && !terms.initialState) {
    refuseProblem(
        "a schedule that begins at s = 1 is reverse annealing; it needs an initial_state.");
  }
  timing.readoutEach = readoutTime(data, terms.qubits);
  const double thermalization = terms.readoutThermalization.value_or(data.readoutThermalization);
  double decorrelation = 0;
  if (terms.reduceCorrelation && data.decorrelationMostAnneal > 0) {
    decorrelation = data.decorrelation.low + timing.annealEach / data.decorrelationMostAnneal *
                                                 (data.decorrelation.high - data.decorrelation.low);
  }
  timing.delayEach = data.delay + std::max(thermalization, decorrelation);
  timing.programming =
      data.programming + terms.programmingThermalization.value_or(data.programmingThermalization);
  if (reverse) {
    timing.programming +=
        terms.reinitialize ? data.reverseProgramming : data.reverseProgrammingChain;
    timing.delayEach += terms.reinitialize ? data.reverseDelay : data.reverseDelayChain;
  }
  timing.sampling = static_cast<double>(terms.reads) *
                    (timing.annealEach + timing.readoutEach + timing.delayEach);
  timing.access = timing.programming + timing.sampling;
  return timing;
}

std::int64_t mostReads(const SolverProperties& solver, const TimeTerms& terms) {
  const double programming =
      terms.programmingThermalization.value_or(solver.defaultProgrammingThermalization);
  const double each = annealTime(terms, solver.defaultAnnealingTime) +
                      terms.readoutThermalization.value_or(solver.defaultReadoutThermalization);
  const double fit =
      each > 0 ? std::floor((solver.runDuration.high - programming) / each) : solver.numReads.high;
  return static_cast<std::int64_t>(std::clamp(fit, 0.0, solver.numReads.high));
}

AnnealSchedule scheduleFor(const SolverProperties& solver, std::vector<AnnealPoint> points) {
  try {
    AnnealSchedule schedule(std::move(points), solver.annealLimits());
    const auto list = schedule.points();
    if (std::all_of(list.begin(), list.end(), [](const AnnealPoint& p) { return p.s == 1; })) {
      refuseProblem("the annealing schedule stays at s = 1; a reverse schedule must go below.");
    }
    return schedule;
  } catch (const CloudError&) {
    throw;
  } catch (const Error& error) {
    refuseProblem(error.what());
  }
}

std::vector<AnnealPoint> pointsFrom(const ReplyJson& json) {
  if (!json.is_array() || json.size() > 100'000) {
    refuseProblem("an annealing schedule is a list of points [t, s].");
  }
  std::vector<AnnealPoint> points;
  for (const ReplyJson& point : json) {
    if (!point.is_array() || point.size() != 2 || !point[0].is_number() || !point[1].is_number()) {
      refuseProblem(fmt::format("point {} of the annealing schedule should be two numbers, [t, s].",
                                points.size() + 1));
    }
    points.push_back({point[0].get<double>(), point[1].get<double>()});
  }
  return points;
}

}  // namespace nudge
