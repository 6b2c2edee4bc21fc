#include "app/lessons/Facts.h"

namespace nudge {

void Facts::set(const std::string& name, Json value) {
  Json& fact = facts_[name];
  if (fact == value) return;
  fact = std::move(value);
  emit changed();
}

void Facts::did(const std::string& event) {
  ++events_[event];
  emit changed();
}

Json Facts::value(const std::string& name) const {
  const auto found = facts_.find(name);
  return found == facts_.end() ? Json() : found->second;
}

int Facts::times(const std::string& event) const {
  const auto found = events_.find(event);
  return found == events_.end() ? 0 : found->second;
}

}  // namespace nudge
