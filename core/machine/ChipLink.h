#pragma once

#include <memory>
#include <span>
#include <stop_token>

#include "core/chip/EmbeddedProblem.h"
#include "core/chip/Embedding.h"
#include "core/chip/Unembedding.h"
#include "core/cloud/CloudClient.h"
#include "core/ising/Annealing.h"
#include "core/machine/ChipTally.h"
#include "core/machine/MachineSettings.h"

namespace nudge {

class VirtualChip;

/// A chip that problems of one graph are put on: the solver, its client, and the embedding, which
/// is found once and used for all of them. A virtual chip is served for the purpose, on this
/// machine; D-Wave's is found as dwave.conf and the environment say.
class ChipLink {
 public:
  /// A problem on its way.
  struct Sent {
    CloudJob job;
    EmbeddedProblem embedded;
    QubitProblem onQubits;
    Phase phase;
    std::uint64_t seed;  ///< of what is up to chance in reading it
  };
  struct Anneals {
    int reads = 1;
    Phase phase = Phase::Free;
    std::span<const Spin> start{};  ///< of the problem's spins: reverse annealing; empty: forward
    std::uint64_t seed = 0;         ///< of a virtual chip
  };

  /// Connects, and embeds the network, whose couplings are those of `pattern`, whatever their
  /// values. Throws CloudError, and
  /// Error where the chip has no room, and Cancelled.
  ChipLink(const NetworkSpec& network, const MachineSettings& settings, const IsingProblem& pattern,
           const std::stop_token& stop);
  ~ChipLink();
  ChipLink(const ChipLink&) = delete;
  ChipLink& operator=(const ChipLink&) = delete;

  const SolverProperties& solver() const { return solver_; }
  /// What was guessed of the cloud's settings, for people; empty: nothing.
  const std::string& warning() const { return warning_; }
  const Embedding& embedding() const { return *embedding_; }

  /// Returns at once.
  Sent send(const IsingProblem& problem, const Anneals& anneals);
  /// Waits for its reads: states and energies of the problem, broken chains mended and reads
  /// improved as the settings say. Adds what they cost to `tally`.
  void receive(const Sent& sent, const IsingProblem& problem, const std::stop_token& stop,
               ChipTally& tally, Reads& into) const;
  /// What sending a problem will cost, in µs; 0 where the solver does not tell.
  double estimate(const Anneals& anneals) const;

 private:
  std::string warning_;
  static void count(const QpAnswer& answer, const Unembedded& read, Phase phase, ChipTally& tally);
  Json parametersOf(const Anneals& anneals, const EmbeddedProblem* embedded) const;

  MachineSettings settings_;
  std::unique_ptr<VirtualChip> own_;
  std::unique_ptr<CloudClient> client_;
  SolverProperties solver_;
  std::unique_ptr<ChipGraph> graph_;
  std::shared_ptr<const Embedding> embedding_;
};

}  // namespace nudge
