#include "core/reproduction/Page.h"

#include <cmath>
#include <fstream>
#include <thread>

#include <fmt/format.h>
#include <sys/utsname.h>

namespace nudge {

namespace {

/// The value of a line "name<spaces>: value" of a file of the system.
std::string systemValue(const char* path, const std::string& name) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with(name)) continue;
    const std::size_t colon = line.find(':');
    const std::size_t first = line.find_first_not_of(" \t", colon + 1);
    if (colon != std::string::npos && first != std::string::npos) return line.substr(first);
  }
  return {};
}

std::string inWords(double seconds) {
  if (seconds < 60) return fmt::format("{:.0f} s", seconds);
  if (seconds < 3600) return fmt::format("{:.1f} min", seconds / 60);
  return fmt::format("{:.1f} h", seconds / 3600);
}

std::string number(double value, double deviation = 0) {
  if (!std::isfinite(value)) return "–";
  const std::string text = fmt::format("{:.2f}", value);
  return std::isfinite(deviation) && deviation > 0 ? fmt::format("{} ± {:.2f}", text, deviation)
                                                   : text;
}

std::string row(const ReproducedOutcome& result) {
  const Published& published = result.of->published;
  const std::string printed =
      fmt::format("| {} | `{}` | {} | {} ", result.of->label, result.of->preset,
                  number(published.test, published.testDeviation), number(published.train));
  const int epoch = result.comparedEpoch();
  if (epoch == 0) {
    const char* why = result.epochs() == 0 ? "not run" : "not reached";
    return printed + fmt::format("| {} | – | {} of {} | – | – |\n", why, result.epochs(),
                                 result.experiment.learning.epochs);
  }
  const MeanDeviation test = result.at(epoch, &EpochMetrics::testError);
  const MeanDeviation train = result.at(epoch, &EpochMetrics::trainError);
  return printed +
         fmt::format("| {} | {} | {} of {} | {} | {} |\n", number(test.mean, test.deviation),
                     number(train.mean, train.deviation), epoch, result.experiment.learning.epochs,
                     result.trials.size(), inWords(result.secondsPerTrial()));
}

std::string cutShort(const std::vector<ReproducedOutcome>& cases) {
  std::string text;
  for (const ReproducedOutcome& result : cases) {
    if (!result.whatIsLess.empty())
      text += fmt::format("- {}: {}.\n", result.of->label, result.whatIsLess);
  }
  return text.empty() ? text : "Cut down to be quick:\n\n" + text + "\n";
}

}  // namespace

std::string machineInWords() {
  utsname system{};
  ::uname(&system);
  std::string processor = systemValue("/proc/cpuinfo", "model name");
  if (processor.empty()) processor = system.machine;
  const std::string memory = systemValue("/proc/meminfo", "MemTotal");
  const double kilobytes = memory.empty() ? 0 : std::strtod(memory.c_str(), nullptr);
  return fmt::format("{}, {} threads, {:.0f} GB, {} {}", processor,
                     std::thread::hardware_concurrency(), kilobytes / 1e6, system.sysname,
                     system.machine);
}

std::string reproductionPage(const PageHead& head, const std::vector<ReproductionOutcome>& results,
                             const std::vector<Picture>& pictures) {
  const bool full = head.extent == Extent::Full;
  std::string page = "# Reproduction\n\n";
  page += fmt::format(
      "Published and measured numbers of J. Laydevant's thesis *Supervised learning in binary "
      "dynamical physical systems through energy minimization*, side by side. Written by `nudge "
      "reproduce --{}`, version {}, {}. The runs were made on {}.\n\n",
      full ? "full" : "quick", head.version, head.date, fmt::join(head.machines, "; on "));
  page +=
      "Errors are in per cent, as mean ± standard deviation over the trials (seeds 1, 2, …). Times "
      "are those of a whole trial, with as many trials side by side as the machine has threads.";
  page += full ? " Epochs say how far the runs have come: a row that is behind is no result yet.\n"
               : " These runs are cut down to take minutes: they show that everything works, not "
                 "what the networks can do. The real thing is `nudge reproduce --full`.\n";
  for (const ReproductionOutcome& result : results) {
    page += fmt::format("\n## {}: {}\n\n", result.of->id, result.of->title);
    if (!result.of->remark.empty()) page += result.of->remark + "\n\n";
    if (!result.cases.empty()) {
      page +=
          "| case | preset | published test | train | measured test | train | epochs | trials | "
          "time |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
      for (const ReproducedOutcome& one : result.cases) page += row(one);
      page += '\n' + cutShort(result.cases);
    }
    for (const Picture& picture : pictures) {
      if (picture.id == result.of->id)
        page += fmt::format("![{}]({})\n", result.of->title, picture.link);
    }
  }
  return page;
}

}  // namespace nudge
