// Any graph on any chip: what comes is valid, or it is said that nothing was found.
#include <QtTest>

#include "core/base/Error.h"
#include "core/base/Random.h"
#include "core/chip/EmbeddingCheck.h"
#include "core/chip/FindEmbedding.h"
#include "core/chip/HeuristicEmbedding.h"
#include "tests/TestProgram.h"
#include "tests/chip/Chips.h"
#include "tests/data/Failure.h"

using namespace nudge;
using namespace nudge::test;

namespace {

SourceGraph randomGraph(Random& random) {
  SourceGraph source;
  source.variables = 1 + static_cast<int>(random.below(16));
  const std::uint32_t oneIn = 1 + random.below(4);
  for (int u = 0; u < source.variables; ++u) {
    for (int v = u + 1; v < source.variables; ++v) {
      if (random.below(oneIn) == 0) source.edges.emplace_back(u, v);
    }
  }
  return source;
}

}  // namespace

class TestHeuristicEmbedding : public QObject {
  Q_OBJECT
 private slots:
  void randomGraphs() {
    const ChipGraph chips[] = {chipOf("chimera:3"), chipOf("pegasus:3"), chipOf("zephyr:2,2"),
                               chipOf("chimera:4").withFaults({3, 40, 41}, {{0, 4}})};
    Random random(11, Purpose::Test);
    int found = 0;
    for (int i = 0; i < 200; ++i) {
      const SourceGraph source = randomGraph(random);
      const ChipGraph& chip = chips[i % 4];
      EmbedOptions options;
      options.seed = static_cast<std::uint64_t>(i);
      options.tries = 2;
      const auto embedding = embedHeuristically(source, chip, options);
      if (!embedding) continue;
      checkEmbedding(*embedding, source, chip, std::to_string(i));
      ++found;
    }
    QVERIFY2(found > 150, std::to_string(found).c_str());
  }

  void sameSeedSameResult() {
    const ChipGraph chip = chipOf("pegasus:4");
    const SourceGraph source = SourceGraph::grid(6, 6);
    const auto once = embedHeuristically(source, chip);
    QVERIFY(once.has_value());
    QVERIFY(*embedHeuristically(source, chip) == *once);
  }

  void theReasonIsSaid() {
    EmbedOptions options;
    options.tries = 1;
    const auto say = [&](const char* source, const char* chip, EmbedMethod method) {
      return failureOf(
          [&] { (void)findEmbedding(SourceGraph::parse(source), chipOf(chip), method, options); });
    };
    QVERIFY(says(say("layers:120,40", "chimera:16", EmbedMethod::Auto),
                 "its chains would need at least 2,400 qubits, the chip has 2,048"));
    QVERIFY(says(say("complete:5", "chimera:4", EmbedMethod::Structured),
                 "crossing lines can only place a network of layers"));
    QVERIFY(says(say("layers:9,1", "chimera:2", EmbedMethod::Structured), "straight lines of"));
    QVERIFY(says(say("complete:12", "chimera:1,2", EmbedMethod::Auto), "at least"));
    QVERIFY(
        says(say("complete:7", "chimera:1,2", EmbedMethod::Auto), "no embedding on chimera:1,2"));
  }

  void gridsOnChimera() {
    const SourceGraph grid = SourceGraph::grid(16, 16);
    const ChipGraph whole = chipOf("chimera:16");
    const FoundEmbedding found = findEmbedding(grid, whole, EmbedMethod::Structured, {});
    checkEmbedding(found.embedding, grid, whole, "grid");
    QCOMPARE(statisticsOf(found.embedding).qubits, 512);
    QCOMPARE(statisticsOf(found.embedding).longest, 2);
    const ChipGraph broken = whole.withFaults({0, 5, 700, 1501}, {{8, 12}});
    checkEmbedding(findEmbedding(grid, broken, EmbedMethod::Structured, {}).embedding, grid, broken,
                   "grid");
  }

  void theLargestIsFound() {
    const FoundEmbedding found =
        findLargestLayered(SourceGraph::parse("layers:1,8"), chipOf("chimera:4"), {});
    QCOMPARE(found.source.layers, (std::vector<int>{16, 8}));
    checkEmbedding(found.embedding, found.source, chipOf("chimera:4"), "largest");
    VERIFY_SAYS(findLargestLayered(SourceGraph::grid(3, 3), chipOf("chimera:4"), {}),
                "can only be sought for layers");
    VERIFY_SAYS(findLargestLayered(SourceGraph::parse("layers:1,40"), chipOf("chimera:2"), {}),
                "cannot hold the other layers");
  }

  void stopsWhenAsked() {
    std::stop_source stop;
    stop.request_stop();
    EmbedOptions options;
    options.stop = stop.get_token();
    bool cancelled = false;
    try {
      (void)embedHeuristically(SourceGraph::grid(4, 4), chipOf("chimera:4"), options);
    } catch (const Cancelled&) {
      cancelled = true;
    }
    QVERIFY(cancelled);
  }

  void timeIsLimited() {
    EmbedOptions options;
    options.timeLimit = 0.05;
    QVERIFY(!embedHeuristically(SourceGraph::complete(60), chipOf("pegasus:16"), options));
  }
};

QTEST_APPLESS_MAIN(TestHeuristicEmbedding)
#include "TestHeuristicEmbedding.moc"
