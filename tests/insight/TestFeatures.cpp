// Feed-forward copies, their gradients, and the inputs that excite their neurons most.
#include <QtTest>

#include "core/base/Error.h"
#include "core/experiment/Presets.h"
#include "core/experiment/Run.h"
#include "core/insight/ActiveUnits.h"
#include "core/insight/ClassPatterns.h"
#include "tests/TestProgram.h"
#include "tests/learning/SmallNetworks.h"

using namespace nudge;

namespace {

/// Every kind of network there is, those of annealing machines among them.
std::vector<SmallNetwork> everyNetwork() {
  std::vector<SmallNetwork> all = smallNetworks();
  all.push_back({"spins", smallSpins(), MachineKind::Annealing});
  SmallNetwork maps{"spins, average pooling", smallConvolutional(), MachineKind::Annealing};
  maps.network.pooling = Pooling::Average;
  maps.network.activation = Activation::Sign;
  maps.network.weights = WeightKind::Real;
  all.push_back(maps);
  all.push_back({"3 × 3 patterns", presetExperiment("ising-3x3").network, MachineKind::Annealing});
  SmallNetwork integer{"integer", smallDense(), MachineKind::Integer};
  integer.network.activation = Activation::Heaviside;
  all.push_back(integer);
  return all;
}

Matrix randomInputs(const NetworkSpec& network, int samples) {
  Random random(4, Purpose::Test);
  Matrix inputs(network.inputs(), samples);
  for (float& x : inputs.reshaped()) x = random.uniform();
  return inputs;
}

Canvas canvasOf(const NetworkSpec& network) {
  const bool image = network.convolutional();
  return {image ? network.shape(0) : MapShape{1, 1, network.inputs()}, {}, {}};
}

/// Whether two passes are on the same piece of the copy, which is made of linear ones.
bool samePiece(const FeedForward& copy, const FeedForward::Pass& a, const FeedForward::Pass& b) {
  const float low = copy.network().lowest();
  const auto side = [&](float value) { return value <= low ? -1 : value >= 1 ? 1 : 0; };
  for (std::size_t n = 0; n < a.activations.size(); ++n) {
    if (a.choices[n].size() > 0 && a.choices[n] != b.choices[n]) return false;
    for (Eigen::Index i = 0; i < a.activations[n].size(); ++i) {
      if (side(a.activations[n](i)) != side(b.activations[n](i))) return false;
    }
    // Of gain 1, places are clipped beyond ±1.
    for (Eigen::Index i = 0; i < a.places[n].size(); ++i) {
      if (side(a.places[n](i)) != side(b.places[n](i))) return false;
    }
  }
  return true;
}

double meanInput(const FeedForward& copy, const Feature& feature, const Matrix& input) {
  const int layer = layerOf(copy.network(), feature);
  const Matrix z = copy.run(input, layer).inputs.back();
  return z.cast<double>().col(0).dot(seedOf(copy.network(), feature).cast<double>());
}

/// Compares with finite differences wherever both ends lie on the same piece; how many did so.
int compareWithDifferences(const FeedForward& copy, const Feature& feature, const Matrix& input) {
  const float step = 1e-3F;
  const int layer = layerOf(copy.network(), feature);
  const Matrix gradient = featureGradient(copy, {feature}, input, FeedForward::Through::Exact);
  int compared = 0;
  for (Eigen::Index i = 0; i < input.rows(); ++i) {
    Matrix more = input, less = input;
    more(i) += step;
    less(i) -= step;
    if (!samePiece(copy, copy.run(more, layer), copy.run(less, layer))) continue;
    const double difference =
        (meanInput(copy, feature, more) - meanInput(copy, feature, less)) / (more(i) - less(i));
    if (std::abs(difference - static_cast<double>(gradient(i))) > 2e-3) {
      qWarning("layer %d unit %d input %d: %g, by differences %g", feature.layer, feature.unit,
               static_cast<int>(i), static_cast<double>(gradient(i)), difference);
      return -1;
    }
    ++compared;
  }
  return compared;
}

}  // namespace

class TestFeatures : public QObject {
  Q_OBJECT
 private slots:
  void theCopyHasTheNetworksWeights() {
    for (const SmallNetwork& small : everyNetwork()) {
      const Parameters parameters = Parameters::initial(small.network, 5);
      const FeedForward copy(small.network, parameters);
      const std::vector<Link> links = linksOf(small.network, parameters);
      const Matrix inputs = randomInputs(small.network, 3);
      const FeedForward::Pass pass = copy.run(inputs);
      const Matrix* below = &inputs;
      for (int n = 1; n <= small.network.depth(); ++n) {
        const auto index = static_cast<std::size_t>(n) - 1;
        PoolChoice choice;
        const Matrix expected = links[index].up(*below, choice);
        const bool votes = small.network.spins() && small.network.isConvolution(n);
        if (!votes)
          QVERIFY2((expected - pass.inputs[index]).cwiseAbs().maxCoeff() < 1e-5F, small.name);
        const Matrix back = links[index].down(expected, pass.choices[index]);
        const Matrix copied = copy.down(n, expected, pass.choices[index]);
        QVERIFY2((back - copied).cwiseAbs().maxCoeff() < 1e-4F, small.name);
        below = &pass.activations[index];
      }
    }
  }

