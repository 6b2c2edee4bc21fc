// Fully connected layers by matrix products: any activation, any weights.
#include <algorithm>
#include <optional>

#include "core/base/Lease.h"
#include "core/base/Parallel.h"
#include "core/kernels/NarrowTop.h"
#include "core/machine/BinaryDrive.h"
#include "core/machine/Engine.h"
#include "core/machine/TileLink.h"

namespace nudge {

namespace {

// Rows of W^1 that one piece of work multiplies by the inputs.
constexpr int kDriveRows = 256;
// Weights above the first layer that still fit a core's own cache.
constexpr long long kSmallInside = 1 << 18;

bool hasNarrowTop(const NetworkSpec& network) {
  return network.depth() >= 2 && !network.binaryActivations() &&
         kernels::isNarrow(network.outputs());
}

/// Narrow slices keep a thread's states in its cache and leave work for every core; networks with
/// large inner matrices need wide ones, so that a matrix is read for many samples at once.
int sliceWidthFor(const NetworkSpec& network) {
  long long inside = 0;
  const int inner = hasNarrowTop(network) ? network.depth() - 1 : network.depth();
  for (int n = 2; n <= inner; ++n) inside += network.weightsOf(n);
  if (inside == 0) return 16;
  return inside <= kSmallInside ? 8 : 32;
}

class DenseEngine final : public Engine {
 public:
  DenseEngine(NetworkSpec network, const Dynamics& dynamics)
      : network_(std::move(network)),
        dynamics_(dynamics),
        width_(sliceWidthFor(network_)),
        narrowTop_(hasNarrowTop(network_)),
        weights_(static_cast<std::size_t>(network_.depth())),
        tiles_(static_cast<std::size_t>(network_.depth())) {
    for (int n = 2; n <= (narrowTop_ ? network_.depth() - 1 : network_.depth()); ++n) {
      if (!dynamics_.rule.binary && TileLink::serves(network_, n)) tiles_[index(n)].emplace();
    }
  }

  int sliceWidth() const override { return width_; }
  void computeDrive(const Parameters& parameters, const Matrix& inputs, Settled& into) override;
  void prepare(const Parameters& parameters) override;
  std::unique_ptr<Slice> slice(const Job& job, int first, int count) override;

 private:
  friend class DenseSlice;
  /// Scratch memory of a slice.
  struct Scratch {
    std::vector<Matrix> inputs;  ///< of every layer
    TileLink::Buffers tiles;
  };

  static std::size_t index(int n) { return static_cast<std::size_t>(n - 1); }
  const Weights& weights(int n) const { return weights_[index(n)]; }
  /// W^n as tiles, or null where it is a matrix of floats.
  const TileLink* tiles(int n) const { return tiles_[index(n)] ? &*tiles_[index(n)] : nullptr; }

  NetworkSpec network_;
  Dynamics dynamics_;
  int width_;
  bool narrowTop_;                              ///< the two topmost layers step in one fused kernel
  std::vector<Weights> weights_;                ///< α·w of the layers above the first
  std::vector<std::optional<TileLink>> tiles_;  ///< in place of these where they serve
  LeasePool<Scratch> scratch_;
};

class DenseSlice final : public Slice {
 public:
  DenseSlice(DenseEngine& engine, const Job& job, int first, int count)
      : engine_(engine),
        job_(job),
        first_(first),
        count_(count),
        depth_(engine.network_.depth()),
        scratch_(engine.scratch_.take()) {
    scratch_->inputs.resize(static_cast<std::size_t>(depth_));
    for (int n = 1; n <= depth_; ++n) input(n).resize(engine.network_.size(n), count);
  }

  bool step() override;
  void store() override {}  // it works on the job's own states

 private:
  Matrix& input(int n) { return scratch_->inputs[DenseEngine::index(n)]; }
  auto active(int n) const { return job_.activations(n).middleCols(first_, count_); }
  float* states(int n) const { return column(job_.states(n)); }
  float* activations(int n) const { return column(job_.activations(n)); }
  const float* drive() const { return job_.drive.data() + first_ * job_.drive.rows(); }
  float* column(Matrix& layer) const { return layer.data() + first_ * layer.rows(); }

  void gatherInput(int n, bool fromAbove);
  void addFromBelow(int n);
  void addFromAbove(int n);
  bool stepTop();

