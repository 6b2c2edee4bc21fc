#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/cloud/IniFile.h"
#include "core/cloud/Regions.h"
#include "core/cloud/SolverFilter.h"
#include "core/cloud/Token.h"

namespace nudge {

/// How a client learns that problems are done.
enum class PollStrategy {
  LongPolling,  ///< the server answers when one is
  BackOff,      ///< asked again after longer and longer delays
};

/// What a client of D-Wave's protocol needs to know.
struct CloudConfiguration {
  std::string endpoint;  ///< address that ends in "/"
  Token token;
  SolverFilter solver;
  std::string profile;  ///< where it comes from; empty: no file
  std::string metadataEndpoint{"https://cloud.dwavesys.com/metadata/v1/"};  ///< ends in "/"
  std::string warning;  ///< for people, where something was guessed; empty: nothing
  std::string proxy;
  std::string clientCertificate, clientKey;  ///< files
  std::vector<std::pair<std::string, std::string>> headers;
  std::chrono::milliseconds connectTimeout{60'000}, readTimeout{60'000};
  std::optional<std::chrono::milliseconds> pollingTimeout;  ///< for a problem to be done
  bool closeConnections = false;
  bool compress = true;
  PollStrategy poll = PollStrategy::LongPolling;
  std::chrono::milliseconds pollWait{30'000}, pollPause{0};  ///< of long polling
  std::chrono::milliseconds backOffLeast{50}, backOffMost{60'000};
  double backOffBase = 1.3;
  int retries = 10;  ///< of a GET or DELETE, on lost connections and Retry-After
  int redirects = 10;
  std::chrono::milliseconds retryLeast{10}, retryMost{60'000};
};

/// Where a configuration comes from; what is empty is not there.
struct ConfigurationSources {
  Settings given;                             ///< by the user now: strongest
  std::string profile;                        ///< asked for; empty: as the file says
  std::optional<std::filesystem::path> file;  ///< instead of the search; empty path: no file
  std::function<std::string(const char*)> environment;  ///< empty text: not set
  std::vector<std::filesystem::path> search;  ///< later ones are stronger; see searchPath()
};

/// The files that are looked for on this system: /etc/xdg/dwave, ~/.config/dwave, the current
/// folder; with XDG_CONFIG_DIRS and XDG_CONFIG_HOME.
std::vector<std::filesystem::path> searchPath(
    const std::function<std::string(const char*)>& environment);

/// The settings by key, as D-Wave's tools put them together: given > environment (DWAVE_API_TOKEN,
/// …) > profile of the files > [defaults] of the files. `endpoint` and `region` exclude each other:
/// the stronger one removes the other. Throws CloudError (Configuration) for an unknown profile or
/// a file that cannot be read.
Settings gatherSettings(const ConfigurationSources& sources);

/// Which regions there are; throws CloudError where that cannot be found out.
using RegionLookup = std::function<std::vector<CloudRegion>(const CloudConfiguration& network)>;

/// The settings as a client's configuration. The region that is meant where none is named,
/// na-west-1, has its address from the documentation; others are looked up. Where that fails, or
/// there is no lookup, the documented regions are known, with a warning. Throws CloudError
/// (Configuration), naming the key, for what cannot be meant, for an address that would send the
/// token over an open network without TLS, and for asking that certificates be not checked.
CloudConfiguration configurationFrom(const Settings& settings, const RegionLookup& lookup = {});

/// Both, with the real environment and files; what was typed in (TypedAccount.h) is weaker than
/// `given` and stronger than those. Regions are asked of D-Wave (fetchRegions), which may take some
/// seconds. Throws Cancelled when stopped.
CloudConfiguration loadConfiguration(const Settings& given = {}, const std::string& profile = {},
                                     const std::stop_token& stop = {});

}  // namespace nudge