  void activationsAreClippedLinesAroundTheStep() {
    NetworkSpec network;
    network.layers = {1, 1};
    Parameters one = Parameters::initial(network, 1);
    const auto at = [&](Activation activation, float z) {
      network.activation = activation;
      network.weights = WeightKind::Real;
      one.layers[0].signs = {};
      one.layers[0].weights = Weights::Constant(1, 1, 1);
      one.layers[0].biases.setZero();
      return FeedForward(network, one).run(Matrix::Constant(1, 1, z)).outputs()(0);
    };
    QCOMPARE(at(Activation::Sign, 0.1F), 0.5F);
    QCOMPARE(at(Activation::Sign, -0.3F), -1.0F);
    QCOMPARE(at(Activation::Heaviside, 0.5F), 0.5F);
    QCOMPARE(at(Activation::Heaviside, 0.55F), 0.75F);
    QCOMPARE(at(Activation::Heaviside, 0.3F), 0.0F);
    QCOMPARE(at(Activation::Hardsigmoid, 0.3F), 0.3F);
    QCOMPARE(at(Activation::Hardsigmoid, 2.0F), 1.0F);
  }

  void gradientsAreThoseOfFiniteDifferences() {
    for (const SmallNetwork& small : everyNetwork()) {
      const Parameters parameters = Parameters::initial(small.network, 5);
      // A gentle slope leaves most neurons of such small networks unclipped.
      const FeedForward copy(small.network, parameters, 1);
      const Matrix input = randomInputs(small.network, 1);
      int compared = 0;
      for (int n = 0; n <= small.network.depth(); ++n) {
        const int units = n == 0 ? small.network.classes() : unitsOf(small.network, n);
        for (int unit = 0; unit < units; ++unit) {
          const int count = compareWithDifferences(copy, {n, unit}, input);
          QVERIFY2(count >= 0, small.name);
          compared += count;
        }
      }
      QVERIFY2(compared >= small.network.inputs(), small.name);
    }
  }

  void aPatternExcitesItsFeature() {
    for (const SmallNetwork& small : everyNetwork()) {
      const FeedForward copy(small.network, Parameters::initial(small.network, 5));
      const Canvas canvas = canvasOf(small.network);
      FeatureSettings settings;
      settings.regularisation = 0;
      settings.clipped = ClippedNeurons::Block;  // what surely raises z in small steps
      for (int n = 0; n <= small.network.depth(); ++n) {
        const Feature feature{n, 1};
        settings.steps = 1;
        settings.rate = 1e-6;
        const Matrix start = exciteMost(copy, {feature}, settings, canvas);
        settings.steps = 40;
        settings.rate = 0.005;
        const Matrix end = exciteMost(copy, {feature}, settings, canvas);
        const double gain = meanInput(copy, feature, end) - meanInput(copy, feature, start);
        // Further up, neurons whose way from the input is clipped stay as they are.
        QVERIFY2(n == 1 ? gain > 0 : gain > -1e-4, small.name);
        QVERIFY(end.minCoeff() >= 0 && end.maxCoeff() <= 1);
        QVERIFY(end == exciteMost(copy, {feature}, settings, canvas));
      }
    }
  }

  void patternsOfSeveralFeaturesAreThoseOfEach() {
    const NetworkSpec network = smallConvolutional();
    const FeedForward copy(network, Parameters::initial(network, 5));
    const Canvas canvas = canvasOf(network);
    const FeatureSettings settings;
    const Matrix both = exciteMost(copy, {{1, 0}, {1, 2}}, settings, canvas);
    QVERIFY((both.col(1) - exciteMost(copy, {{1, 2}}, settings, canvas)).cwiseAbs().maxCoeff() <
            1e-4F);
  }

  void theRangeOfPixelsIsKept() {
    const NetworkSpec network = presetExperiment("ising-3x3").network;
    const FeedForward copy(network, Parameters::initial(network, 5));
    DataSettings data;
    data.source = DataSource::Patterns;
    data.train = data.test = 0;
    const Canvas canvas = Canvas::of(loadDataset(data, 1));
    QCOMPARE(canvas.lowest(), Vector(Vector::Constant(9, -1)));
    QCOMPARE(canvas.highest(), Vector(Vector::Ones(9)));
    FeatureSettings settings;
    settings.regularisation = 0;
    const Matrix pattern = exciteMost(copy, {{0, 0}}, settings, canvas);
    QCOMPARE(pattern.minCoeff(), -1.0F);
    QCOMPARE(pattern.maxCoeff(), 1.0F);
  }

