#include "core/cloud/Regions.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>

#include <fmt/format.h>

#include "core/cloud/Configuration.h"
#include "core/cloud/HttpLoop.h"
#include "core/cloud/SapiReply.h"

namespace nudge {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::hours kKept{1};
constexpr std::chrono::milliseconds kPatience{10'000};
constexpr int kRetries = 2;
constexpr std::size_t kMostRegions = 1000;

struct Kept {
  std::vector<CloudRegion> regions;
  Clock::time_point until;
};

/// By the address that was asked.
class KeptRegions {
 public:
  std::vector<CloudRegion> find(const std::string& address) {
    const std::lock_guard lock(mutex_);
    const auto found = kept_.find(address);
    if (found == kept_.end() || Clock::now() >= found->second.until) return {};
    return found->second.regions;
  }
  void keep(const std::string& address, const std::vector<CloudRegion>& regions) {
    const std::lock_guard lock(mutex_);
    kept_[address] = {regions, Clock::now() + kKept};
  }

 private:
  std::mutex mutex_;
  std::map<std::string, Kept> kept_;
};

KeptRegions& keptRegions() {
  static KeptRegions kept;
  return kept;
}

std::vector<CloudRegion> regionsIn(const ReplyJson& reply, const std::string& what) {
  if (!reply.is_array() || reply.empty() || reply.size() > kMostRegions)
    throw CloudError(CloudFault::Reply, fmt::format("{}: the answer is no list of regions.", what));
  std::vector<CloudRegion> regions;
  for (const ReplyJson& item : reply) {
    const ReplyReader reader(item, what);
    regions.push_back({reader.text("code", 80), reader.text("endpoint")});
  }
  return regions;
}

}  // namespace

const std::vector<CloudRegion>& documentedRegions() {
  static const std::vector<CloudRegion> regions{
      {"na-west-1", "https://cloud.dwavesys.com/sapi/"},
      {"na-east-1", "https://na-east-1.cloud.dwavesys.com/sapi/v2/"},
      {"eu-central-1", "https://eu-central-1.cloud.dwavesys.com/sapi/v2/"},
  };
  return regions;
}

std::vector<CloudRegion> fetchRegions(const CloudConfiguration& network,
                                      const std::stop_token& stop) {
  const std::string& address = network.metadataEndpoint;
  std::vector<CloudRegion> regions = keptRegions().find(address);
  if (!regions.empty()) return regions;
  CloudConfiguration asking = network;
  asking.endpoint = address;
  asking.token = Token();
  asking.connectTimeout = std::min(asking.connectTimeout, kPatience);
  asking.readTimeout = std::min(asking.readTimeout, kPatience);
  asking.retries = std::min(asking.retries, kRetries);
  asking.retryMost = std::min(asking.retryMost, kPatience);
  HttpRequest request;
  request.path = "regions/";
  request.accept = mediaType(media::kRegions);
  const std::string what = address + ": regions";
  HttpLoop loop(asking);
  regions =
      regionsIn(replyJson(loop.get(std::move(request), stop), media::kRegions, what, {}), what);
  keptRegions().keep(address, regions);
  return regions;
}

}  // namespace nudge
