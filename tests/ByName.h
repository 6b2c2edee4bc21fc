#pragma once

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

namespace nudge::test {

/// What registered itself before main() began, by name. Made when it is first wanted.
template <class Function>
std::map<std::string, Function>& byName() {
  static std::map<std::string, Function> all;
  return all;
}

/// The one of this name. Where there is none the program ends, having said `hint` and which there
/// are.
template <class Function>
Function named(const std::string& name, const char* hint) {
  const auto& all = byName<Function>();
  if (const auto wanted = all.find(name); wanted != all.end()) return wanted->second;
  std::fprintf(stderr, "%s\n", hint);
  for (const auto& each : all) std::fprintf(stderr, "  %s\n", each.first.c_str());
  std::exit(2);
}

}  // namespace nudge::test
