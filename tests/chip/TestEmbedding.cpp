// Source graphs, embeddings as files, and the checker that judges them.
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/chip/EmbeddingCheck.h"
#include "core/chip/LayeredEmbedding.h"
#include "tests/SharedData.h"
#include "tests/TestProgram.h"
#include "tests/data/Failure.h"

using namespace nudge;
using namespace nudge::test;

namespace {

const ChipGraph& cell() {
  static const ChipGraph chip = ChipGraph::make(ChipShape::parse("chimera:2"));
  return chip;
}

std::string faultOf(const Embedding& embedding, const SourceGraph& source) {
  const auto faults = embeddingFaults(embedding, source, cell());
  return faults.empty() ? "" : faults.front();
}

}  // namespace

class TestEmbedding : public QObject {
  Q_OBJECT
 private slots:
  void sourcesAreParsed() {
    const SourceGraph layers = SourceGraph::parse("layers:3,2,1");
    QCOMPARE(layers.variables, 6);
    QCOMPARE(layers.edges.size(), std::size_t{8});
    QCOMPARE(layers.layers, (std::vector<int>{3, 2, 1}));
    QCOMPARE(SourceGraph::parse("complete:5").edges.size(), std::size_t{10});
    QCOMPARE(SourceGraph::parse("grid:3,4").edges.size(), std::size_t{17});
    const SourceGraph edges = parseEdges("# a triangle and one aside\n1 0\n1 2\n0 2\n3 4\n", "e");
    QCOMPARE(edges.variables, 5);
    QCOMPARE(edges.edges, (std::vector<std::pair<int, int>>{{0, 1}, {0, 2}, {1, 2}, {3, 4}}));
  }

  void badSourcesAreRefused() {
    VERIFY_SAYS(SourceGraph::parse("layer:3,2"), "write layers:120,40");
    VERIFY_SAYS(SourceGraph::parse("layers"), "write layers:120,40");
    VERIFY_SAYS(SourceGraph::parse("layers:3"), "it needs two layers or more");
    VERIFY_SAYS(SourceGraph::parse("layers:3,x"), "\"x\" is no size");
    VERIFY_SAYS(SourceGraph::parse("layers:0,2"), "\"0\" is no size");
    VERIFY_SAYS(SourceGraph::parse("layers:3,-2"), "\"-2\" is no size");
    VERIFY_SAYS(SourceGraph::parse("complete:99999"), "at most 100000 and 20000000");
    VERIFY_SAYS(SourceGraph::parse("grid:3"), "it has two sizes");
    VERIFY_SAYS(parseEdges("", "e"), "e: holds no edge");
    VERIFY_SAYS(parseEdges("0 1\n2\n", "e"), "e: line 2: an edge has two numbers");
    VERIFY_SAYS(parseEdges("0 1\n1 0\n", "e"), "e: line 2: the edge 0 1 is given twice, first in");
    VERIFY_SAYS(parseEdges("1 1\n", "e"), "e: line 1: joins variable 1 with itself");
    VERIFY_SAYS(parseEdges("0 1000000\n", "e"), "the variable 1000000 is too large");
  }

  void filesAreOpened() {
    const QTemporaryDir folder;
    const std::string path = folder.filePath("g").toStdString();
    writeFileAtomically(path, "0 1\n1 2\n");
    QCOMPARE(openSource(path).edges.size(), std::size_t{2});
    writeFileAtomically(path, "4 3\n0 0 1\n0 1 0.5\n1 2 0.5\n");
    QCOMPARE(openSource(path).variables, 4);
    QCOMPARE(openSource(path).edges.size(), std::size_t{2});
    QCOMPARE(openSource("complete:3").variables, 3);
    const auto instance = referenceFile("ising/a_bip120x40_gauss.txt");
    if (instance.empty()) QSKIP("the reference instances are not there");
    QCOMPARE(findLayers(openSource(instance.string())), (std::vector<int>{120, 40}));
  }

