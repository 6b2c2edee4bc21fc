#include "core/machine/AnnealingSettings.h"

#include <fmt/format.h>

namespace nudge {

namespace {

void addReads(FieldTable<AnnealingSettings>& t) {
  t.add(&AnnealingSettings::sweeps, "sweeps", "Sweeps of an anneal", "",
        "Times that every spin is asked on the way from hot to cold")
      .range(2, 1'000'000)
      .in("sweeps")
      .from("algorithm 2")
      .changesLive();
  t.add(&AnnealingSettings::freeReads, "free_reads", "Reads of the free phase", "N",
        "Anneals from random starts, of which the phase takes one")
      .range(1, 10'000)
      .in("reads")
      .from("section 5.3")
      .changesLive();
  t.add(&AnnealingSettings::nudgeReads, "nudge_reads", "Reads of the nudge phase", "M",
        "Anneals from the free state, of which the phase takes one")
      .range(1, 10'000)
      .in("reads")
      .from("section 5.3")
      .changesLive();
  t.add(&AnnealingSettings::read, "read", "Read that counts", "Which read speaks for its phase",
        {{"lowest", "Lowest energy", "the read of lowest energy, for learning and for prediction"},
         {"first", "The first", "whatever came first, as the published program does"},
         {"mean", "Mean of all", "products of spins are averaged over all reads"}})
      .from("section 5.3")
      .changesLive();
  t.add(&AnnealingSettings::collapsed, "collapsed", "Collapsed sampling", "",
        "Anneals as few spins as possible: those that are not coupled to each other are minimised "
        "out, so that each state of the others comes with the best of them; simulated annealing "
        "only")
      .changesLive();
  t.add(&AnnealingSettings::skipRight, "skip_right", "Skip right answers", "",
        "No nudge phase, and nothing learnt, where the free outputs are the target already")
      .from("algorithm 9")
      .changesLive();
}

void addSchedule(FieldTable<AnnealingSettings>& t) {
  t.add(&AnnealingSettings::reverseTo, "reverse_to", "Reverse annealing goes back to", "f",
        "The s at which the nudge phase turns: small disturbs the free state more; 0 anneals "
        "forward from a random start")
      .range(0, 0.99)
      .from("figure 5.10")
      .changesLive();
  t.add(&AnnealingSettings::range, "temperatures", "Temperatures", "How β_hot and β_cold are found",
        {{"tuned", "Tuned to the problem", "from an acceptance of about 0.3 to about 0.001"},
         {"thesis", "Thesis", "ln 2 / largest field … ln 100 / smallest field or coupling"},
         {"dwave", "D-Wave's", "what D-Wave's sampler does by now"},
         {"given", "Given", "β_hot and β_cold below"}})
      .from("algorithm 1")
      .changesLive();
  t.add(&AnnealingSettings::hot, "beta_hot", "First inverse temperature", "β_hot",
        "Of temperatures that are given")
      .above(0, 1e9)
      .changesLive();
  t.add(&AnnealingSettings::cold, "beta_cold", "Last inverse temperature", "β_cold",
        "Of temperatures that are given")
      .above(0, 1e9)
      .changesLive();
  t.add(&AnnealingSettings::fieldLimit, "field_limit", "Largest field", "|h|",
        "Fields of spins are cut to ± this, the nudge included, as a chip's are; 0: no limit")
      .range(0, 1e6)
      .from("section 5.3")
      .changesLive();
  t.add(&AnnealingSettings::slices, "slices", "Trotter slices", "P",
        "Copies of a spin along imaginary time; simulated quantum annealing only")
      .range(2, 256)
      .changesLive()
      .folded();
  t.add(&AnnealingSettings::temperature, "temperature", "Temperature of the chip", "T",
        "What simulated quantum annealing takes for the chip's temperature")
      .above(0, 1e6)
      .in("mK")
      .changesLive()
      .folded();
  t.add(&AnnealingSettings::forward, "forward_schedule", "Forward schedule", "s(t)",
        "Points t, s, t, s, … from 0 (hot) to 1 (cold); empty: straight")
      .range(0, 1)
      .upTo(64)
      .changesLive()
      .folded();
  t.add(&AnnealingSettings::reverse, "reverse_schedule", "Reverse schedule", "s(t)",
        "Points t, s, t, s, … from s = 1 back and to 1 again; empty: straight to f and back")
      .range(0, 1)
      .upTo(64)
      .changesLive()
      .folded();
}

void scheduleProblems(const char* key, const std::vector<double>& points, double first,
                      std::vector<std::string>& found) {
  if (points.empty()) return;
  const auto say = [&](const std::string& what) {
    found.push_back(fmt::format("machine.{}: {}", key, what));
  };
  if (points.size() % 2 != 0 || points.size() < 4) {
    return say(
        "is a list of points t, s, t, s, …, at least two of them; write it like [0, 0, 1, 1].");
  }
  for (std::size_t i = 2; i < points.size(); i += 2) {
    if (points[i] <= points[i - 2])
      return say(fmt::format("t = {} comes after t = {}; the times of its points must grow.",
                             points[i], points[i - 2]));
  }
  if (points.front() != 0 || points[points.size() - 2] != 1)
    return say("must begin at t = 0 and end at t = 1.");
  if (points[1] != first || points.back() != 1)
    say(fmt::format("must begin at s = {} and end at s = 1, where the spins are read.", first));
}

}  // namespace

const Fields<AnnealingSettings>& AnnealingSettings::fields() {
  static const Fields<AnnealingSettings> table = [] {
    FieldTable<AnnealingSettings> t;
    addReads(t);
    addSchedule(t);
    return std::move(t).take();
  }();
  return table;
}

std::vector<std::string> AnnealingSettings::problems(const NetworkSpec& network) const {
  std::vector<std::string> found;
  if (network.activation == Activation::Hardsigmoid) {
    found.emplace_back(
        "network.activation: an Ising machine settles spins and bits; use \"sign\" or "
        "\"heaviside\", or another machine.");
  }
  if (network.convolutional() && network.pooling == Pooling::Max) {
    found.emplace_back(
        "network.pooling: couplings cannot find a maximum; use \"average\", or another machine.");
  }
  if (network.convolutional() && !network.spins()) {
    found.emplace_back(
        "network.activation: an Ising machine's convolutions vote with spins; use \"sign\", or "
        "fully connected layers.");
  }
  scheduleProblems("forward_schedule", forward, 0, found);
  scheduleProblems("reverse_schedule", reverse, 1, found);
  if (range == RangeRule::Given && cold <= hot) {
    found.push_back(fmt::format(
        "machine.beta_cold: {} is not colder than beta_hot, {}; make it larger.", cold, hot));
  }
  if (read == ReadChoice::Mean && freeReads != nudgeReads) {
    found.push_back(fmt::format(
        "machine.nudge_reads: means of {} free reads are compared with means of {}; give both "
        "phases as many.",
        freeReads, nudgeReads));
  }
  return found;
}

}  // namespace nudge
