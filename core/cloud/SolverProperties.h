#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/chip/ProgrammingLimits.h"
#include "core/cloud/ReplyJson.h"
#include "core/ising/AnnealSchedule.h"

namespace nudge {

/// What a solver is called: its name and, for a chip, which working graph of it.
struct SolverIdentity {
  std::string name;
  std::string graphId;  ///< empty for solvers without a graph

  bool operator==(const SolverIdentity&) const = default;
};

/// The numbers that a chip's time is reckoned from ("problem_timing_data"), in µs.
struct TimingData {
  double programming = 0;
  double reverseProgramming = 0;       ///< more, where each read begins in the given state
  double reverseProgrammingChain = 0;  ///< more, where a read begins where the one before ended
  double programmingThermalization = 0;
  double annealing = 0;
  bool readoutInLogarithms = true;                  ///< both axes of the model below are log10
  std::vector<double> readoutQubits, readoutTimes;  ///< piecewise linear, equally many
  double delay = 0;                                 ///< of each read
  double reverseDelay = 0, reverseDelayChain = 0;   ///< more of each read
  double readoutThermalization = 0;
  double decorrelationMostAnneal = 0;
  ValueRange decorrelation;
};

/// A solver as its server describes it. Valid by construction: qubits are different, couplers join
/// two of them, ranges are ranges.
struct SolverProperties {
  static constexpr std::int32_t kMostQubits = 1 << 20;
  static constexpr std::size_t kMostCouplers = std::size_t{1} << 24;

  SolverIdentity identity;
  std::string description;
  std::string category;  ///< "qpu"
  std::string chipId;
  std::string topology;              ///< "chimera", "pegasus", "zephyr"
  std::vector<std::int32_t> shape;   ///< as the topology counts: [m, n, t], [m] or [m, t]
  std::int32_t numQubits = 0;        ///< numbers go from 0 to below this
  std::vector<std::int32_t> qubits;  ///< those that work, in the order of the description
  /// Those that work, in the order of the description, which is the order of the protocol.
  std::vector<std::array<std::int32_t, 2>> couplers;

  ValueRange h{-1, 1}, j{-1, 1};
  std::optional<ValueRange> extendedJ, perQubitCoupling, perGroupCoupling;
  std::optional<ValueRange> hGain;
  ValueRange numReads{1, 10'000};
  ValueRange annealingTime{0.5, 2000};  ///< µs
  std::optional<ValueRange> fastAnnealTime;
  double defaultAnnealingTime = 20;
  std::size_t mostSchedulePoints = 12;
  std::size_t mostGainPoints = 0;
  ValueRange runDuration{0, 1e6};  ///< µs
  ValueRange programmingThermalization{0, 10'000}, readoutThermalization{0, 10'000};
  double defaultProgrammingThermalization = 1000;
  double defaultReadoutThermalization = 0;
  std::vector<std::string> problemTypes;  ///< "ising", "qubo"
  std::vector<std::string> parameters;    ///< that a problem may come with
  std::optional<TimingData> timing;

  bool online = false;
  double averageLoad = 0;

  ReplyJson all;  ///< the properties as they came, for filters

  /// Whether it takes problems on qubits: Ising or QUBO, with qubits and couplers.
  bool isChip() const;
  bool knows(std::string_view parameter) const;
  /// What annealing schedules it can follow: |ds/dt| at most one over the shortest time.
  AnnealLimits annealLimits() const;
  /// The couplings' range, with chains.
  ValueRange jFull() const { return extendedJ.value_or(j); }
};

/// A solver from an element of the server's list. One that is no chip has only what it says.
/// Throws CloudError (Reply), naming `where` and the member.
SolverProperties solverFrom(const ReplyJson& element, const std::string& where);

/// {"name": …, "version": {"graph_id": …}}.
SolverIdentity identityFrom(const ReplyJson& identity, const std::string& where);

/// Puts the load and state of the dynamic list onto the solvers; what is not in it is offline.
/// Throws as solverFrom does.
void mergeStatus(std::vector<SolverProperties>& solvers, const ReplyJson& dynamic,
                 const std::string& where);

}  // namespace nudge
