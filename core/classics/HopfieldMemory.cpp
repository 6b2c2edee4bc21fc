#include "core/classics/HopfieldMemory.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "core/base/Error.h"

namespace nudge {

HopfieldMemory::HopfieldMemory(std::size_t neurons) : neurons_(neurons) {
  if (neurons < 1 || neurons > kMostNeurons) {
    throw Error(
        fmt::format("A Hopfield network has 1 to {} neurons here, not {}.", kMostNeurons, neurons));
  }
  sums_.assign(neurons * neurons, 0);
}

void HopfieldMemory::store(const Pattern& pattern) {
  if (pattern.size() != neurons_) {
    throw Error(fmt::format("The pattern has {} neurons; this memory stores patterns of {}.",
                            pattern.size(), neurons_));
  }
  patterns_.push_back(pattern);
  for (std::size_t i = 0; i < neurons_; ++i) {
    std::int32_t* row = &sums_[i * neurons_];
    for (std::size_t j = 0; j < neurons_; ++j) row[j] += pattern[i] * pattern[j];
    row[i] = 0;
  }
}

void HopfieldMemory::forget() {
  patterns_.clear();
  std::fill(sums_.begin(), sums_.end(), 0);
}

double HopfieldMemory::weight(std::size_t i, std::size_t j) const {
  if (patterns_.empty()) return 0;
  return static_cast<double>(sums_[i * neurons_ + j]) / static_cast<double>(patterns_.size());
}

long long HopfieldMemory::field(const Pattern& state, std::size_t i) const {
  const std::int32_t* row = &sums_[i * neurons_];
  long long sum = 0;
  for (std::size_t j = 0; j < neurons_; ++j) sum += row[j] * state[j];
  return sum;
}

double HopfieldMemory::energy(const Pattern& state) const {
  if (patterns_.empty()) return 0;
  long long sum = 0;
  for (std::size_t i = 0; i < neurons_; ++i) sum += state[i] * field(state, i);
  return -0.5 * static_cast<double>(sum) / static_cast<double>(patterns_.size());
}

bool HopfieldMemory::atRest(const Pattern& state) const {
  for (std::size_t i = 0; i < neurons_; ++i)
    if (state[i] * field(state, i) < 0) return false;
  return true;
}

int HopfieldMemory::nearest(const Pattern& state) const {
  int best = -1;
  double most = -2;
  for (std::size_t x = 0; x < patterns_.size(); ++x) {
    const double same = overlap(patterns_[x], state);
    if (same > most) most = same, best = static_cast<int>(x);
  }
  return best;
}

HopfieldMemory::Recall HopfieldMemory::recall(const Pattern& from, Random& random,
                                              int sweeps) const {
  Recall recall;
  recall.end = from;
  double energy = this->energy(from);
  const auto count = static_cast<double>(std::max<std::size_t>(patterns_.size(), 1));
  std::vector<std::size_t> order(neurons_);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (int sweep = 0; sweep < sweeps && !recall.settled; ++sweep) {
    random.shuffle(order);
    bool turned = false;
    for (const std::size_t i : order) {
      const long long pull = recall.end[i] * field(recall.end, i);
      if (pull >= 0) continue;
      recall.end[i] = static_cast<Spin>(-recall.end[i]);
      energy += 2 * static_cast<double>(pull) / count;
      recall.turns.push_back({i, energy});
      turned = true;
    }
    recall.settled = !turned;
  }
  return recall;
}

std::vector<CapacityPoint> capacity(const std::vector<double>& loads, const CapacityTest& test,
                                    const std::stop_token& stop,
                                    const std::function<void(const CapacityPoint&)>& seen) {
  std::vector<CapacityPoint> points;
  std::uint64_t step = 0;
  for (const double load : loads) {
    const auto count =
        std::max<long long>(1, std::llround(load * static_cast<double>(test.neurons)));
    CapacityPoint point;
    point.load = static_cast<double>(count) / static_cast<double>(test.neurons);
    for (int trial = 0; trial < test.trials; ++trial) {
      Random random(test.seed, Purpose::Classics, step++);
      HopfieldMemory memory(test.neurons);
      for (long long x = 0; x < count; ++x) memory.store(randomPattern(test.neurons, random));
      for (const Pattern& pattern : memory.patterns()) {
        if (stop.stop_requested()) throw Cancelled();
        const Pattern from = nudge::corrupted(pattern, test.corrupted, random);
        const double same = nudge::overlap(memory.recall(from, random).end, pattern);
        point.overlap += same;
        point.recalled += same >= test.enough ? 1 : 0;
      }
    }
    const auto all = static_cast<double>(count * test.trials);
    point.overlap /= all, point.recalled /= all;
    points.push_back(point);
    if (seen) seen(point);
  }
  return points;
}

}  // namespace nudge
