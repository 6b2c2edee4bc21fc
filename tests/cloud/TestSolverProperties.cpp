#include <cmath>

#include <QtTest>

#include "core/chip/ChipFile.h"
#include "core/cloud/ChipDescription.h"
#include "core/cloud/ChipTime.h"
#include "core/cloud/CloudError.h"
#include "core/cloud/JobRequest.h"
#include "core/cloud/SolverFilter.h"
#include "tests/TestProgram.h"
#include "tests/cloud/Exchanges.h"

using namespace nudge;
using namespace nudge::test;

namespace {

SolverProperties named(const std::string& name, double load, bool online = true) {
  SolverProperties solver = smallSolver();
  solver.identity.name = name;
  solver.averageLoad = load;
  solver.online = online;
  return solver;
}

std::vector<std::string> chosen(const std::string& filter, std::vector<SolverProperties> solvers) {
  std::vector<std::string> names;
  for (const SolverProperties& solver : SolverFilter::parse(filter).choose(std::move(solvers))) {
    names.push_back(solver.identity.name);
  }
  return names;
}

}  // namespace

class TestSolverProperties : public QObject {
  Q_OBJECT

 private slots:
  void recordedSolver() {
    NEEDS_EXCHANGE(recorded, "ex1_ising_full_transcript.json");
    const ReplyJson list(recorded["solver_list"][0]["response"]["body"]);
    std::vector<SolverProperties> solvers{solverFrom(list[0], "test")};
    QCOMPARE(solvers[0].identity.graphId, std::string("01fa7e0001"));
    QCOMPARE(solvers[0].numQubits, 16);
    QCOMPARE(solvers[0].qubits.size(), std::size_t{11});
    QVERIFY((solvers[0].couplers[4] == std::array<std::int32_t, 2>{0, 5}));
    QCOMPARE(solvers[0].topology, std::string("chimera"));
    QVERIFY(solvers[0].jFull() == (ValueRange{-2, 1}));
    QVERIFY(solvers[0].isChip() && solvers[0].knows("fast_anneal"));
    mergeStatus(solvers, ReplyJson(recorded["solver_list"][1]["response"]["body"]), "test");
    QVERIFY(solvers[0].online);
    QCOMPARE(solvers[0].averageLoad, 0.1);
    mergeStatus(solvers, ReplyJson::array(), "test");
    QVERIFY(!solvers[0].online);
  }

