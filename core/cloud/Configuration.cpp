#include "core/cloud/Configuration.h"

#include <array>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/AtomicFile.h"
#include "core/base/Text.h"
#include "core/cloud/CloudError.h"
#include "core/cloud/TypedAccount.h"
#include "core/cloud/Url.h"

namespace nudge {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

namespace {

constexpr std::uintmax_t kLargestFile = 1 << 20;
constexpr const char* kDefaults = "defaults";

struct Variable {
  const char* name;
  const char* key;
};

constexpr std::array<Variable, 12> kVariables{{
    {"DWAVE_API_CLIENT", "client"},
    {"DWAVE_API_REGION", "region"},
    {"DWAVE_API_ENDPOINT", "endpoint"},
    {"DWAVE_API_TOKEN", "token"},
    {"DWAVE_API_SOLVER", "solver"},
    {"DWAVE_API_PROXY", "proxy"},
    {"DWAVE_API_HEADERS", "headers"},
    {"DWAVE_CACHE_ENABLED", "cache_enabled"},
    {"DWAVE_CACHE_HOME", "cache_home"},
    {"DWAVE_LEAP_API_ENDPOINT", "leap_api_endpoint"},
    {"DWAVE_LEAP_CLIENT_ID", "leap_client_id"},
    {"DWAVE_METADATA_API_ENDPOINT", "metadata_api_endpoint"},
}};

std::string settingOf(const ConfigurationSources& sources, const char* variable) {
  return sources.environment ? sources.environment(variable) : "";
}

/// Puts `stronger` over `weaker`, key by key.
void overlay(Settings& weaker, const Settings& stronger) {
  const auto sets = [&](const char* key) {
    const auto found = stronger.find(key);
    return found != stronger.end() && !found->second.empty();
  };
  if (sets("endpoint") || sets("region")) {
    weaker.erase("endpoint");
    weaker.erase("region");
  }
  for (const auto& [key, value] : stronger) {
    if (!value.empty()) weaker[key] = value;
  }
}

IniFile readIni(const fs::path& path) {
  try {
    return parseIni(readFile(path, kLargestFile), path.string());
  } catch (const CloudError&) {
    throw;
  } catch (const Error& error) {
    refuseConfiguration(error.what());
  }
}

/// All files as one, key by key; sections in the order they were first met.
IniFile readAll(const ConfigurationSources& sources) {
  IniFile all;
  std::vector<fs::path> paths = sources.search;
  std::optional<fs::path> only = sources.file;
  if (const std::string named = settingOf(sources, "DWAVE_CONFIG_FILE"); !only && !named.empty()) {
    only = named;
  }
  if (only) {
    paths.clear();
    if (!only->empty()) paths.push_back(*only);
  }
  for (const fs::path& path : paths) {
    std::error_code ignored;
    if (!only && !fs::exists(path, ignored)) continue;
    for (const auto& [title, settings] : readIni(path).sections) {
      Settings& section = all.section(title);
      for (const auto& [key, value] : settings) section[key] = value;
    }
  }
  return all;
}

std::string profileOf(const ConfigurationSources& sources, const IniFile& files) {
  if (!sources.profile.empty()) return sources.profile;
  if (std::string named = settingOf(sources, "DWAVE_PROFILE"); !named.empty()) return named;
  if (const Settings* defaults = files.find(kDefaults)) {
    const auto found = defaults->find("profile");
    if (found != defaults->end() && !found->second.empty()) return found->second;
  }
  for (const auto& [title, settings] : files.sections) {
    if (title != kDefaults) return title;
  }
  return kDefaults;
}

double amountIn(std::string_view text, const std::string& key) {
  const std::optional<double> value = numberIn<double>(text);
  if (value && *value >= 0 && *value < 1e9) return *value;
  refuseConfiguration(
      fmt::format("{} is \"{}\"; it should be a number from 0.", key, cleaned(text, 40)));
}

milliseconds secondsIn(std::string_view text, const std::string& key) {
  return milliseconds(static_cast<std::int64_t>(std::llround(1000 * amountIn(text, key))));
}

/// Reads settings one by one; an absent or empty one leaves its default.
class SettingsReader {
 public:
  explicit SettingsReader(const Settings& settings) : settings_(settings) {}

