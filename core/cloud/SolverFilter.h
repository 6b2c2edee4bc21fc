#pragma once

#include <string>
#include <vector>

#include "core/cloud/SolverProperties.h"

namespace nudge {

/// Which solvers will do and which is best, in the terms of D-Wave's tools: features with an
/// operator, like num_qubits__gte, name__regex or topology__type. Without any: those that are
/// online, the least loaded first.
class SolverFilter {
 public:
  SolverFilter() = default;
  /// From a JSON object of features and values; "order_by" names what solvers are ordered by, "-"
  /// before it turns the order round. Throws CloudError (Configuration) for what is no object, for
  /// an unknown operator, or a value that the operator cannot use.
  explicit SolverFilter(const ReplyJson& features);
  /// From a configuration's "solver": a JSON object, a name, or `name;graph_id=…`; empty: any.
  static SolverFilter parse(const std::string& text);

  bool accepts(const SolverProperties& solver) const;
  /// The solvers that it accepts, best first; equals keep their order, those without the property
  /// that orders come last.
  std::vector<SolverProperties> choose(std::vector<SolverProperties> solvers) const;

  /// The name, where nothing but one name will do; else empty.
  const std::string& onlyName() const { return onlyName_; }
  /// For people: what was asked for.
  std::string text() const;
  /// The features as they were understood, without the default.
  const ReplyJson& features() const { return features_; }

 private:
  struct Condition {
    std::string path;  ///< "topology__type"
    std::string operation;
    ReplyJson value;
  };
  void add(const std::string& key, const ReplyJson& value);

  ReplyJson features_ = ReplyJson::object();
  std::vector<Condition> conditions_{{"online", "eq", true}};
  bool onlineGiven_ = false;
  std::string orderBy_ = "avg_load";
  std::string onlyName_;
};

}  // namespace nudge
