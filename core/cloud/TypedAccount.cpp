#include "core/cloud/TypedAccount.h"

#include <mutex>

namespace nudge {

namespace {

std::mutex mutex;

Settings& account() {
  static Settings settings;
  return settings;
}

}  // namespace

void setTypedAccount(const Settings& settings) {
  const std::scoped_lock lock(mutex);
  account() = settings;
  std::erase_if(account(), [](const auto& setting) { return setting.second.empty(); });
}

Settings typedAccount() {
  const std::scoped_lock lock(mutex);
  return account();
}

}  // namespace nudge
