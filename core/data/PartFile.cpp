#include "core/data/PartFile.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "core/base/AtomicFile.h"

namespace nudge {

namespace fs = std::filesystem;

PartFile::PartFile(fs::path target) : target_(std::move(target)), part_(target_) {
  part_ += ".part";
  std::error_code ignored;  // opening says what is wrong
  if (target_.has_parent_path()) fs::create_directories(target_.parent_path(), ignored);
  descriptor_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (descriptor_ < 0) failWriting(part_, "cannot be written");
  const off_t end = ::lseek(descriptor_, 0, SEEK_END);
  if (end < 0) failWriting(part_, "cannot be measured");
  size_ = static_cast<std::uintmax_t>(end);
}

PartFile::~PartFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  std::error_code ignored;
  if (descriptor_ >= 0 && size_ == 0) fs::remove(part_, ignored);
}

void PartFile::append(std::string_view data) {
  while (!data.empty()) {
    const ssize_t written = ::write(descriptor_, data.data(), data.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) failWriting(part_, "cannot be written");
    data.remove_prefix(static_cast<std::size_t>(written));
    size_ += static_cast<std::uintmax_t>(written);
  }
}

void PartFile::restart() {
  if (::ftruncate(descriptor_, 0) != 0) failWriting(part_, "cannot be emptied");
  size_ = 0;
}

void PartFile::commit() {
  if (::fsync(descriptor_) != 0) failWriting(part_, "cannot be synced to the disk");
  const int closed = ::close(std::exchange(descriptor_, -1));
  if (closed != 0) failWriting(part_, "cannot be closed");
  if (::rename(part_.c_str(), target_.c_str()) != 0) failWriting(target_, "cannot be replaced");
  const fs::path folder = target_.has_parent_path() ? target_.parent_path() : fs::path(".");
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

void PartFile::remove() {
  if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
  std::error_code ignored;
  fs::remove(part_, ignored);
}

}  // namespace nudge
