#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/base/Field.h"
#include "core/cloud/ChipTime.h"
#include "core/cloud/QpFormat.h"

namespace nudge {

/// A problem on its way to a solver.
struct JobRequest {
  SolverIdentity solver;
  QpData data;
  ProblemType type = ProblemType::Ising;
  Json parameters = Json::object();  ///< sent as they are, in their order
  std::string label;                 ///< empty: none
};

/// The body of POST problems/, before compression: 1 to 20 problems, without blanks, in the order
/// of members that D-Wave's client has. Throws CloudError (Problem) for another number of them.
std::string requestBody(std::span<const JobRequest> jobs);

/// How many problems a request can hold.
constexpr std::size_t kMostJobsAtOnce = 20;

/// Throws CloudError (Problem) for a parameter that the solver does not know, unless it begins with
/// "x_", with the nearest known one, and for values out of the solver's ranges: reads, times,
/// schedules and initial states, as far as they can be told before the chip sees them.
void checkParameters(const SolverProperties& solver, const Json& parameters, ProblemType type);

/// What the parameters make of the chip's time, for estimateTime.
TimeTerms timeTermsOf(const Json& parameters, std::size_t qubits);

/// An initial_state as it is sent: 3 for qubits that are off, else ±1.
Json initialStateJson(std::int32_t numQubits, std::span<const std::int32_t> qubits,
                      std::span<const Spin> state);

}  // namespace nudge
