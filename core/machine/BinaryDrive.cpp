#include "core/machine/BinaryDrive.h"

#include <algorithm>
#include <numeric>

#include "core/base/Parallel.h"
#include "core/kernels/RowSums.h"
#include "core/machine/SignRows.h"

namespace nudge {

namespace {

bool within01(const Matrix& inputs) {
  return inputs.size() > 0 && inputs.minCoeff() >= 0 && inputs.maxCoeff() <= 1;
}

}  // namespace

void BinaryDrive::compute(const LayerParameters& layer, const Matrix& inputs, Matrix& drive) {
  if (TileMatrix::serves(layer.cols()) && within01(inputs)) return byTiles(layer, inputs, drive);
  binaryDrive(layer, inputs, drive);
}

void BinaryDrive::byTiles(const LayerParameters& layer, const Matrix& inputs, Matrix& drive) {
  tiles_.pack(layer.signs);
  const float alpha = layer.scaling[0];
  const auto samples = static_cast<int>(inputs.cols());
  drive.resize(layer.rows(), samples);
  const int together = tiles_.together();
  parallelFor((samples + together - 1) / together, [&](int step) {
    const auto buffers = buffers_.take();
    const int first = step * together;
    const int count = std::min(together, samples - first);
    const float* sums = tiles_.multiply(inputs.col(first).data(), count, *buffers);
    for (int sample = first; sample < first + count; ++sample) {
      drive.col(sample) = alpha * Eigen::Map<const Vector>(sums, layer.rows()) + layer.biases;
      sums += tiles_.sumStride();
    }
  });
}

void binaryDrive(const LayerParameters& layer, const Matrix& inputs, Matrix& drive) {
  const SignMatrix columns = layer.signs.transposed();
  const kernels::BitRows bits = bitRows(columns);
  const float alpha = layer.scaling[0];
  const auto size = static_cast<std::size_t>(inputs.rows());
  drive.resize(layer.rows(), inputs.cols());
  parallelFor(static_cast<int>(inputs.cols()), [&](int sample) {
    thread_local std::vector<std::int32_t> present;
    thread_local std::vector<float> values, sums;
    present.resize(size);
    values.resize(size);
    const std::size_t count =
        kernels::gatherNonZero(inputs.col(sample).data(), size, present.data(), values.data());
    const float total = std::accumulate(values.data(), values.data() + count, 0.0F);
    sums.assign(64 * bits.wordsPerRow, 0);
    kernels::sumWhereSet(bits, {present.data(), count}, values.data(), sums.data());
    const Eigen::Map<const Vector> joined(sums.data(), layer.rows());
    drive.col(sample) = alpha * (2 * joined.array() - total).matrix() + layer.biases;
  });
}

}  // namespace nudge