  void activeUnitsAreThoseOfTheFreeState() {
    for (const SmallNetwork& small : everyNetwork()) {
      const Parameters parameters = Parameters::initial(small.network, 5);
      const FeedForward copy(small.network, parameters);
      const Matrix input = randomInputs(small.network, 1);
      MachineSettings machine;
      machine.kind = small.machine;
      for (int n = 1; n < small.network.depth(); ++n) {
        const ActiveUnits active = activeUnits(copy, machine, parameters, input, n, 3, {7, 0}, {},
                                               canvasOf(small.network));
        const int units = unitsOf(small.network, n);
        QCOMPARE(active.units.size(), static_cast<std::size_t>(std::min(3, units)));
        for (std::size_t k = 1; k < active.units.size(); ++k)
          QVERIFY2(active.units[k - 1].activity >= active.units[k].activity, small.name);
        QCOMPARE(active.units[0].pull.size(), Eigen::Index{small.network.classes()});
        QCOMPARE(active.units[0].map.size() > 0, small.network.isConvolution(n));
      }
    }
  }

  /// The wire of a neuron below the outputs is the mean of its weights to the class.
  void wiresAndFieldsAreWeights() {
    const NetworkSpec network = smallSpins();
    const Parameters parameters = Parameters::initial(network, 5);
    const FeedForward copy(network, parameters);
    MachineSettings machine;
    machine.kind = MachineKind::Annealing;
    const ActiveUnits active = activeUnits(copy, machine, parameters, randomInputs(network, 1), 1,
                                           5, {7, 0}, {}, canvasOf(network));
    for (const ActiveUnit& unit : active.units) {
      const Weights& up = parameters.layer(2).weights;
      QVERIFY(std::abs(unit.pull[1] - (up(2, unit.unit) + up(3, unit.unit)) / 2) < 1e-6F);
      QVERIFY((unit.receptive - parameters.layer(1).weights.row(unit.unit)).norm() < 1e-6F);
    }
  }

  void stopsWhenAsked() {
    const NetworkSpec network = smallDense();
    const FeedForward copy(network, Parameters::initial(network, 5));
    std::stop_source source;
    double share = 0;
    Watch watch{source.get_token(), [&](double done) {
                  share = done;
                  if (done >= 0.5) source.request_stop();
                }};
    QVERIFY_EXCEPTION_THROWN(exciteMost(copy, {{0, 0}}, {}, canvasOf(network), watch), Cancelled);
    QVERIFY(share >= 0.5 && share < 0.6);
  }

  /// Two diagonals through 40 spins, four of which vote [5.4].
  void theCopyOfVotingSpinsTellsTheDiagonalsApart() {
    const std::unique_ptr<Run> run = startRun(presetExperiment("ising-3x3"));
    while (run->step()) {
    }
    const FeedForward copy(run->experiment().network, run->parameters());
    QCOMPARE(copy.accuracy(run->data()->test, 2).percent, 100.0);
    QCOMPARE(classPatterns(copy, *run->data(), Canvas::of(*run->data()), {}).own(), 2);
  }

  /// Fig. 5.9 and the accuracies beside it: 784-120-40 on MNIST/100, trained as published.
  void classesOfMnistAreSeenAgain() {
    Experiment experiment = presetExperiment("ising-120");
    std::unique_ptr<Run> run;
    try {
      run = startRun(experiment);
    } catch (const Error& error) {
      QSKIP(error.what());
    }
    while (run->step()) {
    }
    const FeedForward copy(experiment.network, run->parameters());
    const Canvas canvas = Canvas::of(*run->data());
    const ClassPatterns classes = classPatterns(copy, *run->data(), canvas, {});
    qInfo("accuracy of the copy: %.1f %% train, %.1f %% test (thesis: 75.4 %%, 69 %%); patterns %d",
          classes.train.percent, classes.test.percent, classes.own());
    QCOMPARE(classes.train.samples, 1000);
    QCOMPARE(classes.test.samples, 100);
    QVERIFY(classes.own() >= 9);
    for (int c = 0; c < 10; ++c) {
      if (classes.given[static_cast<std::size_t>(c)] != c) continue;
      const auto outputs = classes.outputs.col(c);
      const float own = outputs.segment(4 * c, 4).mean();
      for (int other = 0; other < 10; ++other) QVERIFY(own >= outputs.segment(4 * other, 4).mean());
    }
  }
};

QTEST_APPLESS_MAIN(TestFeatures)
#include "TestFeatures.moc"
