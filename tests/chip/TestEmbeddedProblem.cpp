// Problems on chips: fields, couplings, chains and offset; reads back from them.
#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/base/Random.h"
#include "core/base/StrictJson.h"
#include "core/chip/LayeredEmbedding.h"
#include "core/chip/ProgrammingLimits.h"
#include "core/chip/SpinReversal.h"
#include "core/chip/Unembedding.h"
#include "core/data/Gzip.h"
#include "core/ising/ProblemFile.h"
#include "tests/SharedData.h"
#include "tests/TestProgram.h"
#include "tests/chip/Chips.h"
#include "tests/data/Failure.h"
#include "tests/ising/Problems.h"

using namespace nudge;
using namespace nudge::test;

namespace {

bool near(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b)); }

/// A problem on hand-made chains, of which only the reading back is wanted.
EmbeddedProblem chainsOnly(const std::vector<std::vector<int>>& chains, std::size_t qubits) {
  EmbeddedProblem embedded;
  embedded.chains = chains;
  for (std::size_t q = 0; q < qubits; ++q) embedded.qubits.push_back(static_cast<int>(q));
  return embedded;
}

std::vector<Spin> randomSpins(int count, Random& random) {
  std::vector<Spin> spins(static_cast<std::size_t>(count));
  for (Spin& spin : spins) spin = random.below(2) == 0 ? Spin{1} : Spin{-1};
  return spins;
}

}  // namespace

class TestEmbeddedProblem : public QObject {
  Q_OBJECT
 private slots:
  void strengths() {
    QCOMPARE(torqueCompensation(IsingProblem({1, 2}, {})), 1.0);
    QCOMPARE(scaledChainStrength(IsingProblem({1, -3}, {{0, 1, 2}})), 3.0);
    const auto path = referenceFile("ising/derived.json");
    if (path.empty()) QSKIP("the reference instances are not there");
    const Json derived = parseJson(readFile(path, 1 << 20), "derived");
    for (const auto& [name, expected] : derived.items()) {
      const IsingProblem problem = readProblem(referenceFile("ising/" + name + ".txt"));
      QVERIFY(near(torqueCompensation(problem), expected["uniform_torque_compensation"]));
      QVERIFY(near(scaledChainStrength(problem), expected["scaled"]));
    }
  }

  void valuesAreSharedOut() {
    // Qubits 0 and 1 stand, 4, 5 and 6 lie; 4 and 5 hang together over 1.
    const IsingProblem problem({1, -2}, {{0, 1, 3}}, 0.25);
    const EmbeddedProblem made = embed(problem, {{{0}, {1, 4, 5}}}, chipOf("chimera:1"), {2, 5});
    QCOMPARE(made.qubits, (std::vector<int>{0, 1, 4, 5}));
    QVERIFY(std::ranges::equal(made.problem.fields(),
                               std::vector<double>{1, -2.0 / 3, -2.0 / 3, -2.0 / 3}));
    QVERIFY(std::ranges::equal(
        made.problem.couplings(),
        std::vector<Coupling>{{0, 2, 1.5}, {0, 3, 1.5}, {1, 2, -5}, {1, 3, -5}}));
    QCOMPARE(made.problem.offset(), 10.25);
    QCOMPARE(made.problem.label(2), std::string("4"));
    QCOMPARE(made.chains, (std::vector<std::vector<int>>{{0}, {1, 2, 3}}));
    QCOMPARE(made.chainCouplers, std::size_t{2});
  }

  void unbrokenStatesKeepTheirEnergy() {
    for (const char* text : {"chimera:4", "pegasus:3", "zephyr:3"}) {
      const ChipGraph graph = chipOf(text);
      const SourceGraph source = SourceGraph::parse("layers:8,6");
      const auto embedding = embedLayered(source, graph);
      QVERIFY(embedding.has_value());
      Random random(7, Purpose::Test);
      std::vector<double> fields;
      fields.reserve(static_cast<std::size_t>(source.variables));
      for (int i = 0; i < source.variables; ++i)
        fields.push_back(static_cast<double>(random.normal()));
      std::vector<Coupling> couplings;
      for (const auto& [u, v] : source.edges) {
        couplings.push_back({u, v, static_cast<double>(random.normal())});
      }
      const IsingProblem problem(fields, couplings, 1.5);
      const EmbeddedProblem made = embed(problem, *embedding, graph, {torqueCompensation(problem)});
      SampleSet reads(made.qubits.size());
      std::vector<double> energies;
      for (int i = 0; i < 20; ++i) {
        const std::vector<Spin> state = randomSpins(source.variables, random);
        const std::vector<Spin> onChip = embeddedState(made, state);
        energies.push_back(problem.energy(state));
        QVERIFY(near(made.problem.energy(onChip), energies.back()));
        reads.add(onChip, 0);
      }
      const Unembedded back = unembed(made, problem, reads);
      QCOMPARE(back.meanChainBreaks, 0.0);
      for (std::size_t i = 0; i < energies.size(); ++i) {
        QVERIFY(near(back.samples.energy(i), energies[i]));
      }
    }
  }

