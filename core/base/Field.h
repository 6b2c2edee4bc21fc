#pragma once

#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace nudge {

using Json = nlohmann::ordered_json;

enum class FieldType { Integer, Number, Integers, Numbers, Text, Choice, Flag };

/// One of the values that a Choice field can take.
struct FieldChoice {
  std::string value;  ///< as in files
  std::string label;  ///< for people
  std::string help;
};

/// What is known of one setting, whatever struct it lives in. The window's forms, the JSON reader
/// with its checks, `--set key=value` and the reference page are all made from these.
struct FieldInfo {
  std::string key;        ///< as in files and after --set: "learning.beta"
  std::string label;      ///< in words: "Nudging factor"
  std::string symbol;     ///< as in equations: "β"; may be empty
  std::string unit;       ///< "steps", "epochs", ...; may be empty
  std::string help;       ///< one line
  std::string reference;  ///< equation, algorithm or table of the thesis; may be empty
  FieldType type = FieldType::Number;
  double minimum = -std::numeric_limits<double>::infinity();
  double maximum = std::numeric_limits<double>::infinity();
  bool openMinimum = false;          ///< the minimum itself is not allowed
  std::size_t longest = 64;          ///< most entries of a list
  bool live = false;                 ///< may change while a run goes on
  bool advanced = false;             ///< folded under "more" in a form
  std::vector<FieldChoice> choices;  ///< of a Choice

  FieldInfo& range(double low, double high) { return minimum = low, maximum = high, *this; }
  FieldInfo& above(double low, double high) { return openMinimum = true, range(low, high); }
  FieldInfo& in(std::string theUnit) { return unit = std::move(theUnit), *this; }
  FieldInfo& from(std::string source) { return reference = std::move(source), *this; }
  FieldInfo& changesLive() { return live = true, *this; }
  FieldInfo& folded() { return advanced = true, *this; }
  FieldInfo& upTo(std::size_t entries) { return longest = entries, *this; }

  /// "from 1 to 1,000", "greater than 0 and at most 10", ...: what would be right.
  std::string rangeInWords() const;
};

/// A setting of struct `Owner`.
template <class Owner>
struct Field : FieldInfo {
  std::function<Json(const Owner&)> get;
  std::function<void(Owner&, const FieldInfo&, const Json&)> store;

  /// Checks and stores; throws Error naming the key.
  void set(Owner& owner, const Json& value) const { store(owner, *this, value); }
};

template <class Owner>
using Fields = std::vector<Field<Owner>>;

/// Converts and checks a value against what the field allows; each throws Error naming the field.
double numberFrom(const FieldInfo& field, const Json& value);
long long integerFrom(const FieldInfo& field, const Json& value);
std::vector<double> numbersFrom(const FieldInfo& field, const Json& value);
std::vector<int> integersFrom(const FieldInfo& field, const Json& value);
std::string textFrom(const FieldInfo& field, const Json& value);
bool flagFrom(const FieldInfo& field, const Json& value);
std::size_t choiceFrom(const FieldInfo& field, const Json& value);

/// Text as typed after `--set key=` or into a form, read as the field's type: "0.3", "[1, 2]",
/// "1, 2", "bop". Throws Error naming the field.
Json valueFromText(const FieldInfo& field, const std::string& text);

