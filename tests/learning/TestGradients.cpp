#include <cmath>

#include "SmallNetworks.h"

#include <QtTest>

#include "core/insight/GradientCheck.h"
#include "core/learning/ThroughTime.h"
#include "core/learning/Trainer.h"
#include "tests/TestProgram.h"

using namespace nudge;

namespace {

constexpr int kSamples = 3;

/// The same values with weights that can be varied one by one.
Parameters withRealWeights(const Parameters& parameters) {
  Parameters real = parameters;
  for (LayerParameters& layer : real.layers) {
    if (!layer.binary()) continue;
    layer.weights = layer.product();
    layer.signs = {};
    layer.scaling = Vector::Ones(1);
  }
  return real;
}

/// Σ over samples of ρᵀWρ + bᵀρ, the part of −E that parameters are in, pooled as `state` is.
double interaction(const NetworkSpec& network, const Parameters& parameters, const Batch& batch,
                   const Settled& state) {
  double sum = 0;
  const std::vector<Link> links = linksOf(network, parameters);
  for (std::size_t n = 0; n < links.size(); ++n) {
    const PoolChoice choice = n < state.choices.size() ? state.choices[n] : PoolChoice();
    const Matrix& below = n == 0 ? batch.inputs : state.activation(n - 1);
    const Matrix& above = state.activation(n);
    sum += links[n].upChosen(below, choice).cast<double>().cwiseProduct(above.cast<double>()).sum();
    sum += links[n].biasSums(above).dot(parameters.layers[n].biases.cast<double>());
  }
  return sum;
}

/// Central differences of a function of the parameters, which is near to linear in each of them.
template <class Function>
void differences(Parameters parameters, float step, const Function& function,
                 std::vector<Weights>& weights, std::vector<Vector>& biases) {
  weights.clear();
  biases.clear();
  for (LayerParameters& layer : parameters.layers) {
    const auto vary = [&](float& value) {
      const float kept = value;
      value = kept + step;
      const double above = function(parameters);
      value = kept - step;
      const double below = function(parameters);
      value = kept;
      return static_cast<float>((above - below) / (2 * static_cast<double>(step)));
    };
    Weights& w = weights.emplace_back(layer.rows(), layer.cols());
    for (Eigen::Index i = 0; i < w.size(); ++i) w.data()[i] = vary(layer.weights.data()[i]);
    Vector& b = biases.emplace_back(layer.rows());
    for (Eigen::Index i = 0; i < b.size(); ++i) b[i] = vary(layer.biases[i]);
  }
}

struct Estimator {
  const char* name;
  EstimatorKind kind;
  NudgeKind nudge;
};

const std::vector<Estimator> kEstimators{
    {"one side", EstimatorKind::OneSided, NudgeKind::Elastic},
    {"one side, constant", EstimatorKind::OneSided, NudgeKind::Constant},
    {"random sign", EstimatorKind::RandomSign, NudgeKind::Elastic},
    {"random sign, constant", EstimatorKind::RandomSign, NudgeKind::Constant},
    {"symmetric", EstimatorKind::Symmetric, NudgeKind::Elastic},
    {"symmetric, constant", EstimatorKind::Symmetric, NudgeKind::Constant},
    {"contrastive Hebbian", EstimatorKind::ContrastiveHebbian, NudgeKind::Elastic},
    {"coupled", EstimatorKind::Coupled, NudgeKind::Elastic},
};

/// What a trainer makes of a mini-batch, with an optimiser that lets the gradient be read.
LearningSettings readable(const NetworkSpec& network, const Estimator& estimator) {
  LearningSettings learning;
  learning.estimator = estimator.kind;
  learning.nudge = estimator.nudge;
  learning.beta = 0.5;
  learning.optimizer = network.binaryWeights() ? OptimizerKind::Bop : OptimizerKind::Sgd;
  learning.gamma = {0.5};
  learning.tau = {1e6};
  learning.weightRate = {1};
  learning.biasRate = {1};
  return learning;
}

/// g_W from what became of the optimiser's memory.
Weights gradientOf(const Trainer& trainer, const NetworkSpec& network, std::size_t n) {
  const Weights momentum = *trainer.optimizer().momentum(n);
  return network.binaryWeights() ? Weights(momentum / 0.5F) : momentum;
}

/// Passes over what could not be measured, which is NaN; more than half must have been.
void compare(const Weights& measured, const Weights& expected, const char* what, std::size_t n,
             float tolerance = 2e-3F) {
  const auto known = (expected.array() == expected.array()).eval();
  QVERIFY2(2 * known.count() > expected.size(), what);
  const float largest = std::max(1e-3F, known.select(expected, 0).cwiseAbs().maxCoeff());
  const float off = known.select(measured - expected, 0).cwiseAbs().maxCoeff();
  QVERIFY2(off <= tolerance * largest, qPrintable(QString("%1 of layer %2: %3 off, largest %4")
                                                      .arg(what)
                                                      .arg(n + 1)
                                                      .arg(static_cast<double>(off))
                                                      .arg(static_cast<double>(largest))));
}

/// A network whose states rest between the clamps, so that the loss has derivatives of all orders.
SmallNetwork smooth(const SmallNetwork& small, Parameters& parameters) {
  SmallNetwork changed = small;
  parameters = Parameters::initial(changed.network, 5);
  for (LayerParameters& layer : parameters.layers) {
    layer.biases.setConstant(0.4F);
    layer.scaling *= 0.4F;
    layer.weights *= 0.4F;
  }
  return changed;
}

/// Networks with activations that have a slope.
std::vector<SmallNetwork> realNetworks() {
  std::vector<SmallNetwork> all;
  for (const SmallNetwork& small : smallNetworks()) {
    if (!small.network.binaryActivations()) all.push_back(small);
  }
  return all;
}

void addRows(const std::vector<SmallNetwork>& networks) {
  QTest::addColumn<int>("index");
  for (std::size_t i = 0; i < networks.size(); ++i)
    QTest::newRow(networks[i].name) << static_cast<int>(i);
}

/// The slope of log(error) over log(β), by least squares.
double slopeOf(const std::vector<double>& betas, const std::vector<double>& errors) {
  double x = 0, y = 0, xx = 0, xy = 0;
  for (std::size_t i = 0; i < betas.size(); ++i) {
    const double a = std::log(betas[i]), b = std::log(errors[i]);
    x += a, y += b, xx += a * a, xy += a * b;
  }
  const auto n = static_cast<double>(betas.size());
  return (n * xy - x * y) / (n * xx - x * x);
}

}  // namespace

