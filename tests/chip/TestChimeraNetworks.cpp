// Networks made for cells of Chimera: the thesis's convolution and the layout-guided network.
#include <QtTest>

#include "core/chip/ChimeraNetworks.h"
#include "core/chip/EmbeddingCheck.h"
#include "tests/TestProgram.h"
#include "tests/chip/Chips.h"
#include "tests/data/Failure.h"

using namespace nudge;
using namespace nudge::test;

class TestChimeraNetworks : public QObject {
  Q_OBJECT
 private slots:
  void theConvolutionTakes56Qubits() {
    const ChipGraph chip = chipOf("chimera:16");
    const PlacedNetwork network = convolutionOnChimera(chip);
    checkEmbedding(network.embedding, network.source, chip, "convolution");
    QCOMPARE(network.source.variables, 40);
    QCOMPARE(network.source.edges.size(), std::size_t{64 + 16 + 16});
    QCOMPARE(statisticsOf(network.embedding).qubits, 56);
    QCOMPARE(statisticsOf(network.embedding).longest, 5);
    QCOMPARE(network.layers[1].size(), std::size_t{16});
    QCOMPARE(network.layers[3], (std::vector<int>{36, 37, 38, 39}));
  }

  void faultsMoveIt() {
    const ChipGraph chip = chipOf("chimera:4").withFaults({0}, {});
    const PlacedNetwork network = convolutionOnChimera(chip);
    checkEmbedding(network.embedding, network.source, chip, "convolution");
    VERIFY_SAYS(convolutionOnChimera(chipOf("chimera:2")), "needs 3 × 3 cells");
    VERIFY_SAYS(convolutionOnChimera(chipOf("zephyr:2")), "zephyr:2 has none");
  }

  void cellsAreLayers() {
    const ChipGraph chip = chipOf("chimera:16");
    const PlacedNetwork network = cellsAsLayers(chip, 3);
    checkEmbedding(network.embedding, network.source, chip, "cells");
    QCOMPARE(network.source.variables, 256);
    QCOMPARE(network.layers.size(), std::size_t{64});
    // A full cell 32 times; 1-to-1 between two cells of a row and from row to row.
    QCOMPARE(network.source.edges.size(), std::size_t{32 * 16 + 16 * 4 + 15 * 4});
    const ChipGraph broken =
        chip.withFaults({linearOf(chip.shape(), ChimeraCoordinate{5, 3, 0, 2})}, {});
    const PlacedNetwork less = cellsAsLayers(broken, 3);
    checkEmbedding(less.embedding, less.source, broken, "cells");
    QCOMPARE(less.source.variables, 255);
    VERIFY_SAYS(cellsAsLayers(chip, 15), "needs two columns");
  }
};

QTEST_APPLESS_MAIN(TestChimeraNetworks)
#include "TestChimeraNetworks.moc"
