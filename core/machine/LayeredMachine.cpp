#include "core/machine/LayeredMachine.h"

#include <algorithm>

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/kernels/NarrowTop.h"

namespace nudge {

namespace {

// Rows of W^1 that one piece of work multiplies by the inputs.
constexpr int kDriveRows = 256;
// Weights above the first layer that still fit a core's own cache.
constexpr long long kSmallInside = 1 << 18;

bool hasNarrowTop(const NetworkSpec& network) {
  return network.depth() >= 2 && network.outputs() <= kernels::kNarrowest;
}

/// Narrow slices keep a thread's states in its cache and leave work for every core; networks with
/// large inner matrices need wide ones, so that a matrix is read for many samples at once.
int sliceWidthFor(const NetworkSpec& network) {
  long long inside = 0;
  const int inner = hasNarrowTop(network) ? network.depth() - 1 : network.depth();
  for (int n = 2; n <= inner; ++n)
    inside += static_cast<long long>(network.size(n)) * network.size(n - 1);
  if (inside == 0) return 16;
  return inside <= kSmallInside ? 8 : 32;
}

void computeDrive(const LayerParameters& layer, const Matrix& inputs, Matrix& drive) {
  drive.resize(layer.weights.rows(), inputs.cols());
  const auto rows = static_cast<int>(layer.weights.rows());
  parallelFor((rows + kDriveRows - 1) / kDriveRows, [&](int piece) {
    const int first = piece * kDriveRows;
    const int count = std::min(kDriveRows, rows - first);
    auto block = drive.middleRows(first, count);
    block.noalias() = layer.scaling * layer.weights.middleRows(first, count) * inputs;
    block.colwise() += layer.biases.segment(first, count);
  });
}

void shape(std::vector<Matrix>& layers, const NetworkSpec& network, Eigen::Index samples) {
  layers.resize(static_cast<std::size_t>(network.depth()));
  for (int n = 1; n <= network.depth(); ++n) {
    layers[static_cast<std::size_t>(n - 1)].resize(network.size(n), samples);
  }
}

/// A phase of a mini-batch: what all its slices share. Layers count from 1, as in the equations.
struct Job {
  const Parameters& parameters;
  const Batch& batch;
  const Matrix& drive;
  float beta;
  Phase phase;
  int steps;
  const SettleOptions& options;
  Settled& state;

  const LayerParameters& layer(int n) const {
    return parameters.layers[static_cast<std::size_t>(n - 1)];
  }
  Matrix& states(int n) const { return state.states[static_cast<std::size_t>(n - 1)]; }
  Matrix& activations(int n) const {
    return state.activations.empty() ? states(n)
                                     : state.activations[static_cast<std::size_t>(n - 1)];
  }
};

}  // namespace

/// Some samples of a job on their way, with the scratch memory for the input of every layer.
struct LayeredMachine::Slice {
  const Job& job;
  std::vector<Matrix>& scratch;
  int first;  ///< sample
  int count;

  Matrix& input(int n) const { return scratch[static_cast<std::size_t>(n - 1)]; }
  auto active(int n) const { return job.activations(n).middleCols(first, count); }
  float* states(int n) const { return column(job.states(n)); }
  float* activations(int n) const { return column(job.activations(n)); }
  const float* drive() const { return job.drive.data() + first * job.drive.rows(); }

