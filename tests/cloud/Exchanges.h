#pragma once

#include <filesystem>
#include <string>

#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/base/Field.h"
#include "core/cloud/SolverProperties.h"
#include "tests/SharedData.h"
#include "tests/data/Failure.h"

namespace nudge::test {

/// A recorded exchange, or null where the reference data are not there.
inline Json exchange(const std::string& name) {
  const std::filesystem::path path = referenceFile("sapi/" + name);
  return path.empty() ? Json() : Json::parse(readFile(path, 1 << 24));
}

// A name to declare cannot stand in brackets.
// NOLINTBEGIN(bugprone-macro-parentheses)
#define NEEDS_EXCHANGE(json, name)               \
  const Json json = nudge::test::exchange(name); \
  if (json.is_null()) QSKIP("needs reference data in NUDGE_SHARED_DATA")
// NOLINTEND(bugprone-macro-parentheses)

/// The solver of the recorded exchanges: eleven qubits of a Chimera, couplers out of order.
inline ReplyJson smallSolverJson() {
  ReplyJson parameters;
  for (const char* name : {"anneal_offsets", "anneal_schedule", "annealing_time", "answer_mode",
                           "auto_scale", "flux_biases", "h_gain_schedule", "initial_state",
                           "max_answers", "num_reads", "reinitialize_state"}) {
    parameters[name] = "";
  }
  return {{"identity", {{"name", "Fake_system1.1"}, {"version", {{"graph_id", "01fa7e0001"}}}}},
          {"description", "fake"},
          {"properties",
           {{"category", "qpu"},
            {"topology", {{"type", "chimera"}, {"shape", {1, 2, 4}}}},
            {"supported_problem_types", {"ising", "qubo"}},
            {"num_qubits", 16},
            {"qubits", {0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 13}},
            {"couplers",
             {{0, 4},
              {1, 4},
              {2, 4},
              {3, 4},
              {0, 5},
              {1, 5},
              {2, 5},
              {3, 5},
              {0, 7},
              {1, 7},
              {2, 7},
              {3, 7},
              {4, 12},
              {5, 13},
              {8, 12},
              {9, 12},
              {8, 13},
              {9, 13}}},
            {"h_range", {-2.0, 2.0}},
            {"j_range", {-1.0, 1.0}},
            {"extended_j_range", {-2.0, 1.0}},
            {"num_reads_range", {1, 10000}},
            {"annealing_time_range", {0.5, 2000.0}},
            {"default_annealing_time", 20.0},
            {"max_anneal_schedule_points", 12},
            {"problem_run_duration_range", {0.0, 1000000.0}},
            {"parameters", parameters}}}};
}

inline SolverProperties smallSolver() { return solverFrom(smallSolverJson(), "test"); }

}  // namespace nudge::test
