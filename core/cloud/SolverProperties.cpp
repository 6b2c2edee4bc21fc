#include "core/cloud/SolverProperties.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/cloud/CloudError.h"

namespace nudge {

namespace {

constexpr std::size_t kMostNames = 1000;

ValueRange rangeFrom(const ReplyReader& reader, const char* key) {
  const std::vector<double> ends = reader.numbers(key, 2);
  if (ends.size() != 2 || !(ends[0] <= ends[1])) {
    reader.refuse(key, "should be a range, [lowest, highest]");
  }
  return {ends[0], ends[1]};
}

void readRange(const ReplyReader& reader, const char* key, ValueRange& range) {
  if (reader.has(key)) range = rangeFrom(reader, key);
}

void readRange(const ReplyReader& reader, const char* key, std::optional<ValueRange>& range) {
  if (reader.has(key)) range = rangeFrom(reader, key);
}

void readQubits(const ReplyReader& reader, SolverProperties& solver) {
  solver.numQubits =
      static_cast<std::int32_t>(reader.integer("num_qubits", 0, SolverProperties::kMostQubits));
  const ReplyJson& list = reader.at("qubits");
  const auto notQubits = [&] {
    reader.refuse("qubits",
                  fmt::format("should list different numbers from 0 to {}", solver.numQubits - 1));
  };
  if (!list.is_array() || list.size() > static_cast<std::size_t>(solver.numQubits)) notQubits();
  solver.qubits.reserve(list.size());
  for (const ReplyJson& entry : list) {
    if (!entry.is_number_integer()) notQubits();
    const auto qubit = entry.get<std::int64_t>();
    if (qubit < 0 || qubit >= solver.numQubits) notQubits();
    solver.qubits.push_back(static_cast<std::int32_t>(qubit));
  }
  std::vector<char> seen(static_cast<std::size_t>(solver.numQubits));
  for (const std::int32_t qubit : solver.qubits) {
    if (std::exchange(seen[static_cast<std::size_t>(qubit)], 1) != 0) notQubits();
  }
}

void readCouplers(const ReplyReader& reader, SolverProperties& solver) {
  const ReplyJson& list = reader.at("couplers");
  const auto notCouplers = [&] {
    reader.refuse("couplers", "should list different pairs of the solver's qubits");
  };
  if (!list.is_array() || list.size() > SolverProperties::kMostCouplers) notCouplers();
  std::vector<char> works(static_cast<std::size_t>(solver.numQubits));
  for (const std::int32_t qubit : solver.qubits) works[static_cast<std::size_t>(qubit)] = 1;
  solver.couplers.reserve(list.size());
  for (const ReplyJson& pair : list) {
    if (!pair.is_array() || pair.size() != 2) notCouplers();
    std::array<std::int32_t, 2> coupler{};
    for (std::size_t end = 0; end < 2; ++end) {
      if (!pair[end].is_number_integer()) notCouplers();
      const auto qubit = pair[end].get<std::int64_t>();
      if (qubit < 0 || qubit >= solver.numQubits || works[static_cast<std::size_t>(qubit)] == 0) {
        notCouplers();
      }
      coupler[end] = static_cast<std::int32_t>(qubit);
    }
    if (coupler[0] == coupler[1]) notCouplers();
    solver.couplers.push_back(coupler);
  }
  std::vector<std::array<std::int32_t, 2>> sorted = solver.couplers;
  for (auto& coupler : sorted) std::sort(coupler.begin(), coupler.end());
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) notCouplers();
}

void readTopology(const ReplyReader& reader, SolverProperties& solver) {
  if (!reader.has("topology")) return;
  const ReplyReader topology(reader.at("topology"), reader.where() + ": topology");
  solver.topology = topology.text("type", 64);
  for (const double length : topology.numbers("shape", 8)) {
    if (!(length >= 1 && length <= SolverProperties::kMostQubits) || length != std::floor(length)) {
      topology.refuse("shape", "should be whole numbers from 1");
    }
    solver.shape.push_back(static_cast<std::int32_t>(length));
  }
}

void readRanges(const ReplyReader& reader, SolverProperties& solver) {
  readRange(reader, "h_range", solver.h);
  readRange(reader, "j_range", solver.j);
  readRange(reader, "extended_j_range", solver.extendedJ);
  readRange(reader, "per_qubit_coupling_range", solver.perQubitCoupling);
  readRange(reader, "per_group_coupling_range", solver.perGroupCoupling);
  readRange(reader, "h_gain_schedule_range", solver.hGain);
  readRange(reader, "num_reads_range", solver.numReads);
  readRange(reader, "annealing_time_range", solver.annealingTime);
  if (!(solver.annealingTime.low > 0)) {
    reader.refuse("annealing_time_range", "should begin above 0");
  }
  readRange(reader, "fast_anneal_time_range", solver.fastAnnealTime);
  readRange(reader, "problem_run_duration_range", solver.runDuration);
  readRange(reader, "programming_thermalization_range", solver.programmingThermalization);
  readRange(reader, "readout_thermalization_range", solver.readoutThermalization);
}

TimingData timingFrom(const ReplyReader& reader) {
  TimingData timing;
  timing.programming = reader.number("typical_programming_time");
  timing.reverseProgramming = reader.number("reverse_annealing_with_reinit_prog_time_delta", 0);
  timing.reverseProgrammingChain =
      reader.number("reverse_annealing_without_reinit_prog_time_delta", 0);
  timing.programmingThermalization = reader.number("default_programming_thermalization", 0);
  timing.annealing = reader.number("default_annealing_time", 20);
  const std::string model = reader.text("readout_time_model", 64);
  if (model != "pwl_log_log" && model != "pwl_linear") {
    reader.refuse("readout_time_model", "should be pwl_log_log or pwl_linear");
  }
  timing.readoutInLogarithms = model == "pwl_log_log";
  const std::vector<double> parameters = reader.numbers("readout_time_model_parameters", 1000);
  const auto half = static_cast<std::ptrdiff_t>(parameters.size() / 2);
  timing.readoutQubits.assign(parameters.begin(), parameters.begin() + half);
  timing.readoutTimes.assign(parameters.begin() + half, parameters.end());
  if (half == 0 || parameters.size() % 2 != 0 ||
      !std::is_sorted(timing.readoutQubits.begin(), timing.readoutQubits.end())) {
    reader.refuse("readout_time_model_parameters",
                  "should be rising numbers of qubits, then as many times");
  }
  timing.delay = reader.number("qpu_delay_time_per_sample", 0);
  timing.reverseDelay = reader.number("reverse_annealing_with_reinit_delay_time_delta", 0);
  timing.reverseDelayChain = reader.number("reverse_annealing_without_reinit_delay_time_delta", 0);
  timing.readoutThermalization = reader.number("default_readout_thermalization", 0);
  timing.decorrelationMostAnneal = reader.number("decorrelation_max_nominal_anneal_time", 2000);
  readRange(reader, "decorrelation_time_range", timing.decorrelation);
  return timing;
}

void readChip(const ReplyReader& reader, SolverProperties& solver) {
  readQubits(reader, solver);
  readCouplers(reader, solver);
  readTopology(reader, solver);
  readRanges(reader, solver);
  solver.defaultAnnealingTime = reader.number("default_annealing_time", 20);
  solver.mostSchedulePoints =
      static_cast<std::size_t>(reader.integer("max_anneal_schedule_points", 2, 100'000, 12));
  solver.mostGainPoints =
      static_cast<std::size_t>(reader.integer("max_h_gain_schedule_points", 0, 100'000, 0));
  solver.defaultProgrammingThermalization =
      reader.number("default_programming_thermalization", 1000);
  solver.defaultReadoutThermalization = reader.number("default_readout_thermalization", 0);
  if (reader.has("problem_timing_data")) {
    solver.timing = timingFrom(
        ReplyReader(reader.at("problem_timing_data"), reader.where() + ": problem_timing_data"));
  }
}

}  // namespace

bool SolverProperties::isChip() const { return numQubits > 0 && !problemTypes.empty(); }

bool SolverProperties::knows(std::string_view parameter) const {
  return std::find(parameters.begin(), parameters.end(), parameter) != parameters.end();
}

AnnealLimits SolverProperties::annealLimits() const {
  return {mostSchedulePoints, annealingTime.high, 1 / annealingTime.low};
}

SolverIdentity identityFrom(const ReplyJson& identity, const std::string& where) {
  // Version 2 of the protocol had the name alone.
  if (identity.is_string()) return {identity.get<std::string>(), ""};
  const ReplyReader reader(identity, where + ": identity");
  SolverIdentity result{reader.text("name", 256), ""};
  if (reader.has("version")) {
    result.graphId =
        ReplyReader(reader.at("version"), reader.where() + ": version").text("graph_id", "");
  }
  return result;
}

SolverProperties solverFrom(const ReplyJson& element, const std::string& where) {
  const ReplyReader outer(element, where);
  SolverProperties solver;
  solver.identity = identityFrom(outer.at("identity"), where);
  solver.description = outer.text("description", "");
  const std::string place = fmt::format("{}: solver {}", where, cleaned(solver.identity.name, 80));
  const ReplyReader reader(outer.at("properties"), place);
  solver.all = outer.at("properties");
  solver.category = reader.text("category", "");
  solver.chipId = reader.text("chip_id", "");
  if (reader.has("parameters")) {
    const ReplyJson& parameters = reader.at("parameters");
    if (!parameters.is_object()) reader.refuse("parameters", "should be an object");
    for (const auto& entry : parameters.items()) solver.parameters.push_back(entry.key());
  }
  if (reader.has("supported_problem_types")) {
    for (std::string& type : reader.texts("supported_problem_types", kMostNames)) {
      if (type == "ising" || type == "qubo") solver.problemTypes.push_back(std::move(type));
    }
  }
  if (!solver.problemTypes.empty() && reader.has("qubits") && reader.has("couplers")) {
    readChip(reader, solver);
  }
  return solver;
}

void mergeStatus(std::vector<SolverProperties>& solvers, const ReplyJson& dynamic,
                 const std::string& where) {
  for (SolverProperties& solver : solvers) {
    solver.online = false;
    solver.averageLoad = 0;
  }
  if (!dynamic.is_array()) throw CloudError(CloudFault::Reply, where + ": should be a list.");
  for (const ReplyJson& element : dynamic) {
    const ReplyReader reader(element, where);
    const SolverIdentity identity = identityFrom(reader.at("identity"), where);
    for (SolverProperties& solver : solvers) {
      if (solver.identity.name != identity.name) continue;
      solver.online = reader.text("status", "") == "ONLINE";
      solver.averageLoad = reader.number("avg_load", 0);
    }
  }
}

}  // namespace nudge
