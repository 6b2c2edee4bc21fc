#include "core/cloud/ChipDescription.h"

#include <array>

#include <fmt/format.h>

#include "core/chip/ProgrammingLimits.h"

namespace nudge {

namespace {

/// What is honoured; a parameter that is not is refused, not ignored.
constexpr std::array<const char*, 14> kParameters{"anneal_schedule",
                                                  "annealing_time",
                                                  "answer_mode",
                                                  "auto_scale",
                                                  "flux_drift_compensation",
                                                  "initial_state",
                                                  "label",
                                                  "max_answers",
                                                  "num_reads",
                                                  "programming_thermalization",
                                                  "readout_thermalization",
                                                  "reduce_intersample_correlation",
                                                  "reinitialize_state",
                                                  "x_seed"};

ReplyJson timingData() {
  return {{"version", "1.0.0"},
          {"typical_programming_time", 7000.0},
          {"reverse_annealing_with_reinit_prog_time_delta", 0.0},
          {"reverse_annealing_without_reinit_prog_time_delta", 7000.0},
          {"default_programming_thermalization", 1000.0},
          {"default_annealing_time", 20.0},
          {"readout_time_model", "pwl_log_log"},
          // log10 of 1, 100, 906 and 5640 qubits, then of 25, 80, 189 and 250 µs.
          {"readout_time_model_parameters",
           {0.0, 2.0, 2.9571281976768131, 3.7512791039833422, 1.3979400086720377,
            1.9030899869919435, 2.2764618041732443, 2.3979400086720375}},
          {"qpu_delay_time_per_sample", 21.0},
          {"reverse_annealing_with_reinit_delay_time_delta", 7000.0},
          {"reverse_annealing_without_reinit_delay_time_delta", 0.0},
          {"default_readout_thermalization", 0.0},
          {"decorrelation_max_nominal_anneal_time", 2000.0},
          {"decorrelation_time_range", {500.0, 10000.0}}};
}

void addCouplingRanges(ReplyJson& properties, ChipFamily family) {
  const ProgrammingLimits limits = ProgrammingLimits::of(family);
  const auto add = [&](const char* key, const ValueRange& range) {
    properties[key] = {range.low, range.high};
  };
  add("h_range", limits.field);
  add("j_range", {-limits.coupling.high, limits.coupling.high});
  add("extended_j_range", limits.coupling);
  if (limits.perQubit) add("per_qubit_coupling_range", *limits.perQubit);
  if (limits.perGroup) add("per_group_coupling_range", *limits.perGroup);
}

ReplyJson topologyOf(const ChipShape& shape) {
  ReplyJson sizes = ReplyJson::array({shape.m});
  if (shape.family == ChipFamily::Chimera) sizes = {shape.m, shape.n, shape.t};
  if (shape.family == ChipFamily::Zephyr) sizes = {shape.m, shape.t};
  return {{"type", nameOf(shape.family)}, {"shape", std::move(sizes)}};
}

ReplyJson propertiesOf(const ChipGraph& chip) {
  ReplyJson properties{{"category", "qpu"},
                       {"chip_id", "Nudge_" + chip.shape().text()},
                       {"tags", ReplyJson::array()},
                       {"topology", topologyOf(chip.shape())},
                       {"supported_problem_types", {"ising", "qubo"}},
                       {"num_qubits", chip.shape().labels()},
                       {"num_reads_range", {1, 10000}},
                       {"annealing_time_range", {0.5, 2000.0}},
                       {"default_annealing_time", 20.0},
                       {"max_anneal_schedule_points", 12},
                       {"problem_run_duration_range", {0.0, 1e6}},
                       {"programming_thermalization_range", {0.0, 10000.0}},
                       {"default_programming_thermalization", 1000.0},
                       {"readout_thermalization_range", {0.0, 10000.0}},
                       {"default_readout_thermalization", 0.0},
                       {"quota_conversion_rate", 1},
                       {"problem_timing_data", timingData()}};
  addCouplingRanges(properties, chip.shape().family);
  for (const char* parameter : kParameters) properties["parameters"][parameter] = "";
  properties["qubits"] = chip.qubits();
  ReplyJson& couplers = properties["couplers"] = ReplyJson::array();
  for (const auto& [u, v] : chip.couplers()) couplers.push_back({u, v});
  return properties;
}

/// The same for the same working graph, another for another.
std::string graphId(const ChipGraph& chip) {
  std::uint64_t hash = 0xCBF29CE484222325;  // FNV-1a
  const auto mix = [&](int number) {
    for (int shift = 0; shift < 32; shift += 8) {
      hash = (hash ^ (static_cast<std::uint32_t>(number) >> shift & 0xFF)) * 0x100000001B3;
    }
  };
  for (const int qubit : chip.qubits()) mix(qubit);
  for (const auto& [u, v] : chip.couplers()) {
    mix(u);
    mix(v);
  }
  return fmt::format("{:010x}", hash >> 24);
}

}  // namespace

ReplyJson describeChip(const ChipGraph& chip, const std::string& name) {
  return {{"identity", {{"name", name}, {"version", {{"graph_id", graphId(chip)}}}}},
          {"description", "A virtual annealing chip"},
          {"properties", propertiesOf(chip)}};
}

SolverProperties solverOf(const ReplyJson& description) {
  SolverProperties solver = solverFrom(description, "virtual chip");
  solver.online = true;
  return solver;
}

SolverProperties solverOf(const ChipGraph& chip, const std::string& name) {
  return solverOf(describeChip(chip, name));
}

}  // namespace nudge
