#pragma once

#include <memory>

#include "core/kernels/BitStep.h"
#include "core/machine/FlipNeurons.h"
#include "core/network/NetworkSpec.h"
#include "core/network/Parameters.h"

namespace nudge {

/// Binary weights between two layers of binary neurons, which send each other what their flips
/// change. Neurons of maps are numbered [pixel, channel]. Not for the first layer, whose inputs are
/// no bits.
class FlipLink {
 public:
  /// What the link remembers of one sample.
  class Memory {
   public:
    virtual ~Memory() = default;
  };

  virtual ~FlipLink() = default;

  /// Packs the weights. They must stay where they are while the link is used.
  virtual void prepare(const LayerParameters& layer) = 0;

  virtual std::unique_ptr<Memory> makeMemory() const = 0;
  /// Forgets a sample: nothing is active.
  virtual void reset(Memory& memory) const = 0;

  /// What flips changed of what a link sends.
  struct Change {
    bool up = false, down = false;
  };
  /// Takes in the last flips of the layers below and above.
  virtual Change flipped(Memory& memory, const FlipNeurons& below,
                         const FlipNeurons& above) const = 0;

  /// Sends up: sets the base of the input of the layer above, and counts where it has them.
  virtual void sendUp(const Memory& memory, int activeBelow, kernels::BitInput& input) const = 0;
  /// Sends down as counts, for links that do not write the base.
  virtual void sendDown(const Memory& /*memory*/, int /*activeAbove*/,
                        kernels::BitInput& /*input*/) const {}
  /// Sends down by adding to the base of the layer below.
  virtual void addDown(const Memory& /*memory*/, float* /*base*/) const {}
  /// Whether it is addDown that sends down, not sendDown.
  virtual bool writesBase() const = 0;
  /// Which position each neuron above takes from its pooling window; null without pooling.
  virtual const std::int32_t* choices(const Memory& /*memory*/) const { return nullptr; }
};

/// Layer n fully connected; `below` are the maps that it looks at, where there are any.
std::unique_ptr<FlipLink> makeDenseFlipLink(const NetworkSpec& network, int n);
/// Layer n a max-pooled convolution.
std::unique_ptr<FlipLink> makeConvolutionFlipLink(const NetworkSpec& network, int n);

}  // namespace nudge