class TestGradients : public QObject {
  Q_OBJECT
 private slots:
  void estimatesAreDifferencesOfTheEnergy_data() { addRows(smallNetworks()); }
  void estimatesAreDifferencesOfTheEnergy() {
    QFETCH(int, index);
    const SmallNetwork small = smallNetworks()[static_cast<std::size_t>(index)];
    const NetworkSpec& network = small.network;
    const MachineSettings machine = settlingFor(small.machine);
    const Parameters parameters = Parameters::initial(network, 3);
    const Batch batch = uniformBatch(network, kSamples, 4);
    for (const Estimator& estimator : kEstimators) {
      const LearningSettings learning = readable(network, estimator);
      QVERIFY(learning.problems(network, machine).empty());
      Trainer trainer(network, machine, learning, parameters, 1);
      trainer.train(batch, 0, {});
      const Nudge nudge = learning.nudgeWith(nudgingFactor(learning, 1, 0));
      Settled other = trainer.free();
      float delta = nudge.beta;
      if (estimator.kind == EstimatorKind::Symmetric) {
        const Nudge opposite{-nudge.beta, nudge.kind};
        makeMachine(network, machine)
            ->settle(parameters, batch, &opposite, &trainer.free(), {}, other);
        delta = 2 * nudge.beta;
      }
      std::vector<Weights> weights;
      std::vector<Vector> biases;
      const auto gain = [&](const Parameters& varied) {
        return (interaction(network, varied, batch, trainer.nudged()) -
                interaction(network, varied, batch, other)) /
               (static_cast<double>(delta) * kSamples);
      };
      differences(withRealWeights(parameters), 1.0F / 16, gain, weights, biases);
      for (std::size_t n = 0; n < weights.size(); ++n) {
        compare(gradientOf(trainer, network, n), weights[n], estimator.name, n);
        const Vector moved = trainer.parameters().layers[n].biases - parameters.layers[n].biases;
        compare(moved, biases[n], estimator.name, n);
      }
    }
  }

