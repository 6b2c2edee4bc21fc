#pragma once

#include <filesystem>
#include <ostream>

#include "core/ising/IsingProblem.h"

namespace nudge {

/// States that a sampler found, with their energies and how often each was found.
class SampleSet {
 public:
  explicit SampleSet(std::size_t spins = 0) : spins_(spins) {}

  std::size_t spins() const { return spins_; }
  /// How many rows there are: states, each with its occurrences.
  std::size_t size() const { return energies_.size(); }
  bool empty() const { return energies_.empty(); }
  /// How many reads the rows stand for.
  std::size_t reads() const;

  std::span<const Spin> state(std::size_t row) const {
    return std::span(states_).subspan(row * spins_, spins_);
  }
  double energy(std::size_t row) const { return energies_[row]; }
  std::span<const double> energies() const { return energies_; }
  std::uint32_t occurrences(std::size_t row) const { return occurrences_[row]; }

  /// Makes room for this many rows.
  void reserve(std::size_t rows);
  /// A row of spins() spins.
  void add(std::span<const Spin> state, double energy, std::uint32_t occurrences = 1);

  /// Rows by rising energy; equal energies keep their order.
  void sort();
  /// Equal states become one row, in the place of the first of them.
  void aggregate();

  /// The row of lowest energy; the set must not be empty.
  std::size_t best() const;
  /// Of the energies, over reads.
  double mean() const;
  /// Standard deviation of the energies over reads (divided by their number); 0 for one read.
  double spread() const;

 private:
  void keep(std::span<const std::size_t> rows);

  std::size_t spins_;
  std::vector<Spin> states_;
  std::vector<double> energies_;
  std::vector<std::uint32_t> occurrences_;
};

/// `read,energy,occurrences,spins`, a row a line; spins as + and - in the problem's order.
void writeSamplesCsv(const SampleSet& samples, std::ostream& out);
/// The same to a file, atomically. Throws Error where it cannot be written.
void writeSamplesCsv(const SampleSet& samples, const std::filesystem::path& path);

/// "+-+" as spins. Throws Error, naming `where`, for another character or another number than
/// `spins`. Blanks around it are ignored.
std::vector<Spin> parseState(std::string_view text, std::size_t spins, const std::string& where);

}  // namespace nudge
