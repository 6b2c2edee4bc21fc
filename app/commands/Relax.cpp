#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/commands/Command.h"
#include "core/base/Error.h"
#include "core/data/CsvInputs.h"
#include "core/experiment/Batches.h"
#include "core/experiment/TrajectoryCsv.h"
#include "core/learning/Prediction.h"
#include "core/machine/Recorder.h"

namespace nudge {

namespace {

namespace fs = std::filesystem;

struct RelaxOptions {
  ExperimentOptions experiment;
  int sample = 0;
  std::string input;
  std::string parameters;
  std::string trajectory;
  std::string energies;
};

Matrix readInputs(const std::string& path, const NetworkSpec& network) {
  Matrix inputs;
  if (path.ends_with(".safetensors")) {
    const TensorFile file = TensorFile::load(path);
    const Tensor& x = file.at("x");
    const std::vector<float> values = x.floats("x");
    const std::int64_t samples = x.shape.empty() ? 1 : x.shape.front();
    const auto size = static_cast<std::int64_t>(values.size());
    if (samples == 0 || size % samples != 0) throw Error(path + ": tensor x is empty.");
    inputs = Eigen::Map<const Matrix>(values.data(), size / samples, samples);
  } else {
    inputs = readCsvInputs(path);
  }
  if (inputs.rows() != network.inputs()) {
    throw Error(fmt::format("{}: a sample has {} values; the network has {} inputs.", path,
                            inputs.rows(), network.inputs()));
  }
  if (!inputs.allFinite()) throw Error(path + ": holds a value that is not finite.");
  return inputs;
}

Batch batchFromFile(const RelaxOptions& options, const Experiment& experiment) {
  Batch batch;
  batch.inputs = readInputs(options.input, experiment.network);
  batch.labels = experiment.data.labels;
  const auto samples = static_cast<std::size_t>(batch.inputs.cols());
  if (batch.labels.size() != samples) {
    throw Error(
        fmt::format("data.labels: has {} labels for {} samples in {}; give one a sample, as in "
                    "--set data.labels=0,1,2",
                    batch.labels.size(), samples, options.input));
  }
  for (const int label : batch.labels) {
    if (label >= experiment.network.classes()) {
      throw Error(
          fmt::format("data.labels: the label {} is none of the network's {} classes (0 to {}).",
                      label, experiment.network.classes(), experiment.network.classes() - 1));
    }
  }
  batch.targets = targetsFor(batch.labels, experiment.network);
  return batch;
}

Batch batchFromData(const RelaxOptions& options, const Experiment& experiment) {
  refuse(experiment.dataProblems(), options.experiment.source);
  const Dataset data = loadDataset(experiment);
  if (static_cast<std::size_t>(options.sample) >= data.test.count()) {
    throw Error(fmt::format("--sample {}: the test set has {} samples, 0 to {}.", options.sample,
                            data.test.count(), data.test.count() - 1));
  }
  Batch batch;
  const auto index = static_cast<std::uint32_t>(options.sample);
  makeBatch(data.test, std::span(&index, 1), experiment.network, batch);
  return batch;
}

void summarise(const Trajectory& trajectory, const Batch& batch, const NetworkSpec& network) {
  const Frame& free = trajectory.frames[static_cast<std::size_t>(trajectory.freeSteps)];
  const Frame& nudged = trajectory.frames.back();
  const std::vector<int> predicted = predictByMean(free.states.back(), network.perClass);
  for (std::size_t i = 0; i < batch.labels.size(); ++i) {
    const auto column = static_cast<Eigen::Index>(i);
    fmt::print("sample {}  label {}  predicted {}  E {:.6g}  F {:.6g}  changed", i, batch.labels[i],
               predicted[i], free.energy[column], nudged.total[column]);
    for (std::size_t n = 0; n < free.activations.size(); ++n) {
      const auto changed =
          (free.activations[n].col(column).array() != nudged.activations[n].col(column).array())
              .count();
      fmt::print("{} {}/{}", n == 0 ? "" : ",", changed, free.activations[n].rows());
    }
    fmt::print("\n");
  }
}

int relax(const RelaxOptions& options) {
  const Experiment experiment = options.experiment.experiment();
  refuse(experiment.settleProblems(), options.experiment.source);
  const Parameters parameters =
      options.parameters.empty()
          ? Parameters::initial(experiment.network, static_cast<std::uint64_t>(experiment.seed))
          : Parameters::fromTensors(TensorFile::load(options.parameters), experiment.network);
  const Batch batch = options.input.empty() ? batchFromData(options, experiment)
                                            : batchFromFile(options, experiment);
  const auto machine = makeMachine(experiment.network, experiment.machine);
  const Trajectory trajectory =
      recordTrajectory(*machine, parameters, batch,
                       experiment.learning.nudgeWith(static_cast<float>(experiment.learning.beta)),
                       {}, {static_cast<std::uint64_t>(experiment.seed), 0});
  const fs::path path = options.trajectory;
  const fs::path energies = options.energies.empty()
                                ? path.parent_path() / (path.stem().string() + "-energies.csv")
                                : fs::path(options.energies);
  writeTrajectoryCsv(trajectory, path);
  writeEnergiesCsv(trajectory, energies);
  summarise(trajectory, batch, experiment.network);
  fmt::print("trajectory  {}\nenergies    {}\n", path.string(), energies.string());
  return kDone;
}

}  // namespace

void addRelax(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("relax", "Settle one sample through both phases and write every step");
  auto options = std::make_shared<RelaxOptions>();
  options->experiment.addTo(*command, true);
  auto* sample = command->add_option("--sample", options->sample, "Which test sample (default 0)")
                     ->check(CLI::NonNegativeNumber);
  command
      ->add_option("--input", options->input,
                   "Inputs instead, as the network takes them: a CSV with a sample a row, or a "
                   "safetensors file with x")
      ->type_name("CSV")
      ->excludes(sample);
  command
      ->add_option("--parameters", options->parameters,
                   "Trained parameters (default: the initial ones of the seed)")
      ->type_name("SAFETENSORS");
  command->add_option("--trajectory", options->trajectory, "Where the states go")
      ->type_name("CSV")
      ->required();
  command
      ->add_option("--energies", options->energies,
                   "Where the energies go (default: beside the states, NAME-energies.csv)")
      ->type_name("CSV");
  command->footer(
      "States: sample,phase,t,layer,neuron,state,activation; energies: "
      "sample,phase,t,energy,loss,total.\n\n"
      "Example:\n  nudge relax fc-512 --sample 3 --parameters runs/fc-512/parameters.safetensors "
      "--trajectory three.csv");
  command->callback([options, &action] { action = [options] { return relax(*options); }; });
}

}  // namespace nudge