  void faultsAreNamed() {
    const ChipGraph graph = chipOf("chimera:2");
    const IsingProblem problem({0, 0}, {{0, 1, 1}});
    const auto say = [&](std::vector<std::vector<int>> chains, std::vector<double> strengths) {
      return failureOf([&] { (void)embed(problem, {std::move(chains)}, graph, strengths); });
    };
    QVERIFY(says(say({{0}}, {1}), "has 1 chains for a problem of 2 spins"));
    QVERIFY(says(say({{0}, {}}, {1}), "spin 1 has no chain"));
    QVERIFY(says(say({{0}, {77}}, {1}), "spin 1 has the qubit 77, which the chip does not have"));
    QVERIFY(says(say({{0}, {0}}, {1}), "spins 0 and 1 share the qubit 0"));
    QVERIFY(says(say({{0, 1}, {4}}, {1}), "the chain of spin 0 is in 2 pieces"));
    QVERIFY(says(say({{0}, {1}}, {1}), "no coupler joins the chains of spins 0 and 1"));
    QVERIFY(says(say({{0}, {4}}, {1, 2, 3}), "3 chain strengths were given for 2 spins"));
    QVERIFY(says(say({{0}, {4}}, {-1}), "a chain strength is -1"));
  }

  void equalToTheReferenceExample() {
    const auto path = referenceFile("graphs/embedded_bqm_example.json.gz");
    if (path.empty()) QSKIP("the reference graphs are not there");
    const Json expected = parseJson(readPlainOrGzip(path.string(), 1 << 26), "example");
    const ChipGraph graph = chipOf("pegasus:16");
    const IsingProblem problem = readProblem(referenceFile("ising/a_bip120x40_gauss.txt"));
    const Embedding embedding = chainsOf(expected, graph);
    const EmbeddedProblem made = embed(problem, embedding, graph, {expected["chain_strength"]});
    QCOMPARE(made.chainCouplers, expected["num_chain_edges"].get<std::size_t>());
    QVERIFY(near(made.problem.offset(), expected["offset"]));
    QCOMPARE(made.problem.spins(), expected["target_h"].size());
    for (std::size_t s = 0; s < made.qubits.size(); ++s) {
      const double field = expected["target_h"][std::to_string(made.qubits[s])];
      QVERIFY(near(made.problem.fields()[s], field));
    }
    QCOMPARE(made.problem.couplings().size(), expected["target_J"].size());
    for (std::size_t i = 0; i < made.problem.couplings().size(); ++i) {
      const Coupling& c = made.problem.couplings()[i];
      const Json& entry = expected["target_J"][i];
      QCOMPARE(made.qubits[static_cast<std::size_t>(c.i)], entry[0].get<int>());
      QCOMPARE(made.qubits[static_cast<std::size_t>(c.j)], entry[1].get<int>());
      QVERIFY(near(c.value, entry[2]));
    }
    ProgrammingLimits limits;
    limits.field = {-6, 6};
    const TightestLimit tightest = tightestLimit(made.problem, made.qubits, ChipShape(), limits);
    QVERIFY(near(tightest.share, 10.955188755672456 / 2));
  }

