#pragma once

namespace nudge {

/// Sizes of an image or of a layer's maps. Values are numbered channel by channel, row by row from
/// the top.
struct MapShape {
  int channels = 1;  ///< of an image 1: grey; 3: red, green, blue
  int height = 1;
  int width = 1;

  long long size() const { return 1LL * channels * height * width; }
  bool operator==(const MapShape&) const = default;
};

}  // namespace nudge
