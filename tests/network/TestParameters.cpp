#include <cmath>

#include <QtTest>

#include "core/base/Error.h"
#include "core/network/Parameters.h"
#include "tests/TestProgram.h"

using namespace nudge;

class TestParameters : public QObject {
  Q_OBJECT

  static std::string failure(const TensorFile& file, const NetworkSpec& network) {
    try {
      Parameters::fromTensors(file, network);
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

 private slots:
  void algorithm7() {
    NetworkSpec network;
    network.layers = {784, 512, 10};
    const Parameters parameters = Parameters::initial(network, 1);
    // α = mean |w_init| = half the bound 1/√fan_in, rounded to four decimals: 0.0179 and 0.0221.
    QCOMPARE(parameters.layers[0].scaling[0], 0.0179F);
    QVERIFY(std::abs(parameters.layers[1].scaling[0] - 0.0221F) < 0.0005F);
    QVERIFY(std::abs(parameters.layers[0].signs.toFloats().mean()) < 0.01F);
    QVERIFY(parameters.layers[0].biases.cwiseAbs().maxCoeff() <= 1.0F / 28);
    QVERIFY(parameters.layers[0].biases.cwiseAbs().maxCoeff() > 0.9F / 28);
    network.biases = BiasStart::Zero;
    network.weights = WeightKind::Real;
    const Parameters real = Parameters::initial(network, 1);
    QVERIFY((real.layers[0].biases.array() == 0).all());
    QCOMPARE(real.layers[0].scaling[0], 1.0F);
    QVERIFY(real.layers[0].weights.cwiseAbs().maxCoeff() <= 1.0F / 28);
  }

  void oneScalingFactorForAllLayers() {
    NetworkSpec network;
    network.layers = {2352, 20, 10};
    network.image = {3, 28, 28};
    network.convolutions = {4};
    const Parameters before = Parameters::initial(network, 1);
    network.scalingStart = 0.02;
    const Parameters parameters = Parameters::initial(network, 1);
    for (std::size_t n = 0; n < 3; ++n) {
      QVERIFY((parameters.layers[n].scaling.array() == 0.02F).all());
      QCOMPARE(parameters.layers[n].scaling.size(), before.layers[n].scaling.size());
      QVERIFY(parameters.layers[n].signs == before.layers[n].signs);
    }
    QVERIFY(network.problems().empty());
    network.weights = WeightKind::Real;
    QCOMPARE(network.problems().size(), std::size_t(1));
  }

  void throughTensors() {
    NetworkSpec network;
    network.layers = {6, 5, 4};
    const Parameters parameters = Parameters::initial(network, 3);
    const TensorFile file = parameters.toTensors(network);
    const Parameters again = Parameters::fromTensors(file, network);
    for (std::size_t n = 0; n < 2; ++n) {
      QVERIFY(again.layers[n] == parameters.layers[n]);
    }
    QCOMPARE(again.toTensors(network).serialise(), file.serialise());
  }

  void productsOfSignAndScale() {
    NetworkSpec network;
    network.layers = {3, 2};
    TensorFile file;
    const std::vector<float> w{0.25F, -0.25F, 0.25F, 0.25F, 0.25F, -0.25F};
    const std::vector<float> b{0, 1};
    file.tensors["W1"] = Tensor::of(std::span<const float>(w), {2, 3});
    file.tensors["b1"] = Tensor::of(std::span<const float>(b), {2});
    const Parameters parameters = Parameters::fromTensors(file, network);
    QCOMPARE(parameters.layers[0].scaling[0], 0.25F);
    QCOMPARE(parameters.layers[0].signs(0, 1), -1.0F);
  }

  void badTensorsAreRefused() {
    NetworkSpec network;
    network.layers = {6, 5, 4};
    const TensorFile good = Parameters::initial(network, 3).toTensors(network);
    QVERIFY(failure(good, network).empty());
    TensorFile bad = good;
    bad.tensors.erase("b2");
    QCOMPARE(failure(bad, network), std::string("tensor b2: is missing."));
    NetworkSpec other = network;
    other.layers = {6, 7, 4};
    QVERIFY(failure(good, other)
                .starts_with("tensor W1: has the shape [5, 6]; the network needs [7, 6]"));
    bad = good;
    bad.tensors["b1"].bytes.assign(bad.tensors["b1"].bytes.size(), '\xff');
    QVERIFY(failure(bad, network).find("not finite") != std::string::npos);
    bad = good;
    bad.tensors["W1"].bytes.replace(0, 4, std::string("\0\0\0\x40", 4));  // 2.0
    QVERIFY(failure(bad, network).find("not binary") != std::string::npos);
    network.weights = WeightKind::Real;
    QVERIFY(failure(bad, network).empty());
  }
};

QTEST_APPLESS_MAIN(TestParameters)
#include "TestParameters.moc"