  void equalToTheReferenceReadings() {
    const auto path = referenceFile("sapi/unembedding_cases.json");
    if (path.empty()) QSKIP("the reference cases are not there");
    const Json cases = parseJson(readFile(path, 1 << 20), "cases");
    std::vector<double> fields(cases["h"].size());
    for (const auto& [key, value] : cases["h"].items()) {
      fields[static_cast<std::size_t>(std::stoi(key))] = value;
    }
    std::vector<Coupling> couplings;
    for (const Json& entry : cases["J"]) couplings.push_back({entry[0], entry[1], entry[2]});
    const IsingProblem source(fields, couplings);
    const auto rows = cases["samples"].get<std::vector<std::vector<Spin>>>();
    const auto embedded =
        chainsOnly(cases["chains"].get<std::vector<std::vector<int>>>(), rows[0].size());
    SampleSet samples(rows[0].size());
    for (const auto& row : rows) samples.add(row, 0);
    const auto statesOf = [](const SampleSet& set) {
      std::vector<std::vector<Spin>> states;
      for (std::size_t r = 0; r < set.size(); ++r) {
        states.emplace_back(set.state(r).begin(), set.state(r).end());
      }
      return states;
    };
    using States = std::vector<std::vector<Spin>>;
    const Unembedded majority = unembed(embedded, source, samples);
    QCOMPARE(statesOf(majority.samples), cases["majority_vote"].get<States>());
    QCOMPARE(majority.chainBreaks, cases["chain_break_fraction"].get<std::vector<double>>());
    const Unembedded least = unembed(embedded, source, samples, BrokenChains::MinimizeEnergy);
    QCOMPARE(statesOf(least.samples), cases["minimize_energy"].get<States>());
    const Unembedded kept = unembed(embedded, source, samples, BrokenChains::Discard);
    QCOMPARE(statesOf(kept.samples), cases["discard"]["samples"].get<States>());
    QCOMPARE(kept.rows, cases["discard"]["index"].get<std::vector<std::size_t>>());
    QCOMPARE(kept.meanChainBreaks, majority.meanChainBreaks);
  }

  void weightedRandomFollowsTheShares() {
    const EmbeddedProblem embedded = chainsOnly({{0, 1, 2, 3}}, 4);
    SampleSet samples(4);
    for (int i = 0; i < 4000; ++i) samples.add(std::vector<Spin>{1, -1, -1, -1}, 0);
    const Unembedded read =
        unembed(embedded, IsingProblem({1}, {}), samples, BrokenChains::WeightedRandom, 5);
    int up = 0;
    for (std::size_t r = 0; r < read.samples.size(); ++r) up += read.samples.state(r)[0] > 0;
    QVERIFY2(up > 880 && up < 1120, std::to_string(up).c_str());
  }

  void reversalsKeepEnergies() {
    const IsingProblem problem = gaussianProblem(20, 0.5F, 3);
    Random random(1, Purpose::Test);
    for (std::uint64_t number = 0; number < 5; ++number) {
      const SpinReversal reversal(20, 9, number);
      QVERIFY(SpinReversal(20, 9, number).signs() == reversal.signs());
      QVERIFY(SpinReversal(20, 9, number + 1).signs() != reversal.signs());
      const std::vector<Spin> state = randomSpins(20, random);
      const std::vector<Spin> turned = reversal.apply(state);
      QVERIFY(near(reversal.apply(problem).energy(turned), problem.energy(state)));
      QVERIFY(reversal.apply(turned) == state);
    }
  }

 private:
  /// Chains of the example, found from its strong couplings: connected by them, in the order in
  /// which their fields are those of the source.
  static Embedding chainsOf(const Json& expected, const ChipGraph& graph) {
    const double strength = expected["chain_strength"];
    std::vector<std::vector<int>> strong(static_cast<std::size_t>(graph.shape().labels()));
    for (const Json& entry : expected["target_J"]) {
      if (!near(entry[2], -strength)) continue;
      strong[entry[0].get<std::size_t>()].push_back(entry[1]);
      strong[entry[1].get<std::size_t>()].push_back(entry[0]);
    }
    const IsingProblem problem = readProblem(referenceFile("ising/a_bip120x40_gauss.txt"));
    Embedding embedding;
    embedding.chains.resize(problem.spins());
    std::vector<char> seen(strong.size());
    for (const int start : graph.qubits()) {
      const std::string key = std::to_string(start);
      if (seen[static_cast<std::size_t>(start)] != 0 || !expected["target_h"].contains(key)) {
        continue;
      }
      std::vector<int> chain{start};
      seen[static_cast<std::size_t>(start)] = 1;
      for (std::size_t i = 0; i < chain.size(); ++i) {
        for (const int next : strong[static_cast<std::size_t>(chain[i])]) {
          if (seen[static_cast<std::size_t>(next)] != 0) continue;
          seen[static_cast<std::size_t>(next)] = 1;
          chain.push_back(next);
        }
      }
      const double field =
          expected["target_h"][key].get<double>() * static_cast<double>(chain.size());
      for (std::size_t v = 0; v < problem.spins(); ++v) {
        if (near(problem.fields()[v], field)) embedding.chains[v] = chain;
      }
    }
    embedding.sort();
    return embedding;
  }
};

QTEST_APPLESS_MAIN(TestEmbeddedProblem)
#include "TestEmbeddedProblem.moc"
