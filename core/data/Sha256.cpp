#include "core/data/Sha256.h"

#include <array>
#include <fstream>
#include <memory>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "core/base/Error.h"

namespace nudge {

std::string sha256OfFile(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) {
    throw Error(fmt::format("{}: cannot be opened. Check the name and that it may be read.",
                            path.string()));
  }
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        EVP_MD_CTX_free);
  bool good = context && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1;
  std::string piece(1 << 16, '\0');
  while (good && (stream.read(piece.data(), static_cast<std::streamsize>(piece.size())) ||
                  stream.gcount() > 0)) {
    good = EVP_DigestUpdate(context.get(), piece.data(),
                            static_cast<std::size_t>(stream.gcount())) == 1;
  }
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  good = good && !stream.bad() && EVP_DigestFinal_ex(context.get(), digest.data(), &length) == 1;
  if (!good) throw Error(fmt::format("{}: its checksum cannot be computed.", path.string()));
  std::string text;
  for (unsigned i = 0; i < length; ++i) text += fmt::format("{:02x}", digest.at(i));
  return text;
}

}  // namespace nudge
