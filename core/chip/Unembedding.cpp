#include "core/chip/Unembedding.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/Random.h"

namespace nudge {

namespace {

class ChainReader {
 public:
  ChainReader(const EmbeddedProblem& embedded, const IsingProblem& source, BrokenChains rule)
      : embedded_(embedded), source_(source), rule_(rule), state_(source.spins()) {}

  /// Reads one row; returns how many chains are broken.
  std::size_t read(std::span<const Spin> row, Random& random) {
    broken_.clear();
    for (std::size_t v = 0; v < state_.size(); ++v) {
      const std::vector<int>& chain = embedded_.chains[v];
      int up = 0;
      for (const int s : chain) up += row[static_cast<std::size_t>(s)] > 0 ? 1 : 0;
      const int length = static_cast<int>(chain.size());
      if (up != 0 && up != length) broken_.push_back(v);
      state_[v] = 2 * up >= length ? Spin{1} : Spin{-1};
      if (rule_ == BrokenChains::WeightedRandom && up != 0 && up != length) {
        state_[v] =
            random.below(static_cast<std::uint32_t>(length)) < static_cast<std::uint32_t>(up)
                ? Spin{1}
                : Spin{-1};
      }
    }
    const std::size_t count = broken_.size();
    if (rule_ == BrokenChains::MinimizeEnergy) minimise();
    return count;
  }

  std::span<const Spin> state() const { return state_; }

 private:
  void minimise() {
    for (const std::size_t v : broken_) state_[v] = 0;  // not set yet: adds nothing to fields
    std::vector<double> fields;
    for (const std::size_t v : broken_) fields.push_back(source_.localField(state_, v));
    while (!broken_.empty()) {
      std::size_t next = 0;
      for (std::size_t i = 1; i < broken_.size(); ++i) {
        if (std::abs(fields[i]) > std::abs(fields[next])) next = i;
      }
      const std::size_t v = broken_[next];
      state_[v] = fields[next] > 0 ? Spin{-1} : Spin{1};
      broken_.erase(broken_.begin() + static_cast<std::ptrdiff_t>(next));
      fields.erase(fields.begin() + static_cast<std::ptrdiff_t>(next));
      for (const Neighbour& around : source_.neighbours(v)) {
        const auto place =
            std::lower_bound(broken_.begin(), broken_.end(), static_cast<std::size_t>(around.spin));
        if (place == broken_.end() || *place != static_cast<std::size_t>(around.spin)) continue;
        fields[static_cast<std::size_t>(place - broken_.begin())] +=
            source_.couplings()[static_cast<std::size_t>(around.coupling)].value * state_[v];
      }
    }
  }

  const EmbeddedProblem& embedded_;
  const IsingProblem& source_;
  BrokenChains rule_;
  std::vector<Spin> state_;
  std::vector<std::size_t> broken_;
};

}  // namespace

std::string_view nameOf(BrokenChains rule) {
  switch (rule) {
    case BrokenChains::Majority:
      return "majority";
    case BrokenChains::WeightedRandom:
      return "weighted-random";
    case BrokenChains::MinimizeEnergy:
      return "minimize-energy";
    case BrokenChains::Discard:
      return "discard";
  }
  return "";
}

Unembedded unembed(const EmbeddedProblem& embedded, const IsingProblem& source,
                   const SampleSet& samples, BrokenChains rule, std::uint64_t seed) {
  if (samples.spins() != embedded.qubits.size() || source.spins() != embedded.chains.size()) {
    throw Error(fmt::format(
        "samples of {} spins and a source of {} do not fit an embedding of {} "
        "spins on {} qubits.",
        samples.spins(), source.spins(), embedded.chains.size(), embedded.qubits.size()));
  }
  ChainReader reader(embedded, source, rule);
  Unembedded result;
  result.samples = SampleSet(source.spins());
  double total = 0;
  for (std::size_t row = 0; row < samples.size(); ++row) {
    Random random(seed, Purpose::ChainBreaks, row);
    const std::size_t broken = reader.read(samples.state(row), random);
    const double share =
        source.spins() == 0 ? 0 : static_cast<double>(broken) / static_cast<double>(source.spins());
    total += share * samples.occurrences(row);
    if (rule == BrokenChains::Discard && broken > 0) continue;
    result.samples.add(reader.state(), source.energy(reader.state()), samples.occurrences(row));
    result.chainBreaks.push_back(share);
    result.rows.push_back(row);
  }
  const std::size_t reads = samples.reads();
  if (reads > 0) result.meanChainBreaks = total / static_cast<double>(reads);
  return result;
}

}  // namespace nudge
