#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/reproduction/Catalogue.h"
#include "widgets/Plot.h"

namespace nudge {

/// A picture of a figure of the thesis that needs no runs on record.
struct Sketch {
  std::unique_ptr<Plot> plot;
  std::string suffix;  ///< of its file's name
};

/// The pictures of Drawing::Trajectory, Landscape, Schedules and Reads. The last trains the
/// reproduction's first case for some seconds; there are none where its data set is missing.
std::vector<Sketch> sketchesOf(const Reproduction& of);

}  // namespace nudge
