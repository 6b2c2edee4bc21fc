#pragma once

#include <optional>

#include <QString>

#include "app/FeatureFinder.h"

namespace nudge {

/// How far the pictures can be trusted: the copy's accuracies, beside the network's own on the test
/// set in per cent where that is known. Rich text; empty where nothing is found.
QString trustText(const FeaturesFound& found, std::optional<double> networkTest);

/// A unit of the shown ones, by its number, and its weight to a class; empty where it is none.
QString unitText(const FeaturesFound& found, int unit, int chosenClass);

}  // namespace nudge
