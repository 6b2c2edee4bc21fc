#include "widgets/ChainPalette.h"

#include "widgets/Theme.h"

namespace nudge {

namespace {
constexpr int kLayers = 8;
constexpr int kHues = 16;
constexpr int kStride = 7;  // neighbours in number are far apart in hue
}  // namespace

std::vector<QColor> chainPalette(ChainColours colours, const Theme& theme) {
  std::vector<QColor> all;
  if (colours == ChainColours::Layer) {
    for (int n = 1; n <= kLayers; ++n) all.push_back(theme.layerColour(n));
    return all;
  }
  for (int i = 0; i < kHues; ++i) {
    const int hue = i * kStride % kHues * 360 / kHues;
    // Every other one is darker, for eyes that see fewer hues.
    const int value = (i % 2 == 0 ? 190 : 140) + (theme.dark() ? 60 : 0);
    all.push_back(QColor::fromHsv(hue, theme.dark() ? 140 : 215, value));
  }
  return all;
}

int chainColour(ChainColours colours, const ChipUse& use, int variable) {
  return colours == ChainColours::Layer ? (use.layerOf(variable) - 1) % kLayers : variable % kHues;
}

}  // namespace nudge
