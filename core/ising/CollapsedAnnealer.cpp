#include "core/ising/CollapsedAnnealer.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/Lease.h"
#include "core/base/Matrix.h"
#include "core/base/Parallel.h"
#include "core/ising/LaneStart.h"

namespace nudge {

namespace {

// Reads of a piece of work for a thread.
constexpr int kReadsTogether = 4;
// Sweeps between two looks at whether to stop, after which floats are summed anew as well.
constexpr std::size_t kSweepsBetweenLooks = 512;

}  // namespace

/// What a read needs while it is annealed.
struct CollapsedAnnealer::Scratch {
  struct Memory {
    std::vector<float> spins, fields, freeFields;
    kernels::RandomLanes random;
  };
  LeasePool<Memory> pool;
  std::vector<float> scales;
};

/// A read on its way.
class CollapsedAnnealer::Read {
 public:
  Read(const CollapsedAnnealer& annealer, Scratch::Memory& memory)
      : annealer_(annealer), graph_(annealer.graph()), memory_(memory) {
    memory_.spins.resize(graph_.kept);
    memory_.fields.resize(graph_.kept);
    memory_.freeFields.resize(graph_.free);
  }

  void start(const ReadRequest& request, std::size_t number) {
    seedLanes(memory_.random, request, Purpose::CollapsedAnnealing, number);
    const std::size_t spins = annealer_.problem_.spins();
    const auto initial = request.initialOf(number, spins);
    for (std::size_t i = 0; i < graph_.kept; ++i) {
      const bool up = initial.empty() ? memory_.random.next(i % kernels::kRandomLanes) >> 31 != 0
                                      : initial[static_cast<std::size_t>(annealer_.kept_[i])] > 0;
      memory_.spins[i] = up ? 1.0F : -1.0F;
    }
    sumFields();
  }

  void anneal(std::span<const float> scales) {
    const auto run = annealer_.plain_ ? kernels::annealCollapsedPlain : kernels::annealCollapsed;
    run(graph_, scales, memory_.random,
        {memory_.spins.data(), memory_.fields.data(), memory_.freeFields.data()});
  }

  /// Sums up anew what many flips have made of the fields.
  void sumFields() {
    const auto own = annealer_.problem_.fields();
    const auto fieldOf = [&](std::int32_t spin) {
      return static_cast<float>(own[static_cast<std::size_t>(spin)]);
    };
    std::transform(annealer_.kept_.begin(), annealer_.kept_.end(), memory_.fields.begin(), fieldOf);
    const auto end = std::transform(annealer_.free_.begin(), annealer_.free_.end(),
                                    memory_.freeFields.begin(), fieldOf);
    std::fill(end, memory_.freeFields.end(), 0.0F);
    const auto add = [&](std::span<const float> table, std::vector<float>& into) {
      Eigen::Map<const Matrix> couplings(table.data(), static_cast<Eigen::Index>(into.size()),
                                         static_cast<Eigen::Index>(graph_.kept));
      Eigen::Map<Eigen::VectorXf>(into.data(), couplings.rows()).noalias() +=
          couplings * Eigen::Map<Eigen::VectorXf>(memory_.spins.data(), couplings.cols());
    };
    add(graph_.columns, memory_.freeFields);
    if (!graph_.between.empty()) add(graph_.between, memory_.fields);
  }

  /// The whole state, free spins against their fields.
  void copyState(Spin* into) const {
    for (std::size_t i = 0; i < graph_.kept; ++i)
      into[annealer_.kept_[i]] = memory_.spins[i] > 0 ? Spin{1} : Spin{-1};
    for (std::size_t a = 0; a < annealer_.free_.size(); ++a)
      into[annealer_.free_[a]] = memory_.freeFields[a] > 0 ? Spin{-1} : Spin{1};
  }

  double energy() const {
    double own = 0, joint = 0;
    for (std::size_t i = 0; i < graph_.kept; ++i) {
      const double h = annealer_.problem_.fields()[static_cast<std::size_t>(annealer_.kept_[i])];
      const double spin = memory_.spins[i];
      own += spin * h;
      joint += spin * (static_cast<double>(memory_.fields[i]) - h);
    }
    for (const float field : memory_.freeFields) own -= static_cast<double>(std::abs(field));
    return annealer_.problem_.offset() + own + joint / 2;
  }

