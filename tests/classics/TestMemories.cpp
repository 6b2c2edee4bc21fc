// Hopfield's memory and the bidirectional one: recall, energies, capacity.
#include <QtTest>

#include "core/base/Error.h"
#include "core/classics/AssociativeMemory.h"
#include "core/classics/HopfieldMemory.h"
#include "tests/TestProgram.h"

using namespace nudge;

namespace {

HopfieldMemory memoryOf(std::size_t neurons, int patterns, Random& random) {
  HopfieldMemory memory(neurons);
  for (int x = 0; x < patterns; ++x) memory.store(randomPattern(neurons, random));
  return memory;
}

}  // namespace

class TestMemories : public QObject {
  Q_OBJECT
 private slots:
  void weightsAreHebbs() {
    HopfieldMemory memory(3);
    memory.store({1, 1, -1});
    memory.store({1, -1, -1});
    QCOMPARE(memory.weight(0, 1), 0.0);
    QCOMPARE(memory.weight(0, 2), -1.0);
    QCOMPARE(memory.weight(1, 1), 0.0);
    // −½ Σ W V V over ordered pairs, by hand: only the pair (0, 2) counts.
    QCOMPARE(memory.energy({1, 1, -1}), -1.0);
    QCOMPARE(memory.energy({1, 1, 1}), 1.0);
  }

  void corruptedPatternsComeBack() {
    Random random(3, Purpose::Test);
    const HopfieldMemory memory = memoryOf(200, 10, random);
    for (const Pattern& pattern : memory.patterns()) {
      const Pattern from = corrupted(pattern, 0.2, random);
      QVERIFY(overlap(from, pattern) < 0.8);
      const auto recall = memory.recall(from, random);
      QVERIFY(recall.settled && memory.atRest(recall.end));
      QVERIFY(overlap(recall.end, pattern) > 0.98);
      QCOMPARE(memory.patterns()[static_cast<std::size_t>(memory.nearest(from))], pattern);
    }
  }

  void theEnergyFallsWithEveryTurn() {
    Random random(4, Purpose::Test);
    const HopfieldMemory memory = memoryOf(120, 30, random);  // overloaded: anything may happen
    for (int i = 0; i < 20; ++i) {
      Pattern state = randomPattern(120, random);
      double last = memory.energy(state);
      const auto recall = memory.recall(state, random);
      QVERIFY(!recall.turns.empty() && recall.settled);
      for (const auto& turn : recall.turns) {
        state[turn.neuron] = static_cast<Spin>(-state[turn.neuron]);
        QVERIFY(turn.energy < last);
        QVERIFY(std::abs(turn.energy - memory.energy(state)) < 1e-9);
        last = turn.energy;
      }
      QCOMPARE(state, recall.end);
    }
  }

  void memoryBreaksDownNearFourteenPercent() {
    std::vector<double> loads(14);
    for (std::size_t k = 0; k < loads.size(); ++k) loads[k] = 0.08 + 0.01 * static_cast<double>(k);
    const auto points = capacity(loads, {.neurons = 500, .trials = 2, .seed = 5});
    QVERIFY(points.front().recalled > 0.99);
    QVERIFY(points.back().recalled < 0.2);
    double breaks = 0;
    for (const CapacityPoint& point : points)
      if (point.recalled >= 0.95) breaks = point.load;
    QVERIFY2(breaks >= 0.12 && breaks <= 0.16, qPrintable(QString::number(breaks)));
  }

  void pairsRecallEachOther() {
    Random random(6, Purpose::Test);
    AssociativeMemory memory(120, 60);
    std::vector<std::pair<Pattern, Pattern>> pairs;
    for (int x = 0; x < 4; ++x) {
      pairs.emplace_back(randomPattern(120, random), randomPattern(60, random));
      memory.store(pairs.back().first, pairs.back().second);
    }
    for (const auto& [a, b] : pairs) {
      const auto forward = memory.recall(corrupted(a, 0.15, random), randomPattern(60, random));
      QVERIFY(forward.settled);
      QVERIFY(overlap(forward.b, b) == 1 && overlap(forward.a, a) == 1);
      const auto backward =
          memory.recallBackward(randomPattern(120, random), corrupted(b, 0.1, random));
      QVERIFY(overlap(backward.a, a) == 1 && overlap(backward.b, b) == 1);
      for (const auto& recall : {forward, backward})
        QVERIFY(std::is_sorted(recall.energies.rbegin(), recall.energies.rend()));
      QCOMPARE(forward.energies.back(), memory.energy(forward.a, forward.b));
    }
  }

  void nothingIsRecalledFromNothing() {
    Random random(7, Purpose::Test);
    HopfieldMemory memory(10);
    const Pattern state = randomPattern(10, random);
    QCOMPARE(memory.recall(state, random).end, state);
    QCOMPARE(memory.nearest(state), -1);
    memory.store(state);
    memory.forget();
    QCOMPARE(memory.energy(state), 0.0);
    AssociativeMemory pairs(4, 3);
    QCOMPARE(pairs.recall(randomPattern(4, random), {1, 1, -1}).b, (Pattern{1, 1, -1}));
  }

  void wrongSizesAreRefused() {
    QVERIFY_EXCEPTION_THROWN(HopfieldMemory(0), Error);
    QVERIFY_EXCEPTION_THROWN(HopfieldMemory(5000), Error);
    HopfieldMemory memory(3);
    QVERIFY_EXCEPTION_THROWN(memory.store({1, 1}), Error);
    QVERIFY_EXCEPTION_THROWN(AssociativeMemory(0, 3), Error);
    AssociativeMemory pairs(2, 3);
    QVERIFY_EXCEPTION_THROWN(pairs.store({1, 1, 1}, {1, 1, 1}), Error);
  }
};

QTEST_APPLESS_MAIN(TestMemories)
#include "TestMemories.moc"
