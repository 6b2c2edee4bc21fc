#include "core/experiment/RunFolder.h"

#include <fmt/format.h>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"

namespace nudge {

namespace fs = std::filesystem;

namespace {

constexpr const char* kExperiment = "experiment.nudge";
constexpr const char* kCheckpoint = "checkpoint.safetensors";
constexpr const char* kChanges = "changes.jsonl";
constexpr std::uintmax_t kLargestTable = 64 << 20;
constexpr std::size_t kLongestName = 100;

}  // namespace

bool RunFolder::holdsRun(const fs::path& path) {
  std::error_code unreachable;
  return fs::exists(path / kExperiment, unreachable);
}

RunFolder RunFolder::create(const fs::path& path, const Experiment& experiment) {
  makeFolder(path);
  if (holdsRun(path)) {
    throw Error(
        fmt::format("{}: holds a run already. Continue it with --resume, or choose another folder "
                    "with --out.",
                    path.string()));
  }
  experiment.save(path / kExperiment);
  return RunFolder(path);
}

RunFolder RunFolder::open(const fs::path& path) {
  if (!holdsRun(path)) {
    throw Error(fmt::format("{}: holds no run; it has no {}.", path.string(), kExperiment));
  }
  return RunFolder(path);
}

fs::path RunFolder::pathFor(const fs::path& parent, const std::string& name) {
  std::string safe;
  for (const char c : name.substr(0, kLongestName)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == ' ' || (c == '.' && !safe.empty());
    safe += plain ? c : '-';
  }
  return parent / (safe.empty() ? "run" : safe);
}

fs::path RunFolder::freeName(const fs::path& parent, const std::string& name) {
  const fs::path wanted = pathFor(parent, name);
  fs::path candidate = wanted;
  std::error_code unreachable;
  for (int number = 2; fs::exists(candidate, unreachable); ++number) {
    candidate = parent / fmt::format("{}-{}", wanted.filename().string(), number);
  }
  return candidate;
}

RunFolder RunFolder::createFree(const fs::path& parent, const std::string& name,
                                const Experiment& experiment) {
  makeFolder(parent);
  while (true) {
    const fs::path path = freeName(parent, name);
    std::error_code failure;
    // Another program may have taken the name meanwhile.
    if (!fs::create_directory(path, failure) && !failure) continue;
    return create(path, experiment);
  }
}

Experiment RunFolder::experiment() const {
  const fs::path checkpoint = path_ / kCheckpoint;
  if (!fs::exists(checkpoint)) return Experiment::load(path_ / kExperiment);
  return Run::experimentOf(TensorFile::load(checkpoint, {}), checkpoint.string());
}

bool RunFolder::finished() const {
  const fs::path checkpoint = path_ / kCheckpoint;
  return fs::exists(checkpoint) &&
         Run::finishedIn(TensorFile::load(checkpoint, {"run_counters"}), checkpoint.string());
}

std::vector<EpochMetrics> RunFolder::epochs() const {
  if (!fs::exists(metrics()) || !fs::exists(timing())) return {};
  return metricsFromCsv(readFile(metrics(), kLargestTable), readFile(timing(), kLargestTable),
                        metrics().string());
}

std::unique_ptr<Run> RunFolder::load() const {
  const fs::path checkpoint = path_ / kCheckpoint;
  std::unique_ptr<Run> run;
  if (fs::exists(checkpoint)) {
    const TensorFile file = TensorFile::load(checkpoint);
    run = startRun(Run::experimentOf(file, checkpoint.string()));
    try {
      run->restore(file);
    } catch (const Error& error) {
      throw Error(fmt::format("{}: {}", checkpoint.string(), error.what()));
    }
  } else {
    run = startRun(Experiment::load(path_ / kExperiment));
  }
  if (std::vector<Change> recorded = changes(); !recorded.empty()) run->replay(std::move(recorded));
  return run;
}

std::vector<Change> RunFolder::changes() const {
  const fs::path path = path_ / kChanges;
  if (!fs::exists(path)) return {};
  return readChanges(readFile(path, kLargestTable), path.string());
}

void RunFolder::saveTables(const Run& run) const {
  writeFileAtomically(metrics(), metricsCsv(run.epochs(), run.experiment().network.depth()));
  writeFileAtomically(timing(), timingCsv(run.epochs()));
}

void RunFolder::saveChanges(const Run& run) const {
  const fs::path path = path_ / kChanges;
  if (!run.changes().empty() || fs::exists(path))
    writeFileAtomically(path, changesText(run.changes()));
}

void RunFolder::saveCheckpoint(const Run& run) const { run.checkpoint().save(path_ / kCheckpoint); }

void RunFolder::saveAll(const Run& run) const {
  saveTables(run);
  saveChanges(run);
  run.parameters().toTensors(run.experiment().network).save(parameters());
  saveCheckpoint(run);
  // Last: without a checkpoint a run begins again with the settings that it began with.
  run.experiment().save(path_ / kExperiment);
}

}  // namespace nudge
