#include "core/cloud/ChipRequests.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/cloud/CloudError.h"
#include "core/cloud/JobRequest.h"
#include "core/cloud/JsonWeight.h"

namespace nudge {

namespace {

constexpr std::size_t kLongestLabel = 1024;
constexpr std::size_t kLongestParameters = std::size_t{4} << 20;

ProblemType typeFrom(const ReplyReader& reader) {
  const std::string type = reader.text("type", 64);
  if (type == "ising") return ProblemType::Ising;
  if (type == "qubo") return ProblemType::Qubo;
  reader.refuse("type", fmt::format("is \"{}\"; it should be ising or qubo", cleaned(type)));
}

QpData dataFrom(const ReplyReader& reader) {
  if (const std::string format = reader.text("format", 64); format != "qp") {
    reader.refuse("format", fmt::format("is \"{}\"; it should be qp", cleaned(format)));
  }
  return {std::string(reader.longText("lin")), std::string(reader.longText("quad")),
          reader.number("offset", 0)};
}

}  // namespace

Json errorJson(int code, const std::string& message) {
  Json json;
  json["error_code"] = code;
  json["error_msg"] = message;
  return json;
}

int statusOf(CloudFault fault) {
  switch (fault) {
    case CloudFault::Token:
      return 401;
    case CloudFault::Forbidden:
      return 403;
    case CloudFault::NotFound:
      return 404;
    case CloudFault::Limits:
      return 429;
    case CloudFault::Server:
    case CloudFault::Failed:
      return 500;
    default:
      return 400;
  }
}

ChipJob jobFrom(const ReplyJson& element, const SolverIdentity& solver, std::string& label) {
  const ReplyReader reader(element, "problem");
  const SolverIdentity wanted = identityFrom(reader.at("solver"), "problem");
  if (wanted.name != solver.name || (!wanted.graphId.empty() && wanted.graphId != solver.graphId)) {
    throw CloudError(
        CloudFault::NotFound,
        fmt::format("there is no solver {} {} here; there is {} {}.", cleaned(wanted.name, 80),
                    cleaned(wanted.graphId, 40), solver.name, solver.graphId));
  }
  ChipJob job;
  job.type = typeFrom(reader);
  job.data = dataFrom(ReplyReader(reader.at("data"), "problem: data"));
  if (reader.has("params")) {
    const ReplyJson& parameters = reader.at("params");
    if (!parameters.is_object()) reader.refuse("params", "should be an object");
    std::size_t size = 0;
    for (const auto& entry : parameters.items()) {
      // A null is what other clients send for "not given".
      if (entry.value().is_null()) continue;
      size += entry.key().size() + weightOf(entry.value());
      if (size > kLongestParameters) reader.refuse("params", "is too large");
      job.parameters[entry.key()] = Json(entry.value());
    }
  }
  if (reader.has("label")) label = reader.text("label", kLongestLabel);
  return job;
}

Json submitAll(std::string_view body, const SolverIdentity& solver, const ChipSampler& sampler,
               JobBoard& board) {
  const ReplyJson list = parseReply(body, "problems");
  if (!list.is_array() || list.empty() || list.size() > kMostJobsAtOnce) {
    throw CloudError(
        CloudFault::Reply,
        fmt::format("the body should be a list of 1 to {} problems.", kMostJobsAtOnce));
  }
  Json states = Json::array();
  for (const ReplyJson& element : list) {
    try {
      std::string label;
      ChipJob job = jobFrom(element, solver, label);
      sampler.check(job);
      states.push_back(board.submit(std::move(job), label));
    } catch (const CloudError& error) {
      states.push_back(errorJson(statusOf(error.fault()), error.what()));
    }
  }
  return states;
}

std::vector<std::string> splitIds(const std::string& list) {
  std::vector<std::string> ids;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    if (end > at) ids.push_back(list.substr(at, end - at));
    at = end + 1;
  }
  return ids;
}

}  // namespace nudge
