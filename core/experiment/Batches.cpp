#include "core/experiment/Batches.h"

#include <numeric>

#include "core/base/Random.h"

namespace nudge {

void makeBatch(const ImageSet& images, std::span<const std::uint32_t> indices,
               const NetworkSpec& network, Batch& into, const Augmentation& augmentation) {
  writeSamples(images, indices, augmentation, into.inputs);
  into.labels.resize(indices.size());
  for (std::size_t i = 0; i < indices.size(); ++i) into.labels[i] = images.labels[indices[i]];
  into.targets = targetsFor(into.labels, network);
}

std::vector<std::uint32_t> shuffledOrder(std::uint64_t seed, int epoch, std::size_t count) {
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  Random random(seed, Purpose::Shuffle, static_cast<std::uint64_t>(epoch));
  random.shuffle(order);
  return order;
}

}  // namespace nudge
