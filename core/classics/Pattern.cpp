#include "core/classics/Pattern.h"

namespace nudge {

Pattern randomPattern(std::size_t neurons, Random& random) {
  Pattern pattern(neurons);
  for (Spin& neuron : pattern) neuron = random() & 1U ? Spin{1} : Spin{-1};
  return pattern;
}

Pattern corrupted(const Pattern& pattern, double chance, Random& random) {
  Pattern result = pattern;
  for (Spin& neuron : result) {
    if (static_cast<double>(random.uniform()) < chance) neuron = static_cast<Spin>(-neuron);
  }
  return result;
}

double overlap(const Pattern& a, const Pattern& b) {
  int sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return static_cast<double>(sum) / static_cast<double>(a.size());
}

}  // namespace nudge
