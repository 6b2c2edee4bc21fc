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

/// The places of a convolution before it is pooled, as a convolution of its own.
Convolution unpooled(Convolution link) {
  link.pool = 1;
  return link;
}

/// Calls visit(pooled neuron, place) for every place of every window.
template <class Visit>
void eachPlace(const Convolution& link, const Visit& visit) {
  const MapShape above = link.above();
  for (int c = 0; c < above.channels; ++c) {
    for (int y = 0; y < above.height * link.pool; ++y) {
      for (int x = 0; x < above.width * link.pool; ++x) {
        visit((c * above.height + y / link.pool) * above.width + x / link.pool,
              (c * link.rawHeight() + y) * link.rawWidth() + x);
      }
    }
  }
}

}  // namespace

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
      const Convolution link = network_.convolution(n);
      packed.maps = PaddedMaps(votes(n) ? unpooled(link) : link);
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

Matrix FeedForward::through(const Matrix& gradient, const Matrix& input) const {
  const auto z = input.array();
  return (z > lower_ && z < upper_).select(gradient.array() * slope_, 0.0F);
}

Matrix FeedForward::convolve(int n, const Matrix& below, PoolChoice& choice) const {
  const PackedConvolution& packed = convolutions_[static_cast<std::size_t>(n) - 1];
  const bool maxPooled = network_.pooling == Pooling::Max;
  const MapShape above = packed.maps.convolution().above();
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

Matrix FeedForward::spread(int n, const Matrix& above, const PoolChoice& choice) const {
  const PackedConvolution& packed = convolutions_[static_cast<std::size_t>(n) - 1];
  const MapShape shape = packed.maps.convolution().above(), below = network_.shape(n - 1);
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

Matrix FeedForward::up(int n, const Matrix& below, PoolChoice& choice, Matrix* places) const {
  if (!network_.isConvolution(n)) {
    choice.resize(0, 0);
    const LayerParameters& layer = dense_[static_cast<std::size_t>(n) - 1 - convolutions_.size()];
    return (layer.weights * below).colwise() + layer.biases;
  }
  Matrix input = convolve(n, below, choice);
  if (!votes(n)) return input;
  const Convolution link = network_.convolution(n);
  const Matrix answers = activation(input) / static_cast<float>(link.pool * link.pool);
  Matrix pooled = Matrix::Zero(network_.size(n), below.cols());
  eachPlace(link, [&](int neuron, int place) { pooled.row(neuron) += answers.row(place); });
  if (places != nullptr) *places = std::move(input);
  return pooled;
}

Matrix FeedForward::down(int n, const Matrix& above, const PoolChoice& choice,
                         const Matrix* places) const {
  if (!network_.isConvolution(n)) {
    return dense_[static_cast<std::size_t>(n) - 1 - convolutions_.size()].weights.transpose() *
           above;
  }
  if (!votes(n)) return spread(n, above, choice);
  const Convolution link = network_.convolution(n);
  Matrix each =
      Matrix::Zero(Eigen::Index{link.channels} * link.rawHeight() * link.rawWidth(), above.cols());
  const float share = 1.0F / static_cast<float>(link.pool * link.pool);
  eachPlace(link, [&](int neuron, int place) { each.row(place) = share * above.row(neuron); });
  return spread(n, places != nullptr ? through(each, *places) : each, choice);
}

FeedForward::Pass FeedForward::run(const Matrix& inputs, int last) const {
  Pass pass;
  const Matrix* below = &inputs;
  const int depth = last > 0 ? last : network_.depth();
  pass.activations.reserve(static_cast<std::size_t>(depth));
  for (int n = 1; n <= depth; ++n) {
    pass.inputs.push_back(up(n, *below, pass.choices.emplace_back(), &pass.places.emplace_back()));
    pass.activations.push_back(activation(pass.inputs.back()));
    below = &pass.activations.back();
  }
  return pass;
}

Matrix FeedForward::backward(const Pass& pass, const Matrix& seeds, int from, int to,
                             Through through) const {
  Matrix gradient = seeds;
  const bool exact = through == Through::Exact;
  for (int n = from; n > to; --n) {
    const auto index = static_cast<std::size_t>(n) - 1;
    gradient = down(n, gradient, pass.choices[index], exact ? &pass.places[index] : nullptr);
    if (n - 1 > to && exact) gradient = this->through(gradient, pass.inputs[index - 1]);
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
