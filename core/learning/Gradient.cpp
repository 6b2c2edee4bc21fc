#include "core/learning/Gradient.h"

#include <algorithm>
#include <cstring>
#include <numeric>

#include "core/base/Parallel.h"
#include "core/kernels/BitStep.h"
#include "core/kernels/BitSums.h"
#include "core/kernels/RowSums.h"
#include "core/learning/ConvolutionContrast.h"

namespace nudge {

namespace {

// Rows of a difference that are looked at together, while they are in the cache.
constexpr Eigen::Index kRowsAtOnce = 64;
// Neurons that are compared together, to pass over those that did not change.
constexpr Eigen::Index kTogether = 16;
// A row with more than this share of its entries is quicker in a matrix product.
constexpr double kSparse = 0.35;

/// The entries of a row that are not zero.
struct Sparse {
  std::vector<std::int32_t> places;
  std::vector<float> values;
  std::size_t count = 0;

  void gather(const float* row, std::size_t size) {
    places.resize(size);
    values.resize(size);
    count = kernels::gatherNonZero(row, size, places.data(), values.data());
  }
  std::span<const std::int32_t> which() const { return {places.data(), count}; }
};

}  // namespace

void LayerGradient::unpackRows(std::span<const Eigen::Index> rows, Weights& into) const {
  if (sums.size() > 0) {
    for (std::size_t r = 0; r < rows.size(); ++r)
      into.row(static_cast<Eigen::Index>(r)).head(columns) = sums.row(rows[r]);
    return;
  }
  thread_local Sparse sparse;
  thread_local Weights full, product;
  thread_local std::vector<std::size_t> fullRows;
  fullRows.clear();
  full.resize(static_cast<Eigen::Index>(rows.size()), left.cols());
  const auto stride = static_cast<std::size_t>(columns);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    sparse.gather(left.row(rows[r]).data(), static_cast<std::size_t>(left.cols()));
    float* const row = into.row(static_cast<Eigen::Index>(r)).data();
    if (!rightBits.empty()) {
      std::fill_n(row, paddedColumns(), 0.0F);
      kernels::sumWhereSet({rightBits.data(), (stride + 63) / 64}, sparse.which(),
                           sparse.values.data(), row);
    } else if (static_cast<double>(sparse.count) <= kSparse * static_cast<double>(left.cols())) {
      kernels::sumRows(right.data(), stride, sparse.which(), sparse.values.data(), row, stride);
    } else {
      full.row(static_cast<Eigen::Index>(fullRows.size())) = left.row(rows[r]);
      fullRows.push_back(r);
    }
  }
  if (fullRows.empty()) return;
  const auto count = static_cast<Eigen::Index>(fullRows.size());
  product.resize(count, columns);
  product.noalias() = full.topRows(count) * right.transpose();
  for (std::size_t f = 0; f < fullRows.size(); ++f) {
    into.row(static_cast<Eigen::Index>(fullRows[f])).head(columns) =
        product.row(static_cast<Eigen::Index>(f));
  }
}

Weights LayerGradient::weights() const {
  std::vector<Eigen::Index> all(static_cast<std::size_t>(rows()));
  std::iota(all.begin(), all.end(), 0);
  Weights whole(rows(), paddedColumns());
  unpackRows(all, whole);
  return scale * whole.leftCols(columns);
}

