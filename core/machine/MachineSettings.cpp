#include "core/machine/MachineSettings.h"

#include "core/machine/Engine.h"

namespace nudge {

const Fields<MachineSettings>& MachineSettings::fields() {
  static const Fields<MachineSettings> table = [] {
    FieldTable<MachineSettings> t;
    t.add(&MachineSettings::kind, "kind", "Machine", "What settles the network",
          {{"energy", "Energy dynamics",
            "Euler steps down the energy E: s ← clamp((1 − dt)·s + dt·(ρ'(s)·input))"},
           {"prototypical", "Prototypical dynamics",
            "s ← clamp(input): every neuron jumps to what its neighbours ask for"},
           {"integer", "Integer machine",
            "s ← (s + input)/2 in integers of a few bits, as a digital chip would do it"},
           {"annealing", "Simulated annealing",
            "spins that are cooled: the free phase from anywhere, the nudge phase back from there"},
           {"quantum-annealing", "Simulated quantum annealing",
            "spins in a transverse field that fades, by path-integral Monte Carlo"},
           {"virtual-chip", "Virtual chip",
            "spins on the qubits of a simulated annealing chip, over D-Wave's protocol"},
           {"dwave", "D-Wave's cloud",
            "spins on a D-Wave chip, as dwave.conf and DWAVE_API_TOKEN say; costs chip time"}})
        .from("equations 3.25–3.28, A.9–A.13, 4.14–4.18, algorithms 1, 2, 8, 9");
    t.add(&MachineSettings::freeSteps, "T", "Free-phase steps", "T",
          "Steps in which the network settles on its input alone")
        .range(1, 100'000)
        .in("steps")
        .changesLive();
    t.add(&MachineSettings::nudgeSteps, "K", "Nudge-phase steps", "K",
          "Steps in which the outputs are pulled towards the target")
        .range(1, 100'000)
        .in("steps")
        .changesLive();
    t.add(&MachineSettings::dt, "dt", "Euler step", "dt",
          "How far one step goes along the force; energy dynamics only")
        .above(0, 1)
        .from("equation 3.28")
        .changesLive();
    t.add(&MachineSettings::bits, "bits", "Bits of a state", "",
          "Precision of states and inputs: fixed-point numbers from −2 to 2; integer machine only")
        .range(4, 16)
        .in("bits")
        .from("algorithm 8");
    t.add(&MachineSettings::initialState, "initial_state", "Initial state", "s(0)",
          "State of every neuron when the free phase begins")
        .range(0, 1)
        .changesLive();
    t.add(&MachineSettings::earlyStop, "early_stop", "Stop when settled", "",
          "End a phase as soon as no state moves by more than the tolerance; with tolerance 0 the "
          "result is the same")
        .folded();
    t.add(&MachineSettings::tolerance, "tolerance", "Tolerance of settling", "",
          "What a state may still move in the step after which a phase is ended early")
        .range(0, 0.01)
        .folded();
    t.takeIn(&MachineSettings::annealing, AnnealingSettings::fields());
    t.takeIn(&MachineSettings::chip, ChipSettings::fields());
    return std::move(t).take();
  }();
  return table;
}

namespace {

void integerProblems(const NetworkSpec& network, std::vector<std::string>& found) {
  if (!network.binaryWeights() || !network.binaryActivations()) {
    found.emplace_back(
        "machine.kind: the integer machine counts bits, so that it needs binary weights and the "
        "activation \"heaviside\"; set both, or use \"energy\".");
    return;
  }
  if (network.convolutional()) {
    found.emplace_back(
        "machine.kind: the integer machine runs fully connected networks; remove the convolutions, "
        "or use \"energy\".");
  } else if (!canFlip(network)) {
    found.emplace_back(
        "machine.kind: the integer machine counts up to 32,767 neurons of a layer; make the layers "
        "smaller, or use \"energy\".");
  }
  if (network.pseudoWidth != 0.5) {
    found.emplace_back(
        "network.sigma: the integer machine's neurons listen at every state; set it to 0.5, or use "
        "\"energy\".");
  }
}

}  // namespace

std::vector<std::string> MachineSettings::problems(const NetworkSpec& network) const {
  std::vector<std::string> found;
  if (kind == MachineKind::Prototypical && network.activation == Activation::Heaviside) {
    found.emplace_back(
        "machine.kind: the prototypical dynamics cannot run binary activations, because "
        "simultaneous "
        "hard updates need not converge; use \"energy\", or the activation \"hardsigmoid\".");
  }
  if (network.spins() && !anneals()) {
    found.emplace_back(
        "machine.kind: spins are settled by an Ising machine, because the sign of an input need "
        "not converge; use \"annealing\", or the activation \"heaviside\".");
  } else if (kind == MachineKind::Integer) {
    integerProblems(network, found);
  }
  if (anneals()) {
    for (const auto& more : {annealing.problems(network), chip.problems()})
      found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

}  // namespace nudge