  DenseEngine& engine_;
  const Job& job_;
  int first_, count_, depth_;
  LeasePool<DenseEngine::Scratch>::Lease scratch_;
};

void DenseEngine::computeDrive(const Parameters& parameters, const Matrix& inputs, Settled& into) {
  const LayerParameters& layer = parameters.layer(1);
  if (layer.binary()) return binaryDrive(layer, inputs, into.drive);
  const Weights product = layer.product();
  const auto rows = static_cast<int>(product.rows());
  into.drive.resize(rows, inputs.cols());
  parallelFor((rows + kDriveRows - 1) / kDriveRows, [&](int piece) {
    const int first = piece * kDriveRows;
    const int count = std::min(kDriveRows, rows - first);
    auto block = into.drive.middleRows(first, count);
    block.noalias() = product.middleRows(first, count) * inputs;
    block.colwise() += layer.biases.segment(first, count);
  });
}

void DenseEngine::prepare(const Parameters& parameters) {
  for (int n = 2; n <= network_.depth(); ++n) {
    if (tiles_[index(n)])
      tiles_[index(n)]->pack(parameters.layer(n));
    else
      weights_[index(n)] = parameters.layer(n).product();
  }
}

std::unique_ptr<Slice> DenseEngine::slice(const Job& job, int first, int count) {
  return std::make_unique<DenseSlice>(*this, job, first, count);
}

bool DenseSlice::step() {
  // All inputs come from the old states, before any state moves.
  const bool narrowTop = engine_.narrowTop_;
  const int gathered = narrowTop ? depth_ - 1 : depth_;
  const bool kernelReadsDrive = narrowTop && depth_ == 2;
  for (int n = 1; n <= gathered && !kernelReadsDrive; ++n) gatherInput(n, n < gathered);

  bool changed = narrowTop && stepTop();
  const int moved = narrowTop ? depth_ - 2 : depth_ - 1;
  for (int n = 1; n <= moved; ++n) {
    changed |= kernels::updateStates(engine_.dynamics_.rule, input(n).data(), states(n),
                                     activations(n), static_cast<std::size_t>(input(n).size()));
  }
  const Matrix& top = input(depth_);
  return stepOutputs(engine_.dynamics_, job_.outputNudge(first_), top.data(), states(depth_),
                     activations(depth_), static_cast<std::size_t>(top.size())) ||
         changed;
}

void DenseSlice::gatherInput(int n, bool fromAbove) {
  if (n == 1) {
    input(n) = job_.drive.middleCols(first_, count_);
  } else {
    input(n).colwise() = job_.parameters.layer(n).biases;
    addFromBelow(n);
  }
  if (fromAbove) addFromAbove(n);
}

void DenseSlice::addFromBelow(int n) {
  if (const TileLink* tiles = engine_.tiles(n))
    tiles->gather(activations(n - 1), count_, scratch_->tiles, input(n).data());
  else
    input(n).noalias() += engine_.weights(n) * active(n - 1);
}

void DenseSlice::addFromAbove(int n) {
  if (const TileLink* tiles = engine_.tiles(n + 1))
    tiles->send(activations(n + 1), count_, scratch_->tiles, input(n).data());
  else
    input(n).noalias() += engine_.weights(n + 1).transpose() * active(n + 1);
}

bool DenseSlice::stepTop() {
  const kernels::NarrowTop narrow{static_cast<std::size_t>(engine_.network_.size(depth_ - 1)),
                                  static_cast<std::size_t>(engine_.network_.outputs()),
                                  static_cast<std::size_t>(count_),
                                  engine_.weights(depth_).data(),
                                  depth_ == 2 ? drive() : input(depth_ - 1).data(),
                                  activations(depth_)};
  Matrix& up = input(depth_);
  const bool changed =
      kernels::stepNarrowTop(narrow, engine_.dynamics_.rule, states(depth_ - 1), up.data());
  up.colwise() += job_.parameters.layer(depth_).biases;
  return changed;
}

}  // namespace

std::unique_ptr<Engine> makeDenseEngine(const NetworkSpec& network, const Dynamics& dynamics) {
  return std::make_unique<DenseEngine>(network, dynamics);
}

}  // namespace nudge