/// Builds a table of fields, one call a field.
template <class Owner>
class FieldTable {
 public:
  FieldInfo& add(double Owner::*member, std::string key, std::string label, std::string symbol,
                 std::string help) {
    return append(
        FieldType::Number, std::move(key), std::move(label), std::move(symbol), std::move(help),
        [member](const Owner& owner) { return Json(owner.*member); },
        [member](Owner& owner, const FieldInfo& field, const Json& value) {
          owner.*member = numberFrom(field, value);
        });
  }
  template <class Whole>
  requires std::is_integral_v<Whole> &&
      (!std::is_same_v<Whole, bool>)FieldInfo& add(Whole Owner::*member, std::string key,
                                                   std::string label, std::string symbol,
                                                   std::string help) {
    return append(
        FieldType::Integer, std::move(key), std::move(label), std::move(symbol), std::move(help),
        [member](const Owner& owner) { return Json(owner.*member); },
        [member](Owner& owner, const FieldInfo& field, const Json& value) {
          owner.*member = static_cast<Whole>(integerFrom(field, value));
        });
  }
  FieldInfo& add(bool Owner::*member, std::string key, std::string label, std::string symbol,
                 std::string help) {
    return append(
        FieldType::Flag, std::move(key), std::move(label), std::move(symbol), std::move(help),
        [member](const Owner& owner) { return Json(owner.*member); },
        [member](Owner& owner, const FieldInfo& field, const Json& value) {
          owner.*member = flagFrom(field, value);
        });
  }
  FieldInfo& add(std::string Owner::*member, std::string key, std::string label, std::string help) {
    return append(
        FieldType::Text, std::move(key), std::move(label), "", std::move(help),
        [member](const Owner& owner) { return Json(owner.*member); },
        [member](Owner& owner, const FieldInfo& field, const Json& value) {
          owner.*member = textFrom(field, value);
        });
  }
  FieldInfo& add(std::vector<double> Owner::*member, std::string key, std::string label,
                 std::string symbol, std::string help) {
    return append(
        FieldType::Numbers, std::move(key), std::move(label), std::move(symbol), std::move(help),
        [member](const Owner& owner) { return Json(owner.*member); },
        [member](Owner& owner, const FieldInfo& field, const Json& value) {
          owner.*member = numbersFrom(field, value);
        });
  }
  FieldInfo& add(std::vector<int> Owner::*member, std::string key, std::string label,
                 std::string symbol, std::string help) {
    return append(
        FieldType::Integers, std::move(key), std::move(label), std::move(symbol), std::move(help),
        [member](const Owner& owner) { return Json(owner.*member); },
        [member](Owner& owner, const FieldInfo& field, const Json& value) {
          owner.*member = integersFrom(field, value);
        });
  }
  /// A choice; the enumerators count from 0 in the order of `choices`.
  template <class Enum>
  requires std::is_enum_v<Enum> FieldInfo& add(Enum Owner::*member, std::string key,
                                               std::string label, std::string help,
                                               std::vector<FieldChoice> choices) {
    FieldInfo& info = append(
        FieldType::Choice, std::move(key), std::move(label), "", std::move(help),
        [member, choices](const Owner& owner) {
          return Json(choices.at(static_cast<std::size_t>(owner.*member)).value);
        },
        [member](Owner& owner, const FieldInfo& field, const Json& value) {
          owner.*member = static_cast<Enum>(choiceFrom(field, value));
        });
    info.choices = std::move(choices);
    return info;
  }

  /// All fields of a member struct, their keys prefixed with "section.".
  template <class Part>
  void include(const std::string& section, Part Owner::*member, const Fields<Part>& parts) {
    addParts(section + ".", member, parts);
  }

  /// All fields of a member struct under their own keys.
  template <class Part>
  void takeIn(Part Owner::*member, const Fields<Part>& parts) {
    addParts("", member, parts);
  }

  Fields<Owner> take() && { return std::move(fields_); }

 private:
  template <class Part>
  void addParts(const std::string& prefix, Part Owner::*member, const Fields<Part>& parts) {
    for (const Field<Part>& part : parts) {
      Field<Owner> field;
      static_cast<FieldInfo&>(field) = part;
      field.key = prefix + part.key;
      field.get = [member, get = part.get](const Owner& owner) { return get(owner.*member); };
      field.store = [member, store = part.store](Owner& owner, const FieldInfo& info,
                                                 const Json& value) {
        store(owner.*member, info, value);
      };
      fields_.push_back(std::move(field));
    }
  }

  // NOLINTBEGIN(performance-unnecessary-value-param): all are moved from.
  FieldInfo& append(FieldType type, std::string key, std::string label, std::string symbol,
                    std::string help, std::function<Json(const Owner&)> get,
                    std::function<void(Owner&, const FieldInfo&, const Json&)> store) {
    Field<Owner>& field = fields_.emplace_back();
    field.type = type;
    field.key = std::move(key);
    field.label = std::move(label);
    field.symbol = std::move(symbol);
    field.help = std::move(help);
    field.get = std::move(get);
    field.store = std::move(store);
    return field;
  }
  // NOLINTEND(performance-unnecessary-value-param)

  Fields<Owner> fields_;
};

}  // namespace nudge
