#pragma once

#include <string>
#include <string_view>

#include "core/cloud/HttpLoop.h"
#include "core/cloud/ReplyJson.h"

namespace nudge {

/// The media types of the protocol, without "application/vnd.dwave.sapi." and "+json".
namespace media {
constexpr std::string_view kSolvers = "solver-definition-list";
constexpr std::string_view kSolver = "solver-definition";
constexpr std::string_view kProblems = "problems";
constexpr std::string_view kProblem = "problem";
constexpr std::string_view kInfo = "problem-data";
constexpr std::string_view kAnswer = "problem-answer";
constexpr std::string_view kMessages = "problem-message";
}  // namespace media

/// As it stands in Accept and Content-Type: "application/vnd.dwave.sapi.problems+json;
/// version=3.0.0".
std::string mediaType(std::string_view name);

/// Whether a Content-Type is of this kind, in a version 3.
bool isMediaType(std::string_view contentType, std::string_view name);

/// The CloudError of an outcome that is no success: of the connection, or of the status with what
/// the server said of it, cut, cleaned and without the token. `what` begins the message.
CloudError failureOf(const HttpOutcome& outcome, const std::string& what, const Token& token);

/// The JSON of a successful reply. Throws failureOf's error, or CloudError (Reply) for another
/// media type or no JSON.
ReplyJson replyJson(const HttpOutcome& outcome, std::string_view type, const std::string& what,
                    const Token& token);

}  // namespace nudge
