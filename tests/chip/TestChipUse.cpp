// What qubits and couplers do for an embedded network.
#include <numeric>

#include <QtTest>

#include "core/chip/ChipUse.h"
#include "core/chip/FindEmbedding.h"
#include "tests/TestProgram.h"

using namespace nudge;

namespace {

ChipUse used(const char* network, const char* chip) {
  auto graph = std::make_shared<const ChipGraph>(ChipGraph::make(ChipShape::parse(chip)));
  const SourceGraph source = SourceGraph::parse(network);
  const FoundEmbedding found = findEmbedding(source, *graph, EmbedMethod::Auto, {});
  return {graph, source, found.embedding, source.layers};
}

}  // namespace

class TestChipUse : public QObject {
  Q_OBJECT
 private slots:
  void qubitsKnowTheirNeuron() {
    const ChipUse use = used("layers:6,4,2", "chimera:3");
    std::size_t owned = 0;
    for (const int qubit : use.chip().qubits()) owned += use.variableOf(qubit) >= 0 ? 1 : 0;
    QCOMPARE(owned, static_cast<std::size_t>(use.statistics().qubits));
    for (int v = 0; v < use.variables(); ++v) {
      for (const int qubit : use.chain(v)) QCOMPARE(use.variableOf(qubit), v);
    }
    QCOMPARE(use.variableOf(-1), -1);
    QCOMPARE(use.variableOf(1'000'000), -1);
  }

  void couplersAreSorted() {
    const ChipUse use = used("layers:6,4,2", "chimera:3");
    std::size_t chain = 0;
    std::vector<std::pair<int, int>> joined;
    for (std::size_t i = 0; i < use.chip().couplers().size(); ++i) {
      const auto [u, v] = use.chip().couplers()[i];
      const int a = use.variableOf(u), b = use.variableOf(v);
      if (use.couplerUse(i) == CouplerUse::Chain) {
        QCOMPARE(a, b);
        ++chain;
      }
      if (use.couplerUse(i) == CouplerUse::Between) joined.emplace_back(std::minmax(a, b));
    }
    QVERIFY(chain >= static_cast<std::size_t>(use.statistics().qubits - use.variables()));
    std::sort(joined.begin(), joined.end());
    joined.erase(std::unique(joined.begin(), joined.end()), joined.end());
    QCOMPARE(joined, use.source().edges);
  }

  void layersAreCounted() {
    const ChipUse use = used("layers:6,4,2", "chimera:3");
    QCOMPARE(use.layers(), 3);
    QCOMPARE(use.layerOf(0), 1);
    QCOMPARE(use.layerOf(9), 2);
    QCOMPARE(use.placeOf(9), 3);
    QCOMPARE(use.variableAt(3, 1), std::optional(11));
    QVERIFY(!use.variableAt(3, 2) && !use.variableAt(0, 0) && !use.variableAt(4, 0));
    QCOMPARE(use.neighbours(6).size(), std::size_t{8});
    const std::vector<int> qubits = use.qubitsOfLayers();
    QCOMPARE(std::accumulate(qubits.begin(), qubits.end(), 0), use.statistics().qubits);
    const auto lengths = use.lengthsOfLayers();
    QCOMPARE(std::accumulate(lengths[0].begin(), lengths[0].end(), 0), 6);
    QVERIFY(std::any_of(lengths.begin(), lengths.end(),
                        [](const std::vector<int>& layer) { return layer.back() > 0; }));
  }
};

QTEST_GUILESS_MAIN(TestChipUse)
#include "TestChipUse.moc"