  std::string text(const char* key) const {
    const auto found = settings_.find(key);
    return found == settings_.end() ? "" : found->second;
  }
  void read(const char* key, bool& value) const {
    const std::string word = text(key);
    if (word.empty()) return;
    value = word == "true" || word == "True" || word == "1" || word == "yes" || word == "on";
    if (!value && word != "false" && word != "False" && word != "0" && word != "no" &&
        word != "off") {
      refuseConfiguration(
          fmt::format("{} is \"{}\"; it should be true or false.", key, cleaned(word, 40)));
    }
  }
  void read(const char* key, int& value) const {
    if (const std::string word = text(key); !word.empty()) {
      value = static_cast<int>(std::min(amountIn(word, key), 1000.0));
    }
  }
  void read(const char* key, double& value) const {
    if (const std::string word = text(key); !word.empty()) value = amountIn(word, key);
  }
  void read(const char* key, milliseconds& value) const {
    if (const std::string word = text(key); !word.empty()) value = secondsIn(word, key);
  }

 private:
  const Settings& settings_;
};

/// "60", or "(5, 90)": to connect, and to read.
void readTimeouts(const std::string& text, CloudConfiguration& configuration) {
  if (text.empty()) return;
  const std::size_t comma = text.find(',');
  if (comma == std::string::npos) {
    configuration.connectTimeout = configuration.readTimeout = secondsIn(text, "request_timeout");
    return;
  }
  const auto part = [&](std::size_t from, std::size_t to) {
    std::string piece = text.substr(from, to - from);
    std::erase_if(piece,
                  [](char c) { return c == ' ' || c == '(' || c == ')' || c == '[' || c == ']'; });
    return secondsIn(piece, "request_timeout");
  };
  configuration.connectTimeout = part(0, comma);
  configuration.readTimeout = part(comma + 1, text.size());
}

void readHeaders(const std::string& text, CloudConfiguration& configuration) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const std::size_t colon = line.find(':');
    if (colon == 0 || colon == std::string::npos || line.find('\r') != std::string::npos) {
      refuseConfiguration("headers: each line should be like Name: value.");
    }
    const std::size_t value = std::min(line.find_first_not_of(' ', colon + 1), line.size());
    configuration.headers.emplace_back(line.substr(0, colon), line.substr(value));
  }
}

/// An address that a token may be sent to, or that may say where; ends in "/".
std::string safeAddress(std::string address, const char* what) {
  const Url url = parseUrl(address, what);
  if (url.scheme == "http" && !url.isLoopback()) {
    refuseConfiguration(
        fmt::format("{} {}: http would send the token readable over the network; use https.", what,
                    cleaned(address)));
  }
  if (!address.ends_with('/')) address += '/';
  return address;
}

const CloudRegion* find(const std::vector<CloudRegion>& regions, const std::string& code) {
  const auto found = std::find_if(regions.begin(), regions.end(),
                                  [&](const CloudRegion& region) { return region.code == code; });
  return found == regions.end() ? nullptr : &*found;
}

std::string codesOf(const std::vector<CloudRegion>& regions) {
  std::vector<std::string> codes;
  codes.reserve(regions.size());
  for (const CloudRegion& region : regions) codes.push_back(cleaned(region.code, 40));
  return fmt::format("{}", fmt::join(codes, ", "));
}

/// Where D-Wave's list is not to be had, by the documentation.
std::string regionAddress(const std::string& code, const RegionLookup& lookup,
                          CloudConfiguration& configuration) {
  std::vector<CloudRegion> regions = documentedRegions();
  if (code.empty() || code == regions.front().code) return regions.front().endpoint;
  std::string failure;
  if (lookup) {
    try {
      regions = lookup(configuration);
    } catch (const CloudError& error) {
      failure = error.what();
    }
  }
  const CloudRegion* region = find(regions, code);
  if (region == nullptr) {
    refuseConfiguration(
        fmt::format("region \"{}\" is unknown; there are {}; or set an endpoint.{}{}",
                    cleaned(code, 40), codesOf(regions), failure.empty() ? "" : " ", failure));
  }
  if (!failure.empty()) {
    configuration.warning =
        fmt::format("The list of regions is not to be had; {} is taken for {}. {}",
                    region->endpoint, code, failure);
  }
  return region->endpoint;
}

}  // namespace

std::vector<fs::path> searchPath(const std::function<std::string(const char*)>& environment) {
  const auto value = [&](const char* name) { return environment ? environment(name) : ""; };
  std::vector<fs::path> paths;
  std::string system = value("XDG_CONFIG_DIRS");
  if (system.empty()) system = "/etc/xdg";
  std::vector<fs::path> dirs;
  for (std::size_t at = 0; at <= system.size();) {
    const std::size_t end = std::min(system.find(':', at), system.size());
    if (end > at) dirs.emplace_back(system.substr(at, end - at));
    at = end + 1;
  }
  // The first folder of the list matters most, so it comes last.
  for (auto dir = dirs.rbegin(); dir != dirs.rend(); ++dir)
    paths.push_back(*dir / "dwave" / "dwave.conf");
  fs::path home = value("XDG_CONFIG_HOME");
  if (home.empty() && !value("HOME").empty()) home = fs::path(value("HOME")) / ".config";
  if (!home.empty()) paths.push_back(home / "dwave" / "dwave.conf");
  paths.emplace_back("dwave.conf");
  return paths;
}

