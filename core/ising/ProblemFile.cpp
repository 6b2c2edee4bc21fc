#include "core/ising/ProblemFile.h"

#include <fmt/format.h>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "core/ising/BqmFile.h"
#include "core/ising/CooFile.h"

namespace nudge {

namespace {

constexpr std::uintmax_t kLargestFile = std::uintmax_t{1} << 30;
constexpr std::size_t kLargestJson = std::size_t{128} << 20;

}  // namespace

IsingProblem parseProblem(std::string_view text, const std::string& name) {
  const auto first = text.find_first_not_of(" \t\r\n");
  const bool json = first != std::string_view::npos && text[first] == '{';
  if (json && text.size() > kLargestJson) {
    throw Error(fmt::format(
        "{}: is JSON of more than {} MB, which takes many times as much memory to read; write it "
        "with its numbers in base64, or as lines of i j J.",
        name, kLargestJson >> 20));
  }
  return json ? parseBqm(text, name) : parseCoo(text, name);
}

IsingProblem readProblem(const std::filesystem::path& path) {
  return parseProblem(readFile(path, kLargestFile), path.string());
}

void writeProblem(const IsingProblem& problem, const std::filesystem::path& path) {
  writeFileAtomically(path, [&](std::ostream& out) {
    path.extension() == ".json" ? writeBqm(problem, out) : writeCoo(problem, out);
  });
}

}  // namespace nudge
