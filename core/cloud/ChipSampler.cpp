#include "core/cloud/ChipSampler.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/Random.h"
#include "core/cloud/ChipTime.h"
#include "core/cloud/CloudError.h"
#include "core/cloud/JobRequest.h"
#include "core/cloud/SolverChip.h"
#include "core/ising/QuantumAnnealer.h"
#include "core/ising/SimulatedAnnealer.h"
#include "core/ising/TemperatureSchedule.h"

namespace nudge {

namespace {

constexpr int kFewestSweeps = 16;
constexpr int kMostSweeps = 100'000;
// Reads that are annealed at a time: their states fill memory, slice by slice.
constexpr std::size_t kSpinsAtOnce = std::size_t{1} << 24;
constexpr int kReadsAtOnce = 1024;
constexpr std::uint64_t kStreamsOfProblem = 1 << 14;  // more than reads in a problem

bool flag(const Json& parameters, const char* key, bool otherwise) {
  return parameters.contains(key) ? parameters[key].get<bool>() : otherwise;
}

double rounded(double value, const ValueRange& range, int bits) {
  if (bits == 0) return value;
  const double step = std::max(-range.low, range.high) / std::ldexp(1, bits - 1);
  return std::round(value / step) * step;
}

}  // namespace

void ChipPhysics::check() const {
  const auto isNoise = [](double noise) { return noise >= 0 && noise <= 10; };
  if (!isNoise(fieldNoise) || !isNoise(couplingNoise)) {
    throw Error("the noise of fields and couplings should be 0 to 10 in the chip's units.");
  }
  if (bits != 0 && (bits < 2 || bits > 16)) {
    throw Error(fmt::format("{} bits of precision: 2 to 16 are possible, or 0 for exact.", bits));
  }
  if (!(sweepsPerMicrosecond > 0 && sweepsPerMicrosecond <= 10'000)) {
    throw Error("the sweeps a microsecond should be above 0 and at most 10000.");
  }
}

struct ChipSampler::Plan {
  QubitProblem problem;
  AnnealSchedule schedule;
  int reads = 1;
  int sweeps = 1;
  double scale = 1;
  std::vector<Spin> initial;  ///< of the problem's spins; empty: random
  bool reinitialize = true;
  bool raw = false;
  std::size_t mostAnswers = 0;
  ChipTiming timing;
};

ChipSampler::ChipSampler(const SolverProperties& solver, const ChipPhysics& physics)
    : solver_(solver), shape_(shapeOf(solver)), physics_(physics), format_(solver) {
  physics.check();
}

double ChipSampler::scaleOf(const QubitProblem& problem, bool autoScale) const {
  const TightestLimit tightest =
      tightestLimit(problem.problem, problem.qubits, shape_, limitsOf(solver_));
  if (!autoScale && tightest.share > 1 + 1e-9) {
    refuseProblem(
        fmt::format("{} is {}, out of the chip's {} to {}; scale the problem, or set "
                    "auto_scale.",
                    tightest.what, tightest.value, tightest.range.low, tightest.range.high));
  }
  if (!std::isfinite(tightest.share))
    refuseProblem("the chip's ranges leave no room for the problem's signs.");
  return autoScale && tightest.share > 0 ? tightest.share : 1;
}

ChipSampler::Plan ChipSampler::planOf(const ChipJob& job) const {
  checkParameters(solver_, job.parameters, job.type);
  if (std::find(solver_.problemTypes.begin(), solver_.problemTypes.end(), nameOf(job.type)) ==
      solver_.problemTypes.end()) {
    refuseProblem(fmt::format("the chip takes no problems of type {}.", nameOf(job.type)));
  }
  QpData data = job.data;
  data.offset = 0;  // energies are sent without it
  QubitProblem problem = format_.decode(data, job.type);
  const TimeTerms terms = timeTermsOf(job.parameters, problem.qubits.size());
  const double time = terms.annealingTime.value_or(solver_.defaultAnnealingTime);
  Plan plan{
      std::move(problem),
      scheduleFor(solver_, terms.schedule.value_or(std::vector<AnnealPoint>{{0, 0}, {time, 1}})),
      static_cast<int>(terms.reads),
      1,
      1,
      {},
      terms.reinitialize,
      job.parameters.value("answer_mode", "histogram") == "raw",
      job.parameters.value("max_answers", std::size_t{0}),
      estimateTime(solver_, terms)};
  plan.scale = scaleOf(plan.problem, flag(job.parameters, "auto_scale", true));
  plan.sweeps = static_cast<int>(
      std::clamp(std::round(plan.schedule.duration() * physics_.sweepsPerMicrosecond),
                 double{kFewestSweeps}, double{kMostSweeps}));
  if (!plan.schedule.isReverse()) return plan;
  for (const std::int32_t qubit : plan.problem.qubits) {
    const double value =
        job.parameters["initial_state"][static_cast<std::size_t>(qubit)].get<double>();
    if (value == 3)
      refuseProblem(fmt::format("initial_state has 3 for qubit {}, which is on.", qubit));
    plan.initial.push_back(value > 0 ? Spin{1} : Spin{-1});
  }
  return plan;
}

void ChipSampler::check(const ChipJob& job) const { (void)planOf(job); }

IsingProblem ChipSampler::onChip(const QubitProblem& problem, double scale,
                                 std::uint64_t number) const {
  Random random(physics_.seed, Purpose::ControlNoise, number);
  std::vector<double> fields(problem.problem.fields().begin(), problem.problem.fields().end());
  std::vector<Coupling> couplings(problem.problem.couplings().begin(),
                                  problem.problem.couplings().end());
  for (double& field : fields) {
    field = rounded(field / scale, solver_.h, physics_.bits) +
            physics_.fieldNoise * static_cast<double>(random.normal());
  }
  for (Coupling& c : couplings) {
    c.value = rounded(c.value / scale, solver_.jFull(), physics_.bits) +
              physics_.couplingNoise * static_cast<double>(random.normal());
  }
  return IsingProblem(std::move(fields), std::move(couplings));
}

void ChipSampler::anneal(const Plan& plan, const IsingProblem& problem, std::uint64_t number,
                         SampleSet& samples, const std::stop_token& stop) const {
  const bool chained = !plan.initial.empty() && !plan.reinitialize;
  const std::size_t each = std::max<std::size_t>(1, problem.spins()) *
                           static_cast<std::size_t>(physics_.thermal ? 1 : physics_.slices);
  const int atOnce =
      chained ? 1
              : static_cast<int>(std::clamp<std::size_t>(kSpinsAtOnce / each, 16, kReadsAtOnce));
  std::vector<double> betas;
  if (physics_.thermal) {
    // s from 0 to 1 is from hot to cold, in equal ratios.
    const TemperatureRange range = temperatureRange(problem, RangeRule::DWave);
    for (const double s : plan.schedule.sampled(plan.sweeps)) {
      betas.push_back(range.hot * std::pow(range.cold / range.hot, s));
    }
  }
  SimulatedAnnealer thermal(problem);
  const QuantumAnnealer quantum(problem, {physics_.slices, physics_.temperature, false});
  std::vector<Spin> initial = plan.initial;
  Reads reads;
  const SampleOptions options{stop, {}, {}};
  ReadRequest request{1, physics_.seed, number * kStreamsOfProblem, initial};
  for (int done = 0; done < plan.reads; done += request.reads, ++request.stream) {
    request.reads = std::min(atOnce, plan.reads - done);
    request.initial = initial;
    if (physics_.thermal) {
      thermal.sample(betas, request, reads, options);
    } else {
      quantum.sample(plan.schedule, AnnealTable::typical(), plan.sweeps, request, reads, options);
    }
    for (std::size_t r = 0; r < reads.count(); ++r) {
      samples.add(reads.state(r), plan.problem.problem.energy(reads.state(r)));
    }
    if (chained) initial.assign(reads.states.begin(), reads.states.end());
  }
}

QpAnswer ChipSampler::sample(const ChipJob& job, std::uint64_t number,
                             const std::stop_token& stop) const {
  const Plan plan = planOf(job);
  // A client that wants the same answers again names its problems itself.
  if (job.parameters.contains("x_seed") && job.parameters["x_seed"].is_number_unsigned())
    number = job.parameters["x_seed"].get<std::uint64_t>();
  QpAnswer answer;
  answer.numQubits = solver_.numQubits;
  answer.qubits = plan.problem.qubits;
  answer.timing = plan.timing;
  answer.raw = plan.raw;
  answer.samples = SampleSet(plan.problem.qubits.size());
  anneal(plan, onChip(plan.problem, plan.scale, number), number, answer.samples, stop);
  if (!plan.raw) {
    answer.samples.sort();
    answer.samples.aggregate();
  }
  if (plan.mostAnswers > 0 && plan.mostAnswers < answer.samples.size()) {
    SampleSet kept(answer.samples.spins());
    for (std::size_t row = 0; row < plan.mostAnswers; ++row) {
      kept.add(answer.samples.state(row), answer.samples.energy(row),
               answer.samples.occurrences(row));
    }
    answer.samples = std::move(kept);
  }
  return answer;
}

}  // namespace nudge