  void brokenDescriptions() {
    const auto refuses = [](const char* key, const ReplyJson& value) {
      ReplyJson json = smallSolverJson();
      json["properties"][key] = value;
      return failureOf([&] { solverFrom(json, "place"); });
    };
    QVERIFY(says(refuses("qubits", {0, 0}), "\"qubits\""));
    QVERIFY(says(refuses("qubits", {0, 16}), "\"qubits\""));
    QVERIFY(says(refuses("couplers", {{0, 4}, {4, 0}}), "\"couplers\""));
    QVERIFY(says(refuses("couplers", {{0, 6}}), "\"couplers\""));
    QVERIFY(says(refuses("num_qubits", 4'000'000'000), "\"num_qubits\""));
    QVERIFY(says(refuses("h_range", {1, -1}), "\"h_range\""));
    QVERIFY(says(refuses("annealing_time_range", {0, 1}), "above 0"));
  }

  void accessTimes() {
    NEEDS_EXCHANGE(recorded, "ex9_access_time_estimates.json");
    ReplyJson json = smallSolverJson();
    json["properties"]["problem_timing_data"] = ReplyJson(recorded["problem_timing_data"]);
    const SolverProperties solver = solverFrom(json, "test");
    for (const Json& entry : recorded["cases"]) {
      TimeTerms terms = timeTermsOf(entry, entry["num_qubits"].get<std::size_t>());
      const double expected = entry["estimate_us"].get<double>();
      QVERIFY(std::abs(estimateTime(solver, terms).access - expected) < 1e-6 * expected);
    }
    for (const Json& entry : recorded["max_num_reads"]) {
      TimeTerms terms;
      terms.annealingTime = entry["annealing_time"].get<double>();
      QVERIFY(entry["value"] == mostReads(solver, terms));
    }
    TimeTerms reverse;
    reverse.schedule = {{0, 1}, {10, 0.5}, {20, 1}};
    VERIFY_SAYS(estimateTime(solver, reverse), "needs an initial_state");
    reverse.annealingTime = 20;
    VERIFY_SAYS(estimateTime(solver, reverse), "exclude each other");
  }

  void schedules() {
    NEEDS_EXCHANGE(recorded, "anneal_schedule_cases.json");
    // What D-Wave's validator lets pass, though no chip can do it, or it does nothing.
    const std::vector<Json> stricter{Json::parse("[[1, 0], [20, 1]]"),
                                     Json::parse("[[0, 1], [20, 1]]"),
                                     Json::parse("[[0, 1], [10, -0.2], [20, 1]]")};
    const SolverProperties solver = smallSolver();
    for (const Json& entry : recorded["cases"]) {
      const std::string failure =
          failureOf([&] { scheduleFor(solver, pointsFrom(ReplyJson(entry["schedule"]))); });
      const bool strict =
          std::find(stricter.begin(), stricter.end(), entry["schedule"]) != stricter.end();
      QVERIFY2(failure.empty() == (entry["result"] == "ok" && !strict),
               (entry.dump() + ": " + failure).c_str());
    }
    VERIFY_SAYS(pointsFrom(ReplyJson::parse("[[0, 0], [5, 0.2, 3], [20, 1]]")), "point 2");
  }

  void parameters() {
    const SolverProperties solver = smallSolver();
    const auto says = [&](const char* text) {
      return failureOf([&] { checkParameters(solver, Json::parse(text), ProblemType::Ising); });
    };
    QCOMPARE(says("{\"num_reads\": 100, \"x_test\": 1}"), std::string());
    QVERIFY(::says(says("{\"num_read\": 100}"), "did you mean num_reads?"));
    QVERIFY(::says(says("{\"num_reads\": 0}"), "num_reads"));
    QVERIFY(::says(says("{\"num_reads\": 1000, \"annealing_time\": 2000}"), "at most 499"));
    QVERIFY(::says(says("{\"annealing_time\": 0.1}"), "annealing_time"));
    QVERIFY(::says(says("{\"answer_mode\": \"all\"}"), "histogram"));
    QVERIFY(::says(says("{\"initial_state\": [1]}"), "16 values"));
    QVERIFY(::says(says("{\"anneal_schedule\": [[0, 1], [5, 0.5], [9, 1]]}"), "initial_state"));
  }

  void filters() {
    const std::vector<SolverProperties> solvers{named("B_1", 0.5), named("A_2", 0.1),
                                                named("A_1", 0.3), named("C", 0, false)};
    using Names = std::vector<std::string>;
    QVERIFY(chosen("", solvers) == (Names{"A_2", "A_1", "B_1"}));
    QVERIFY(chosen("A_1", solvers) == Names{"A_1"});
    QVERIFY(chosen("A_1;graph_id=01fa7e0001", solvers) == Names{"A_1"});
    QVERIFY(chosen("A_1;graph_id=other", solvers).empty());
    QVERIFY(chosen(R"({"name__regex": "A_.*"})", solvers) == (Names{"A_2", "A_1"}));
    QVERIFY(chosen(R"({"name__regex": "A"})", solvers).empty());  // the whole name
    QVERIFY(chosen(R"({"order_by": "-avg_load"})", solvers) == (Names{"B_1", "A_1", "A_2"}));
    QVERIFY(chosen(R"({"online": false})", solvers) == Names{"C"});
    QVERIFY(chosen(R"({"topology__type": "chimera", "num_qubits__gte": 10})", solvers).size() == 3);
    QVERIFY(chosen(R"({"num_qubits__gt": 16})", solvers).empty());
    QVERIFY(chosen(R"({"num_active_qubits": 11, "qpu": true})", solvers).size() == 3);
    QVERIFY(chosen(R"({"h_range__covers": [-1, 2]})", solvers).size() == 3);
    QVERIFY(chosen(R"({"h_range__within": [-1, 2]})", solvers).empty());
    QVERIFY(chosen(R"({"supported_problem_types__contains": "qubo"})", solvers).size() == 3);
    QVERIFY(chosen(R"({"supported_problem_types__issubset": ["qubo"]})", solvers).empty());
    QVERIFY(chosen(R"({"name__in": ["A_1", "C"]})", solvers) == Names{"A_1"});
    QVERIFY(chosen(R"({"anneal_offsets__available": true})", solvers).size() == 3);
    QVERIFY(chosen(R"({"nothing__available": true})", solvers).empty());
    VERIFY_SAYS(SolverFilter::parse("{\"name__regex\": \"(\"}"), "regular expression");
    VERIFY_SAYS(SolverFilter::parse("A;b"), "name;graph_id");
  }

  void parsedFilters() {
    NEEDS_EXCHANGE(recorded, "ex6_config_precedence.json");
    QVERIFY(Json(SolverFilter::parse("Fake_system1.1").features()) ==
            recorded["solver_parsed_name"]);
    QVERIFY(Json(SolverFilter::parse("Fake_system1.1;graph_id=01fa7e0001").features()) ==
            recorded["solver_parsed_identity"]);
  }

  void virtualChips() {
    const SolverProperties solver = solverOf(openChip("pegasus:3"), "test");
    QVERIFY(solver.isChip() && solver.online);
    QCOMPARE(solver.topology, std::string("pegasus"));
    TimeTerms terms;
    terms.qubits = 906;
    const ChipTiming time = estimateTime(solver, terms);
    QCOMPARE(time.programming, 8000.0);
    QVERIFY(std::abs(time.readoutEach - 189) < 1e-6);
    terms.schedule = {{0, 1}, {10, 0.5}, {20, 1}};
    terms.initialState = true;
    QVERIFY(estimateTime(solver, terms).delayEach - time.delayEach == 7000);
  }
};

QTEST_APPLESS_MAIN(TestSolverProperties)
#include "TestSolverProperties.moc"
