#include "core/classics/AssociativeMemory.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/Error.h"

namespace nudge {

namespace {

constexpr std::size_t kMost = 4096;

/// Takes the sign of the sum over; true when the neuron turned.
bool follow(Spin& neuron, long long sum) {
  if (sum * neuron >= 0) return false;
  neuron = static_cast<Spin>(-neuron);
  return true;
}

}  // namespace

AssociativeMemory::AssociativeMemory(std::size_t a, std::size_t b) : a_(a), b_(b) {
  if (a < 1 || b < 1 || a > kMost || b > kMost) {
    throw Error(
        fmt::format("Both groups of an associative memory have 1 to {} neurons, not {} and "
                    "{}.",
                    kMost, a, b));
  }
  m_.assign(a * b, 0);
}

void AssociativeMemory::store(const Pattern& a, const Pattern& b) {
  if (a.size() != a_ || b.size() != b_) {
    throw Error(
        fmt::format("The pair has {} and {} neurons; this memory stores pairs of {} and {}.",
                    a.size(), b.size(), a_, b_));
  }
  for (std::size_t i = 0; i < a_; ++i)
    for (std::size_t j = 0; j < b_; ++j) m_[i * b_ + j] += a[i] * b[j];
  ++pairs_;
}

void AssociativeMemory::forget() {
  std::fill(m_.begin(), m_.end(), 0);
  pairs_ = 0;
}

double AssociativeMemory::energy(const Pattern& a, const Pattern& b) const {
  long long sum = 0;
  for (std::size_t i = 0; i < a_; ++i)
    for (std::size_t j = 0; j < b_; ++j) sum += a[i] * m_[i * b_ + j] * b[j];
  return -static_cast<double>(sum);
}

bool AssociativeMemory::answerB(const Pattern& a, Pattern& b) const {
  bool turned = false;
  for (std::size_t j = 0; j < b_; ++j) {
    long long sum = 0;
    for (std::size_t i = 0; i < a_; ++i) sum += a[i] * m_[i * b_ + j];
    turned = follow(b[j], sum) || turned;
  }
  return turned;
}

bool AssociativeMemory::answerA(Pattern& a, const Pattern& b) const {
  bool turned = false;
  for (std::size_t i = 0; i < a_; ++i) {
    long long sum = 0;
    for (std::size_t j = 0; j < b_; ++j) sum += m_[i * b_ + j] * b[j];
    turned = follow(a[i], sum) || turned;
  }
  return turned;
}

AssociativeMemory::Recall AssociativeMemory::settle(const Pattern& a, const Pattern& b, int steps,
                                                    bool forward) const {
  Recall recall{a, b, {energy(a, b)}, false};
  for (int step = 0; step < steps && !recall.settled; ++step) {
    bool turned = false;
    for (const bool toB : {forward, !forward}) {
      turned = (toB ? answerB(recall.a, recall.b) : answerA(recall.a, recall.b)) || turned;
      recall.energies.push_back(energy(recall.a, recall.b));
    }
    recall.settled = !turned;
  }
  return recall;
}

AssociativeMemory::Recall AssociativeMemory::recall(const Pattern& a, const Pattern& b,
                                                    int steps) const {
  return settle(a, b, steps, true);
}

AssociativeMemory::Recall AssociativeMemory::recallBackward(const Pattern& a, const Pattern& b,
                                                            int steps) const {
  return settle(a, b, steps, false);
}

}  // namespace nudge
