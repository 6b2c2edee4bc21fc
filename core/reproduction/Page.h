#pragma once

#include <string>
#include <vector>

#include "core/reproduction/Results.h"

namespace nudge {

/// The machine that runs were made on, in words: processor, threads, memory, system.
std::string machineInWords();

/// A picture of a reproduction, by the link that the page uses.
struct Picture {
  std::string id;  ///< of the reproduction
  std::string link;
};

/// What stands above the tables.
struct PageHead {
  Extent extent = Extent::Quick;
  std::string version;                ///< of the program
  std::string date;                   ///< as it shall be read
  std::vector<std::string> machines;  ///< that the runs were made on
};

/// REPRODUCTION.md: published and measured numbers side by side, how long the runs took, and the
/// pictures. Cases that have not been run say so, and so do those that were cut short.
std::string reproductionPage(const PageHead& head, const std::vector<ReproductionOutcome>& results,
                             const std::vector<Picture>& pictures);

}  // namespace nudge
