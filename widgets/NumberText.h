#pragma once

#include <QString>

#include "core/base/Field.h"
#include "core/network/NetworkSpec.h"

namespace nudge {

/// A number as people write it, as short as it can be without changing it: "0.5", "784", "1e-7".
QString numberText(double value);

/// A measured number with three significant digits and a real minus: "41.0", "−0.125", "1230",
/// "1.5e9".
QString threeDigits(double value);

/// A number among others of which `largest` is the largest: as many decimals for each as give that
/// one three significant digits: "−0.0004" beside "0.0212".
QString numberAmong(double value, double largest);

/// How many neurons a layer has: "512", of a convolution "32 × 14²".
QString sizeText(const NetworkSpec& network, int layer);

/// A field's value as the text of its editor: lists without brackets, texts without quotes.
QString valueText(const FieldInfo& field, const Json& value);

/// The text of an editor as a value that the field accepts; throws Error.
Json acceptedValue(const FieldInfo& field, const QString& text);

/// What is wrong with a text in the words of a form, or nothing.
QString problemOf(const FieldInfo& field, const QString& text);

}  // namespace nudge
