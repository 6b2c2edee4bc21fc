#include "core/ising/SimulatedAnnealer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/Lease.h"
#include "core/base/Parallel.h"
#include "core/ising/LaneStart.h"

namespace nudge {

namespace {

// Floats that keep count of many flips drift: so many sweeps at most before they are summed anew.
constexpr std::size_t kSweepsBetweenSums = 512;
// About as many attempts of a group between two looks at whether to stop: some milliseconds.
constexpr std::size_t kAttemptsBetweenLooks = 200'000;

}  // namespace

/// What one group of reads needs while it is annealed.
struct SimulatedAnnealer::Scratch {
  struct Memory {
    std::vector<float> fields, spins, changes;
    std::vector<std::int32_t> flipped;
    std::vector<std::int8_t> byteFields, up;
    kernels::RandomLanes random;
  };
  LeasePool<Memory> pool;
};

/// Reads that are annealed side by side.
class SimulatedAnnealer::Group {
 public:
  Group(const SimulatedAnnealer& annealer, const ReadRequest& request, std::size_t first,
        Scratch::Memory& memory)
      : annealer_(annealer), request_(request), first_(first), memory_(memory) {}

  std::size_t lanes() const { return annealer_.bytes_ ? kernels::kByteReads : kernels::kRealReads; }

  void start() {
    seedLanes(memory_.random, request_, Purpose::Annealing, first_ / lanes());
    annealer_.bytes_ ? startBytes() : startReals();
  }

  /// Sweeps [from, to) of the schedule.
  void anneal(std::size_t from, std::size_t to) {
    if (annealer_.bytes_) {
      const auto rules = std::span(annealer_.rules_).subspan(from, to - from);
      const auto run = annealer_.kernel_ == Kernel::BytesPlain ? kernels::annealBytesPlain
                                                               : kernels::annealBytes;
      run(annealer_.bytes_->graph(), rules, memory_.random, byteLanes());
      return;
    }
    const auto scales = std::span(annealer_.scales_).subspan(from, to - from);
    const auto run =
        annealer_.kernel_ == Kernel::RealsPlain ? kernels::annealRealsPlain : kernels::annealReals;
    run(annealer_.reals_->graph(), scales, memory_.random, realLanes());
  }

  /// Sums up anew what many flips have made of the fields.
  void sumFields() {
    if (!annealer_.bytes_)
      kernels::fieldsOfReals(annealer_.reals_->graph(), annealer_.fields_.data(), realLanes());
  }

  /// The states of its reads, to their places among all reads.
  void copyStates(Spin* into) const {
    const std::size_t spins = annealer_.problem_.spins();
    for (std::size_t r = 0; r < reads(); ++r) {
      for (std::size_t i = 0; i < spins; ++i)
        into[(first_ + r) * spins + i] = spinOf(i * lanes() + r);
    }
  }

  void finish(Reads& into) const {
    const std::size_t reads = this->reads();
    const std::size_t spins = annealer_.problem_.spins();
    double energies[kernels::kByteReads] = {};
    for (std::size_t i = 0; i < spins; ++i) {
      const double own = annealer_.problem_.fields()[i];
      for (std::size_t r = 0; r < reads; ++r) {
        const Spin spin = spinOf(i * lanes() + r);
        into.states[(first_ + r) * spins + i] = spin;
        energies[r] += spin * (fieldOf(i * lanes() + r) + own);
      }
    }
    for (std::size_t r = 0; r < reads; ++r) {
      into.energies[first_ + r] = annealer_.problem_.offset() + energies[r] / 2;
    }
  }

 private:
  std::size_t reads() const {
    return std::min(lanes(), static_cast<std::size_t>(request_.reads) - first_);
  }
  kernels::RealLanes realLanes() {
    return {memory_.fields.data(), memory_.spins.data(), memory_.changes.data(),
            memory_.flipped.data()};
  }
  kernels::ByteLanes byteLanes() { return {memory_.byteFields.data(), memory_.up.data()}; }

  Spin spinOf(std::size_t place) const {
    return (annealer_.bytes_ ? memory_.up[place] != 0 : memory_.spins[place] > 0) ? Spin{1}
                                                                                  : Spin{-1};
  }
  double fieldOf(std::size_t place) const {
    return annealer_.bytes_ ? memory_.byteFields[place] * annealer_.bytes_->unit()
                            : static_cast<double>(memory_.fields[place]);
  }

  void startReals() {
    const kernels::RealGraph graph = annealer_.reals_->graph();
    memory_.fields.resize((graph.spins + 1) * lanes());
    memory_.spins.resize(graph.spins * lanes());
    memory_.changes.resize(graph.largestBlock * lanes());
    memory_.flipped.resize(graph.largestBlock);
    startSpins(memory_.random, request_, first_, lanes(), graph.spins,
               [&](std::size_t place, bool up) { memory_.spins[place] = up ? 1.0F : -1.0F; });
    kernels::fieldsOfReals(graph, annealer_.fields_.data(), realLanes());
  }

