#include "core/reproduction/Catalogue.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/experiment/Presets.h"
#include "core/reproduction/ChapterFive.h"

namespace nudge {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

// Of a quick run.
constexpr int kQuickEpochs = 5;
constexpr double kQuickWork = 1e13;  // synapses times samples times steps
constexpr int kLeastSamples = 320;
constexpr int kMostSamples = 6000;
constexpr int kSamplesPerTest = 5;  // training samples for each test sample

/// Two hidden layers of 4096: a phase ends once no state moves by more than 10⁻⁴, or after T steps.
/// It saves five sixths of the time.
ReproducedCase twoLayers(std::string label, std::string name, Published published, int epoch = 0) {
  ReproducedCase one = ReproducedCase::of(std::move(label), std::move(name), published, epoch);
  one.sets.emplace_back("machine.tolerance", 1e-4);
  return one;
}

/// One row of Tables 4.2 to 4.4: the same network half way and at the end.
void addTwice(std::vector<ReproducedCase>& cases, const std::string& label, const char* name,
              int epoch, Published half, Published end) {
  cases.push_back(
      ReproducedCase::of(fmt::format("{}, {} epochs", label, epoch), name, half, epoch));
  cases.push_back(ReproducedCase::of(label, name, end));
}

Reproduction table41() {
  const double none = kUnknown;
  return {
      "table-4.1",
      "Errors of EP and BPTT with binary weights",
      Drawing::None,
      "",
      {ReproducedCase::of("MNIST, one hidden layer, fixed α", "fc-4096-fixed", {2.07, 0.02, 0.77}),
       ReproducedCase::of("MNIST, one hidden layer, learnt α", "fc-4096", {1.7, 0.04, 0}),
       ReproducedCase::of("MNIST, one hidden layer, BPTT", "fc-4096-bptt", {2.14, 0.06, none}),
       twoLayers("MNIST, two hidden layers, fixed α", "fc-4096x2-fixed", {2.48, 0.08, 0.29}),
       twoLayers("MNIST, two hidden layers, learnt α", "fc-4096x2", {2.28, 0.13, 0}),
       ReproducedCase::of("MNIST, two hidden layers, BPTT", "fc-4096x2-bptt", {2.38, 0.07, none}),
       ReproducedCase::of("MNIST, convolutional, fixed α", "conv-mnist-fixed", {0.85, 0.11, 0.46}),
       ReproducedCase::of("MNIST, convolutional, learnt α", "conv-mnist", {0.88, 0.06, 0.05}),
       ReproducedCase::of("MNIST, convolutional, BPTT", "conv-mnist-bptt", {0.97, 0.03, none}),
       ReproducedCase::of("CIFAR-10, convolutional, fixed α", "conv-cifar10-fixed",
                          {16.8, 0.3, 6.9}),
       ReproducedCase::of("CIFAR-10, convolutional, learnt α", "conv-cifar10", {15.66, 0.28, 5.54}),
       ReproducedCase::of("CIFAR-10, convolutional, BPTT", "conv-cifar10-bptt",
                          {14.45, 0.12, none})},
      "Table 4.2 prints a train error of 0.15 for the two hidden layers with fixed α. Table C.1 "
      "holds the settings of these runs; with two hidden layers and EP a phase ends here once no "
      "state moves by more than 0.0001."};
}

Reproduction table42() {
  Reproduction table{
      "table-4.2",
      "Fully connected networks half way and at the end",
      Drawing::None,
      "",
      {},
      "The momenta that are four times slower are ours: γ of 2.5e-5 and 2.5e-6 in the place of the "
      "published 1e-4 and 1e-5. A weight then turns for a gradient that lasts, not for the noise "
      "of some mini-batches, and far fewer weights turn at the end."};
  const double none = kUnknown;
  addTwice(table.cases, "784-4096-10, fixed α", "fc-4096-fixed", 25, {2.14, none, 0.92},
           {2.07, none, 0.77});
  addTwice(table.cases, "784-4096-10, learnt α", "fc-4096", 25, {1.66, none, 0.03}, {1.7, none, 0});
  table.cases.push_back(ReproducedCase::of("784-512-10, fixed α", "fc-512-fixed", {4, none, 3.5}));
  addTwice(table.cases, "784-512-10, learnt α", "fc-512", 25, {2.45, none, 1.24}, {2.2, none, 0.7});
  table.cases.push_back({"784-512-10, learnt α, momenta four times slower",
                         "fc-512",
                         {{"learning.gamma", {2.5e-5, 2.5e-6}}},
                         0,
                         {2.2, none, 0.7}});
  for (const auto& [label, name, half, end] :
       {std::tuple("784-4096(2)-10, fixed α", "fc-4096x2-fixed", Published{2.47, none, 0.4},
                   Published{2.48, none, 0.15}),
        std::tuple("784-4096(2)-10, learnt α", "fc-4096x2", Published{2.27, none, 0.02},
                   Published{2.28, none, 0})}) {
    table.cases.push_back(twoLayers(fmt::format("{}, 25 epochs", label), name, half, 25));
    table.cases.push_back(twoLayers(label, name, end));
  }
  return table;
}

Reproduction table43() {
  Reproduction table{"table-4.3",
                     "The convolutional network on MNIST half way and at the end",
                     Drawing::None,
                     "",
                     {},
                     ""};
  const double none = kUnknown;
  addTwice(table.cases, "1-32-64-(fc), fixed α", "conv-mnist-fixed", 25, {0.92, none, 0.63},
           {0.84, none, 0.46});
  addTwice(table.cases, "1-32-64-(fc), learnt α", "conv-mnist", 25, {0.79, none, 0.16},
           {0.88, none, 0.047});
  return table;
}

Reproduction table44() {
  Reproduction table{"table-4.4",
                     "The convolutional network on CIFAR-10 after a fifth and at the end",
                     Drawing::None,
                     "",
                     {},
                     "The table prints 3-68-128-256-256, the text and Table C.1 64 channels in the "
                     "first layer."};
  const double none = kUnknown;
  addTwice(table.cases, "3-64-128-256-256-(fc), fixed α", "conv-cifar10-fixed", 100,
           {18.4, none, 13.4}, {16.8, none, 6.9});
  addTwice(table.cases, "3-64-128-256-256-(fc), learnt α", "conv-cifar10", 100, {17.6, none, 11.86},
           {15.54, none, 5.54});
  return table;
}

Reproduction table45() {
  return {"table-4.5",
          "Errors with binary weights and activations",
          Drawing::None,
          "",
          {ReproducedCase::of("784-8192-100", "binary-8192", {2.83, 0.06, 0.2}),
           {"784-8192-100, symmetric estimator and constant nudge",
            "binary-8192",
            {{"learning.estimator", "symmetric"}, {"learning.nudge", "constant"}},
            0,
            {2.83, 0.06, 0.2}},
           {"784-8192-100, thresholds of half the height",
            "binary-8192",
            {{"learning.tau", {1e-7, 1.25e-7}}},
            0,
            {2.83, 0.06, 0.2}},
           ReproducedCase::of("784-8192(2)-8000", "binary-8192x2", {3.03, 0.03, 0.84}),
           ReproducedCase::of("1-256-512-(fc700)", "binary-conv", {1.14, 0.08, 0.67})},
          "Table C.2 holds the settings of these runs. The second is ours: the same network and "
          "data, but both signs of β for every mini-batch, and a nudge that stays what it was at "
          "the end of the free phase; with the elastic one and β = −2 the outputs have no inner "
          "minimum and run into their bounds. The third is ours too: with τ of 1e-7 and 1.25e-7 in "
          "the place of the "
          "published 2e-7 and 2.5e-7 weights still turn when few images are left to learn from."};
}

Reproduction figure42() {
  Reproduction figure{"fig-4.2",
                      "Test error against one fixed scaling factor for both layers of 784-4096-10",
                      Drawing::OverSetting,
                      "network.scaling_start",
                      {},
                      "The thesis reads a sweet spot off between 0.012 and 0.025."};
  for (const double alpha : {0.004, 0.006, 0.009, 0.012, 0.016, 0.02, 0.025, 0.032, 0.045, 0.065})
    figure.cases.push_back({fmt::format("α = {}", alpha),
                            "fc-4096-fixed",
                            {{"network.scaling_start", Json(alpha)}},
                            0,
                            {}});
  return figure;
}

Reproduction figureC1() {
  Reproduction figure{"fig-C.1",
                      "Errors against the number of hidden neurons, fixed α",
                      Drawing::OverSetting,
                      "network.layers",
                      {},
                      ""};
  for (const int hidden : {512, 1024, 2048, 4096, 8192}) {
    Published published;
    if (hidden == 512) published = {4, kUnknown, 3.5};
    if (hidden == 4096) published = {2.07, 0.02, 0.77};
    figure.cases.push_back({fmt::format("{} hidden neurons", hidden),
                            "fc-4096-fixed",
                            {{"network.layers", Json::array({784, hidden, 10})}},
                            0,
                            published});
  }
  return figure;
}

Reproduction curves(std::string id, const std::string& title, const char* name,
                    Published published) {
  return {
      std::move(id), title, Drawing::Epochs, "", {ReproducedCase::of(title, name, published)}, ""};
}

Reproduction twoLayerCurves(std::string id, const std::string& title, const char* name,
                            Published published) {
  return {std::move(id), title, Drawing::Epochs, "", {twoLayers(title, name, published)}, ""};
}

std::vector<Reproduction> catalogue() {
  std::vector<Reproduction> all;
  all.push_back({"fig-3.10",
                 "States of a 2-2-2 network through the free and the nudge phase",
                 Drawing::Trajectory,
                 "",
                 {},
                 "The free phase takes 100 steps; at t = 100 the outputs are nudged and the hidden "
                 "neurons feel it."});
  all.push_back(table41());
  all.push_back(figure42());
  all.push_back({"fig-4.3",
                 "Train error of the convolutional network with fixed and learnt α",
                 Drawing::TrainErrors,
                 "",
                 {ReproducedCase::of("fixed α", "conv-mnist-fixed", {0.84, kUnknown, 0.46}),
                  ReproducedCase::of("learnt α", "conv-mnist", {0.88, kUnknown, 0.047})},
                 ""});
  all.push_back(table42());
  all.push_back(table43());
  all.push_back(table44());
  all.push_back(table45());
  all.push_back({"fig-4.6",
                 "Train error of the fully binary convolutional network, 10 outputs and 700",
                 Drawing::TrainErrors,
                 "",
                 {ReproducedCase::of("10 outputs", "binary-conv-10", {}),
                  ReproducedCase::of("700 outputs", "binary-conv", {1.14, 0.08, 0.67})},
                 "With 10 outputs training fails. The presets digits-conv and digits-conv-10 show "
                 "the same within a minute."});
  const char* const atMost = "The thesis reads off: {}.";
  all.push_back({"fig-4.7",
                 "Error by one output a class minus error by the class mean, 784-8192-100",
                 Drawing::MeanAgainstSingle,
                 "",
                 {ReproducedCase::of("784-8192-100", "binary-8192", {2.83, 0.06, 0.2})},
                 fmt::format(fmt::runtime(atMost), "never more than 0.1 %")});
  all.push_back(
      {"fig-4.8",
       "Error by one output a class minus error by the class mean, 784-8192(2)-8000",
       Drawing::MeanAgainstSingle,
       "",
       {ReproducedCase::of("784-8192(2)-8000", "binary-8192x2", {3.03, 0.03, 0.84})},
       fmt::format(fmt::runtime(atMost),
                   "more than 0.7 % of test error and 1 % of train error at first, almost "
                   "0 % in the end")});
  all.push_back({"algorithm-8",
                 "Integer states of six bits, 784-2048-100, beside floating point",
                 Drawing::TrainErrors,
                 "",
                 {ReproducedCase::of("floating point", "binary-2048", {}),
                  ReproducedCase::of("six bits", "integer-2048", {})},
                 "The thesis reports about 1 % of accuracy lost with six bits."});
  all.push_back(figureC1());
  all.push_back(curves("fig-C.2", "784-4096-10, fixed α", "fc-4096-fixed", {2.07, 0.02, 0.77}));
  all.push_back(curves("fig-C.3", "784-4096-10, learnt α", "fc-4096", {1.7, 0.04, 0}));
  all.push_back(
      twoLayerCurves("fig-C.4", "784-4096(2)-10, fixed α", "fc-4096x2-fixed", {2.48, 0.08, 0.15}));
  all.push_back(
      twoLayerCurves("fig-C.5", "784-4096(2)-10, learnt α", "fc-4096x2", {2.28, 0.13, 0}));
  all.push_back(curves("fig-C.6", "1-32-64-(fc), fixed α", "conv-mnist-fixed", {0.84, 0.11, 0.46}));
  all.push_back(curves("fig-C.7", "1-32-64-(fc), learnt α", "conv-mnist", {0.88, 0.06, 0.047}));
  all.push_back(
      curves("fig-C.8", "3-64-128-256-256-(fc), fixed α", "conv-cifar10-fixed", {16.8, 0.3, 6.9}));
  all.push_back(
      curves("fig-C.9", "3-64-128-256-256-(fc), learnt α", "conv-cifar10", {15.66, 0.28, 5.54}));
  all.push_back(
      curves("fig-C.10", "784-8192-100, fully binary, fixed α", "binary-8192", {2.83, 0.06, 0.2}));
  all.push_back(
      curves("fig-C.11", "784-8192-100, fully binary, learnt α", "binary-8192-learnt", {}));
  all.push_back(curves("fig-C.12", "784-8192(2)-8000, fully binary, fixed α", "binary-8192x2",
                       {3.03, 0.03, 0.84}));
  all.push_back(curves("fig-C.13", "1-256-512-(fc700), fully binary, fixed α", "binary-conv",
                       {1.14, 0.08, 0.67}));
  addChapterFive(all);
  return all;
}

int samplesOf(const DataSettings& data) {
  if (data.train > 0) return data.train;
  return data.source == DataSource::Cifar10 ? 50'000 : 60'000;
}

}  // namespace