 private:
  const CollapsedAnnealer& annealer_;
  kernels::CollapsedGraph graph_;
  Scratch::Memory& memory_;
};

CollapsedAnnealer::CollapsedAnnealer(IsingProblem problem, bool plain)
    : problem_(std::move(problem)), plain_(plain), scratch_(std::make_unique<Scratch>()) {
  partition();
  const std::size_t entries = kept_.size() * (freeRow_ + kept_.size());
  if (entries > kMostEntries) {
    throw Error(
        fmt::format("collapsed sampling keeps {} of these {} spins, and its table of couplings "
                    "would have {} entries, more than {}; it is made for dense problems: anneal "
                    "this one without.",
                    kept_.size(), problem_.spins(), entries, kMostEntries));
  }
  columns_.assign(kept_.size() * freeRow_, 0.0F);
  if (hasBetween_) between_.assign(kept_.size() * kept_.size(), 0.0F);
  loadCouplings();
}
CollapsedAnnealer::~CollapsedAnnealer() = default;
CollapsedAnnealer::CollapsedAnnealer(CollapsedAnnealer&&) noexcept = default;
CollapsedAnnealer& CollapsedAnnealer::operator=(CollapsedAnnealer&&) noexcept = default;

void CollapsedAnnealer::partition() {
  const std::size_t spins = problem_.spins();
  std::vector<std::int32_t> order(spins);
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
    return problem_.neighbours(static_cast<std::size_t>(a)).size() <
           problem_.neighbours(static_cast<std::size_t>(b)).size();
  });
  std::vector<bool> isFree(spins, false);
  for (const std::int32_t spin : order) {
    const auto near = problem_.neighbours(static_cast<std::size_t>(spin));
    isFree[static_cast<std::size_t>(spin)] =
        std::none_of(near.begin(), near.end(),
                     [&](const Neighbour& n) { return isFree[static_cast<std::size_t>(n.spin)]; });
  }
  for (std::size_t i = 0; i < spins; ++i)
    (isFree[i] ? free_ : kept_).push_back(static_cast<std::int32_t>(i));
  constexpr std::size_t kTile = kernels::kCollapsedTile;
  freeRow_ = (free_.size() + kTile - 1) / kTile * kTile;
  place(isFree);
}

void CollapsedAnnealer::place(const std::vector<bool>& isFree) {
  std::vector<std::size_t> number(problem_.spins());  // among the spins of its kind
  for (const auto* kind : {&kept_, &free_}) {
    for (std::size_t k = 0; k < kind->size(); ++k) number[static_cast<std::size_t>((*kind)[k])] = k;
  }
  for (const Coupling& c : problem_.couplings()) {
    auto i = static_cast<std::size_t>(c.i), j = static_cast<std::size_t>(c.j);
    if (isFree[i]) std::swap(i, j);
    if (isFree[j]) {
      places_.push_back({number[i] * freeRow_ + number[j], std::nullopt});
    } else {
      places_.push_back(
          {number[i] * kept_.size() + number[j], number[j] * kept_.size() + number[i]});
      hasBetween_ = true;
    }
  }
}

void CollapsedAnnealer::loadCouplings() {
  const auto couplings = problem_.couplings();
  for (std::size_t k = 0; k < places_.size(); ++k) {
    const auto value = static_cast<float>(couplings[k].value);
    const Place& place = places_[k];
    if (place.mirror)
      between_[place.at] = between_[*place.mirror] = value;
    else
      columns_[place.at] = value;
  }
}

void CollapsedAnnealer::setCouplings(std::span<const double> values) {
  problem_.setCouplings(values);
  loadCouplings();
}

kernels::CollapsedGraph CollapsedAnnealer::graph() const {
  return {kept_.size(), freeRow_, columns_, between_};
}

void CollapsedAnnealer::sample(std::span<const double> betas, const ReadRequest& request,
                               Reads& into, const SampleOptions& options) {
  request.check(problem_.spins());
  std::vector<float>& scales = scratch_->scales;
  metropolisScales(betas, scales);
  into.spins = problem_.spins();
  into.states.resize(into.spins * static_cast<std::size_t>(request.reads));
  into.energies.resize(static_cast<std::size_t>(request.reads));
  ProgressCount progress(options, static_cast<std::size_t>(request.reads) * betas.size());
  const std::size_t atOnce = options.watch ? 1 : kSweepsBetweenLooks;
  std::vector<std::vector<Spin>> history(options.watch ? betas.size() + 1 : 0,
                                         std::vector<Spin>(into.states.size()));
  const auto runRead = [&](std::size_t number, Scratch::Memory& memory) {
    Read read(*this, memory);
    Spin* const state = into.states.data() + number * into.spins;
    read.start(request, number);
    if (options.watch) read.copyState(history[0].data() + number * into.spins);
    for (std::size_t k = 0; k < betas.size(); k += atOnce) {
      const std::size_t end = std::min(k + atOnce, betas.size());
      read.anneal(std::span(scales).subspan(k, end - k));
      if (end % kSweepsBetweenLooks == 0 || end == betas.size()) read.sumFields();
      if (options.watch) read.copyState(history[end].data() + number * into.spins);
      progress.add(end - k);
    }
    read.copyState(state);
    into.energies[number] = read.energy();
  };
  parallelFor((request.reads + kReadsTogether - 1) / kReadsTogether, [&](int piece) {
    const auto memory = scratch_->pool.take();
    const int end = std::min((piece + 1) * kReadsTogether, request.reads);
    for (int read = piece * kReadsTogether; read < end; ++read)
      runRead(static_cast<std::size_t>(read), *memory);
  });
  for (std::size_t k = 0; k < history.size(); ++k) options.watch(static_cast<int>(k), history[k]);
}

}  // namespace nudge