namespace {

/// What contrastRows does for some neurons of one sample, with `left` zero before.
void contrastSome(const Matrix& after, const Matrix& before, bool both, Eigen::Index sample,
                  Eigen::Index first, Eigen::Index last, LayerGradient& layer) {
  const float* const plus = after.col(sample).data();
  const float* const minus = before.col(sample).data();
  const bool same = std::memcmp(plus + first, minus + first,
                                sizeof(float) * static_cast<std::size_t>(last - first)) == 0;
  // Few neurons change in the nudge phase.
  if (same && !both) return;
  for (Eigen::Index i = first; i < last; ++i) {
    const float difference = plus[i] - minus[i];
    layer.bias[i] += difference;
    layer.left(i, sample) = both ? plus[i] : difference;
    if (both) layer.left(i, after.cols() + sample) = -minus[i];
    const bool some = both ? plus[i] != 0 || minus[i] != 0 : difference != 0;
    layer.touched[static_cast<std::size_t>(i)] |= static_cast<std::uint8_t>(some);
  }
}

/// Fills the left factor, [rows × samples] of differences and with `both` [rows × 2·samples] of
/// both phases, and the sums over samples of the differences.
void contrastRows(const Matrix& after, const Matrix& before, bool both, LayerGradient& layer) {
  const Eigen::Index samples = after.cols();
  layer.left.resize(after.rows(), both ? 2 * samples : samples);
  layer.bias.setZero(after.rows());
  layer.touched.assign(static_cast<std::size_t>(after.rows()), 0);
  const auto pieces = static_cast<int>((after.rows() + kRowsAtOnce - 1) / kRowsAtOnce);
  parallelFor(pieces, [&](int piece) {
    const Eigen::Index first = piece * kRowsAtOnce;
    const Eigen::Index last = std::min(after.rows(), first + kRowsAtOnce);
    layer.left.middleRows(first, last - first).setZero();
    for (Eigen::Index s = 0; s < samples; ++s) {
      for (Eigen::Index from = first; from < last; from += kTogether)
        contrastSome(after, before, both, s, from, std::min(last, from + kTogether), layer);
    }
  });
}

/// Activations of 0 and 1 as bits, sample after sample.
void packBits(const Matrix& activations, std::uint64_t* into) {
  const auto neurons = static_cast<std::size_t>(activations.rows());
  const std::size_t words = (neurons + 63) / 64;
  for (Eigen::Index s = 0; s < activations.cols(); ++s)
    kernels::thresholdBits(activations.col(s).data(), into + static_cast<std::size_t>(s) * words,
                           neurons);
}

void contrastDense(const NetworkSpec& network, std::size_t n, const Settled& plus,
                   const Settled& minus, const Matrix& inputs, LayerGradient& layer) {
  const Matrix& after = plus.activation(n);
  const Matrix& before = minus.activation(n);
  contrastRows(after, before, n > 0, layer);
  layer.rightBits.clear();
  layer.sums.resize(0, 0);
  if (n == 0) {
    // The input is the same in both phases, so that the difference can be taken first.
    layer.columns = inputs.rows();
    layer.right = inputs;
    return;
  }
  const Matrix& below = plus.activation(n - 1);
  const Eigen::Index samples = inputs.cols();
  layer.columns = below.rows();
  if (network.binaryActivations()) {
    const auto words = static_cast<std::size_t>(layer.paddedColumns() / 64);
    layer.rightBits.resize(2 * words * static_cast<std::size_t>(samples));
    packBits(below, layer.rightBits.data());
    packBits(minus.activation(n - 1),
             layer.rightBits.data() + words * static_cast<std::size_t>(samples));
    return;
  }
  layer.right.resize(below.rows(), 2 * samples);
  layer.right.leftCols(samples) = below;
  layer.right.rightCols(samples) = minus.activation(n - 1);
}

/// Of a layer that the one below reaches only here and there: products at the couplers alone.
void contrastWires(const NetworkSpec& network, int n, LayerGradient& layer) {
  layer.sums.setZero(layer.left.rows(), layer.columns);
  for (const CellWire& wire : network.cellLayout().wires(n))
    layer.sums(wire.above, wire.below) =
        layer.left.row(wire.above).dot(layer.right.row(wire.below));
}

/// Every column so many times, next to each other.
Matrix repeat(const Matrix& inputs, int times) {
  Matrix repeated(inputs.rows(), inputs.cols() * times);
  for (Eigen::Index i = 0; i < repeated.cols(); ++i) repeated.col(i) = inputs.col(i / times);
  return repeated;
}

}  // namespace

void contrast(const NetworkSpec& network, const Settled& plus, const Settled& minus,
              const Matrix& samples, float delta, Gradient& into) {
  Matrix repeated;
  if (plus.reads != 1) repeated = repeat(samples, plus.reads);
  const Matrix& inputs = plus.reads == 1 ? samples : repeated;
  const float scale = 1.0F / (delta * static_cast<float>(inputs.cols()));
  into.layers.resize(plus.states.size());
  for (std::size_t n = 0; n < plus.states.size(); ++n) {
    LayerGradient& layer = into.layers[n];
    const int number = static_cast<int>(n) + 1;
    layer.scale = scale;
    if (network.isConvolution(number)) {
      const bool raw = !plus.rawMaps.empty();
      const Matrix& after = raw ? plus.rawMaps[n] : plus.activation(n);
      const Matrix& before = raw ? minus.rawMaps[n] : minus.activation(n);
      const Vector difference = (after - before).rowwise().sum();
      const Eigen::Index rows = network.weightRows(number);
      layer.bias = difference.reshaped(difference.size() / rows, rows).colwise().sum().transpose();
      layer.sums = convolutionContrast(network, number, plus, minus, inputs);
      layer.columns = layer.sums.cols();
    } else {
      contrastDense(network, n, plus, minus, inputs, layer);
      if (network.isSparse(number)) contrastWires(network, number, layer);
    }
    layer.bias *= scale;
  }
}

}  // namespace nudge
