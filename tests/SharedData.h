#pragma once

#include <cstdlib>
#include <filesystem>

#include <QString>
#include <QtTest>

namespace nudge::test {

/// A file of the reference answers that lie beside the project, or an empty path where they do not.
inline std::filesystem::path referenceFile(const std::string& name) {
  const char* root = std::getenv("NUDGE_SHARED_DATA");
  if (root == nullptr) return {};
  const std::filesystem::path path = std::filesystem::path(root) / "oracles" / name;
  return std::filesystem::exists(path) ? path : std::filesystem::path();
}

}  // namespace nudge::test
