// The two phases and the update they make, step by step, against traces of the reference program.
#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/base/Safetensors.h"
#include "core/base/StrictJson.h"
#include "core/learning/Bop.h"
#include "core/learning/Gradient.h"
#include "core/machine/Machine.h"
#include "core/machine/Recorder.h"
#include "tests/SharedData.h"
#include "tests/TestProgram.h"

using namespace nudge;

namespace {

constexpr float kTolerance = 1e-5F;

struct Trace {
  Json json;
  NetworkSpec network;
  MachineSettings machine;
  Parameters parameters;
  Batch batch;
  Nudge nudge;
};

/// Where a trace is convolutional, its maps go to `network` too.
std::vector<int> layersOf(const Json& settings, NetworkSpec& network) {
  if (settings.contains("layers")) return settings["layers"].get<std::vector<int>>();
  network.image = settings["input"].get<std::vector<int>>();
  network.convolutions = settings["conv_channels"].get<std::vector<int>>();
  network.kernel = {settings["kernel"].get<int>()};
  network.padding = {settings["padding"].get<int>()};
  network.pool = {settings["pool"].get<int>()};
  return {network.image[0] * network.image[1] * network.image[2], settings["outputs"].get<int>()};
}

Trace load(const QString& name) {
  Trace trace;
  const std::string stem = "traces/" + name.toStdString();
  trace.json = parseJson(readFile(test::referenceFile(stem + ".json"), 1 << 26), stem);
  const TensorFile tensors = TensorFile::load(test::referenceFile(stem + ".safetensors"));
  const Json& settings = trace.json["settings"];
  trace.network.layers = layersOf(settings, trace.network);
  trace.network.perClass = settings["per_class"].get<int>();
  const bool binary = settings["activation"] == "heaviside";
  trace.network.activation = binary ? Activation::Heaviside : Activation::Hardsigmoid;
  trace.machine.kind = settings["dynamics"].get<std::string>().starts_with("energy")
                           ? MachineKind::Energy
                           : MachineKind::Prototypical;
  trace.machine.freeSteps = settings["T"].get<int>();
  trace.machine.nudgeSteps = settings["K"].get<int>();
  if (settings.contains("dt") && !settings["dt"].is_null())
    trace.machine.dt = settings["dt"].get<double>();
  trace.machine.initialState = settings["initial_state"].get<double>();
  trace.nudge.beta = settings["beta"].get<float>();
  if (settings["dynamics"].get<std::string>().find("constant nudge") != std::string::npos)
    trace.nudge.kind = NudgeKind::Constant;
  trace.parameters = Parameters::fromTensors(tensors, trace.network);
  const std::vector<float> x = tensors.at("x").floats("x");
  const auto samples = tensors.at("x").shape.at(0);
  trace.batch.inputs = Eigen::Map<const Matrix>(x.data(), trace.network.inputs(), samples);
  trace.batch.labels = settings["labels"].get<std::vector<int>>();
  trace.batch.targets = targetsFor(trace.batch.labels, trace.network);
  return trace;
}

/// The largest difference between a matrix and a JSON list of its rows (or columns).
template <class Derived>
float difference(const Eigen::MatrixBase<Derived>& ours, const Json& rows) {
  float largest = 0;
  for (Eigen::Index i = 0; i < ours.rows(); ++i) {
    for (Eigen::Index j = 0; j < ours.cols(); ++j) {
      const float theirs =
          rows.at(static_cast<std::size_t>(i)).at(static_cast<std::size_t>(j)).get<float>();
      largest = std::max(largest, std::abs(ours(i, j) - theirs));
    }
  }
  return largest;
}

float difference(const Vector& ours, const Json& values) {
  float largest = 0;
  for (Eigen::Index i = 0; i < ours.size(); ++i) {
    largest =
        std::max(largest, std::abs(ours(i) - values.at(static_cast<std::size_t>(i)).get<float>()));
  }
  return largest;
}

std::vector<float> flattened(const Json& nested) {
  if (nested.is_number()) return {nested.get<float>()};
  std::vector<float> all;
  for (const Json& part : nested) {
    const std::vector<float> some = flattened(part);
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

}  // namespace

class TestTraces : public QObject {
  Q_OBJECT

  static void names() {
    QTest::addColumn<QString>("name");
    QTest::newRow("prototypical") << "proto_12_16_3";
    QTest::newRow("binary") << "binary_12_32_12";
  }
  static void allNames() {
    names();
    QTest::newRow("convolutional, prototypical") << "conv_proto_1_2_3_10";
    QTest::newRow("convolutional, binary") << "conv_binary_1_3_4_20";
  }

 private slots:
  void initTestCase() {
    if (test::referenceFile("traces/README.md").empty())
      QSKIP("no reference traces beside the project");
  }

  void everyStateOfEveryStep_data() { allNames(); }
  void everyStateOfEveryStep() {
    QFETCH(QString, name);
    const Trace trace = load(name);
    const auto machine = makeMachine(trace.network, trace.machine);
    const Trajectory trajectory =
        recordTrajectory(*machine, trace.parameters, trace.batch, trace.nudge);
    const Json& frames = trace.json["trajectory"];
    QCOMPARE(trajectory.frames.size(), frames.size());
    for (std::size_t i = 0; i < frames.size(); ++i) {
      const Frame& frame = trajectory.frames[i];
      QCOMPARE(frame.phase == Phase::Free, frames[i]["phase"] == "free");
      QCOMPARE(frame.t, frames[i]["t"].get<int>());
      for (std::size_t n = 0; n < frame.states.size(); ++n) {
        const float most = difference(frame.states[n].transpose(), frames[i]["layers"][n]);
        QVERIFY2(most < kTolerance,
                 qPrintable(QString("step %1, layer %2: %3").arg(i).arg(n + 1).arg(most)));
      }
    }
  }

  void theUpdate_data() { names(); }
  void theUpdate() {
    QFETCH(QString, name);
    Trace trace = load(name);
    const auto machine = makeMachine(trace.network, trace.machine);
    Settled free, nudged;
    machine->settle(trace.parameters, trace.batch, nullptr, nullptr, {}, free);
    machine->settle(trace.parameters, trace.batch, &trace.nudge, &free, {}, nudged);
    Gradient gradient;
    contrast(trace.network, nudged, free, trace.batch.inputs, trace.nudge.beta, gradient);

    LearningSettings learning;
    learning.gamma = {trace.json["optimizer"]["bop_gamma"].get<double>()};
    learning.tau = {trace.json["optimizer"]["bop_tau"].get<double>()};
    const float biasRate = trace.json["optimizer"]["lr_bias"].get<float>();
    Bop bop(trace.network, learning, 1);
    for (std::size_t n = 0; n < gradient.layers.size(); ++n) {
      const std::string number = std::to_string(n + 1);
      LayerParameters& layer = trace.parameters.layers[n];
      const WeightUpdate update = bop.update(n, gradient.layers[n], layer);
      layer.biases += biasRate * gradient.layers[n].bias;
      QCOMPARE(static_cast<double>(update.flips), trace.json["flips_per_layer"][n].get<double>());
      QVERIFY(difference(gradient.layers[n].bias, trace.json["bias_gradient"]["b" + number]) <
              kTolerance);
      QVERIFY(difference(*bop.momentum(n), trace.json["momentum_after_one_update"]["m" + number]) <
              kTolerance);
      QVERIFY(difference(layer.product(), trace.json["W_after"]["W" + number]) < kTolerance);
      QVERIFY(difference(layer.biases, trace.json["b_after"]["b" + number]) < kTolerance);
    }
  }

  void theGradientOfAConvolution() {
    const Trace trace = load("conv_proto_1_2_3_10");
    const auto machine = makeMachine(trace.network, trace.machine);
    Settled free, nudged;
    machine->settle(trace.parameters, trace.batch, nullptr, nullptr, {}, free);
    machine->settle(trace.parameters, trace.batch, &trace.nudge, &free, {}, nudged);
    Gradient gradient;
    contrast(trace.network, nudged, free, trace.batch.inputs, trace.nudge.beta, gradient);
    for (std::size_t n = 0; n < gradient.layers.size(); ++n) {
      const std::string number = std::to_string(n + 1);
      const Json& theirs = trace.json["gradient"]["W" + number];
      const Weights ours = gradient.layers[n].weights();
      const std::vector<float> flat = flattened(theirs);
      QCOMPARE(static_cast<Eigen::Index>(flat.size()), ours.size());
      const Eigen::Map<const Weights> expected(flat.data(), ours.rows(), ours.cols());
      // Sums over all positions gather the rounding of their states.
      QVERIFY2(
          (ours - expected).cwiseAbs().maxCoeff() < 3 * kTolerance,
          qPrintable(QString("W%1: %2").arg(n + 1).arg((ours - expected).cwiseAbs().maxCoeff())));
      QVERIFY(difference(gradient.layers[n].bias, trace.json["gradient"]["b" + number]) <
              kTolerance);
    }
  }
};

QTEST_APPLESS_MAIN(TestTraces)
#include "TestTraces.moc"
