// Fully connected layers of binary neurons and binary weights. What a layer sends is a count of
// active neurons joined by +1; few neurons flip in a step, and only those change the counts.
#include <bit>

#include "core/base/Lease.h"
#include "core/base/Parallel.h"
#include "core/kernels/BitStep.h"
#include "core/kernels/BitSums.h"
#include "core/machine/BinaryDrive.h"
#include "core/machine/Engine.h"

namespace nudge {

namespace {

using Word = SignMatrix::Word;

// Counts of a layer this size still fit sixteen bits.
constexpr int kMostCounted = 32767;

std::size_t wordsFor(int neurons) { return (static_cast<std::size_t>(neurons) + 63) / 64; }

kernels::BitRows rowsOf(const SignMatrix& signs) {
  return {signs.row(0).data(), static_cast<std::size_t>(signs.wordsPerRow())};
}

/// Which neurons of one layer of one sample are active, and what they are sent.
struct Neurons {
  std::vector<Word> active, before;  ///< a bit each; `before` the last step
  int activeCount = 0;
  std::vector<std::int16_t> fromBelow;  ///< active neurons below joined by +1, one per neuron
  std::vector<std::int16_t> fromAbove;
  std::vector<std::int32_t> risen, fallen;  ///< what flipped in this step

  void resize(int neurons) {
    active.assign(wordsFor(neurons), 0);
    before.assign(active.size(), 0);
    fromBelow.assign(64 * active.size(), 0);
    fromAbove.assign(64 * active.size(), 0);
    activeCount = 0;
  }

  /// Lists the flips since `before`, which becomes `active`; returns how many there are.
  std::size_t listFlips() {
    risen.clear();
    fallen.clear();
    for (std::size_t w = 0; w < active.size(); ++w) {
      for (Word flips = active[w] ^ before[w]; flips != 0; flips &= flips - 1) {
        const int bit = std::countr_zero(flips);
        auto& list = (active[w] >> bit & 1U) != 0 ? risen : fallen;
        list.push_back(static_cast<std::int32_t>(64 * w) + bit);
      }
      before[w] = active[w];
    }
    activeCount += static_cast<int>(risen.size()) - static_cast<int>(fallen.size());
    return risen.size() + fallen.size();
  }
};

/// Brings counts up to date after flips. `fromFlipped` has a row per neuron that may flip,
/// `fromTarget` is the same matrix the other way round, a row per count.
void updateCounts(const SignMatrix& fromFlipped, const SignMatrix& fromTarget,
                  const Neurons& flipped, std::vector<std::int16_t>& counts) {
  const std::size_t flips = flipped.risen.size() + flipped.fallen.size();
  const auto rows = static_cast<std::size_t>(fromTarget.rows());
  // In vector operations, roughly: a flip adds to 32 counts at once, counting anew looks at 512
  // neurons at once.
  const std::size_t adding = flips * 2 * static_cast<std::size_t>(fromFlipped.wordsPerRow());
  const std::size_t anew = rows * (4 + static_cast<std::size_t>(fromTarget.wordsPerRow()) / 8);
  if (adding > anew) {
    kernels::countCommon(rowsOf(fromTarget), rows, flipped.active.data(), counts.data());
    return;
  }
  kernels::countWhereSet(rowsOf(fromFlipped), flipped.risen, 1, counts.data());
  kernels::countWhereSet(rowsOf(fromFlipped), flipped.fallen, -1, counts.data());
}

class FlipEngine final : public Engine {
 public:
  FlipEngine(NetworkSpec network, const Dynamics& dynamics)
      : network_(std::move(network)),
        dynamics_(dynamics),
        transposed_(static_cast<std::size_t>(network_.depth())) {}

  int sliceWidth() const override { return 1; }
  void computeDrive(const Parameters& parameters, const Matrix& inputs, Settled& into) override {
    binaryDrive(parameters.layer(1), inputs, into.drive);
  }
  void prepare(const Parameters& parameters) override {
    for (int n = 2; n <= network_.depth(); ++n)
      transposed_[static_cast<std::size_t>(n - 1)] = parameters.layer(n).signs.transposed();
  }
  std::unique_ptr<Slice> slice(const Job& job, int first, int count) override;

 private:
  friend class FlipSlice;
  struct Scratch {
    std::vector<Neurons> layers;  ///< of every sample, one sample after the other
    std::vector<float> input;     ///< of the outputs
  };

  const SignMatrix& transposed(int n) const { return transposed_[static_cast<std::size_t>(n - 1)]; }

