#include "core/insight/ActiveUnits.h"

#include <algorithm>
#include <numeric>

#include "core/learning/Prediction.h"

namespace nudge {

namespace {

constexpr float kRounding = 1e-6F;

using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// The mean over channels of maps that lie channel by channel.
Matrix meanMap(const float* values, const MapShape& shape) {
  Matrix mean = Matrix::Zero(shape.height, shape.width);
  const Eigen::Index area = Eigen::Index{shape.height} * shape.width;
  for (int c = 0; c < shape.channels; ++c)
    mean += Eigen::Map<const RowMajor>(values + c * area, shape.height, shape.width);
  return mean / static_cast<float>(shape.channels);
}

/// Means over the neurons of each unit.
Vector unitMeans(const Vector& neurons, int units) {
  const Eigen::Index each = neurons.size() / units;
  return neurons.reshaped(each, units).colwise().mean().transpose();
}

/// What a neuron of layer n is told in the free state: from below, by its bias and from above.
Vector fieldsOf(const FeedForward& copy, const Settled& free, const Vector& image, int n) {
  const auto activation = [&](int m) -> Matrix {
    return m == 0 ? Matrix(image)
                  : Matrix(free.activation(static_cast<std::size_t>(m) - 1).rowwise().mean());
  };
  PoolChoice choice, above;
  Matrix fields = copy.up(n, activation(n - 1), choice);
  copy.up(n + 1, activation(n), above);  // for the choices
  fields += copy.down(n + 1, activation(n + 1), above);
  return fields;
}

/// The first `count` units by activity, then by field, then by number.
std::vector<int> mostActive(const Vector& activities, const Vector& fields, int count) {
  std::vector<int> order(static_cast<std::size_t>(activities.size()));
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    if (activities[a] != activities[b]) return activities[a] > activities[b];
    return fields[a] > fields[b];
  });
  order.resize(std::min(order.size(), static_cast<std::size_t>(std::max(0, count))));
  return order;
}

/// What each neuron of layer n does to each class's mean output, [neurons × classes].
Matrix pulls(const FeedForward& copy, const Vector& image, int n) {
  const NetworkSpec& network = copy.network();
  const FeedForward::Pass pass = copy.run(image.replicate(1, network.classes()));
  Matrix seeds(network.outputs(), network.classes());
  for (int c = 0; c < network.classes(); ++c) seeds.col(c) = seedOf(network, {0, c});
  const Matrix pull = copy.backward(pass, seeds, network.depth(), n, FeedForward::Through::Linear);
  // What sums of opposite weights leave by rounding is nothing.
  return (pull.array().abs() > kRounding * pull.cwiseAbs().maxCoeff()).select(pull, 0.0F);
}

}  // namespace

Matrix receptiveField(const FeedForward& copy, const Parameters& parameters, const Feature& feature,
                      const Vector& image, const MapShape& shape) {
  const NetworkSpec& network = copy.network();
  const int layer = layerOf(network, feature);
  if (feature.layer > 0 && network.isConvolution(layer)) {
    const Convolution link = network.convolution(layer);
    std::vector<float> filter(static_cast<std::size_t>(link.fanIn()));
    parameters.layer(layer).unpackRow(feature.unit, filter.data());
    return meanMap(filter.data(), {link.below.channels, link.kernel, link.kernel});
  }
  const FeedForward::Pass pass = copy.run(image, layer);
  const Matrix field =
      copy.backward(pass, seedOf(network, feature), layer, 0, FeedForward::Through::Linear);
  return meanMap(field.data(), shape);
}

ActiveUnits activeUnits(const FeedForward& copy, const MachineSettings& machine,
                        const Parameters& parameters, const Vector& image, int layer, int count,
                        const Draw& draw, const FeatureSettings& settings, const Canvas& canvas,
                        const Watch& watch) {
  const NetworkSpec& network = copy.network();
  Batch batch;
  batch.inputs = image;
  batch.labels = {0};
  batch.targets = targetsFor(batch.labels, network);
  Settled free;
  makeMachine(network, machine.forLooking())
      ->settle(parameters, batch, nullptr, nullptr, {watch.stop, nullptr, draw}, free);
  ActiveUnits result;
  result.layer = layer;
  result.image = image;
  result.outputs = meanOutputs(free).col(0);
  result.predicted = predictByMean(result.outputs, network.perClass).front();
  result.copied = copy.predict(copy.run(image)).front();
  const int units = unitsOf(network, layer);
  const Vector neurons = free.activation(static_cast<std::size_t>(layer) - 1).rowwise().mean();
  const Vector activities = unitMeans(neurons, units);
  const Vector fields = unitMeans(fieldsOf(copy, free, image, layer), units);
  const Matrix pull = pulls(copy, image, layer);
  const Eigen::Index each = neurons.size() / units;
  const MapShape maps = network.shape(layer);
  std::vector<Feature> features;
  for (const int unit : mostActive(activities, fields, count)) {
    ActiveUnit& active = result.units.emplace_back();
    features.push_back({layer, unit});
    active.unit = unit;
    active.activity = static_cast<double>(activities[unit]);
    active.field = static_cast<double>(fields[unit]);
    active.pull = pull.middleRows(unit * each, each).colwise().sum().transpose();
    active.receptive = receptiveField(copy, parameters, features.back(), image, canvas.shape);
    active.filter = network.isConvolution(layer);
    if (active.filter)
      active.map = meanMap(neurons.data() + unit * each, {1, maps.height, maps.width});
  }
  const Matrix patterns = exciteMost(copy, features, settings, canvas, watch);
  for (std::size_t k = 0; k < result.units.size(); ++k)
    result.units[k].pattern = patterns.col(static_cast<Eigen::Index>(k));
  return result;
}

}  // namespace nudge
