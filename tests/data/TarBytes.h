#pragma once

#include <algorithm>
#include <cstdio>
#include <string>

/// One member of a tar archive, header and padding included.
inline std::string tarMember(const std::string& name, const std::string& content, char type = '0',
                             const std::string& magic = std::string("ustar\0", 6)) {
  std::string header(512, '\0');
  const auto put = [&](std::size_t at, const std::string& text) {
    std::copy(text.begin(), text.end(), header.begin() + static_cast<std::ptrdiff_t>(at));
  };
  char size[13];
  std::snprintf(size, sizeof size, "%011zo", content.size());
  put(0, name);
  put(100, "0000644");
  put(124, size);
  put(148, std::string(8, ' '));
  header[156] = type;
  put(257, magic);
  unsigned sum = 0;
  for (const char c : header) sum += static_cast<unsigned char>(c);
  char checksum[8];
  std::snprintf(checksum, sizeof checksum, "%06o", sum);
  put(148, std::string(checksum, 7));
  return header + content + std::string((512 - content.size() % 512) % 512, '\0');
}

/// What ends a tar archive.
inline std::string tarEnd() { return std::string(1024, '\0'); }
