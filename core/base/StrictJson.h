#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/Field.h"

namespace nudge {

/// Parses JSON from outside. Beyond the grammar it refuses keys that stand twice in an object and
/// nesting deeper than 64, which only hostile or damaged files have. Throws Error with `where`, the
/// line and the column.
Json parseJson(std::string_view text, const std::string& where);

/// What a document of the project says of itself in "format" and "version".
struct DocumentFormat {
  std::string_view what;    ///< for people: "experiment"
  std::string_view format;  ///< "nudge-experiment"
  int version = 1;          ///< the newest that this program reads
};

/// Throws Error naming `where` unless the document is an object of this format, in no newer
/// version.
void checkFormat(const Json& document, const DocumentFormat& format, const std::string& where);

/// Throws the Error of unknownKey for a key of the object that is not among `known`.
void checkKeys(const Json& object, const std::vector<std::string>& known, const std::string& where);

/// Throws the Error of a key that nobody knows, with the nearest known one.
[[noreturn]] void unknownKey(const std::string& where, const std::string& key,
                             const std::vector<std::string>& known);

}  // namespace nudge
