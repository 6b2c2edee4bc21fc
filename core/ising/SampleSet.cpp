#include "core/ising/SampleSet.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include <fmt/format.h>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"

namespace nudge {

std::size_t SampleSet::reads() const {
  return std::accumulate(occurrences_.begin(), occurrences_.end(), std::size_t{0});
}

void SampleSet::reserve(std::size_t rows) {
  states_.reserve(rows * spins_);
  energies_.reserve(rows);
  occurrences_.reserve(rows);
}

void SampleSet::add(std::span<const Spin> state, double energy, std::uint32_t occurrences) {
  states_.insert(states_.end(), state.begin(), state.end());
  energies_.push_back(energy);
  occurrences_.push_back(occurrences);
}

void SampleSet::keep(std::span<const std::size_t> rows) {
  SampleSet kept(spins_);
  for (const std::size_t row : rows) kept.add(state(row), energies_[row], occurrences_[row]);
  *this = std::move(kept);
}

void SampleSet::sort() {
  std::vector<std::size_t> rows(size());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  std::stable_sort(rows.begin(), rows.end(),
                   [&](std::size_t a, std::size_t b) { return energies_[a] < energies_[b]; });
  keep(rows);
}

void SampleSet::aggregate() {
  std::unordered_map<std::string_view, std::size_t> seen;
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < size(); ++row) {
    const auto spins = state(row);
    const std::string_view key(reinterpret_cast<const char*>(spins.data()), spins.size());
    const auto [first, isNew] = seen.emplace(key, row);
    if (isNew) {
      rows.push_back(row);
    } else {
      occurrences_[first->second] += occurrences_[row];
    }
  }
  keep(rows);
}

std::size_t SampleSet::best() const {
  return static_cast<std::size_t>(std::min_element(energies_.begin(), energies_.end()) -
                                  energies_.begin());
}

double SampleSet::mean() const {
  double sum = 0;
  for (std::size_t row = 0; row < size(); ++row) sum += occurrences_[row] * energies_[row];
  return sum / static_cast<double>(reads());
}

double SampleSet::spread() const {
  const double middle = mean();
  double sum = 0;
  for (std::size_t row = 0; row < size(); ++row) {
    sum += occurrences_[row] * (energies_[row] - middle) * (energies_[row] - middle);
  }
  return std::sqrt(sum / static_cast<double>(reads()));
}

void writeSamplesCsv(const SampleSet& samples, std::ostream& out) {
  out << "read,energy,occurrences,spins\n";
  std::string line;
  for (std::size_t row = 0; row < samples.size(); ++row) {
    line = fmt::format("{},{},{},", row, samples.energy(row), samples.occurrences(row));
    for (const Spin spin : samples.state(row)) line += spin > 0 ? '+' : '-';
    out << line << '\n';
  }
}

void writeSamplesCsv(const SampleSet& samples, const std::filesystem::path& path) {
  writeFileAtomically(path, [&](std::ostream& out) { writeSamplesCsv(samples, out); });
}

std::vector<Spin> parseState(std::string_view text, std::size_t spins, const std::string& where) {
  const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && isBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && isBlank(text.back())) text.remove_suffix(1);
  std::vector<Spin> state;
  state.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '+' && text[at] != '-') {
      throw Error(fmt::format("{}: character {} is neither + nor -; a state is written like +-+.",
                              where, at + 1));
    }
    state.push_back(text[at] == '+' ? Spin{1} : Spin{-1});
  }
  if (state.size() != spins) {
    throw Error(fmt::format("{}: has {} spins; the problem has {}.", where, state.size(), spins));
  }
  return state;
}

}  // namespace nudge
