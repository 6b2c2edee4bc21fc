#pragma once

#include <stop_token>
#include <string>
#include <vector>

namespace nudge {

struct CloudConfiguration;

/// A place where D-Wave's solvers stand.
struct CloudRegion {
  std::string code;      ///< "eu-central-1"
  std::string endpoint;  ///< the address of its solvers' server; not checked
};

/// Those of D-Wave's documentation; the first is meant where none is named.
const std::vector<CloudRegion>& documentedRegions();

/// Asks D-Wave's metadata service, at `network.metadataEndpoint`, which regions there are; without
/// the token, through the configured proxy, in some seconds at most. An answer is kept for an hour
/// for all who ask the same address. Throws CloudError, and Cancelled when stopped.
std::vector<CloudRegion> fetchRegions(const CloudConfiguration& network,
                                      const std::stop_token& stop);

}  // namespace nudge
