#pragma once

#include "core/machine/ChipLink.h"
#include "core/machine/IsingMachine.h"

namespace nudge {

/// Settles spins on an annealing chip, virtual or D-Wave's, through D-Wave's protocol: the free
/// phase forward, the nudge phase by reverse annealing from the free state. The network is embedded
/// once, before its first settle; many problems are on their way at a time. Watched, a phase's
/// steps are its reads, and last the one that speaks for it.
///
/// A settle throws CloudError where the chip cannot be reached or refuses, and Error where the
/// network has no room on it or the time that settings allow is used up.
class ChipMachine final : public IsingMachine {
 public:
  ChipMachine(const NetworkSpec& network, const MachineSettings& settings)
      : IsingMachine(network, settings) {}

  const ChipTally* chipTally() const override { return &tally_; }

 private:
  void anneal(const Task& task, std::span<const int> samples,
              std::span<History> histories) override;
  void connect(const Task& task);
  void checkLimit() const;

  std::unique_ptr<ChipLink> link_;
  ChipTally tally_;
};

}  // namespace nudge
