#include "core/insight/Pattern.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/Error.h"
#include "core/base/Random.h"
#include "core/data/Augment.h"

namespace nudge {

namespace {

constexpr float kNoise = 0.1F;

Matrix seedsOf(const NetworkSpec& network, const std::vector<Feature>& features) {
  Matrix seeds(network.size(layerOf(network, features.front())),
               static_cast<Eigen::Index>(features.size()));
  for (std::size_t k = 0; k < features.size(); ++k)
    seeds.col(static_cast<Eigen::Index>(k)) = seedOf(network, features[k]);
  return seeds;
}

Matrix startOf(const std::vector<Feature>& features, const FeatureSettings& settings,
               const Canvas& canvas) {
  const Vector low = canvas.lowest(), high = canvas.highest(), span = high - low;
  const Vector rest = Vector::Zero(low.size()).cwiseMax(low).cwiseMin(high);
  Matrix inputs = rest.replicate(1, static_cast<Eigen::Index>(features.size()));
  if (settings.start == PatternStart::Mean && canvas.mean.size() == low.size())
    inputs.colwise() = canvas.mean;
  if (settings.start != PatternStart::Noise) return inputs;
  for (std::size_t k = 0; k < features.size(); ++k) {
    const Feature& feature = features[k];
    Random random(
        static_cast<std::uint64_t>(settings.seed), Purpose::Features,
        static_cast<std::uint64_t>(feature.layer) << 32 | static_cast<std::uint64_t>(feature.unit));
    auto input = inputs.col(static_cast<Eigen::Index>(k));
    for (Eigen::Index i = 0; i < input.size(); ++i) input[i] += kNoise * span[i] * random.uniform();
  }
  return inputs;
}

/// Gives every pixel a share of the mean of its neighbours in the same channel.
void smooth(const MapShape& shape, float share, Eigen::Ref<Vector> input) {
  const Vector before = input;
  const auto at = [&](int c, int y, int x) {
    return before[(static_cast<Eigen::Index>(c) * shape.height + y) * shape.width + x];
  };
  Eigen::Index i = 0;
  for (int c = 0; c < shape.channels; ++c) {
    for (int y = 0; y < shape.height; ++y) {
      for (int x = 0; x < shape.width; ++x, ++i) {
        float sum = 0, count = 0;
        for (const auto& [dy, dx] : {std::pair{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
          const int ny = y + dy, nx = x + dx;
          if (ny < 0 || nx < 0 || ny >= shape.height || nx >= shape.width) continue;
          sum += at(c, ny, nx);
          ++count;
        }
        if (count > 0) input[i] = (1 - share) * before[i] + share * sum / count;
      }
    }
  }
}

}  // namespace

Vector seedOf(const NetworkSpec& network, const Feature& feature) {
  const int layer = layerOf(network, feature);
  const int size = network.size(layer);
  const int units = feature.layer > 0 ? unitsOf(network, layer) : network.classes();
  const int count = size / units;
  Vector seed = Vector::Zero(size);
  seed.segment(feature.unit * count, count).setConstant(1.0F / static_cast<float>(count));
  return seed;
}

Canvas Canvas::of(const Dataset& data, int most) {
  Canvas canvas{data.test.shape(), data.test.scale, {}};
  const auto count = std::min(static_cast<std::size_t>(most), data.train.count());
  if (count == 0) return canvas;
  Vector sum = Vector::Zero(static_cast<Eigen::Index>(data.train.imageSize())), image = sum;
  for (std::size_t i = 0; i < count; ++i) {
    writeSample(data.train, i, 0, {}, image.data());
    sum += image;
  }
  canvas.mean = sum / static_cast<float>(count);
  return canvas;
}

Vector Canvas::filled(float pixel) const {
  const Eigen::Index area = Eigen::Index{shape.height} * shape.width;
  Vector values(shape.channels * area);
  for (int c = 0; c < shape.channels; ++c) {
    const auto channel = static_cast<std::size_t>(std::min(c, 2));
    values.segment(c * area, area).setConstant(scale.input(pixel, channel));
  }
  return values;
}

Matrix featureGradient(const FeedForward& copy, const std::vector<Feature>& features,
                       const Matrix& inputs, FeedForward::Through through) {
  const int layer = layerOf(copy.network(), features.front());
  const FeedForward::Pass pass = copy.run(inputs, layer);
  return copy.backward(pass, seedsOf(copy.network(), features), layer, 0, through);
}

Matrix exciteMost(const FeedForward& copy, const std::vector<Feature>& features,
                  const FeatureSettings& settings, const Canvas& canvas, const Watch& watch) {
  if (features.empty()) return {};
  const Vector low = canvas.lowest(), high = canvas.highest(), span = high - low;
  const auto rate = static_cast<float>(settings.rate);
  const auto decay = static_cast<float>(settings.regularisation);
  const auto through = settings.clipped == ClippedNeurons::Pass ? FeedForward::Through::Linear
                                                                : FeedForward::Through::Exact;
  // Without activations and choices of maxima the copy is linear.
  const NetworkSpec& network = copy.network();
  const bool linear = through == FeedForward::Through::Linear &&
                      !(network.convolutional() && network.pooling == Pooling::Max);
  Matrix inputs = startOf(features, settings, canvas);
  Matrix gradient;
  for (int step = 0; step < settings.steps; ++step) {
    if (watch.stop.stop_requested()) throw Cancelled();
    if (step == 0 || !linear) gradient = featureGradient(copy, features, inputs, through);
    for (Eigen::Index k = 0; k < inputs.cols(); ++k) {
      const Vector ahead = gradient.col(k).cwiseProduct(span);
      const float size = ahead.norm() / std::sqrt(static_cast<float>(ahead.size()));
      Vector direction = size > 0 ? Vector(ahead / size) : Vector::Zero(ahead.size());
      direction.array() -= decay * inputs.col(k).array() / span.array();
      inputs.col(k) += rate * direction.cwiseProduct(span);
      if (settings.smoothing > 0)
        smooth(canvas.shape, static_cast<float>(settings.smoothing), inputs.col(k));
      inputs.col(k) = inputs.col(k).cwiseMax(low).cwiseMin(high);
    }
    if (watch.progress) watch.progress(static_cast<double>(step + 1) / settings.steps);
  }
  return inputs;
}

}  // namespace nudge
