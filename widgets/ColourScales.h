#pragma once

#include <QList>
#include <QRgb>
#include <qcustomplot.h>

namespace nudge {

enum class ColourScale {
  Cividis,    ///< activations 0 … 1, dark = 0; the same to colour-blind eyes
  Viridis,    ///< other quantities without a sign
  Diverging,  ///< signed quantities: blue − neutral − orange, zero is always neutral
};

/// Perceptual colour scales, their stops defined once for images and for plots.
namespace ColourScales {

/// The colour at 0 … 1 of the scale; what lies outside takes the end's colour, NaN the lower one's.
QRgb at(ColourScale scale, double position);

/// The colour of a signed value in a symmetric range ±reach, zero neutral.
QRgb ofSigned(double value, double reach);

/// 256 colours for images with a colour table.
const QList<QRgb>& table(ColourScale scale);

/// The index into `table` of a value in 0 … 1.
inline int index(float value) {
  // No call for each pixel. NOLINTNEXTLINE(bugprone-incorrect-roundings)
  return value >= 1 ? 255 : value > 0 ? static_cast<int>(value * 255.0F + 0.5F) : 0;
}

QCPColorGradient gradient(ColourScale scale);

}  // namespace ColourScales

}  // namespace nudge
