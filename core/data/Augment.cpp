#include "core/data/Augment.h"

#include <algorithm>
#include <array>
#include <iterator>

#include <hwy/cache_control.h>

#include "core/base/Parallel.h"
#include "core/base/Random.h"

namespace nudge {

namespace {

/// What a network takes for each byte, channel by channel.
using Table = std::array<float, 256>;

std::vector<Table> tablesOf(const ImageSet& images) {
  std::vector<Table> tables(static_cast<std::size_t>(images.channels));
  for (std::size_t channel = 0; channel < tables.size(); ++channel) {
    for (std::size_t byte = 0; byte < 256; ++byte) {
      tables[channel].at(byte) = images.scale.input(static_cast<float>(byte) / 255.0F, channel);
    }
  }
  return tables;
}

/// One row of `width` pixels, moved to the right by `shift` (or the left, if negative).
float* writeRow(const std::uint8_t* row, int width, int shift, bool mirrored, const Table& table,
                float* into) {
  const int begin = std::max(0, shift), end = std::min(width, width + shift);
  into = std::fill_n(into, std::min(begin, width), table[0]);
  const auto value = [&](std::uint8_t byte) { return table[byte]; };
  if (begin < end && mirrored) {
    const auto last = std::make_reverse_iterator(row + width);
    into = std::transform(last + begin - shift, last + end - shift, into, value);
  } else if (begin < end) {
    into = std::transform(row + begin - shift, row + end - shift, into, value);
  }
  return std::fill_n(into, width - std::max(end, begin), table[0]);
}

void write(const ImageSet& images, std::size_t index, int crop, const Placement& placement,
           const std::vector<Table>& tables, float* into) {
  const std::uint8_t* plane = images.image(index).data();
  for (const Table& table : tables) {
    for (int y = 0; y < images.height; ++y) {
      const int from = y + placement.top - crop;
      if (from < 0 || from >= images.height) {
        into = std::fill_n(into, images.width, table[0]);
      } else {
        into = writeRow(plane + from * images.width, images.width, crop - placement.left,
                        placement.mirrored, table, into);
      }
    }
    plane += images.height * images.width;
  }
}

// Images that one thread writes in a row.
constexpr std::size_t kTogether = 16;

// Images lie anywhere in memory: they are asked for while those before are written.
constexpr std::size_t kAhead = 2;

void prefetch(std::span<const std::uint8_t> image) {
  constexpr std::size_t kLine = 64;
  for (std::size_t i = 0; i < image.size(); i += kLine) hwy::Prefetch(&image[i]);
}

}  // namespace

std::vector<Placement> drawPlacements(const Augmentation& augmentation, std::size_t count) {
  std::vector<Placement> placements(count);
  if (augmentation.changesNothing()) return placements;
  Random random(augmentation.seed, Purpose::Augment, augmentation.step);
  const auto places = static_cast<std::uint32_t>(2 * augmentation.crop + 1);
  for (Placement& one : placements) {
    // All is drawn whatever is used, so that one setting does not move what another one draws.
    const bool mirrored = (random() & 1U) != 0;
    one.left = static_cast<int>(random.below(places));
    one.top = static_cast<int>(random.below(places));
    one.mirrored = augmentation.flip && mirrored;
  }
  return placements;
}

void writeSample(const ImageSet& images, std::size_t index, int crop, const Placement& placement,
                 float* into) {
  write(images, index, crop, placement, tablesOf(images), into);
}

void writeSamples(const ImageSet& images, std::span<const std::uint32_t> indices,
                  const Augmentation& augmentation, Matrix& into) {
  into.resize(static_cast<Eigen::Index>(images.imageSize()),
              static_cast<Eigen::Index>(indices.size()));
  const std::vector<Table> tables = tablesOf(images);
  const std::vector<Placement> placements = drawPlacements(augmentation, indices.size());
  const std::size_t pieces = (indices.size() + kTogether - 1) / kTogether;
  parallelFor(static_cast<int>(pieces), [&](int piece) {
    const std::size_t first = static_cast<std::size_t>(piece) * kTogether;
    const std::size_t last = std::min(indices.size(), first + kTogether);
    for (std::size_t i = first; i < last; ++i) {
      if (i + kAhead < last) prefetch(images.image(indices[i + kAhead]));
      write(images, indices[i], augmentation.crop, placements[i], tables,
            into.col(static_cast<Eigen::Index>(i)).data());
    }
  });
}

}  // namespace nudge
