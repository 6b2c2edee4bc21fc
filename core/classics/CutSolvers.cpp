#include "core/classics/CutSolvers.h"

#include <algorithm>
#include <chrono>
#include <numeric>

#include "core/base/Error.h"
#include "core/chip/ChipFile.h"
#include "core/chip/EmbeddedProblem.h"
#include "core/chip/FindEmbedding.h"
#include "core/chip/Unembedding.h"
#include "core/classics/MemristorIsing.h"
#include "core/ising/ExactSolver.h"
#include "core/ising/QuantumAnnealer.h"
#include "core/ising/SimulatedAnnealer.h"
#include "core/ising/TemperatureSchedule.h"

namespace nudge {

namespace {

constexpr const char* kChip = "pegasus:6";
constexpr double kEmbedSeconds = 20;

SampleSet exact(const IsingProblem& problem, const std::stop_token& stop) {
  return groundStates(problem, 1, {.stop = stop});
}

/// Where nodes stand in the order of the sweeps. Numbered along a ring, all borders between domains
/// would move on with the sweep, none ever meeting another.
std::vector<std::int32_t> shuffledOrder(std::size_t nodes, std::uint64_t seed) {
  std::vector<std::int32_t> place(nodes);
  std::iota(place.begin(), place.end(), 0);
  Random random(seed, Purpose::Classics);
  random.shuffle(place);
  return place;
}

SampleSet annealed(const WeightedGraph& graph, const CutRequest& request,
                   const std::stop_token& stop) {
  const std::vector<std::int32_t> place = shuffledOrder(graph.nodes, request.seed);
  WeightedGraph shuffled{graph.nodes, {}};
  const auto placeOf = [&](std::int32_t node) { return place[static_cast<std::size_t>(node)]; };
  for (const Coupling& edge : graph.edges)
    shuffled.edges.push_back({placeOf(edge.i), placeOf(edge.j), edge.value});
  const IsingProblem problem = isingOf(shuffled);
  SimulatedAnnealer annealer(problem);
  Reads reads;
  const auto betas = inverseTemperatures(temperatureRange(problem, RangeRule::Tuned, request.seed),
                                         request.sweeps);
  annealer.sample(betas, {.reads = request.reads, .seed = request.seed, .initial = {}}, reads,
                  {.stop = stop});
  SampleSet samples(graph.nodes);
  Pattern state(graph.nodes);
  for (std::size_t read = 0; read < reads.count(); ++read) {
    for (std::size_t i = 0; i < graph.nodes; ++i)
      state[i] = reads.state(read)[static_cast<std::size_t>(place[i])];
    samples.add(state, reads.energies[read]);
  }
  return samples;
}

SampleSet quantum(const IsingProblem& problem, const CutRequest& request,
                  const std::stop_token& stop) {
  const QuantumAnnealer annealer(problem);
  Reads reads;
  annealer.sample(AnnealSchedule::forward(), AnnealTable::typical(), request.sweeps,
                  {.reads = request.reads, .seed = request.seed, .initial = {}}, reads,
                  {.stop = stop});
  return sampleSetOf(problem, reads);
}

SampleSet memristors(const IsingProblem& problem, const CutRequest& request,
                     const std::stop_token& stop) {
  SampleSet samples(problem.spins());
  for (int read = 0; read < request.reads; ++read) {
    if (stop.stop_requested()) throw Cancelled();
    const MemristorRun run = runMemristors(
        problem,
        {.sweeps = request.sweeps, .seed = request.seed + static_cast<std::uint64_t>(read)});
    samples.add(run.best, run.bestEnergy);
  }
  return samples;
}

SampleSet onChip(const IsingProblem& problem, const CutRequest& request,
                 const std::stop_token& stop, int& qubits) {
  const ChipGraph chip = openChip(kChip, {});
  EmbedOptions options;
  options.seed = request.seed;
  options.timeLimit = kEmbedSeconds;
  options.stop = stop;
  const FoundEmbedding found =
      findEmbedding(SourceGraph::of(problem), chip, EmbedMethod::Heuristic, options);
  const EmbeddedProblem embedded =
      embed(problem, found.embedding, chip, {torqueCompensation(problem)});
  qubits = static_cast<int>(embedded.qubits.size());
  const SampleSet reads = quantum(embedded.problem, request, stop);
  return unembed(embedded, problem, reads, BrokenChains::MinimizeEnergy).samples;
}

}  // namespace

CutAnswer solveCut(const CutRequest& request, const std::stop_token& stop) {
  if (request.reads < 1 || request.sweeps < 1) throw Error("Max-Cut: reads and sweeps are from 1.");
  const auto begin = std::chrono::steady_clock::now();
  const IsingProblem problem = isingOf(request.graph);
  CutAnswer answer;
  SampleSet samples;
  switch (request.solver) {
    case CutSolver::Exact:
      samples = exact(problem, stop);
      break;
    case CutSolver::Annealing:
      samples = annealed(request.graph, request, stop);
      break;
    case CutSolver::Quantum:
      samples = quantum(problem, request, stop);
      break;
    case CutSolver::Memristors:
      samples = memristors(problem, request, stop);
      break;
    case CutSolver::Chip:
      samples = onChip(problem, request, stop, answer.qubits);
      break;
  }
  for (std::size_t row = 0; row < samples.size(); ++row)
    answer.cuts.push_back(cutOf(request.graph, samples.state(row)));
  const auto best = samples.state(samples.best());
  answer.sides.assign(best.begin(), best.end());
  answer.cut = cutOf(request.graph, best);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  answer.seconds = took.count();
  return answer;
}

}  // namespace nudge
