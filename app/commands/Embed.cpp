#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/Interrupt.h"
#include "app/ProgressBar.h"
#include "app/commands/Command.h"
#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "core/chip/ChipFile.h"
#include "core/chip/EmbeddingCheck.h"
#include "core/chip/FindEmbedding.h"

namespace nudge {

namespace {

struct EmbedChoices {
  std::string source;
  std::string chip;
  std::string faults;
  std::string method = "auto";
  std::uint64_t seed = 1;
  double timeLimit = 60;
  int longest = 0;
  bool largest = false;
  std::string out;
};

EmbedMethod methodOf(const std::string& name) {
  if (name == "structured") return EmbedMethod::Structured;
  return name == "heuristic" ? EmbedMethod::Heuristic : EmbedMethod::Auto;
}

std::string sizesText(const std::vector<int>& layers) {
  return fmt::format("layers:{}", fmt::join(layers, ","));
}

void report(const FoundEmbedding& found, double seconds) {
  const EmbeddingStatistics statistics = statisticsOf(found.embedding);
  fmt::print("qubits       {}\n", statistics.qubits);
  fmt::print("chains       {} to {} qubits, mean {:.4g}\n", statistics.shortest, statistics.longest,
             statistics.mean);
  fmt::print("method       {}\n", found.structured ? "structured" : "heuristic");
  fmt::print("seconds      {:.3f}\n", seconds);
}

int embed(const EmbedChoices& choices) {
  const Interrupt interrupt;
  const ChipGraph chip = openChip(choices.chip, choices.faults);
  SourceGraph source = openSource(choices.source);
  ProgressBar bar;
  EmbedOptions options;
  options.seed = choices.seed;
  options.timeLimit = choices.timeLimit;
  options.longestChain = choices.longest;
  options.stop = interrupt.token();
  options.progress = [&](double share) {
    if (bar.due()) bar.show("embedding", share);
  };
  FoundEmbedding found;
  const double seconds = bar.watch([&] {
    if (choices.largest) {
      found = findLargestLayered(source, chip, options);
      source = found.source;
    } else {
      found = findEmbedding(source, chip, methodOf(choices.method), options);
    }
  });
  checkEmbedding(found.embedding, source, chip, choices.source);
  fmt::print("chip         {}, {} qubits, {} couplers\n", chip.shape().text(), chip.qubits().size(),
             chip.couplers().size());
  fmt::print("graph        {} variables, {} edges\n", source.variables, source.edges.size());
  if (choices.largest) fmt::print("largest      {}\n", sizesText(source.layers));
  report(found, seconds);
  if (choices.out.empty()) return kDone;
  writeFileAtomically(choices.out, embeddingText(found.embedding));
  fmt::print("embedding    {}\n", choices.out);
  return kDone;
}

}  // namespace

void addEmbed(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("embed", "Place a graph or a layered network on a chip");
  auto choices = std::make_shared<EmbedChoices>();
  command
      ->add_option("source", choices->source,
                   "layers:A,B[,…], complete:N, grid:ROWS,COLUMNS, or a file with edges or an "
                   "Ising problem")
      ->type_name("SOURCE")
      ->required();
  command
      ->add_option("chip", choices->chip,
                   "chimera:M, chimera:M,N,T, pegasus:M, zephyr:M or zephyr:M,T; or a file that "
                   "`nudge graph` wrote")
      ->type_name("CHIP")
      ->required();
  command
      ->add_option("--faults", choices->faults,
                   "What does not work: lines with a qubit, or the two qubits of a coupler")
      ->type_name("FILE");
  command
      ->add_option("--method", choices->method,
                   "structured: crossing lines, for layered networks; heuristic: for any graph; "
                   "auto (default): the first, or else the second")
      ->check(CLI::IsMember({"auto", "structured", "heuristic"}));
  command->add_option("--seed", choices->seed, "Seed of the heuristic (default 1)")
      ->check(CLI::NonNegativeNumber);
  command->add_option("--time-limit", choices->timeLimit, "Seconds to search (default 60)")
      ->check(CLI::Range(0.001, 1e6));
  command->add_option("--max-chain", choices->longest, "No chain with more qubits than this")
      ->check(CLI::Range(1, 1'000'000));
  command->add_flag("--largest", choices->largest,
                    "For layers: let the first layer grow as far as it can be placed");
  command->add_option("--out", choices->out, "Where the embedding goes")->type_name("JSON");
  command->footer(
      "Prints how many qubits were needed. The file is {\"0\": [qubits], ...}, variables numbered "
      "layer after layer; it is checked before it is written.\n\nExamples:\n"
      "  nudge embed layers:120,40 pegasus:16 --out embedding.json\n"
      "  nudge embed problem.txt zephyr:15 --faults broken.txt --seed 7\n"
      "  nudge embed layers:1,40 pegasus:16 --largest --max-chain 15");
  command->callback([choices, &action] { action = [choices] { return embed(*choices); }; });
}

}  // namespace nudge
