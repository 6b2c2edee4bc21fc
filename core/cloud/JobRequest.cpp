#include "core/cloud/JobRequest.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "core/cloud/CloudError.h"

namespace nudge {

namespace {

constexpr int kUnused = 3;

/// Text that is no UTF-8 is mended, not refused: it comes from labels.
std::string textOf(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json identityJson(const SolverIdentity& solver) {
  Json json{{"name", solver.name}};
  if (!solver.graphId.empty()) json["version"] = Json{{"graph_id", solver.graphId}};
  return json;
}

double numberAt(const Json& parameters, const char* key) {
  const Json& value = parameters[key];
  if (!value.is_number()) refuseProblem(fmt::format("{} should be a number.", key));
  return value.get<double>();
}

bool flagAt(const Json& parameters, const char* key, bool otherwise) {
  if (!parameters.contains(key)) return otherwise;
  const Json& value = parameters[key];
  if (!value.is_boolean()) refuseProblem(fmt::format("{} should be true or false.", key));
  return value.get<bool>();
}

std::optional<double> numberIf(const Json& parameters, const char* key) {
  if (!parameters.contains(key) || parameters[key].is_null()) return {};
  return numberAt(parameters, key);
}

void checkNumber(const Json& parameters, const char* key, const ValueRange& range) {
  const std::optional<double> value = numberIf(parameters, key);
  if (!value || range.holds(*value)) return;
  refuseProblem(
      fmt::format("{} is {}; the solver takes {} to {}.", key, *value, range.low, range.high));
}

void checkCount(const Json& parameters, const char* key, double most) {
  if (!parameters.contains(key)) return;
  const Json& value = parameters[key];
  if (value.is_number_integer() && value >= 1 && value.get<double>() <= most) return;
  refuseProblem(fmt::format("{} should be a whole number from 1 to {}, not {}.", key, most,
                            cleaned(value.dump(), 40)));
}

void checkChoices(const Json& parameters) {
  for (const char* flag : {"auto_scale", "reinitialize_state", "reduce_intersample_correlation",
                           "flux_drift_compensation", "fast_anneal"}) {
    (void)flagAt(parameters, flag, false);
  }
  if (!parameters.contains("answer_mode")) return;
  const Json& mode = parameters["answer_mode"];
  if (mode != "histogram" && mode != "raw") {
    refuseProblem(fmt::format("answer_mode should be \"histogram\" or \"raw\", not {}.",
                              cleaned(mode.dump(), 40)));
  }
}

void checkInitialState(const SolverProperties& solver, const Json& parameters, ProblemType type) {
  if (!parameters.contains("initial_state")) return;
  const Json& state = parameters["initial_state"];
  if (!state.is_array() || state.size() != static_cast<std::size_t>(solver.numQubits)) {
    refuseProblem(
        fmt::format("initial_state should be a list of {} values, one a qubit.", solver.numQubits));
  }
  const int low = type == ProblemType::Ising ? -1 : 0;
  for (const Json& value : state) {
    if (value.is_number() && (value == low || value == 1 || value == kUnused)) continue;
    refuseProblem(
        fmt::format("initial_state holds {}; each qubit has {} or 1, or 3 where it is off.",
                    cleaned(value.dump(), 40), low));
  }
}

void checkNames(const SolverProperties& solver, const Json& parameters) {
  for (const auto& entry : parameters.items()) {
    if (solver.knows(entry.key()) || entry.key().starts_with("x_")) continue;
    const std::string nearest = nearestName(entry.key(), solver.parameters);
    refuseProblem(fmt::format("{} is not a parameter of solver {}{}", cleaned(entry.key(), 60),
                              cleaned(solver.identity.name, 80),
                              nearest.empty() ? "." : fmt::format("; did you mean {}?", nearest)));
  }
}

}  // namespace

std::string requestBody(std::span<const JobRequest> jobs) {
  if (jobs.empty() || jobs.size() > kMostJobsAtOnce) {
    refuseProblem(
        fmt::format("{} problems in a request; 1 to {} fit.", jobs.size(), kMostJobsAtOnce));
  }
  std::size_t size = 0;
  for (const JobRequest& job : jobs) {
    size += job.data.linear.size() + job.data.quadratic.size() + 1024;
  }
  std::string body = "[";
  body.reserve(size);
  for (const JobRequest& job : jobs) {
    if (body.size() > 1) body += ',';
    // Base64 needs no escapes, and is by far the most of it: it is not walked through as JSON.
    body += "{\"solver\":" + textOf(identityJson(job.solver));
    body += ",\"data\":{\"format\":\"qp\",\"lin\":\"";
    body += job.data.linear;
    body += "\",\"quad\":\"";
    body += job.data.quadratic;
    const double offset = job.data.offset;
    body += "\",\"offset\":" + (offset == 0 ? "0" : Json(offset).dump());
    body += "},\"type\":\"";
    body += nameOf(job.type);
    body += "\",\"params\":" + textOf(job.parameters);
    if (!job.label.empty()) body += ",\"label\":" + textOf(job.label);
    body += '}';
  }
  return body + ']';
}

void checkParameters(const SolverProperties& solver, const Json& parameters, ProblemType type) {
  if (!parameters.is_object()) refuseProblem("params should be an object.");
  checkNames(solver, parameters);
  checkChoices(parameters);
  checkCount(parameters, "num_reads", solver.numReads.high);
  checkCount(parameters, "max_answers", solver.numReads.high);
  ValueRange times = solver.annealingTime;
  if (flagAt(parameters, "fast_anneal", false) && solver.fastAnnealTime) {
    times = *solver.fastAnnealTime;
  }
  checkNumber(parameters, "annealing_time", times);
  checkNumber(parameters, "programming_thermalization", solver.programmingThermalization);
  checkNumber(parameters, "readout_thermalization", solver.readoutThermalization);
  checkInitialState(solver, parameters, type);
  const TimeTerms terms = timeTermsOf(parameters, 0);
  if (terms.schedule) {
    const AnnealSchedule schedule = scheduleFor(solver, *terms.schedule);
    if (schedule.isReverse() && !terms.initialState) {
      refuseProblem(
          "a schedule that begins at s = 1 is reverse annealing; it needs an initial_state.");
    }
  }
  if (const std::int64_t most = mostReads(solver, terms); terms.reads > most) {
    refuseProblem(
        fmt::format("{} reads take longer than the solver's longest run of {} µs; at most {} "
                    "fit.",
                    terms.reads, solver.runDuration.high, most));
  }
}

TimeTerms timeTermsOf(const Json& parameters, std::size_t qubits) {
  TimeTerms terms;
  terms.qubits = qubits;
  if (const auto reads = numberIf(parameters, "num_reads")) {
    if (!(*reads >= 1 && *reads <= 1e9))
      refuseProblem("num_reads should be a whole number from 1.");
    terms.reads = static_cast<std::int64_t>(*reads);
  }
  terms.annealingTime = numberIf(parameters, "annealing_time");
  if (parameters.contains("anneal_schedule") && !parameters["anneal_schedule"].is_null()) {
    terms.schedule = pointsFrom(ReplyJson(parameters["anneal_schedule"]));
  }
  terms.initialState = parameters.contains("initial_state");
  terms.reinitialize = flagAt(parameters, "reinitialize_state", true);
  terms.programmingThermalization = numberIf(parameters, "programming_thermalization");
  terms.readoutThermalization = numberIf(parameters, "readout_thermalization");
  terms.reduceCorrelation = flagAt(parameters, "reduce_intersample_correlation", false);
  return terms;
}

Json initialStateJson(std::int32_t numQubits, std::span<const std::int32_t> qubits,
                      std::span<const Spin> state) {
  std::vector<int> values(static_cast<std::size_t>(numQubits), kUnused);
  for (std::size_t k = 0; k < qubits.size(); ++k) {
    values[static_cast<std::size_t>(qubits[k])] = state[k] > 0 ? 1 : -1;
  }
  return Json(values);
}

}  // namespace nudge
