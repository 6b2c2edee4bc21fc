#pragma once

#include <string>
#include <string_view>

#include "core/base/Field.h"

namespace nudge {

/// Parses JSON from outside. Beyond the grammar it refuses keys that stand twice in an object and
/// nesting deeper than 64, which only hostile or damaged files have. Throws Error with `where`, the
/// line and the column.
Json parseJson(std::string_view text, const std::string& where);

}  // namespace nudge
