#include "core/base/Field.h"

#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/Error.h"
#include "core/base/Text.h"

namespace nudge {

namespace {

std::string shown(const Json& value) {
  std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (text.size() > 60) text = text.substr(0, 57) + "...";
  return text;
}

[[noreturn]] void refuse(const FieldInfo& field, const Json& value, const std::string& right) {
  throw Error(fmt::format("{}: {} is not allowed; it must be {}.", field.key, shown(value), right));
}

std::string kindInWords(FieldType type) {
  switch (type) {
    case FieldType::Integer:
      return "a whole number";
    case FieldType::Number:
      return "a number";
    case FieldType::Integers:
      return "a list of whole numbers";
    case FieldType::Numbers:
      return "a list of numbers";
    case FieldType::Text:
      return "a text";
    case FieldType::Choice:
      return "one of its choices";
    case FieldType::Flag:
      return "true or false";
  }
  return "a value";
}

std::string right(const FieldInfo& field) {
  const std::string range = field.rangeInWords();
  return kindInWords(field.type) + (range.empty() ? "" : " " + range);
}

double checkedNumber(const FieldInfo& field, const Json& whole, const Json& value) {
  if (!value.is_number()) refuse(field, whole, right(field));
  const double number = value.get<double>();
  const bool below = field.openMinimum ? !(number > field.minimum) : !(number >= field.minimum);
  if (!std::isfinite(number) || below || !(number <= field.maximum)) {
    refuse(field, whole, right(field));
  }
  return number;
}

long long checkedInteger(const FieldInfo& field, const Json& whole, const Json& value) {
  // A float such as 1e3 is taken when it is whole and exact.
  const double number = checkedNumber(field, whole, value);
  if (value.is_number_float() && (number != std::floor(number) || std::abs(number) > 0x1p53)) {
    refuse(field, whole, right(field));
  }
  if (value.is_number_unsigned() &&
      value.get<unsigned long long>() > std::numeric_limits<long long>::max()) {
    refuse(field, whole, right(field));
  }
  return value.is_number_float() ? static_cast<long long>(number) : value.get<long long>();
}

/// A lone number stands for a list of one, so that "gamma": 0.001 means all layers.
template <class Value, class Check>
std::vector<Value> checkedList(const FieldInfo& field, const Json& value, Check check) {
  std::vector<Value> list;
  if (!value.is_array()) {
    list.push_back(static_cast<Value>(check(field, value, value)));
    return list;
  }
  if (value.size() > field.longest) {
    refuse(field, value, fmt::format("a list of at most {} entries", field.longest));
  }
  for (const Json& entry : value) list.push_back(static_cast<Value>(check(field, value, entry)));
  return list;
}

}  // namespace

std::string FieldInfo::rangeInWords() const {
  const bool low = std::isfinite(minimum);
  const bool high = std::isfinite(maximum);
  if (low && high && openMinimum)
    return fmt::format("greater than {} and at most {}", minimum, maximum);
  if (low && high) return fmt::format("from {} to {}", minimum, maximum);
  if (low && openMinimum) return fmt::format("greater than {}", minimum);
  if (low) return fmt::format("of at least {}", minimum);
  if (high) return fmt::format("of at most {}", maximum);
  return "";
}

double numberFrom(const FieldInfo& field, const Json& value) {
  return checkedNumber(field, value, value);
}

long long integerFrom(const FieldInfo& field, const Json& value) {
  return checkedInteger(field, value, value);
}

std::vector<double> numbersFrom(const FieldInfo& field, const Json& value) {
  return checkedList<double>(field, value, checkedNumber);
}

std::vector<int> integersFrom(const FieldInfo& field, const Json& value) {
  return checkedList<int>(field, value, checkedInteger);
}

std::string textFrom(const FieldInfo& field, const Json& value) {
  if (!value.is_string()) refuse(field, value, "a text");
  std::string text = value.get<std::string>();
  if (text.size() > 4096) refuse(field, value, "a text of at most 4096 bytes");
  return text;
}

bool flagFrom(const FieldInfo& field, const Json& value) {
  if (!value.is_boolean()) refuse(field, value, "true or false");
  return value.get<bool>();
}

std::size_t choiceFrom(const FieldInfo& field, const Json& value) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < field.choices.size(); ++i) {
    if (value.is_string() && value.get<std::string>() == field.choices[i].value) return i;
    names.push_back("\"" + field.choices[i].value + "\"");
  }
  refuse(field, value, fmt::format("one of {}", fmt::join(names, ", ")));
}

Json valueFromText(const FieldInfo& field, const std::string& text) {
  const std::string bare(trimmed(text, " \t"));
  if (field.type == FieldType::Text) return Json(text);
  if (field.type == FieldType::Choice) return Json(bare);
  std::string candidate = bare;
  const bool list = field.type == FieldType::Integers || field.type == FieldType::Numbers;
  if (list && !bare.starts_with('[')) candidate = "[" + bare + "]";
  Json value = Json::parse(candidate, nullptr, false);
  if (value.is_discarded()) refuse(field, Json(text), right(field));
  return value;
}

}  // namespace nudge
