#include "core/cloud/SapiReply.h"

#include <array>

#include <fmt/format.h>

namespace nudge {

namespace {

struct Meaning {
  long status;
  CloudFault fault;
  const char* words;
};

constexpr std::array<Meaning, 6> kMeanings{{
    {400, CloudFault::Rejected, "the server cannot use the request"},
    {401, CloudFault::Token,
     "the token was refused; copy it again from D-Wave's dashboard into dwave.conf, or set "
     "DWAVE_API_TOKEN"},
    {403, CloudFault::Forbidden, "the token does not allow this"},
    {404, CloudFault::NotFound, "there is no such thing"},
    {409, CloudFault::Rejected, "it is in a state that does not allow this"},
    {429, CloudFault::Limits, "too many requests or problems; wait a while"},
}};

Meaning meaningOf(long status) {
  for (const Meaning& meaning : kMeanings) {
    if (meaning.status == status) return meaning;
  }
  if (status >= 500) return {status, CloudFault::Server, "the server failed; try again later"};
  return {status, CloudFault::Reply, "which is not in the protocol"};
}

/// What the server says went wrong; a refused token's answer is not looked at.
std::string serverWords(const HttpReply& reply) {
  if (reply.status == 401 || reply.body.empty()) return "";
  try {
    const ReplyJson json = parseReply(reply.body, "error");
    if (json.is_object() && json.contains("error_msg") && json["error_msg"].is_string()) {
      return json["error_msg"].get<std::string>();
    }
    if (json.is_string()) return json.get<std::string>();
  } catch (const Error&) {
  }
  return reply.body.substr(0, 1000);
}

}  // namespace

std::string mediaType(const MediaType& type) {
  return fmt::format("application/vnd.dwave.{}+json; version={}.0.0", type.name, type.version);
}

bool isMediaType(std::string_view contentType, const MediaType& type) {
  const std::string wanted = fmt::format("application/vnd.dwave.{}+json", type.name);
  const std::string version = fmt::format("version={}", type.version);
  if (!contentType.starts_with(wanted)) return false;
  std::string_view rest = contentType.substr(wanted.size());
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';', 1), rest.size());
    std::string_view parameter = rest.substr(0, end);
    rest.remove_prefix(end);
    while (!parameter.empty() && (parameter[0] == ';' || parameter[0] == ' ')) {
      parameter.remove_prefix(1);
    }
    if (parameter == version || parameter.starts_with(version + ".")) return true;
  }
  return false;
}

CloudError failureOf(const HttpOutcome& outcome, const std::string& what, const Token& token) {
  if (!outcome.reply) {
    return CloudError(outcome.fault, token.hiddenIn(fmt::format("{}: {}.", what, outcome.problem)));
  }
  const HttpReply& reply = *outcome.reply;
  const Meaning meaning = meaningOf(reply.status);
  // Hidden before it is cut: half a secret would be recognised by nobody.
  const std::string words = cleaned(token.hiddenIn(serverWords(reply)));
  return CloudError(meaning.fault, token.hiddenIn(fmt::format(
                                       "{}: status {}: {}{}.", what, reply.status, meaning.words,
                                       words.empty() ? "" : fmt::format(" (\"{}\")", words))));
}

ReplyJson replyJson(const HttpOutcome& outcome, const MediaType& type, const std::string& what,
                    const Token& token) {
  if (!outcome.reply || outcome.reply->status < 200 || outcome.reply->status > 299) {
    throw failureOf(outcome, what, token);
  }
  if (!isMediaType(outcome.reply->contentType, type)) {
    throw CloudError(CloudFault::Reply,
                     token.hiddenIn(fmt::format("{}: the answer is of type \"{}\", not {}; is the "
                                                "endpoint D-Wave's?",
                                                what, cleaned(outcome.reply->contentType, 100),
                                                mediaType(type))));
  }
  try {
    return parseReply(outcome.reply->body, what);
  } catch (const CloudError& error) {
    throw CloudError(CloudFault::Reply, token.hiddenIn(error.what()));
  }
}

}  // namespace nudge
