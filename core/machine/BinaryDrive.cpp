#include "core/machine/BinaryDrive.h"

#include "core/base/Parallel.h"
#include "core/machine/SignRows.h"

namespace nudge {

void binaryDrive(const LayerParameters& layer, const Matrix& inputs, Matrix& drive) {
  const SignMatrix columns = layer.signs.transposed();
  const kernels::BitRows bits = bitRows(columns);
  const float alpha = layer.scaling[0];
  drive.resize(layer.rows(), inputs.cols());
  parallelFor(static_cast<int>(inputs.cols()), [&](int sample) {
    thread_local std::vector<std::int32_t> present;
    thread_local std::vector<float> values, sums;
    present.clear();
    values.clear();
    float total = 0;
    for (Eigen::Index k = 0; k < inputs.rows(); ++k) {
      const float x = inputs(k, sample);
      if (x == 0) continue;
      present.push_back(static_cast<std::int32_t>(k));
      values.push_back(x);
      total += x;
    }
    sums.assign(64 * bits.wordsPerRow, 0);
    kernels::sumWhereSet(bits, present, values.data(), sums.data());
    const Eigen::Map<const Vector> joined(sums.data(), layer.rows());
    drive.col(sample) = alpha * (2 * joined.array() - total).matrix() + layer.biases;
  });
}

}  // namespace nudge
