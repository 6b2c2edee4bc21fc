#include "core/ising/ProblemFile.h"

#include "core/base/AtomicFile.h"
#include "core/ising/BqmFile.h"
#include "core/ising/CooFile.h"

namespace nudge {

namespace {

constexpr std::uintmax_t kLargestFile = std::uintmax_t{1} << 30;

}  // namespace

IsingProblem parseProblem(std::string_view text, const std::string& name) {
  const auto first = text.find_first_not_of(" \t\r\n");
  const bool json = first != std::string_view::npos && text[first] == '{';
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
