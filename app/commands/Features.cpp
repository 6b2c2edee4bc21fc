#include <filesystem>
#include <map>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/Interrupt.h"
#include "app/Offscreen.h"
#include "app/ProgressBar.h"
#include "app/commands/Command.h"
#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "core/data/Augment.h"
#include "core/experiment/Presets.h"
#include "core/experiment/RunFolder.h"
#include "core/insight/ActiveUnits.h"
#include "core/insight/ClassPatterns.h"
#include "widgets/FeaturesView.h"
#include "widgets/PlotExport.h"

namespace nudge {

namespace {

namespace fs = std::filesystem;

constexpr QSize kPictureSize(1000, 620);
constexpr double kThesisTrain = 75.4, kThesisTest = 69;  // section 5.3.2

struct FeaturesOptions {
  std::string source;
  std::string parameters;
  std::string out;
  std::map<std::string, std::string> settings;  ///< as typed, by key
  int sample = 0;
  int chosenClass = -1;  ///< −1: the label of the sample
  int layer = 0;         ///< 0: the last hidden one
  int neurons = 10;
};

/// A network to look into.
struct Trained {
  Experiment experiment;
  Parameters parameters;
  std::shared_ptr<const Dataset> data;
  std::optional<EpochMetrics> last;  ///< of its run, where that is known
};

Trained load(const FeaturesOptions& options) {
  if (fs::is_directory(options.source)) {
    if (!options.parameters.empty())
      throw Error("--parameters: goes with a preset or a *.nudge file; a run folder has its own.");
    const std::unique_ptr<Run> run = RunFolder::open(options.source).load();
    Trained trained{run->experiment(), run->parameters(), run->data(), {}};
    if (!run->epochs().empty()) trained.last = run->epochs().back();
    return trained;
  }
  Trained trained;
  trained.experiment = presetOrFile(options.source);
  refuse(trained.experiment.problems(), options.source);
  const auto seed = static_cast<std::uint64_t>(trained.experiment.seed);
  const NetworkSpec& network = trained.experiment.network;
  trained.parameters = options.parameters.empty()
                           ? Parameters::initial(network, seed)
                           : Parameters::fromTensors(TensorFile::load(options.parameters), network);
  if (options.parameters.empty())
    fmt::print(stderr, "nudge: without --parameters these are the patterns of random weights.\n");
  trained.data = std::make_shared<const Dataset>(loadDataset(trained.experiment));
  return trained;
}

FeatureSettings settingsOf(const FeaturesOptions& options) {
  FeatureSettings settings;
  for (const auto& field : FeatureSettings::fields()) {
    const auto typed = options.settings.find(field.key);
    if (typed != options.settings.end() && !typed->second.empty())
      field.set(settings, valueFromText(field, typed->second));
  }
  return settings;
}

void check(const FeaturesOptions& options, const Trained& trained) {
  const NetworkSpec& network = trained.experiment.network;
  const auto within = [](const char* option, int value, int most, const char* what) {
    if (value > most)
      throw Error(fmt::format("{} {}: the {} are 0 to {}.", option, value, what, most));
  };
  within("--sample", options.sample, static_cast<int>(trained.data->test.count()) - 1,
         "test samples");
  within("--class", options.chosenClass, network.classes() - 1, "classes");
  if (options.layer >= network.depth()) {
    throw Error(fmt::format("--layer {}: the network has {} hidden layer(s), counted from 1.",
                            options.layer, network.depth() - 1));
  }
}

/// What is found of a network.
struct Found {
  FeatureSettings settings;
  std::shared_ptr<const ClassPatterns> classes;
  std::shared_ptr<const ActiveUnits> units;  ///< null where there is no hidden layer
  int label = 0;
  int chosen = 0;
};

Found find(const FeaturesOptions& options, const Trained& trained, ProgressBar& bar,
           const std::stop_token& stop) {
  const Experiment& experiment = trained.experiment;
  Found found;
  found.settings = settingsOf(options);
  const auto watch = [&](const char* what) {
    return Watch{stop, [&bar, what](double share) {
                   if (bar.due()) bar.show(what, share);
                 }};
  };
  const FeedForward copy(experiment.network, trained.parameters, found.settings.gain);
  const Canvas canvas = Canvas::of(*trained.data);
  found.classes = std::make_shared<const ClassPatterns>(
      classPatterns(copy, *trained.data, canvas, found.settings, watch("class patterns")));
  const auto index = static_cast<std::size_t>(options.sample);
  found.label = trained.data->test.labels[index];
  found.chosen = options.chosenClass < 0 ? std::min(found.label, experiment.network.classes() - 1)
                                         : options.chosenClass;
  const int hidden = experiment.network.depth() - 1;
  if (hidden > 0) {
    Vector image(experiment.network.inputs());
    writeSample(trained.data->test, index, 0, {}, image.data());
    found.units = std::make_shared<const ActiveUnits>(
        activeUnits(copy, experiment.machine, trained.parameters, image,
                    options.layer > 0 ? options.layer : hidden, options.neurons,
                    {static_cast<std::uint64_t>(experiment.seed), 0}, found.settings, canvas,
                    watch("hidden neurons")));
  }
  return found;
}

Json accuracyJson(const Accuracy& accuracy) {
  return {{"percent", accuracy.percent}, {"samples", accuracy.samples}};
}

Json toJson(const FeaturesOptions& options, const Trained& trained, const Found& found) {
  Json json;
  json["experiment"] = trained.experiment.name;
  json["experiment_seed"] = trained.experiment.seed;
  Json& copy = json["copy"];
  copy["train"] = accuracyJson(found.classes->train);
  copy["test"] = accuracyJson(found.classes->test);
  if (trained.last) {
    json["network"] = {{"train_percent", 100 - trained.last->trainError},
                       {"test_percent", 100 - trained.last->testError}};
  }
  for (const auto& field : FeatureSettings::fields())
    json["options"][field.key.substr(field.key.find('.') + 1)] = field.get(found.settings);
  for (int c = 0; c < found.classes->classes(); ++c) {
    const Vector outputs = found.classes->outputs.col(c);
    json["classes"].push_back({{"class", c},
                               {"given", found.classes->given[static_cast<std::size_t>(c)]},
                               {"outputs", std::vector<float>(outputs.begin(), outputs.end())}});
  }
  if (!found.units) return json;
  json["image"] = {{"sample", options.sample},
                   {"label", found.label},
                   {"machine", found.units->predicted},
                   {"copy", found.units->copied}};
  json["layer"] = found.units->layer;
  for (const ActiveUnit& unit : found.units->units) {
    json["hidden"].push_back(
        {{"unit", unit.unit},
         {"activity", unit.activity},
         {"field", unit.field},
         {"weights_to_classes", std::vector<float>(unit.pull.begin(), unit.pull.end())}});
  }
  return json;
}

void print(const Trained& trained, const Found& found) {
  const ClassPatterns& classes = *found.classes;
  const int perClass = trained.experiment.network.perClass;
  fmt::print("class  copy says  mean output\n");
  for (int c = 0; c < classes.classes(); ++c) {
    const int given = classes.given[static_cast<std::size_t>(c)];
    fmt::print("{:5}  {:9}  {:11.3f}{}\n", c, given,
               classes.outputs.col(c).segment(c * perClass, perClass).mean(),
               given == c ? "" : "  another class");
  }
  fmt::print("patterns taken for their own class: {} of {}\n", classes.own(), classes.classes());
  fmt::print(
      "copy     train {:.1f} % of {}, test {:.1f} % of {}  (thesis, 784-120-40 on MNIST/100: {} %, "
      "{} %)\n",
      classes.train.percent, classes.train.samples, classes.test.percent, classes.test.samples,
      kThesisTrain, kThesisTest);
  if (trained.last) {
    fmt::print("network  train {:.1f} %, test {:.1f} %\n", 100 - trained.last->trainError,
               100 - trained.last->testError);
  }
}

void draw(const fs::path& folder, const Trained& trained, const Found& found) {
  const Offscreen offscreen;
  FeaturesView view;
  view.setNetwork(trained.experiment.network);
  view.setClasses(found.classes);
  view.setUnits(found.units);
  view.setChosenClass(found.chosen);
  for (const char* name : {"features.png", "features.svg"})
    saveWidget(view, QString::fromStdString((folder / name).string()), kPictureSize);
  writeFileAtomically(folder / "patterns.csv", view.csv().toStdString());
}

int features(const FeaturesOptions& options) {
  const Interrupt interrupt;
  const Trained trained = load(options);
  check(options, trained);
  Found found;
  ProgressBar bar;
  bar.watch([&] { found = find(options, trained, bar, interrupt.token()); });
  const fs::path folder = !options.out.empty()               ? fs::path(options.out)
                          : fs::is_directory(options.source) ? fs::path(options.source) / "features"
                                                             : fs::path("features");
  makeFolder(folder);
  draw(folder, trained, found);
  writeFileAtomically(folder / "features.json", toJson(options, trained, found).dump(2) + "\n");
  print(trained, found);
  for (const char* name : {"features.png", "features.svg", "patterns.csv", "features.json"})
    fmt::print("{}\n", (folder / name).string());
  return kDone;
}

/// What may be typed, as help shows it.
std::string choicesOf(const FieldInfo& field) {
  std::string text;
  for (const FieldChoice& choice : field.choices) text += (text.empty() ? "" : "|") + choice.value;
  return text.empty() ? "N" : text;
}

void addSettings(CLI::App& command, FeaturesOptions& options) {
  for (const auto& field : FeatureSettings::fields()) {
    const std::string name = field.key.substr(field.key.find('.') + 1);
    const std::string standard = field.get(FeatureSettings()).dump();
    command
        .add_option("--" + name, options.settings[field.key],
                    fmt::format("{} (default {})", field.help, standard))
        ->type_name(choicesOf(field));
  }
}

}  // namespace

void addFeatures(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand(
      "features", "Draw what a trained network looks for: the inputs that excite its neurons most");
  auto options = std::make_shared<FeaturesOptions>();
  command
      ->add_option("run", options->source,
                   "A run's folder; or, with --parameters, a preset or a *.nudge file")
      ->type_name("RUN")
      ->required();
  command
      ->add_option("--parameters", options->parameters, "Trained parameters of the preset or file")
      ->type_name("SAFETENSORS");
  command
      ->add_option("--out", options->out, "Where the files go (default: RUN/features, or features)")
      ->type_name("DIR");
  command->add_option("--sample", options->sample, "Which test image is shown (default 0)")
      ->check(CLI::NonNegativeNumber);
  command
      ->add_option("--class", options->chosenClass,
                   "The class whose hidden neurons are drawn (default: the image's)")
      ->check(CLI::NonNegativeNumber);
  command->add_option("--layer", options->layer, "Their layer, from 1 (default: the last hidden)")
      ->check(CLI::PositiveNumber);
  command->add_option("--neurons", options->neurons, "How many of them (default 10)")
      ->check(CLI::Range(1, 20));
  addSettings(*command, *options);
  command->footer(
      "Writes features.png and features.svg, the pixels as patterns.csv "
      "(layer,unit,activity,weight,x0,…) and features.json with the copy's accuracies.\n\n"
      "Example:\n  nudge features runs/ising-120 --sample 3 --steps 200 --out eights");
  command->callback([options, &action] { action = [options] { return features(*options); }; });
}

}  // namespace nudge
