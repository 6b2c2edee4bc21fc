#include "core/experiment/Batches.h"

#include <algorithm>
#include <numeric>

#include "core/base/Random.h"

namespace nudge {

void makeBatch(const ImageSet& images, std::span<const std::uint32_t> indices,
               const NetworkSpec& network, Batch& into) {
  into.inputs.resize(static_cast<Eigen::Index>(images.imageSize()),
                     static_cast<Eigen::Index>(indices.size()));
  into.labels.resize(indices.size());
  float* value = into.inputs.data();
  for (std::size_t i = 0; i < indices.size(); ++i) {
    for (const std::uint8_t pixel : images.image(indices[i]))
      *value++ = static_cast<float>(pixel) / 255.0F;
    into.labels[i] = images.labels[indices[i]];
  }
  into.targets = targetsFor(into.labels, network.outputs(), network.perClass);
}

std::vector<std::uint32_t> shuffledOrder(std::uint64_t seed, int epoch, std::size_t count) {
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  Random random(seed, Purpose::Shuffle, static_cast<std::uint64_t>(epoch));
  random.shuffle(order);
  return order;
}

}  // namespace nudge
