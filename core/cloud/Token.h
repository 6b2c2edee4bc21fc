#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace nudge {

/// The secret that a user's time on D-Wave's chips is charged to. It has no way into text: what
/// prints it prints ***; only reveal() tells it, to be sent to the server it belongs to.
class Token {
 public:
  Token() = default;
  /// Throws CloudError (Configuration) for characters that no header can hold; the message does
  /// not repeat them.
  explicit Token(std::string secret);
  ~Token();
  Token(const Token&) = default;
  Token& operator=(const Token&) = default;
  Token(Token&&) noexcept = default;
  Token& operator=(Token&&) noexcept = default;

  bool empty() const { return secret_.empty(); }
  /// For the request's header, and nothing else.
  const std::string& reveal() const { return secret_; }
  /// "***", or "none".
  std::string_view text() const { return empty() ? "none" : "***"; }
  /// `text` with every occurrence of the secret replaced by ***: servers may echo what they got.
  std::string hiddenIn(std::string text) const;

  bool operator==(const Token&) const = default;

 private:
  std::string secret_;
};

/// Keeps the token as `token = …` in a file that only its owner can read (mode 0600), in a folder
/// of mode 0700 where it has to be made; other lines of the file are kept. Throws Error where it
/// cannot be written.
void storeToken(const Token& token, const std::filesystem::path& file, const std::string& profile);

}  // namespace nudge
