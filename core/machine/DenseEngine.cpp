// Fully connected layers by matrix products: any activation, any weights.
#include <algorithm>
#include <memory>
#include <numeric>

#include "core/base/Lease.h"
#include "core/base/Parallel.h"
#include "core/kernels/NarrowTop.h"
#include "core/machine/BinaryDrive.h"
#include "core/machine/Engine.h"
#include "core/machine/SignLink.h"

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

class DenseEngine final : public Engine {
 public:
  DenseEngine(NetworkSpec network, const Dynamics& dynamics)
      : network_(std::move(network)),
        dynamics_(dynamics),
        narrowTop_(hasNarrowTop(network_)),
        weights_(static_cast<std::size_t>(network_.depth())),
        signs_(static_cast<std::size_t>(network_.depth())) {
    for (int n = 2; n <= highestProduct(); ++n) {
      if (!dynamics_.rule.binary) signs_[index(n)] = SignLink::make(network_, n);
      dropsSettled_ &= signs(n) != nullptr || dynamics_.rule.tolerance > 0;
    }
    width_ = bestWidth();
  }

  int sliceWidth() const override { return width_; }
  void computeDrive(const Parameters& parameters, const Matrix& inputs, Settled& into) override;
  void prepare(const Parameters& parameters) override;
  std::unique_ptr<Slice> slice(const Job& job, int first, int count) override;

 private:
  friend class DenseSlice;
  /// Scratch memory of a slice; columns are those of the samples that still move.
  struct Scratch {
    std::vector<Matrix> inputs;  ///< of every layer
    std::vector<Matrix> active;  ///< activations, where those of moving samples lie apart
    std::vector<kernels::NarrowSample> narrow;
    SignLink::Buffers signs;
  };

  static std::size_t index(int n) { return static_cast<std::size_t>(n - 1); }
  const Weights& weights(int n) const { return weights_[index(n)]; }
  /// W^n as signs, or null where it is a matrix of floats.
  const SignLink* signs(int n) const { return signs_[index(n)].get(); }

  /// The topmost layer whose weights are multiplied outside the fused kernel.
  int highestProduct() const { return narrowTop_ ? network_.depth() - 1 : network_.depth(); }
  int bestWidth() const;

  NetworkSpec network_;
  Dynamics dynamics_;
  int width_ = 1;
  bool narrowTop_;  ///< the two topmost layers step in one fused kernel
  /// Whether a settled sample may leave its slice. Not where that changed the rounding of the
  /// others, as in a product of matrices, and a phase ends early for exact fixed points alone.
  bool dropsSettled_ = true;
  BinaryDrive binaryDrive_;
  std::vector<Weights> weights_;                  ///< α·w of the layers above the first
  std::vector<std::unique_ptr<SignLink>> signs_;  ///< in place of these where they serve
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
        moving_(static_cast<std::size_t>(count)),
        scratch_(engine.scratch_.take()) {
    std::iota(moving_.begin(), moving_.end(), first);
    scratch_->inputs.resize(static_cast<std::size_t>(depth_));
    scratch_->active.resize(static_cast<std::size_t>(depth_));
  }

  bool step() override;
  void store() override {}  // it works on the job's own states

 private:
  using Columns = Eigen::Map<const Matrix>;

  Matrix& input(int n) { return scratch_->inputs[DenseEngine::index(n)]; }
  float* states(int n, int sample) const { return job_.states(n).col(sample).data(); }
  float* activations(int n, int sample) const { return job_.activations(n).col(sample).data(); }
  auto moving() const { return static_cast<Eigen::Index>(moving_.size()); }
  Columns active(int n);

  void gatherInput(int n, bool fromAbove);
  void addFromBelow(int n);
  void addFromAbove(int n);
  void stepTop();
  bool moveStates(std::size_t k, int hidden);
  void dropSettled();

  DenseEngine& engine_;
  const Job& job_;
  int first_, count_, depth_;
  std::vector<int> moving_;          ///< samples of the job that are stepped
  std::vector<std::uint8_t> moved_;  ///< whether the last step changed them
  LeasePool<DenseEngine::Scratch>::Lease scratch_;
};

/// Narrow slices keep a thread's states in its cache and leave work for every core; large inner
/// matrices need wide ones, so that a matrix is read for many samples at once.
int DenseEngine::bestWidth() const {
  int width = 0;
  long long inside = 0;
  for (int n = 2; n <= highestProduct(); ++n) {
    if (signs(n) != nullptr)
      width = std::max(width, signs(n)->together());
    else
      inside += network_.weightsOf(n);
  }
  if (inside > 0) width = std::max(width, inside <= kSmallInside ? 8 : 32);
  return width > 0 ? width : 16;
}