  void startBytes() {
    const IsingProblem& problem = annealer_.problem_;
    const double unit = annealer_.bytes_->unit();
    memory_.byteFields.resize(problem.spins() * lanes());
    memory_.up.resize(problem.spins() * lanes());
    startSpins(memory_.random, request_, first_, lanes(), problem.spins(),
               [&](std::size_t place, bool up) { memory_.up[place] = up ? Spin{-1} : Spin{0}; });
    for (std::size_t i = 0; i < problem.spins(); ++i) {
      std::int8_t* fields = memory_.byteFields.data() + i * lanes();
      std::fill_n(fields, lanes(), annealer_.bytes_->fields()[i]);
      for (const Neighbour& n : problem.neighbours(i)) {
        const double value = problem.couplings()[static_cast<std::size_t>(n.coupling)].value;
        const auto units = static_cast<int>(std::lround(value / unit));
        const std::int8_t* up = memory_.up.data() + static_cast<std::size_t>(n.spin) * lanes();
        for (std::size_t r = 0; r < lanes(); ++r) {
          fields[r] = static_cast<std::int8_t>(fields[r] + (up[r] != 0 ? units : -units));
        }
      }
    }
  }

  const SimulatedAnnealer& annealer_;
  const ReadRequest& request_;
  std::size_t first_;
  Scratch::Memory& memory_;
};

SimulatedAnnealer::SimulatedAnnealer(IsingProblem problem, Kernel kernel)
    : problem_(std::move(problem)), kernel_(kernel), scratch_(std::make_unique<Scratch>()) {
  choosePlan();
}
SimulatedAnnealer::~SimulatedAnnealer() = default;
SimulatedAnnealer::SimulatedAnnealer(SimulatedAnnealer&&) noexcept = default;
SimulatedAnnealer& SimulatedAnnealer::operator=(SimulatedAnnealer&&) noexcept = default;

void SimulatedAnnealer::choosePlan() {
  const bool mayBytes = kernel_ != Kernel::Reals && kernel_ != Kernel::RealsPlain;
  const bool mustBytes = kernel_ == Kernel::Bytes || kernel_ == Kernel::BytesPlain;
  bytes_ = mayBytes ? BytePlan::of(problem_) : std::nullopt;
  if (mustBytes && !bytes_) {
    throw Error(
        fmt::format("the problem's numbers are no small whole multiples of one number, with "
                    "a sum of at most {} a spin; anneal it with real numbers.",
                    kernels::kByteMost));
  }
  if (bytes_) {
    reals_.reset();  // it would miss what changes from now on
    return;
  }
  fields_.assign(problem_.fields().begin(), problem_.fields().end());
  if (!reals_) reals_.emplace(problem_);
}

void SimulatedAnnealer::setFields(std::span<const double> fields) {
  problem_.setFields(fields);
  choosePlan();
}

void SimulatedAnnealer::setCouplings(std::span<const double> values) {
  problem_.setCouplings(values);
  if (reals_) reals_->setCouplings(problem_.couplings());
  choosePlan();
}

void SimulatedAnnealer::sample(std::span<const double> betas, const ReadRequest& request,
                               Reads& into, const SampleOptions& options) {
  request.check(problem_.spins());
  metropolisScales(betas, scales_);
  rules_.clear();
  for (const double beta : betas) {
    if (bytes_) rules_.emplace_back(beta, bytes_->unit());
  }
  const std::size_t lanes = bytes_ ? kernels::kByteReads : kernels::kRealReads;
  const std::size_t groups = (static_cast<std::size_t>(request.reads) + lanes - 1) / lanes;
  const std::size_t perLook = std::clamp<std::size_t>(
      kAttemptsBetweenLooks / std::max<std::size_t>(1, problem_.spins()), 1, kSweepsBetweenSums);
  into.spins = problem_.spins();
  into.states.resize(into.spins * static_cast<std::size_t>(request.reads));
  into.energies.resize(static_cast<std::size_t>(request.reads));
  ProgressCount progress(options, groups * betas.size());
  const std::size_t atOnce = options.watch ? 1 : perLook;
  std::vector<std::vector<Spin>> history(options.watch ? betas.size() + 1 : 0,
                                         std::vector<Spin>(into.states.size()));
  parallelFor(static_cast<int>(groups), [&](int number) {
    const auto memory = scratch_->pool.take();
    Group group(*this, request, static_cast<std::size_t>(number) * lanes, *memory);
    group.start();
    if (options.watch) group.copyStates(history[0].data());
    for (std::size_t k = 0; k < betas.size(); k += atOnce) {
      const std::size_t end = std::min(k + atOnce, betas.size());
      group.anneal(k, end);
      if (end % perLook == 0 || end == betas.size()) group.sumFields();
      if (options.watch) group.copyStates(history[end].data());
      progress.add(end - k);
    }
    group.finish(into);
  });
  for (std::size_t k = 0; k < history.size(); ++k) options.watch(static_cast<int>(k), history[k]);
}

}  // namespace nudge
