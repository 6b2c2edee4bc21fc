#include "core/insight/ReadStatistics.h"

#include <algorithm>

#include "core/base/Random.h"
#include "core/learning/Prediction.h"
#include "core/machine/AnnealPath.h"
#include "core/machine/Annealer.h"
#include "core/machine/IsingNetwork.h"

namespace nudge {

namespace {

/// One input's problem, free or nudged, and the anneals that are made of it.
class Bench {
 public:
  Bench(const NetworkSpec& network, const MachineSettings& machine, const Parameters& parameters,
        const Batch& batch, const Draw& draw, const std::stop_token& stop)
      : machine_(machine),
        parameters_(parameters),
        spins_(network),
        annealer_(spins_.problem(parameters), machine),
        draw_(draw),
        options_{stop, {}, {}} {
    spins_.drive(parameters, batch.inputs.leftCols(1), drive_);
    setPull(nullptr);
  }

  const IsingNetwork& spins() const { return spins_; }

  /// What pulls at the outputs, or null.
  void setPull(const float* pull) {
    std::vector<double> fields;
    spins_.fields(parameters_, drive_.data(), pull, machine_.annealing.fieldLimit, fields);
    annealer_.setFields(fields);
  }

  const Reads& anneal(std::span<const double> path, int reads, std::span<const Spin> start = {}) {
    Random random(draw_.seed, Purpose::Reads, draw_.number + ++anneals_);
    const std::uint64_t seed = (std::uint64_t{random()} << 32) | random();
    annealer_.run({path, reads, start, seed}, options_, reads_);
    return reads_;
  }

 private:
  const MachineSettings& machine_;
  const Parameters& parameters_;
  IsingNetwork spins_;
  Annealer annealer_;
  Draw draw_;
  SampleOptions options_;
  Matrix drive_;
  Reads reads_;
  std::uint64_t anneals_ = 0;
};

double shareOfEqual(std::span<const Spin> a, std::span<const Spin> b) {
  std::size_t equal = 0;
  for (std::size_t i = 0; i < a.size(); ++i) equal += a[i] == b[i] ? 1 : 0;
  return static_cast<double>(equal) / static_cast<double>(a.size());
}

}  // namespace

ReadStatistics readStatistics(const NetworkSpec& network, const MachineSettings& machine,
                              const Parameters& parameters, const Batch& batch, int reads,
                              const Draw& draw, const std::stop_token& stop) {
  Bench bench(network, machine, parameters, batch, draw, stop);
  const Reads& ends = bench.anneal(annealPath(machine.annealing, Phase::Free), reads);
  Settled settled;
  bench.spins().resize(reads, settled);
  for (int r = 0; r < reads; ++r)
    bench.spins().store(ends.state(static_cast<std::size_t>(r)).data(), r, settled);
  std::vector<int> votes(static_cast<std::size_t>(network.classes()));
  for (const int label : predictByMean(settled.outputs(), network.perClass))
    ++votes[static_cast<std::size_t>(label)];
  const int most = *std::max_element(votes.begin(), votes.end());
  return {ends.energies, static_cast<double>(most) / reads};
}

std::vector<ReverseDepth> reverseDepths(const NetworkSpec& network, const MachineSettings& machine,
                                        const Parameters& parameters, const Batch& batch,
                                        const Nudge& nudge, const Draw& draw,
                                        const std::stop_token& stop) {
  Bench bench(network, machine, parameters, batch, draw, stop);
  const AnnealingSettings& settings = machine.annealing;
  const Reads& ends = bench.anneal(annealPath(settings, Phase::Free), settings.freeReads);
  const auto lowest = ends.state(ends.best());
  const std::vector<Spin> start(lowest.begin(), lowest.end());
  Settled free;
  bench.spins().resize(1, free);
  bench.spins().store(start.data(), 0, free);
  std::vector<float> pull;
  bench.spins().pull(nudge, batch.targets.data(), free.outputs().data(), pull);
  const std::size_t first = bench.spins().firstOf(network.depth());
  std::vector<Spin> target;
  for (Eigen::Index i = 0; i < batch.targets.rows(); ++i)
    target.push_back(batch.targets(i, 0) > 0 ? Spin{1} : Spin{-1});

  constexpr int kSteps = 20;
  std::vector<ReverseDepth> depths;
  for (int k = 1; k < kSteps; ++k) {
    AnnealingSettings back = settings;
    back.reverseTo = static_cast<double>(k) / kSteps;
    back.reverse.clear();
    const std::vector<double> path = annealPath(back, Phase::Nudge);
    ReverseDepth depth{back.reverseTo, 0, 0};
    const auto mean = [&](const float* pulled, auto share) {
      bench.setPull(pulled);
      const Reads& reads = bench.anneal(path, settings.nudgeReads, start);
      double sum = 0;
      for (std::size_t r = 0; r < reads.count(); ++r) sum += share(reads.state(r));
      return sum / static_cast<double>(reads.count());
    };
    depth.kept = mean(nullptr, [&](auto state) { return shareOfEqual(state, start); });
    depth.followed = mean(pull.data(), [&](auto state) {
      return shareOfEqual(state.subspan(first, target.size()), target);
    });
    depths.push_back(depth);
  }
  return depths;
}

}  // namespace nudge
