#pragma once

#include <filesystem>
#include <utility>

namespace nudge {

/// Keeps other processes, and other threads of this one, from working in a folder while it lives;
/// the system drops it when the process ends, however it ends. File systems that know no such locks
/// give it to everybody.
class FolderLock {
 public:
  /// Throws Error when somebody else has it, or when the folder cannot be opened.
  explicit FolderLock(const std::filesystem::path& folder);
  ~FolderLock();
  FolderLock(FolderLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FolderLock& operator=(FolderLock&&) = delete;
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int descriptor_;
};

}  // namespace nudge