 private:
  float* column(Matrix& layer) const { return layer.data() + first * layer.rows(); }
};

LayeredMachine::LayeredMachine(NetworkSpec network, MachineSettings settings,
                               kernels::StateRule rule)
    : network_(std::move(network)),
      settings_(std::move(settings)),
      rule_(rule),
      sliceWidth_(sliceWidthFor(network_)),
      narrowTop_(hasNarrowTop(network_)) {}

void LayeredMachine::begin(const Settled* from, Eigen::Index samples, Settled& into) const {
  if (from != nullptr) {
    into.states = from->states;
    into.activations = from->activations;
    return;
  }
  const auto start = static_cast<float>(settings_.initialState);
  shape(into.states, network_, samples);
  for (Matrix& layer : into.states) layer.setConstant(start);
  if (!rule_.binary) return;
  shape(into.activations, network_, samples);
  for (Matrix& layer : into.activations) layer.setConstant(start >= 0.5F ? 1.0F : 0.0F);
}

void LayeredMachine::settle(const Parameters& parameters, const Batch& batch, const Nudge* nudge,
                            const Settled* from, const SettleOptions& options, Settled& into) {
  begin(from, batch.inputs.cols(), into);
  if (nudge == nullptr) computeDrive(parameters.layers.front(), batch.inputs, into.drive);
  const Job job{parameters,
                batch,
                nudge != nullptr ? from->drive : into.drive,
                nudge != nullptr ? nudge->beta : 0.0F,
                nudge != nullptr ? Phase::Nudge : Phase::Free,
                nudge != nullptr ? settings_.nudgeSteps : settings_.freeSteps,
                options,
                into};
  const int samples = batch.samples();
  // An observer sees whole states, so that all samples must move together.
  const int width = options.observer != nullptr ? samples : sliceWidth_;
  const int count = (samples + width - 1) / width;
  if (static_cast<int>(scratch_.size()) < count) scratch_.resize(static_cast<std::size_t>(count));
  parallelFor(count, [&](int i) {
    std::vector<Matrix>& scratch = scratch_[static_cast<std::size_t>(i)];
    const int first = i * width;
    const int wide = std::min(width, samples - first);
    shape(scratch, network_, wide);
    run(Slice{job, scratch, first, wide});
  });
}

void LayeredMachine::run(const Slice& slice) const {
  const Job& job = slice.job;
  Observer* const observer = job.options.observer;
  if (observer != nullptr && job.phase == Phase::Free) observer->onStep(Phase::Free, 0, job.state);
  for (int t = 1; t <= job.steps; ++t) {
    if (job.options.stop.stop_requested()) throw Cancelled();
    const bool changed = step(slice);
    if (observer != nullptr) {
      observer->onStep(job.phase, t, job.state);
    } else if (!changed && settings_.earlyStop) {
      return;  // A fixed point: further steps would only repeat it.
    }
  }
}

bool LayeredMachine::step(const Slice& slice) const {
  const int depth = network_.depth();
  // All inputs come from the old states, before any state moves.
  const int gathered = narrowTop_ ? depth - 1 : depth;
  const bool kernelReadsDrive = narrowTop_ && depth == 2;
  for (int n = 1; n <= gathered && !kernelReadsDrive; ++n) gatherInput(slice, n, n < gathered);

  bool changed = narrowTop_ && stepTop(slice);
  const int moved = narrowTop_ ? depth - 2 : depth - 1;
  for (int n = 1; n <= moved; ++n) {
    changed |=
        kernels::updateStates(rule_, slice.input(n).data(), slice.states(n), slice.activations(n),
                              static_cast<std::size_t>(slice.input(n).size()));
  }
  return updateOutputs(slice) || changed;
}

void LayeredMachine::gatherInput(const Slice& slice, int n, bool fromAbove) const {
  Matrix& input = slice.input(n);
  if (n == 1) {
    input = slice.job.drive.middleCols(slice.first, slice.count);
  } else {
    const LayerParameters& layer = slice.job.layer(n);
    input.colwise() = layer.biases;
    input.noalias() += layer.scaling * layer.weights * slice.active(n - 1);
  }
  if (fromAbove) {
    const LayerParameters& above = slice.job.layer(n + 1);
    input.noalias() += above.scaling * above.weights.transpose() * slice.active(n + 1);
  }
}

bool LayeredMachine::stepTop(const Slice& slice) const {
  const int depth = network_.depth();
  const LayerParameters& top = slice.job.layer(depth);
  const kernels::NarrowTop narrow{static_cast<std::size_t>(network_.size(depth - 1)),
                                  static_cast<std::size_t>(network_.outputs()),
                                  static_cast<std::size_t>(slice.count),
                                  top.scaling,
                                  top.weights.data(),
                                  depth == 2 ? slice.drive() : slice.input(depth - 1).data(),
                                  slice.activations(depth)};
  Matrix& up = slice.input(depth);
  const bool changed = kernels::stepNarrowTop(narrow, rule_, slice.states(depth - 1),
                                              slice.activations(depth - 1), up.data());
  up.colwise() += top.biases;
  return changed;
}

bool LayeredMachine::updateOutputs(const Slice& slice) const {
  const int depth = network_.depth();
  const Matrix& input = slice.input(depth);
  const float beta = slice.job.beta;
  float* const states = slice.states(depth);
  float* const activations = slice.activations(depth);
  const float* const targets = slice.job.batch.targets.data() + slice.first * network_.outputs();
  bool changed = false;
  for (Eigen::Index i = 0; i < input.size(); ++i) {
    const float next = outputStep(states[i], input.data()[i], beta != 0 ? targets[i] : 0, beta);
    changed |= next != states[i];
    states[i] = next;
    if (rule_.binary) activations[i] = next >= 0.5F ? 1.0F : 0.0F;
  }
  return changed;
}

Eigen::VectorXd LayeredMachine::interactions(const Parameters& parameters, const Matrix& drive,
                                             const Settled& state) const {
  const auto dots = [](const Matrix& a, const Matrix& b) -> Eigen::VectorXd {
    return a.cast<double>().cwiseProduct(b.cast<double>()).colwise().sum().transpose();
  };
  // The drive holds W^1 x + b^1 already.
  Eigen::VectorXd sum = dots(state.activation(0), drive);
  for (std::size_t n = 1; n < state.states.size(); ++n) {
    const LayerParameters& layer = parameters.layers[n];
    Matrix input = layer.scaling * layer.weights * state.activation(n - 1);
    input.colwise() += layer.biases;
    sum += dots(state.activation(n), input);
  }
  return sum;
}

Eigen::VectorXd losses(const Matrix& outputs, const Matrix& targets) {
  return 0.5 * (targets - outputs).cast<double>().colwise().squaredNorm().transpose();
}

}  // namespace nudge
