#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace nudge {

/// A file to fetch, and what makes it the right one.
struct Download {
  std::string url;               ///< http or https
  std::filesystem::path target;  ///< written only once the content has been verified
  std::string sha256;            ///< of the whole content: 64 lower-case hexadecimal digits
  std::uintmax_t largest = std::uintmax_t{1} << 30;  ///< most bytes it may have
  /// What a person does with a file got by other means, in words that go on after "get the file by
  /// other means, "; empty: puts it at `target`, or into the folder of NUDGE_DATA.
  std::string byHand{};
  long connectSeconds = 20;  ///< longest wait for the server to answer a connection
  long stallSeconds = 30;    ///< longest wait without a single byte
};

/// Told the bytes that are there and those expected in all, 0 while unknown; returns false to stop.
using DownloadProgress = std::function<bool(std::uintmax_t done, std::uintmax_t total)>;

/// Fetches the file: into `target` + ".part" first, from where an earlier try stopped, if the
/// server can; verified, synced, then renamed to `target`. When what was there of an earlier try
/// turns out to be wrong, starts over once. Redirects lead to http and https only, certificates are
/// verified. Throws Cancelled when `progress` says so, and Error (the address, what happened, what
/// to do) on everything else; the part is kept where going on from it makes sense.
void download(const Download& wanted, const DownloadProgress& progress = {});

/// The same from the first of the mirrors, addresses that end in "/", that has the file:
/// `wanted.url` is its name there. Throws the Error of the last one when none can help.
void downloadFromAny(const std::vector<std::string>& mirrors, Download wanted,
                     const DownloadProgress& progress = {});

}  // namespace nudge
