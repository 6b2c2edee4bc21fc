#include "core/insight/FeedForward.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/data/Augment.h"
#include "core/learning/Prediction.h"

namespace nudge {

namespace {
constexpr int kChunk = 128;  // samples at a time, on one thread
}

FeedForward::FeedForward(NetworkSpec network, const Parameters& parameters, double gain)
    : network_(std::move(network)) {
  const auto g = static_cast<float>(gain);
  if (network_.spins()) {
    slope_ = g;
    lower_ = -1 / g;
    upper_ = 1 / g;
  } else if (network_.binaryActivations()) {
    slope_ = g;
    lower_ = 0.5F - 0.5F / g;
    upper_ = 0.5F + 0.5F / g;
  }
  for (int n = 1; n <= network_.depth(); ++n) {
    if (network_.isConvolution(n)) {
      PackedConvolution& packed = convolutions_.emplace_back();
      packed.maps = PaddedMaps(network_.convolution(n));
      packed.pack(parameters.layer(n));
      continue;
    }
    LayerParameters& layer = dense_.emplace_back();
    layer.weights = parameters.layer(n).product();
    layer.biases = parameters.layer(n).biases;
  }
}

Matrix FeedForward::activation(const Matrix& input) const {
  const float low = network_.lowest();
  return ((input.array() - lower_) * slope_ + low).max(low).min(1.0F);
}

Matrix FeedForward::up(int n, const Matrix& below, PoolChoice& choice) const {
  if (!network_.isConvolution(n)) {
    choice.resize(0, 0);
    const LayerParameters& layer = dense_[static_cast<std::size_t>(n) - 1 - convolutions_.size()];
    return (layer.weights * below).colwise() + layer.biases;
  }
  const PackedConvolution& packed = convolutions_[static_cast<std::size_t>(n) - 1];
  const bool maxPooled = network_.pooling == Pooling::Max;
  const MapShape above = network_.shape(n);
  Matrix input(static_cast<Eigen::Index>(above.size()), below.cols());
  choice.resize(maxPooled ? input.rows() : 0, maxPooled ? below.cols() : 0);
  parallelFor(static_cast<int>(below.cols()), [&](int i) {
    Vector pooled(input.rows());
    std::vector<std::int32_t> places(static_cast<std::size_t>(input.rows()));
    const std::vector<float> padded = packed.maps.padded(below.col(i).data());
    kernels::convolvePooled(packed.maps.kernel(), padded.data(), packed.up.data(),
                            packed.biases.data(), pooled.data(),
                            maxPooled ? places.data() : nullptr);
    toChannels(above, pooled.data(), input.col(i).data());
    if (maxPooled) toChannels(above, places.data(), choice.col(i).data());
  });
  return input;
}

Matrix FeedForward::down(int n, const Matrix& above, const PoolChoice& choice) const {
  if (!network_.isConvolution(n)) {
    return dense_[static_cast<std::size_t>(n) - 1 - convolutions_.size()].weights.transpose() *
           above;
  }
  const PackedConvolution& packed = convolutions_[static_cast<std::size_t>(n) - 1];
  const MapShape shape = network_.shape(n), below = network_.shape(n - 1);
  Matrix input(static_cast<Eigen::Index>(below.size()), above.cols());
  parallelFor(static_cast<int>(above.cols()), [&](int i) {
    Vector pixels(above.rows());
    std::vector<std::int32_t> places(static_cast<std::size_t>(above.rows()));
    toPixels(shape, above.col(i).data(), pixels.data());
    if (choice.size() > 0) toPixels(shape, choice.col(i).data(), places.data());
    std::vector<float> padded(packed.maps.size(), 0.0F);
    packed.spread(pixels.data(), choice.size() > 0 ? places.data() : nullptr, padded.data());
    std::vector<float> inside(static_cast<std::size_t>(below.size()), 0.0F);
    packed.maps.addInside(padded.data(), inside.data());
    toChannels(below, inside.data(), input.col(i).data());
  });
  return input;
}

FeedForward::Pass FeedForward::run(const Matrix& inputs, int last) const {
  Pass pass;
  const Matrix* below = &inputs;
  const int depth = last > 0 ? last : network_.depth();
  pass.activations.reserve(static_cast<std::size_t>(depth));
  for (int n = 1; n <= depth; ++n) {
    pass.inputs.push_back(up(n, *below, pass.choices.emplace_back()));
    pass.activations.push_back(activation(pass.inputs.back()));
    below = &pass.activations.back();
  }
  return pass;
}

Matrix FeedForward::backward(const Pass& pass, const Matrix& seeds, int from, int to,
                             Through through) const {
  Matrix gradient = seeds;
  for (int n = from; n > to; --n) {
    gradient = down(n, gradient, pass.choices[static_cast<std::size_t>(n) - 1]);
    if (n - 1 == to || through == Through::Linear) continue;
    const auto z = pass.inputs[static_cast<std::size_t>(n) - 2].array();
    gradient = (z > lower_ && z < upper_).select(gradient.array() * slope_, 0.0F);
  }
  return gradient;
}

std::vector<int> FeedForward::predict(const Pass& pass) const {
  // So small a share of z changes no order but that of equals.
  const float span = pass.inputs.back().cwiseAbs().maxCoeff();
  const Matrix scores = pass.outputs() + pass.inputs.back() * (1e-3F / std::max(span, 1e-6F));
  return predictByMean(scores, network_.perClass);
}

Accuracy FeedForward::accuracy(const ImageSet& images, int most,
                               const std::stop_token& stop) const {
  Accuracy result{std::numeric_limits<double>::quiet_NaN(), 0};
  result.samples = std::min(most, static_cast<int>(images.count()));
  if (result.samples <= 0) return result;
  const int chunks = (result.samples + kChunk - 1) / kChunk;
  std::vector<int> errors(static_cast<std::size_t>(chunks));
  parallelFor(chunks, [&](int chunk) {
    if (stop.stop_requested()) throw Cancelled();
    const int first = chunk * kChunk, count = std::min(kChunk, result.samples - first);
    std::vector<std::uint32_t> indices(static_cast<std::size_t>(count));
    std::iota(indices.begin(), indices.end(), static_cast<std::uint32_t>(first));
    Matrix inputs;
    writeSamples(images, indices, {}, inputs);
    const std::vector<int> labels(images.labels.begin() + first,
                                  images.labels.begin() + first + count);
    errors[static_cast<std::size_t>(chunk)] = countErrors(predict(run(inputs)), labels);
  });
  const int wrong = std::accumulate(errors.begin(), errors.end(), 0);
  result.percent = 100.0 * (result.samples - wrong) / result.samples;
  return result;
}

}  // namespace nudge
