#include "core/data/Patterns.h"

namespace nudge {

Dataset diagonals() {
  Dataset data;
  data.name = "3 × 3 patterns";
  data.classes = 2;
  ImageSet& set = data.train;
  set.width = set.height = kPatternSide;
  for (int label = 0; label < data.classes; ++label) {
    set.labels.push_back(static_cast<std::uint8_t>(label));
    for (int y = 0; y < kPatternSide; ++y) {
      for (int x = 0; x < kPatternSide; ++x) {
        const int across = label == 0 ? x : kPatternSide - 1 - x;
        set.pixels.push_back(across == y ? 255 : 0);
      }
    }
  }
  data.test = data.train;
  return data;
}

}  // namespace nudge