Experiment ReproducedCase::experiment() const {
  Experiment experiment = presetExperiment(preset);
  for (const auto& [key, value] : sets) Experiment::field(key).set(experiment, value);
  return experiment;
}

const std::vector<Reproduction>& reproductions() {
  static const std::vector<Reproduction> all = catalogue();
  return all;
}

const Reproduction& reproduction(const std::string& id) {
  std::vector<std::string> known;
  for (const Reproduction& one : reproductions()) {
    if (one.id == id) return one;
    known.push_back(one.id);
  }
  const std::string nearest = nearestName(id, known);
  throw Error(fmt::format("{}: is no table or figure to reproduce; {}", id,
                          nearest.empty() ? fmt::format("there are {}.", fmt::join(known, ", "))
                                          : fmt::format("did you mean {}?", nearest)));
}

Experiment quickened(const Experiment& experiment, std::string& whatIsLess) {
  Experiment quick = experiment;
  const MachineSettings& machine = experiment.machine;
  quick.learning.epochs = std::min(experiment.learning.epochs, kQuickEpochs);
  const double work = static_cast<double>(experiment.network.synapses()) *
                      (machine.freeSteps + machine.nudgeSteps) * quick.learning.epochs;
  if (experiment.data.perClass > 0 || experiment.data.source == DataSource::Patterns) {
    whatIsLess = fmt::format("{} of {} epochs", quick.learning.epochs, experiment.learning.epochs);
    return quick;  // small as it is
  }
  const int whole = samplesOf(experiment.data);
  const int batch = experiment.learning.batch;
  const auto allowed =
      static_cast<int>(std::clamp(kQuickWork / work, double{kLeastSamples}, double{kMostSamples}));
  quick.data.train = std::min(whole, (allowed + batch - 1) / batch * batch);
  quick.data.test = std::max(kLeastSamples, quick.data.train / kSamplesPerTest);
  whatIsLess = fmt::format("{} of {} epochs, {} of {} training samples", quick.learning.epochs,
                           experiment.learning.epochs, quick.data.train, whole);
  return quick;
}

}  // namespace nudge
