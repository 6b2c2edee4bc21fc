#include "core/experiment/ChipEstimate.h"

#include <fmt/format.h>

#include "core/cloud/CloudError.h"
#include "core/machine/AnnealPath.h"
#include "core/machine/ChipLink.h"
#include "core/machine/IsingNetwork.h"

namespace nudge {

ChipEstimate estimateChip(const Experiment& experiment, std::size_t trainSamples,
                          std::size_t testSamples, const std::stop_token& stop) {
  const IsingNetwork spins(experiment.network);
  const Parameters parameters =
      Parameters::initial(experiment.network, static_cast<std::uint64_t>(experiment.seed));
  const ChipLink link(experiment.network, experiment.machine, spins.problem(parameters), stop);
  const AnnealingSettings& annealing = experiment.machine.annealing;
  const EmbeddingStatistics statistics = statisticsOf(link.embedding());
  ChipEstimate estimate;
  estimate.solver = cleaned(link.solver().identity.name);
  estimate.warning = link.warning();
  estimate.qubits = statistics.qubits;
  estimate.longestChain = statistics.longest;
  estimate.trainSamples = static_cast<int>(trainSamples);
  estimate.testSamples = static_cast<int>(testSamples);
  estimate.freeProblem = link.estimate({annealing.freeReads, Phase::Free});
  const std::vector<Spin> start(spins.spins(), Spin{1});
  ChipLink::Anneals nudge{annealing.nudgeReads, Phase::Nudge};
  if (startsFromState(annealing, Phase::Nudge)) nudge.start = start;
  estimate.nudgeProblem = link.estimate(nudge);
  if (experiment.learning.estimator == EstimatorKind::Symmetric) estimate.nudgeProblem *= 2;
  return estimate;
}

std::string inWords(const ChipEstimate& estimate) {
  return fmt::format(
      "{}: {} qubits, longest chain {}; chip time of an epoch {:.3g} to {:.3g} s (an input {:.3g} "
      "ms free, {:.3g} ms nudged)",
      estimate.solver, estimate.qubits, estimate.longestChain, estimate.leastOfEpoch(),
      estimate.mostOfEpoch(), 1e-3 * estimate.freeProblem, 1e-3 * estimate.nudgeProblem);
}

}  // namespace nudge
