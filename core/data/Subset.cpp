#include "core/data/Subset.h"

#include <vector>

#include <fmt/format.h>

#include "core/base/Error.h"

namespace nudge {

namespace {

ImageSet emptyLike(const ImageSet& set) {
  ImageSet result;
  result.width = set.width;
  result.height = set.height;
  result.channels = set.channels;
  result.scale = set.scale;
  return result;
}

}  // namespace

ImageSet firstPerClass(const ImageSet& set, int classes, int perClass) {
  ImageSet result = emptyLike(set);
  std::vector<int> taken(static_cast<std::size_t>(classes));
  for (std::size_t i = 0; i < set.count(); ++i) {
    const std::size_t label = set.labels[i];
    if (label >= taken.size() || taken[label] == perClass) continue;
    ++taken[label];
    const auto image = set.image(i);
    result.pixels.insert(result.pixels.end(), image.begin(), image.end());
    result.labels.push_back(set.labels[i]);
  }
  for (std::size_t label = 0; label < taken.size(); ++label) {
    if (taken[label] < perClass) {
      throw Error(
          fmt::format("{} images of each class were asked for, but there are only {} of "
                      "class {}; ask for at most that many.",
                      perClass, taken[label], label));
    }
  }
  return result;
}

ImageSet firstOf(const ImageSet& set, std::size_t count) {
  if (count > set.count()) {
    throw Error(
        fmt::format("{} images were asked for, but there are only {}; ask for at most that "
                    "many.",
                    count, set.count()));
  }
  ImageSet result = emptyLike(set);
  const auto pixels = std::span(set.pixels).first(count * set.imageSize());
  const auto labels = std::span(set.labels).first(count);
  result.pixels.assign(pixels.begin(), pixels.end());
  result.labels.assign(labels.begin(), labels.end());
  return result;
}

ImageSet grouped(const ImageSet& set, const std::vector<int>& groups) {
  if (groups.empty()) return set;
  ImageSet result = emptyLike(set);
  for (std::size_t i = 0; i < set.count(); ++i) {
    const int group = groups.at(set.labels[i]);
    if (group < 0) continue;
    const auto image = set.image(i);
    result.pixels.insert(result.pixels.end(), image.begin(), image.end());
    result.labels.push_back(static_cast<std::uint8_t>(group));
  }
  return result;
}

ImageSet shrunk(const ImageSet& set, int factor) {
  ImageSet result = emptyLike(set);
  result.width = set.width / factor;
  result.height = set.height / factor;
  result.labels = set.labels;
  result.pixels.reserve(set.count() * result.imageSize());
  const int planes = static_cast<int>(set.count()) * set.channels;
  for (int plane = 0; plane < planes; ++plane) {
    const std::uint8_t* const from =
        set.pixels.data() + std::size_t{1} * plane * set.width * set.height;
    for (int y = 0; y < result.height; ++y) {
      for (int x = 0; x < result.width; ++x) {
        int sum = factor * factor / 2;
        for (int i = 0; i < factor; ++i) {
          for (int j = 0; j < factor; ++j)
            sum += from[(y * factor + i) * set.width + x * factor + j];
        }
        result.pixels.push_back(static_cast<std::uint8_t>(sum / (factor * factor)));
      }
    }
  }
  return result;
}

}  // namespace nudge
