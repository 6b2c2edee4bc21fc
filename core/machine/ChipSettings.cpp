#include "core/machine/ChipSettings.h"

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/chip/ChipShape.h"

namespace nudge {

const Fields<ChipSettings>& ChipSettings::fields() {
  static const Fields<ChipSettings> table = [] {
    FieldTable<ChipSettings> t;
    t.add(&ChipSettings::chip, "chip", "Chip",
          "Family and size of a virtual chip: chimera:M, pegasus:M or zephyr:M")
        .from("section 5.2");
    t.add(&ChipSettings::annealTime, "anneal_time", "Annealing time", "t_a",
          "How long an anneal takes on the chip, the way back included")
        .range(0.5, 2000)
        .in("µs")
        .from("table 5.1")
        .changesLive();
    t.add(&ChipSettings::chainStrength, "chain_strength", "Chain strength", "",
          "How strongly chains of qubits hold together: times √(mean degree) times the couplings' "
          "root mean square")
        .above(0, 100)
        .changesLive();
    t.add(&ChipSettings::brokenChains, "broken_chains", "Broken chains",
          "What a neuron's spin is where the qubits of its chain differ",
          {{"majority", "Majority", "what most of its qubits say"},
           {"weighted-random", "By chance", "up with the probability of the share that says so"},
           {"minimize-energy", "Lowest energy",
            "unbroken chains as they are, then the others one "
            "by one against the field that they feel"}})
        .from("section 5.2")
        .changesLive();
    t.add(&ChipSettings::descent, "descent", "Downhill from reads", "",
          "Single flips improve each read here, until none lowers its energy, before it counts: "
          "what "
          "the chip's temperature left undone")
        .changesLive();
    t.add(&ChipSettings::timeLimit, "chip_limit", "Chip time at most", "",
          "A run stops, to be taken up again, when it has used so much of a chip's time; 0: no "
          "limit")
        .range(0, 1e9)
        .in("s")
        .changesLive();
    t.add(&ChipSettings::noise, "control_noise", "Control noise", "",
          "Standard deviation of what a virtual chip's fields and couplings are off by")
        .range(0, 1)
        .folded();
    t.add(&ChipSettings::bits, "control_bits", "Control precision", "",
          "Bits of a virtual chip's fields and couplings, 2 to 16; 0: exact")
        .range(0, 16)
        .in("bits")
        .folded();
    return std::move(t).take();
  }();
  return table;
}

std::vector<std::string> ChipSettings::problems() const {
  std::vector<std::string> found;
  try {
    (void)ChipShape::parse(chip);
  } catch (const Error& error) {
    found.push_back(fmt::format("machine.chip: {}", error.what()));
  }
  if (bits == 1)
    found.emplace_back("machine.control_bits: one bit has no zero; use 2 to 16, or 0.");
  return found;
}

}  // namespace nudge
