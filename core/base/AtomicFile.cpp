#include "core/base/AtomicFile.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <streambuf>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/Error.h"

namespace nudge {

namespace fs = std::filesystem;

void failWriting(const fs::path& path, const char* what) {
  const int reason = errno;
  throw Error(fmt::format("{}: {}: {}. Check that the folder exists, is writable and has room.",
                          path.string(), what, std::strerror(reason)));
}

namespace {

constexpr std::string_view kUnfinished = ".unfinished-";
constexpr std::string_view kRandom = "XXXXXX";

/// A temporary file beside `target`, removed again unless it was renamed into place.
class Temporary {
 public:
  explicit Temporary(const fs::path& target) : target_(target), name_(target.string()) {
    name_.append(kUnfinished).append(kRandom);
    descriptor_ = ::mkstemp(name_.data());
    if (descriptor_ < 0) failWriting(target, "cannot be written");
    ::fchmod(descriptor_, 0644);
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!renamed_) ::unlink(name_.c_str());
  }

  int descriptor() const { return descriptor_; }

  void commit() {
    if (::fsync(descriptor_) != 0) failWriting(target_, "cannot be synced to the disk");
    const int closed = ::close(descriptor_);
    descriptor_ = -1;
    if (closed != 0) failWriting(target_, "cannot be closed");
    if (::rename(name_.c_str(), target_.c_str()) != 0) failWriting(target_, "cannot be replaced");
    renamed_ = true;
    syncFolder();
  }

 private:
  void syncFolder() const {
    const fs::path folder = target_.has_parent_path() ? target_.parent_path() : fs::path(".");
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
  }

  fs::path target_;
  std::string name_;
  int descriptor_ = -1;
  bool renamed_ = false;
};

/// Writes what is streamed to a file that is open already.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor), held_(1 << 18) { empty(); }

 protected:
  int_type overflow(int_type next) override {
    if (!writeHeld()) return traits_type::eof();
    if (!traits_type::eq_int_type(next, traits_type::eof())) sputc(traits_type::to_char_type(next));
    return traits_type::not_eof(next);
  }
  int sync() override { return writeHeld() ? 0 : -1; }

 private:
  void empty() { setp(held_.data(), held_.data() + held_.size()); }

  bool writeHeld() {
    for (const char* at = pbase(); at < pptr();) {
      const ssize_t written = ::write(descriptor_, at, static_cast<std::size_t>(pptr() - at));
      if (written < 0 && errno != EINTR) return false;
      if (written > 0) at += written;
    }
    empty();
    return true;
  }

  int descriptor_;
  std::vector<char> held_;
};

}  // namespace

void writeFileAtomically(const fs::path& path, const std::function<void(std::ostream&)>& write) {
  Temporary temporary(path);
  DescriptorBuffer buffer(temporary.descriptor());
  std::ostream stream(&buffer);
  write(stream);
  stream.flush();
  if (!stream) failWriting(path, "cannot be written");
  temporary.commit();
}

void writeFileAtomically(const fs::path& path, std::string_view content) {
  writeFileAtomically(path, [content](std::ostream& stream) {
    stream.write(content.data(), static_cast<std::streamsize>(content.size()));
  });
}

void makeFolder(const fs::path& folder) {
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (!failure) return;
  throw Error(
      fmt::format("{}: the folder cannot be made: {}. Check that the folder above it may be "
                  "written to, or choose another place.",
                  folder.string(), failure.message()));
}

void removeUnfinished(const fs::path& folder) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    const std::size_t mark = name.rfind(kUnfinished);
    if (mark != std::string::npos && mark + kUnfinished.size() + kRandom.size() == name.size())
      fs::remove(entry.path(), ignored);
  }
}

std::string readFile(const fs::path& path, std::uintmax_t limit) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream || fs::is_directory(path)) {
    throw Error(fmt::format("{}: cannot be opened. Check the name and that it may be read.",
                            path.string()));
  }
  const auto tooLarge = [&] {
    throw Error(fmt::format("{}: is larger than {} bytes, more than such a file can be.",
                            path.string(), limit));
  };
  std::string content;
  std::error_code unknown;
  // Where the size is known, nothing is read in vain, and no more memory taken than is needed.
  if (const std::uintmax_t size = fs::file_size(path, unknown); !unknown) {
    if (size > limit) tooLarge();
    content.reserve(size);
  }
  std::string piece(1 << 16, '\0');
  while (stream.read(piece.data(), static_cast<std::streamsize>(piece.size())) ||
         stream.gcount() > 0) {
    content.append(piece, 0, static_cast<std::size_t>(stream.gcount()));
    if (content.size() > limit) tooLarge();
  }
  if (stream.bad()) throw Error(fmt::format("{}: reading it failed.", path.string()));
  return content;
}

}  // namespace nudge
