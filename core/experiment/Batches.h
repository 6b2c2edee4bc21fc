#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/data/Augment.h"
#include "core/data/Dataset.h"
#include "core/machine/Settled.h"
#include "core/network/NetworkSpec.h"

namespace nudge {

/// The samples of `images` with these indices as a mini-batch: pixels as the images' scale has them
/// (in [0, 1] where nothing else is set), targets for the network's outputs. Training images may be
/// augmented. `into` is reused.
void makeBatch(const ImageSet& images, std::span<const std::uint32_t> indices,
               const NetworkSpec& network, Batch& into, const Augmentation& augmentation = {});

/// The order in which an epoch (from 0) shows `count` training samples.
std::vector<std::uint32_t> shuffledOrder(std::uint64_t seed, int epoch, std::size_t count);

}  // namespace nudge
