#pragma once

#include <string>
#include <vector>

#include "core/machine/AnnealingSettings.h"
#include "core/machine/ChipSettings.h"

namespace nudge {

enum class MachineKind {
  Energy,        ///< Euler steps down the energy [3.25–3.28]
  Prototypical,  ///< discrete-time updates [A.9–A.13]
  Integer,       ///< integer states, as cheap digital neurons would hold them [4.14–4.18, alg. 8]
  Annealing,     ///< spins by simulated annealing [alg. 1–2, 9]
  QuantumAnnealing,  ///< spins by simulated quantum annealing, as a chip would find them
  VirtualChip,       ///< spins on the qubits of a chip that is served here, over D-Wave's protocol
  DWave,             ///< the same in D-Wave's cloud
};

/// How a machine settles.
struct MachineSettings {
  MachineKind kind = MachineKind::Prototypical;
  int freeSteps = 50;         ///< T
  int nudgeSteps = 10;        ///< K
  double dt = 0.5;            ///< Euler step, energy dynamics only
  double initialState = 0.0;  ///< s at t = 0 of the free phase, for every neuron
  bool earlyStop = true;      ///< end a phase when no state changes any more
  int bits = 6;               ///< of a state, integer machine only
  double tolerance = 0;       ///< what a state may still move in a step when a phase is ended

  AnnealingSettings annealing;
  ChipSettings chip;

  /// Whether it is a chip, whose time is counted.
  bool onChip() const { return kind == MachineKind::VirtualChip || kind == MachineKind::DWave; }
  /// Whether it is an Ising machine, whose phases are anneals.
  bool anneals() const {
    return kind == MachineKind::Annealing || kind == MachineKind::QuantumAnnealing || onChip();
  }
  /// Whether its anneals are quantum ones, along A(s) and B(s).
  bool quantum() const { return kind == MachineKind::QuantumAnnealing || onChip(); }
  /// The same machine for a look at single inputs: a chip costs time and shows no sweeps, so that
  /// simulated quantum annealing stands in for it.
  MachineSettings forLooking() const {
    MachineSettings settings = *this;
    if (onChip()) settings.kind = MachineKind::QuantumAnnealing;
    return settings;
  }

  bool operator==(const MachineSettings&) const = default;

  static const Fields<MachineSettings>& fields();

  /// What does not go together with the network; empty when nothing is wrong.
  std::vector<std::string> problems(const NetworkSpec& network) const;
};

}  // namespace nudge