  NetworkSpec network_;
  Dynamics dynamics_;
  std::vector<SignMatrix> transposed_;  ///< of the layers above the first
  LeasePool<Scratch> scratch_;
};

class FlipSlice final : public Slice {
 public:
  FlipSlice(FlipEngine& engine, const Job& job, int first, int count)
      : engine_(engine),
        job_(job),
        first_(first),
        count_(count),
        depth_(engine.network_.depth()),
        scratch_(engine.scratch_.take()) {
    scratch_->layers.resize(static_cast<std::size_t>(count_ * depth_));
    scratch_->input.resize(static_cast<std::size_t>(engine.network_.outputs()));
    for (int sample = 0; sample < count_; ++sample) {
      for (int n = 1; n <= depth_; ++n) {
        const int neurons = engine.network_.size(n);
        layer(sample, n).resize(neurons);
        kernels::thresholdBits(states(sample, n), layer(sample, n).active.data(),
                               static_cast<std::size_t>(neurons));
      }
      updateCounts(sample);
    }
  }

  bool step() override {
    bool changed = false;
    for (int sample = 0; sample < count_; ++sample) changed |= stepSample(sample);
    return changed;
  }

  void store() override {
    for (int sample = 0; sample < count_; ++sample) {
      for (int n = 1; n <= depth_; ++n) {
        kernels::expandBits(layer(sample, n).active.data(), activations(sample, n),
                            static_cast<std::size_t>(engine_.network_.size(n)));
      }
    }
  }

 private:
  Neurons& layer(int sample, int n) {
    return scratch_->layers[static_cast<std::size_t>(sample * depth_ + n - 1)];
  }
  float* states(int sample, int n) const { return column(job_.states(n), sample); }
  float* activations(int sample, int n) const { return column(job_.activations(n), sample); }
  float* column(Matrix& values, int sample) const {
    return values.data() + (first_ + sample) * values.rows();
  }

  kernels::BitInput inputOf(int sample, int n) {
    kernels::BitInput input;
    input.base = n == 1 ? job_.drive.data() + (first_ + sample) * job_.drive.rows()
                        : job_.parameters.layer(n).biases.data();
    if (n > 1) {
      input.below = {layer(sample, n).fromBelow.data(), layer(sample, n - 1).activeCount,
                     job_.parameters.layer(n).scaling[0]};
    }
    if (n < depth_) {
      input.above = {layer(sample, n).fromAbove.data(), layer(sample, n + 1).activeCount,
                     job_.parameters.layer(n + 1).scaling[0]};
    }
    return input;
  }

  bool stepSample(int sample) {
    // Counts are those of the old states until all layers have moved.
    bool changed = false;
    for (int n = 1; n < depth_; ++n) {
      changed |= kernels::stepBits(engine_.dynamics_.rule, inputOf(sample, n), states(sample, n),
                                   layer(sample, n).active.data(),
                                   static_cast<std::size_t>(engine_.network_.size(n)));
    }
    const std::size_t outputs = scratch_->input.size();
    kernels::gatherBitInput(inputOf(sample, depth_), scratch_->input.data(), outputs);
    changed |=
        stepOutputs(engine_.dynamics_, job_.outputNudge(first_ + sample), scratch_->input.data(),
                    states(sample, depth_), activations(sample, depth_), outputs);
    kernels::thresholdBits(states(sample, depth_), layer(sample, depth_).active.data(), outputs);
    updateCounts(sample);
    return changed;
  }

  void updateCounts(int sample) {
    for (int n = 1; n <= depth_; ++n) {
      Neurons& neurons = layer(sample, n);
      if (neurons.listFlips() == 0) continue;
      if (n > 1) {
        nudge::updateCounts(job_.parameters.layer(n).signs, engine_.transposed(n), neurons,
                            layer(sample, n - 1).fromAbove);
      }
      if (n < depth_) {
        nudge::updateCounts(engine_.transposed(n + 1), job_.parameters.layer(n + 1).signs, neurons,
                            layer(sample, n + 1).fromBelow);
      }
    }
  }

  FlipEngine& engine_;
  const Job& job_;
  int first_, count_, depth_;
  LeasePool<FlipEngine::Scratch>::Lease scratch_;
};

std::unique_ptr<Slice> FlipEngine::slice(const Job& job, int first, int count) {
  return std::make_unique<FlipSlice>(*this, job, first, count);
}

}  // namespace

bool canFlip(const NetworkSpec& network) {
  if (network.convolutional() || !network.binaryWeights() || !network.binaryActivations())
    return false;
  for (int n = 1; n <= network.depth(); ++n) {
    if (network.size(n) > kMostCounted) return false;
  }
  return true;
}

std::unique_ptr<Engine> makeFlipEngine(const NetworkSpec& network, const Dynamics& dynamics) {
  return std::make_unique<FlipEngine>(network, dynamics);
}

}  // namespace nudge