  void layersAreFound() {
    for (const char* text : {"layers:3,2", "layers:1,1", "layers:4,5,1,3"}) {
      SourceGraph source = SourceGraph::parse(text);
      const std::vector<int> sizes = source.layers;
      source.layers.clear();
      QCOMPARE(findLayers(source), sizes);
      source.edges.pop_back();
      QVERIFY(findLayers(source).empty() || sizes.size() > 2);
    }
    QVERIFY(findLayers(SourceGraph::parse("complete:4")).empty());
    QVERIFY(findLayers(SourceGraph::parse("grid:3,3")).empty());
  }

  void embeddingsAreRead() {
    const Embedding embedding = parseEmbedding("{\"1\": [7, 3], \"0\": [5]}", "e");
    QVERIFY((embedding == Embedding{{{5}, {3, 7}}}));
    QVERIFY(parseEmbedding(embeddingText(embedding), "e") == embedding);
    const EmbeddingStatistics statistics = statisticsOf(embedding);
    QCOMPARE(statistics.qubits, 3);
    QCOMPARE(statistics.shortest, 1);
    QCOMPARE(statistics.longest, 2);
    QCOMPARE(statistics.mean, 1.5);
  }

  void badEmbeddingsAreRefused() {
    VERIFY_SAYS(parseEmbedding("[]", "e"), "e: is no embedding");
    VERIFY_SAYS(parseEmbedding("{}", "e"), "e: is no embedding");
    VERIFY_SAYS(parseEmbedding("{\"0\": [1]", "e"), "e: is not valid JSON");
    VERIFY_SAYS(parseEmbedding("{\"0\": 1}", "e"), "the chain of variable 0 must be a list");
    VERIFY_SAYS(parseEmbedding("{\"0\": [1.5]}", "e"), "chain of variable 0 has 1.5, which");
    VERIFY_SAYS(parseEmbedding("{\"0\": [-1]}", "e"), "has -1, which is no qubit");
    VERIFY_SAYS(parseEmbedding("{\"0\": [1, 2, 1]}", "e"), "has the qubit 1 twice");
    VERIFY_SAYS(parseEmbedding("{\"0\": [1], \"2\": [3]}", "e"), "none for the variable \"1\"");
    VERIFY_SAYS(parseEmbedding("{\"0\": [1], \"0\": [3]}", "e"), "stands twice");
    VERIFY_SAYS(parseEmbedding("{\"0\": [1], \"01\": [3]}", "e"), "none for the variable \"1\"");
  }

  void theCheckerFindsEveryFault() {
    const SourceGraph pair = SourceGraph::parse("complete:2");
    QCOMPARE(faultOf({{{0}, {4}}}, pair), std::string());
    QCOMPARE(faultOf({{{0, 5}, {4}}}, pair), std::string());
    QVERIFY(says(faultOf({{{0}}}, pair), "it has chains for 1 variables; the graph has 2"));
    QVERIFY(says(faultOf({{{0}, {}}}, pair), "variable 1 has no qubit"));
    QVERIFY(says(faultOf({{{0}, {99}}}, pair), "variable 1 is on qubit 99"));
    QVERIFY(says(faultOf({{{0}, {4, 0}}}, pair), "variables 0 and 1 share the qubit 0"));
    QVERIFY(says(faultOf({{{0, 1}, {4}}}, pair), "the chain of variable 0 is in pieces"));
    QVERIFY(says(faultOf({{{0}, {1}}}, pair), "no coupler joins the chains of variables 0 and 1"));
    VERIFY_SAYS(checkEmbedding({{{0}, {1}}}, pair, cell(), "e.json"),
                "e.json: the embedding is not valid: no coupler joins");
    const ChipGraph broken = cell().withFaults({}, {{0, 4}});
    QCOMPARE(embeddingFaults({{{0}, {4}}}, pair, broken).size(), std::size_t{1});
  }
};

QTEST_APPLESS_MAIN(TestEmbedding)
#include "TestEmbedding.moc"
