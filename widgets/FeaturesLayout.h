#pragma once

#include <vector>

#include <QFontMetrics>
#include <QRectF>

namespace nudge {

/// Where a FeaturesView puts its rows: class patterns, the wires, active units with their patterns,
/// receptive fields and maps beneath. Tiles are as large as they can be.
struct FeaturesLayout {
  std::vector<QRectF> classes, units, fields, maps;
  QRectF classTitle, unitTitle, fieldTitle, mapTitle;
  double line = 0;  ///< height of a line of small type, as captions have

  /// Where there is little width, classes take several rows and only the first units are there.
  /// @param aspect  width of an input over its height
  /// @param small   metrics of captions and titles
  static FeaturesLayout fit(const QRectF& area, int classes, int units, bool maps, double aspect,
                            const QFontMetrics& small);
};

}  // namespace nudge