Settings gatherSettings(const ConfigurationSources& sources) {
  Settings result;
  const IniFile files = readAll(sources);
  const std::string profile = profileOf(sources, files);
  const bool asked = !sources.profile.empty() || !settingOf(sources, "DWAVE_PROFILE").empty();
  const Settings* section = files.find(profile);
  if (section == nullptr && (asked || profile != kDefaults)) {
    refuseConfiguration(
        fmt::format("the configuration has no profile \"{}\".", cleaned(profile, 80)));
  }
  if (const Settings* defaults = files.find(kDefaults)) overlay(result, *defaults);
  if (section != nullptr) overlay(result, *section);
  Settings environment;
  for (const Variable& variable : kVariables) {
    if (std::string value = settingOf(sources, variable.name); !value.empty()) {
      environment[variable.key] = std::move(value);
    }
  }
  overlay(result, environment);
  overlay(result, sources.given);
  return result;
}

CloudConfiguration configurationFrom(const Settings& settings, const RegionLookup& lookup) {
  const SettingsReader reader(settings);
  CloudConfiguration result;
  bool permissive = false;
  reader.read("permissive_ssl", permissive);
  if (permissive) {
    refuseConfiguration(
        "permissive_ssl: certificates are always checked here; remove it, or set it to false.");
  }
  result.token = Token(reader.text("token"));
  result.solver = SolverFilter::parse(reader.text("solver"));
  result.profile = reader.text("profile");
  result.proxy = reader.text("proxy");
  result.clientCertificate = reader.text("client_cert");
  result.clientKey = reader.text("client_cert_key");
  readHeaders(reader.text("headers"), result);
  readTimeouts(reader.text("request_timeout"), result);
  if (const std::string text = reader.text("polling_timeout"); !text.empty()) {
    result.pollingTimeout = secondsIn(text, "polling_timeout");
  }
  reader.read("connection_close", result.closeConnections);
  reader.read("compress_qpu_problem_data", result.compress);
  if (const std::string poll = reader.text("poll_strategy"); poll == "backoff") {
    result.poll = PollStrategy::BackOff;
  } else if (!poll.empty() && poll != "long-polling") {
    refuseConfiguration(fmt::format(
        "poll_strategy is \"{}\"; it should be long-polling or backoff.", cleaned(poll, 40)));
  }
  reader.read("poll_wait_time", result.pollWait);
  if (result.pollWait > milliseconds(30'000))
    refuseConfiguration("poll_wait_time should be 0 to 30 seconds.");
  reader.read("poll_pause", result.pollPause);
  reader.read("poll_backoff_min", result.backOffLeast);
  reader.read("poll_backoff_max", result.backOffMost);
  reader.read("poll_backoff_base", result.backOffBase);
  reader.read("http_retry_total", result.retries);
  reader.read("http_retry_redirect", result.redirects);
  reader.read("http_retry_backoff_factor", result.retryLeast);
  reader.read("http_retry_backoff_max", result.retryMost);
  if (const std::string address = reader.text("metadata_api_endpoint"); !address.empty())
    result.metadataEndpoint = safeAddress(address, "metadata_api_endpoint");
  // Last: to look a region up takes the rest.
  std::string endpoint = reader.text("endpoint");
  if (endpoint.empty()) endpoint = regionAddress(reader.text("region"), lookup, result);
  result.endpoint = safeAddress(endpoint, "endpoint");
  return result;
}

CloudConfiguration loadConfiguration(const Settings& given, const std::string& profile,
                                     const std::stop_token& stop) {
  ConfigurationSources sources;
  sources.given = given;
  Settings typed = typedAccount();
  if (given.contains("endpoint") || given.contains("region")) {
    typed.erase("endpoint");  // they exclude each other
    typed.erase("region");
  }
  sources.given.merge(typed);
  sources.profile = profile;
  sources.environment = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
  sources.search = searchPath(sources.environment);
  return configurationFrom(gatherSettings(sources), [&](const CloudConfiguration& network) {
    return fetchRegions(network, stop);
  });
}

}  // namespace nudge
