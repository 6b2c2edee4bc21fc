#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace nudge {

/// A file that arrives piece by piece: `target` + ".part" until it is whole. What is there of it
/// outlives a crash. Every function throws Error naming the file and the system's reason.
class PartFile {
 public:
  /// Opens the part, at its end, or begins one; makes the folder if there is none.
  explicit PartFile(std::filesystem::path target);
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;
  ~PartFile();

  const std::filesystem::path& path() const { return part_; }
  std::uintmax_t size() const { return size_; }  ///< bytes

  void append(std::string_view data);
  void restart();  ///< drops what is there
  void commit();   ///< synced, then renamed to the target, the folder synced
  void remove();   ///< deletes the part

 private:
  std::filesystem::path target_;
  std::filesystem::path part_;
  int descriptor_ = -1;
  std::uintmax_t size_ = 0;
};

}  // namespace nudge
