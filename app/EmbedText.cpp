#include "app/EmbedText.h"

#include "app/Embedder.h"
#include "widgets/NumberText.h"

namespace nudge {

QString EmbedText::line(const EmbedResult& result) {
  const EmbeddingStatistics& statistics = result.use->statistics();
  const auto all = result.chip->qubits().size();
  const QString how = !result.of.file.empty() ? tr("from a file")
                      : result.ownCells       ? tr("its own cells")
                      : result.structured     ? tr("crossing lines")
                                              : tr("heuristic");
  return tr("<b>%L1</b> of %L2 qubits (%3 %) for %L4 neurons; longest chain <b>%5</b>, mean %6; "
            "%7, "
            "%8 s")
      .arg(statistics.qubits)
      .arg(all)
      .arg(100.0 * statistics.qubits / static_cast<double>(all), 0, 'f', 1)
      .arg(result.use->variables())
      .arg(statistics.longest)
      .arg(statistics.mean, 0, 'f', 2)
      .arg(how, threeDigits(result.seconds));
}

QString EmbedText::table(const ChipUse& use) {
  const EmbeddingStatistics& statistics = use.statistics();
  QString text = tr("chip\t%1\nqubits\t%2\ncouplers\t%3\nneurons\t%4\nqubits used\t%5\nshortest "
                    "chain\t%6\nlongest chain\t%7\nmean chain\t%8\n")
                     .arg(QString::fromStdString(use.chip().shape().text()))
                     .arg(use.chip().qubits().size())
                     .arg(use.chip().couplers().size())
                     .arg(use.variables())
                     .arg(statistics.qubits)
                     .arg(statistics.shortest)
                     .arg(statistics.longest)
                     .arg(statistics.mean, 0, 'f', 3);
  const std::vector<int> qubits = use.qubitsOfLayers();
  for (int n = 1; n <= use.layers(); ++n) {
    text += tr("layer %1\t%2 neurons\t%3 qubits\n")
                .arg(n)
                .arg(use.layerSize(n))
                .arg(qubits[static_cast<std::size_t>(n - 1)]);
  }
  return text;
}

}  // namespace nudge
