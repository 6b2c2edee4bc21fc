#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/cloud/ChipSampler.h"
#include "core/cloud/CloudError.h"
#include "core/cloud/JobBoard.h"

namespace nudge {

/// The jobs of a request's body, each checked by itself: a state of the protocol for those that
/// the board took, {"error_code", "error_msg"} for the others, in their order. Throws CloudError
/// (Reply) where the body is no list of 1 to 20 objects.
Json submitAll(std::string_view body, const SolverIdentity& solver, const ChipSampler& sampler,
               JobBoard& board);

/// One element of the list. Throws CloudError for what is wrong with it. `label` is what it is
/// labelled.
ChipJob jobFrom(const ReplyJson& element, const SolverIdentity& solver, std::string& label);

/// {"error_code": code, "error_msg": message}.
Json errorJson(int code, const std::string& message);

/// The HTTP status that stands for a fault.
int statusOf(CloudFault fault);

/// "a,b,c" as a list; empty parts are left out.
std::vector<std::string> splitIds(const std::string& list);

}  // namespace nudge
