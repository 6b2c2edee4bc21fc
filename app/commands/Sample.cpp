#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/Interrupt.h"
#include "app/ProgressBar.h"
#include "app/commands/ChipSampling.h"
#include "app/commands/Command.h"
#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/base/Text.h"
#include "core/ising/CollapsedAnnealer.h"
#include "core/ising/ExactSolver.h"
#include "core/ising/ProblemFile.h"
#include "core/ising/QuantumAnnealer.h"
#include "core/ising/SimulatedAnnealer.h"
#include "core/ising/TemperatureSchedule.h"

namespace nudge {

namespace {

namespace fs = std::filesystem;

struct SampleChoices {
  std::string problem;
  std::string machine = "sa";
  std::string out;
  int reads = 100;
  int sweeps = 1000;
  std::optional<double> reverse;
  std::string initial;
  std::uint64_t seed = 1;
  std::string range = "tuned";
  double time = 20;
  int slices = 32;
  double temperature = 12;
  std::string table;
  bool collapsed = false;
  bool aggregate = false;
  int threads = 0;
  ChipSampling chip;
};

double betaIn(std::string_view text, const std::string& where) {
  if (const std::optional<double> value = numberIn<double>(text)) return *value;
  throw Error(
      fmt::format("--range {}: it can be tuned, thesis, dwave, or two inverse "
                  "temperatures like 0.1:3.",
                  where));
}

TemperatureRange rangeOf(const SampleChoices& choices, const IsingProblem& problem) {
  for (const RangeRule rule : {RangeRule::Tuned, RangeRule::Thesis, RangeRule::DWave}) {
    if (choices.range == nameOf(rule)) return temperatureRange(problem, rule, choices.seed);
  }
  const auto colon = choices.range.find(':');
  const std::string cold = colon == std::string::npos ? "" : choices.range.substr(colon + 1);
  return givenRange(betaIn(choices.range.substr(0, colon), choices.range),
                    betaIn(cold, choices.range));
}

/// The state that reverse annealing starts from: the text itself, or what stands in a file of that
/// name: a state, or samples as this command writes them, of which the first is taken.
std::vector<Spin> initialState(const SampleChoices& choices, std::size_t spins) {
  if (choices.initial.empty()) return {};
  if (!fs::exists(choices.initial)) return parseState(choices.initial, spins, "--initial");
  std::string text = readFile(choices.initial, std::uintmax_t{1} << 30);
  if (text.starts_with("read,")) {
    const std::size_t line = text.find('\n') + 1;
    text = line == 0 ? "" : text.substr(line, text.find('\n', line) - line);
    text = text.substr(text.rfind(',') + 1);
  }
  return parseState(text, spins, choices.initial);
}

struct Sampled {
  SampleSet samples;
  std::string how;  ///< for people
};

Sampled anneal(const SampleChoices& choices, IsingProblem problem, const ReadRequest& request,
               const SampleOptions& options) {
  const TemperatureRange range = rangeOf(choices, problem);
  std::vector<double> betas = inverseTemperatures(range, choices.sweeps);
  if (choices.reverse) betas = reverseTemperatures(betas, *choices.reverse);
  const auto with = [&](auto annealer, const std::string& what) {
    Reads reads;
    annealer.sample(betas, request, reads, options);
    return Sampled{
        sampleSetOf(annealer.problem(), reads),
        fmt::format("β            {:.6g} to {:.6g} ({}), {} sweeps{}{}\n", range.hot, range.cold,
                    nameOf(range.rule), betas.size(),
                    choices.reverse ? fmt::format(", reverse by {}", *choices.reverse) : "", what)};
  };
  if (!choices.collapsed) return with(SimulatedAnnealer(std::move(problem)), "");
  CollapsedAnnealer annealer(std::move(problem));
  const std::string kept =
      fmt::format(" over {} of {} spins", annealer.kept().size(), annealer.problem().spins());
  return with(std::move(annealer), kept);
}

Sampled annealQuantum(const SampleChoices& choices, const IsingProblem& problem,
                      const ReadRequest& request, const SampleOptions& options) {
  const AnnealSchedule schedule = choices.reverse
                                      ? AnnealSchedule::reverse(choices.time, *choices.reverse)
                                      : AnnealSchedule::forward(choices.time);
  const AnnealTable table = choices.table.empty()
                                ? AnnealTable::typical()
                                : parseAnnealTable(readFile(choices.table, 1 << 24), choices.table);
  const QuantumAnnealer annealer(problem, {choices.slices, choices.temperature, true});
  Reads reads;
  annealer.sample(schedule, table, choices.sweeps, request, reads, options);
  return {sampleSetOf(problem, reads),
          fmt::format("anneal       {} µs{}, {} sweeps, {} slices, {} mK, problem × {:.4g}\n",
                      choices.time,
                      choices.reverse ? fmt::format(", reverse to s = {}", *choices.reverse) : "",
                      choices.sweeps, choices.slices, choices.temperature, annealer.scale())};
}

Sampled onChip(const SampleChoices& choices, const IsingProblem& problem,
               std::span<const Spin> initial, const SampleOptions& options) {
  ChipSampling wanted = choices.chip;
  wanted.virtualChip = choices.machine == "chip";
  wanted.reads = choices.reads;
  wanted.time = choices.time;
  wanted.sweeps = choices.sweeps;
  wanted.slices = choices.slices;
  wanted.temperature = choices.temperature;
  wanted.seed = choices.seed;
  wanted.reverse = choices.reverse;
  wanted.initial = initial;
  ChipSampled sampled = sampleOnChip(wanted, problem, options.stop);
  return {std::move(sampled.samples), std::move(sampled.how)};
}

Sampled run(const SampleChoices& choices, const IsingProblem& problem,
            const SampleOptions& options) {
  if (choices.collapsed && choices.machine != "sa")
    throw Error("--collapsed is a way of simulated annealing; leave it out, or use --machine sa.");
  if (choices.machine == "exact") {
    return {groundStates(problem, 1000, options),
            fmt::format("states       {} tried, all of the lowest energy kept\n",
                        std::uint64_t{1} << problem.spins())};
  }
  const std::vector<Spin> initial = initialState(choices, problem.spins());
  if (choices.machine == "chip" || choices.machine == "dwave") {
    return onChip(choices, problem, initial, options);
  }
  ReadRequest request{choices.reads, choices.seed, 0, {}};
  if (choices.reverse) request.initial = initial;
  return choices.machine == "sqa" ? annealQuantum(choices, problem, request, options)
                                  : anneal(choices, problem, request, options);
}

int sample(const SampleChoices& choices) {
  const Interrupt interrupt;
  limitThreads(choices.threads);
  const IsingProblem problem = readProblem(choices.problem);
  ProgressBar bar;
  SampleOptions options{interrupt.token(),
                        [&](double share) {
                          if (bar.due()) bar.show("sampling", share);
                        },
                        {}};
  Sampled sampled;
  const double seconds = bar.watch([&] { sampled = run(choices, problem, options); });
  SampleSet& samples = sampled.samples;
  fmt::print("problem      {} spins, {} couplings\n", problem.spins(), problem.couplings().size());
  fmt::print("{}", sampled.how);
  fmt::print("best energy  {:.10g}\n", samples.energy(samples.best()));
  fmt::print("mean         {:.10g} ± {:.4g} over {} reads\n", samples.mean(), samples.spread(),
             samples.reads());
  fmt::print("reads        {:.4g} a second\n", static_cast<double>(samples.reads()) / seconds);
  if (choices.out.empty()) return kDone;
  samples.sort();
  if (choices.aggregate) samples.aggregate();
  writeSamplesCsv(samples, fs::path(choices.out));
  fmt::print("samples      {}\n", choices.out);
  return kDone;
}

void addMachineOptions(CLI::App& command, SampleChoices& choices) {
  command.add_option("--reads", choices.reads, "How many states to sample (default 100)")
      ->check(CLI::Range(1, ReadRequest::kMostReads));
  command.add_option("--sweeps", choices.sweeps, "Sweeps a read, forward (default 1000)")
      ->check(CLI::Range(1, 100'000'000));
  auto* reverse =
      command
          .add_option("--reverse", choices.reverse,
                      "Reverse annealing from --initial: sa: back to this fraction of the forward "
                      "schedule; sqa, chip, dwave: back to this s")
          ->type_name("F")
          ->check(CLI::Range(0.0, 1.0));
  auto* initial =
      command
          .add_option("--initial", choices.initial,
                      "State to start from: like +-+, or a file with one, or samples (the first)")
          ->type_name("STATE");
  reverse->needs(initial);
  initial->needs(reverse);
  command
      .add_option("--range", choices.range,
                  "sa: inverse temperatures: tuned (default), thesis, dwave, or HOT:COLD")
      ->type_name("RULE");
  command.add_flag(
      "--collapsed", choices.collapsed,
      "sa: minimise out spins that are not coupled to each other, and anneal the rest");
  command
      .add_option("--time", choices.time,
                  "sqa, chip, dwave: the schedule's length in µs (default 20)")
      ->check(CLI::Range(0.5, 2000.0));
  command
      .add_option("--slices", choices.slices, "sqa, chip: slices of imaginary time (default 32)")
      ->check(CLI::Range(2, 1024));
  command.add_option("--temperature", choices.temperature, "sqa, chip: in mK (default 12)")
      ->check(CLI::PositiveNumber);
  command.add_option("--schedule", choices.table, "sqa: A(s) and B(s), rows s,A,B in GHz")
      ->type_name("CSV");
}

}  // namespace

void addSample(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand(
      "sample", "Minimise an Ising problem by annealing, or exactly, and write the samples");
  auto choices = std::make_shared<SampleChoices>();
  command
      ->add_option("problem", choices->problem,
                   "Text of lines `i j J` and `i i h`, or a BQM of dimod as JSON")
      ->type_name("PROBLEM")
      ->required();
  command
      ->add_option(
          "--machine", choices->machine,
          "sa: simulated annealing (default); sqa: simulated quantum annealing; exact: "
          "all states, up to 24 spins; chip: a virtual chip; dwave: D-Wave's cloud, as "
          "dwave.conf says. A problem that is not on the chip's qubits already is embedded")
      ->check(CLI::IsMember({"sa", "sqa", "exact", "chip", "dwave"}));
  addMachineOptions(*command, *choices);
  choices->chip.addTo(*command);
  command->add_option("--seed", choices->seed, "Seed of everything random (default 1)")
      ->check(CLI::NonNegativeNumber);
  command->add_option("--out", choices->out, "Where the samples go, by rising energy")
      ->type_name("CSV");
  command->add_flag("--aggregate", choices->aggregate, "Equal states become one row");
  command
      ->add_option("--threads", choices->threads, "At most this many threads (default: all cores)")
      ->check(CLI::Range(1, 1024));
  command->footer(
      "E = sum J_ij s_i s_j + sum h_i s_i. Samples: read,energy,occurrences,spins, spins as + and "
      "-.\n\nExamples:\n  nudge sample problem.txt --reads 1000 --out samples.csv\n"
      "  nudge sample problem.txt --reverse 0.25 --initial samples.csv --out again.csv\n"
      "  nudge sample small.json --machine exact\n"
      "  nudge sample problem.txt --machine chip --chip zephyr:15");
  command->callback([choices, &action] { action = [choices] { return sample(*choices); }; });
}

}  // namespace nudge