  void theEnergyIsWhatIsVaried_data() { addRows(smallNetworks()); }
  void theEnergyIsWhatIsVaried() {
    QFETCH(int, index);
    const SmallNetwork small = smallNetworks()[static_cast<std::size_t>(index)];
    const Parameters parameters = Parameters::initial(small.network, 3);
    const Batch batch = uniformBatch(small.network, kSamples, 4);
    const auto machine = makeMachine(small.network, settlingFor(small.machine));
    Settled free;
    machine->settle(parameters, batch, nullptr, nullptr, {}, free);
    double expected = -interaction(small.network, parameters, batch, free);
    if (small.machine == MachineKind::Energy) {
      for (const Matrix& layer : free.states) expected += 0.5 * layer.cast<double>().squaredNorm();
    }
    const double energy = machine->energyMeter(parameters)->energies(free.drive, free).sum();
    QVERIFY2(std::abs(energy - expected) < 1e-4 * std::max(1.0, std::abs(expected)),
             qPrintable(QString("%1 against %2").arg(energy).arg(expected)));
  }

  void gradientsThroughTimeAreDifferencesOfTheLoss_data() { addRows(realNetworks()); }
  void gradientsThroughTimeAreDifferencesOfTheLoss() {
    QFETCH(int, index);
    const SmallNetwork given = realNetworks()[static_cast<std::size_t>(index)];
    Parameters parameters;
    const SmallNetwork small = smooth(given, parameters);
    NetworkSpec network = small.network;
    parameters = withRealWeights(parameters);
    network.weights = WeightKind::Real;
    const Batch batch = uniformBatch(network, 1, 4);
    MachineSettings settings = settlingFor(small.machine);
    Settled free;
    makeMachine(network, settings)->settle(parameters, batch, nullptr, nullptr, {}, free);
    settings.freeSteps = 7;
    settings.nudgeSteps = 7;
    settings.earlyStop = false;
    const auto machine = makeMachine(network, settings);
    Gradient gradient;
    gradientThroughTime(network, Dynamics::of(network, settings), parameters, batch, free, 7, {},
                        gradient);
    std::vector<Weights> weights;
    std::vector<Vector> biases;
    const auto gain = [&](const Parameters& varied) {
      Settled end;
      machine->settle(varied, batch, nullptr, &free, {}, end);
      const bool chosenAnew = !free.choices.empty() && end.choices[0] != free.choices[0];
      if (chosenAnew) return std::nan("");  // There the loss has a corner.
      return -losses(end.outputs(), batch.targets).sum();
    };
    differences(parameters, 1.0F / 1024, gain, weights, biases);
    for (std::size_t n = 0; n < weights.size(); ++n) {
      compare(gradient.layers[n].weights(), weights[n], "weights through time", n, 2e-2F);
      compare(gradient.layers[n].bias, biases[n], "biases through time", n, 2e-2F);
    }
  }

  /// One side is off by a multiple of β, two sides by one of β² [3.20; Laborieux et al. 2021].
  void errorsFallWithTheNudge_data() { addRows(realNetworks()); }
  void errorsFallWithTheNudge() {
    QFETCH(int, index);
    Parameters parameters;
    const SmallNetwork small = smooth(realNetworks()[static_cast<std::size_t>(index)], parameters);
    const NetworkSpec& network = small.network;
    const MachineSettings settings = settlingFor(small.machine);
    const Batch batch = uniformBatch(network, kSamples, 4);
    const std::vector<double> betas{0.2, 0.1, 0.05, 0.025};
    for (const EstimatorKind kind : {EstimatorKind::OneSided, EstimatorKind::Symmetric}) {
      std::vector<double> errors;
      for (const double beta : betas) {
        LearningSettings learning;
        learning.estimator = kind;
        learning.beta = kind == EstimatorKind::Symmetric ? beta : beta / 2;
        const GradientCheck check = checkGradient(network, settings, learning, parameters, batch);
        errors.push_back(check.layers.front().back().relativeError);
      }
      const double slope = slopeOf(betas, errors);
      const double order = kind == EstimatorKind::Symmetric ? 2 : 1;
      QVERIFY2(std::abs(slope - order) < 0.15,
               qPrintable(QString("order %1: slope %2, errors %3 … %4")
                              .arg(order)
                              .arg(slope)
                              .arg(errors.front())
                              .arg(errors.back())));
    }
  }
};

QTEST_APPLESS_MAIN(TestGradients)
#include "TestGradients.moc"
