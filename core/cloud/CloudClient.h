#pragma once

#include <memory>
#include <stop_token>
#include <vector>

#include "core/cloud/CloudJob.h"
#include "core/cloud/Configuration.h"
#include "core/cloud/JobRequest.h"
#include "core/cloud/SolverProperties.h"

namespace nudge {

/// A client of D-Wave's protocol (SAPI 3): lists solvers, submits problems, many at a time, and
/// waits for their answers. All network work happens on a thread of its own. A submission is never
/// sent twice: what happened to it when its connection broke is for a person to find out.
class CloudClient {
 public:
  /// Throws CloudError (Configuration) where there is no token for a server on another machine.
  explicit CloudClient(const CloudConfiguration& configuration);
  /// Problems that were asked to be cancelled are given a second to be so; the rest go on at the
  /// server, and their handles fail.
  ~CloudClient();
  CloudClient(const CloudClient&) = delete;
  CloudClient& operator=(const CloudClient&) = delete;

  /// All solvers of the server, or the one of this name, with their load; what a server lets us
  /// keep is not asked for again. Throws CloudError, and Cancelled when stopped.
  std::vector<SolverProperties> solvers(const std::string& name = {},
                                        const std::stop_token& stop = {});
  /// The best solver that the filter accepts and that is a chip. Throws CloudError (NotFound)
  /// where there is none.
  SolverProperties chooseSolver(const SolverFilter& filter, const std::stop_token& stop = {});
  /// The one of the configuration.
  SolverProperties chooseSolver(const std::stop_token& stop = {});

  /// Sends a problem: returns at once. Submissions that come close together share a request.
  CloudJob submit(JobRequest request);

 private:
  class Engine;
  std::shared_ptr<Engine> engine_;
};

/// A problem for a solver with its parameters, checked against both. Throws CloudError (Problem).
JobRequest jobFor(const SolverProperties& solver, const QubitProblem& problem, Json parameters,
                  const std::string& label = {});

/// The samples with the energies of the whole problem: what the server leaves out, the offset, is
/// added. Throws CloudError (Reply) where the answer is of other qubits than the problem.
SampleSet samplesOf(const QpAnswer& answer, const QubitProblem& problem);

}  // namespace nudge