void DenseEngine::computeDrive(const Parameters& parameters, const Matrix& inputs, Settled& into) {
  const LayerParameters& layer = parameters.layer(1);
  if (layer.binary()) return binaryDrive_.compute(layer, inputs, into.drive);
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
    if (signs_[index(n)])
      signs_[index(n)]->pack(parameters.layer(n));
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

  moved_.assign(moving_.size(), 0);
  if (narrowTop) stepTop();
  bool changed = false;
  for (std::size_t k = 0; k < moving_.size(); ++k)
    changed |= moveStates(k, narrowTop ? depth_ - 2 : depth_ - 1);
  if (job_.earlyStop && engine_.dropsSettled_) dropSettled();
  return changed;
}

/// One sample's states of layers 1 … hidden and of the outputs.
bool DenseSlice::moveStates(std::size_t k, int hidden) {
  const int sample = moving_[k];
  const auto column = static_cast<Eigen::Index>(k);
  bool changed = moved_[k] != 0;
  for (int n = 1; n <= hidden; ++n) {
    changed |= kernels::updateStates(engine_.dynamics_.rule, input(n).col(column).data(),
                                     states(n, sample), activations(n, sample),
                                     static_cast<std::size_t>(engine_.network_.size(n)));
  }
  changed |=
      stepOutputs(engine_.dynamics_, job_.outputNudge(sample), input(depth_).col(column).data(),
                  states(depth_, sample), activations(depth_, sample),
                  static_cast<std::size_t>(engine_.network_.outputs()));
  moved_[k] = static_cast<std::uint8_t>(changed);
  return changed;
}

void DenseSlice::dropSettled() {
  std::size_t kept = 0;
  for (std::size_t k = 0; k < moving_.size(); ++k) {
    if (moved_[k] != 0) moving_[kept++] = moving_[k];
  }
  moving_.resize(kept);
}

/// ρ(s^n) of the moving samples, side by side.
DenseSlice::Columns DenseSlice::active(int n) {
  const Eigen::Index neurons = engine_.network_.size(n);
  if (moving() == count_) return {activations(n, first_), neurons, count_};
  Matrix& packed = scratch_->active[DenseEngine::index(n)];
  packed.resize(neurons, moving());
  for (Eigen::Index k = 0; k < moving(); ++k)
    packed.col(k) = job_.activations(n).col(moving_[static_cast<std::size_t>(k)]);
  return {packed.data(), neurons, moving()};
}

void DenseSlice::gatherInput(int n, bool fromAbove) {
  Matrix& into = input(n);
  into.resize(engine_.network_.size(n), moving());
  if (n == 1) {
    for (Eigen::Index k = 0; k < moving(); ++k)
      into.col(k) = job_.drive.col(moving_[static_cast<std::size_t>(k)]);
  } else {
    into.colwise() = job_.parameters.layer(n).biases;
    addFromBelow(n);
  }
  if (fromAbove) addFromAbove(n);
}

void DenseSlice::addFromBelow(int n) {
  const Columns below = active(n - 1);
  if (const SignLink* signs = engine_.signs(n))
    signs->gather(below.data(), static_cast<int>(moving()), scratch_->signs, input(n).data());
  else
    input(n).noalias() += engine_.weights(n) * below;
}

void DenseSlice::addFromAbove(int n) {
  const Columns above = active(n + 1);
  if (const SignLink* signs = engine_.signs(n + 1))
    signs->send(above.data(), static_cast<int>(moving()), scratch_->signs, input(n).data());
  else
    input(n).noalias() += engine_.weights(n + 1).transpose() * above;
}

/// The two topmost layers: the states of the lower one, and what it sends up.
void DenseSlice::stepTop() {
  const kernels::NarrowTop top{static_cast<std::size_t>(engine_.network_.size(depth_ - 1)),
                               static_cast<std::size_t>(engine_.network_.outputs()),
                               engine_.weights(depth_).data()};
  Matrix& up = input(depth_);
  up.resize(engine_.network_.outputs(), moving());
  auto& samples = scratch_->narrow;
  samples.clear();
  for (Eigen::Index k = 0; k < moving(); ++k) {
    const int sample = moving_[static_cast<std::size_t>(k)];
    const float* const drive =
        depth_ == 2 ? job_.drive.col(sample).data() : input(depth_ - 1).col(k).data();
    samples.push_back(
        {drive, activations(depth_, sample), states(depth_ - 1, sample), up.col(k).data()});
  }
  kernels::stepNarrowTop(top, engine_.dynamics_.rule, samples);
  for (std::size_t k = 0; k < samples.size(); ++k)
    moved_[k] = static_cast<std::uint8_t>(samples[k].changed);
  up.colwise() += job_.parameters.layer(depth_).biases;
}

}  // namespace

std::unique_ptr<Engine> makeDenseEngine(const NetworkSpec& network, const Dynamics& dynamics) {
  return std::make_unique<DenseEngine>(network, dynamics);
}

}  // namespace nudge
