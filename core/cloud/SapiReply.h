#pragma once

#include <string>
#include <string_view>

#include "core/cloud/HttpLoop.h"
#include "core/cloud/ReplyJson.h"

namespace nudge {

/// A kind of answer: "application/vnd.dwave." + name + "+json", in a major version.
struct MediaType {
  std::string_view name;
  int version = 3;
};

namespace media {
constexpr MediaType kSolvers{"sapi.solver-definition-list"};
constexpr MediaType kSolver{"sapi.solver-definition"};
constexpr MediaType kProblems{"sapi.problems"};
constexpr MediaType kProblem{"sapi.problem"};
constexpr MediaType kInfo{"sapi.problem-data"};
constexpr MediaType kAnswer{"sapi.problem-answer"};
constexpr MediaType kMessages{"sapi.problem-message"};
constexpr MediaType kRegions{"metadata.regions", 1};
}  // namespace media

/// As it stands in Accept and Content-Type: "application/vnd.dwave.sapi.problems+json;
/// version=3.0.0".
std::string mediaType(const MediaType& type);

/// Whether a Content-Type is of this kind, in a version that is compatible.
bool isMediaType(std::string_view contentType, const MediaType& type);

/// The CloudError of an outcome that is no success: of the connection, or of the status with what
/// the server said of it, cut, cleaned and without the token. `what` begins the message.
CloudError failureOf(const HttpOutcome& outcome, const std::string& what, const Token& token);

/// The JSON of a successful reply. Throws failureOf's error, or CloudError (Reply) for another
/// media type or no JSON.
ReplyJson replyJson(const HttpOutcome& outcome, const MediaType& type, const std::string& what,
                    const Token& token);

}  // namespace nudge
