#include "core/ising/BqmFile.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <set>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/StrictJson.h"
#include "core/ising/Qubo.h"

namespace nudge {

namespace {

/// The bytes that base64 text stands for. Throws Error naming `where`.
std::string decodeBase64(const std::string& text, const std::string& where) {
  constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto fail = [&] { throw Error(where + ": is no base64 text; it may be cut off."); };
  if (text.size() % 4 != 0) fail();
  std::string bytes;
  std::uint32_t bits = 0;
  std::size_t padding = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t digit = kAlphabet.find(text[at]);
    if (text[at] == '=' && at + 2 >= text.size()) {
      ++padding;
    } else if (digit == std::string_view::npos || padding > 0) {
      fail();
    }
    bits = bits << 6 | (text[at] == '=' ? 0 : static_cast<std::uint32_t>(digit));
    if (at % 4 != 3) continue;
    for (const int shift : {16, 8, 0}) bytes += static_cast<char>(bits >> shift & 0xFF);
    bits = 0;
  }
  bytes.resize(bytes.size() - padding);
  return bytes;
}

template <class T>
std::vector<double> numbersIn(const std::string& bytes, const std::string& where) {
  if (bytes.size() % sizeof(T) != 0) {
    throw Error(fmt::format("{}: holds {} bytes, which are no whole {}-byte numbers.", where,
                            bytes.size(), sizeof(T)));
  }
  std::vector<double> values;
  for (std::size_t at = 0; at < bytes.size(); at += sizeof(T)) {
    std::array<char, sizeof(T)> raw;
    std::memcpy(raw.data(), bytes.data() + at, sizeof(T));
    if constexpr (std::endian::native == std::endian::big) std::reverse(raw.begin(), raw.end());
    T value;
    std::memcpy(&value, raw.data(), sizeof(T));
    values.push_back(static_cast<double>(value));
  }
  return values;
}

std::vector<double> fromBytes(const std::string& bytes, const std::string& type,
                              const std::string& where) {
  if (type == "float64") return numbersIn<double>(bytes, where);
  if (type == "float32") return numbersIn<float>(bytes, where);
  if (type == "int8") return numbersIn<std::int8_t>(bytes, where);
  if (type == "int16") return numbersIn<std::int16_t>(bytes, where);
  if (type == "int32") return numbersIn<std::int32_t>(bytes, where);
  if (type == "int64") return numbersIn<std::int64_t>(bytes, where);
  if (type == "uint8") return numbersIn<std::uint8_t>(bytes, where);
  if (type == "uint16") return numbersIn<std::uint16_t>(bytes, where);
  if (type == "uint32") return numbersIn<std::uint32_t>(bytes, where);
  if (type == "uint64") return numbersIn<std::uint64_t>(bytes, where);
  throw Error(
      fmt::format("{}: the type of numbers \"{}\" is unknown; it can be float32, float64, "
                  "int8 to int64 or uint8 to uint64.",
                  where, type));
}

class BqmReader {
 public:
  BqmReader(std::string_view text, const std::string& name)
      : name_(name), json_(parseJson(text, name)) {}

  IsingProblem read() {
    checkKind();
    Qubo values;
    values.labels = labels();
    values.linear = vector("linear_biases", "bias_type");
    readQuadratic(values);
    checkCount("num_variables", values.linear.size());
    checkCount("num_interactions", values.quadratic.size());
    if (json_.contains("offset")) values.offset = offset();
    const std::string type = text("variable_type");
    if (type != "SPIN" && type != "BINARY") {
      fail("variable_type", fmt::format("is \"{}\"; it can be SPIN or BINARY.", type));
    }
    try {
      if (type == "BINARY") return isingOf(values);
      return IsingProblem(std::move(values.linear), std::move(values.quadratic), values.offset,
                          std::move(values.labels));
    } catch (const Error& error) {
      throw Error(name_ + ": " + error.what());
    }
  }

 private:
  [[noreturn]] void fail(const std::string& key, const std::string& what) const {
    throw Error(fmt::format("{}: \"{}\" {}", name_, key, what));
  }

  const Json& at(const std::string& key) const {
    if (!json_.contains(key)) {
      throw Error(fmt::format("{}: has no \"{}\"; a BQM as dimod's to_serializable makes it does.",
                              name_, key));
    }
    return json_[key];
  }

  std::string text(const std::string& key) const {
    if (!at(key).is_string()) fail(key, "must be a text.");
    return at(key).get<std::string>();
  }

  void checkKind() const {
    if (!json_.is_object() || !json_.contains("type") || json_["type"] != "BinaryQuadraticModel") {
      throw Error(name_ +
                  ": is no problem; it needs \"type\": \"BinaryQuadraticModel\", as dimod's "
                  "to_serializable writes it.");
    }
    const Json& version = at("version");
    if (!version.is_object() || !version.contains("bqm_schema") ||
        version["bqm_schema"] != "3.0.0") {
      fail("version",
           "must be {\"bqm_schema\": \"3.0.0\"}; write the file with dimod 0.8 or newer.");
    }
  }

  void checkCount(const std::string& key, std::size_t found) const {
    if (!json_.contains(key)) return;
    if (!json_[key].is_number_unsigned() || json_[key].get<std::uint64_t>() != found) {
      fail(key, fmt::format("is {}, but {} were found; the file may be cut off.",
                            json_[key].dump().substr(0, 40), found));
    }
  }

  double offset() const {
    const Json& value = json_["offset"];
    if (value.is_number()) return value.get<double>();
    fail("offset", "must be a number.");
  }

  std::vector<std::string> labels() const {
    if (!json_.contains("variable_labels")) return {};
    const Json& list = json_["variable_labels"];
    if (!list.is_array()) fail("variable_labels", "must be a list.");
    std::vector<std::string> labels;
    std::set<std::string> seen;
    bool numbered = true;
    for (const Json& label : list) {
      if (!label.is_string() && !label.is_number_integer() && !label.is_array()) {
        fail("variable_labels", "holds something else than texts, whole numbers and lists.");
      }
      numbered = numbered && label.is_number_integer() && label == labels.size();
      labels.push_back(label.is_string() ? label.get<std::string>() : label.dump());
      if (!seen.insert(labels.back()).second) {
        fail("variable_labels", fmt::format("holds {} twice.", labels.back().substr(0, 40)));
      }
    }
    return numbered ? std::vector<std::string>() : labels;
  }

  /// A vector of numbers under `key`; where it is made of bytes, `typeKey` says of which.
  std::vector<double> vector(const std::string& key, const std::string& typeKey) const {
    const std::string where = fmt::format("{}: \"{}\"", name_, key);
    const Json* list = &at(key);
    std::string type = json_.contains(typeKey) ? text(typeKey) : "float64";
    if (list->is_object()) {
      const Json& array = *list;
      if (!array.contains("data") || !array.contains("data_type") ||
          !array["data_type"].is_string()) {
        fail(key, "needs \"data\" and \"data_type\", as dimod writes arrays.");
      }
      type = array["data_type"].get<std::string>();
      list = &array["data"];
    }
    if (list->is_string()) {
      return fromBytes(decodeBase64(list->get<std::string>(), where), type, where);
    }
    if (!list->is_array()) fail(key, "must be a list of numbers, or base64 text.");
    std::vector<double> values;
    values.reserve(list->size());
    for (const Json& value : *list) {
      if (!value.is_number()) {
        fail(key,
             fmt::format("has {} in place {}; only numbers can stand there.",
                         value.dump(-1, ' ', true, Json::error_handler_t::replace).substr(0, 40),
                         values.size()));
      }
      values.push_back(value.get<double>());
    }
    return values;
  }

  void readQuadratic(Qubo& values) const {
    const std::vector<double> biases = vector("quadratic_biases", "bias_type");
    const std::vector<double> heads = vector("quadratic_head", "index_type");
    const std::vector<double> tails = vector("quadratic_tail", "index_type");
    if (heads.size() != biases.size() || tails.size() != biases.size()) {
      throw Error(
          fmt::format("{}: {} quadratic biases have {} heads and {} tails; they must be as "
                      "many.",
                      name_, biases.size(), heads.size(), tails.size()));
    }
    values.quadratic.reserve(biases.size());
    for (std::size_t k = 0; k < biases.size(); ++k) {
      values.quadratic.push_back(
          {index(heads[k], "quadratic_head", k), index(tails[k], "quadratic_tail", k), biases[k]});
    }
  }

  std::int32_t index(double value, const char* key, std::size_t place) const {
    if (!(value >= 0) || value > std::numeric_limits<std::int32_t>::max() ||
        value != std::floor(value)) {
      fail(key, fmt::format("has {} in place {}; variables are numbered from 0.", value, place));
    }
    return static_cast<std::int32_t>(value);
  }

  const std::string& name_;
  const Json json_;
};

}  // namespace

IsingProblem parseBqm(std::string_view text, const std::string& name) {
  return BqmReader(text, name).read();
}

void writeBqm(const IsingProblem& problem, std::ostream& out) {
  Json json;
  json["type"] = "BinaryQuadraticModel";
  json["version"] = {{"bqm_schema", "3.0.0"}};
  json["use_bytes"] = false;
  json["index_type"] = "int32";
  json["bias_type"] = "float64";
  json["num_variables"] = problem.spins();
  json["num_interactions"] = problem.couplings().size();
  Json labels = Json::array(), biases = Json::array(), heads = Json::array(), tails = Json::array();
  for (std::size_t i = 0; i < problem.spins(); ++i) {
    labels.push_back(problem.labels().empty() ? Json(i) : Json(problem.label(i)));
  }
  for (const Coupling& c : problem.couplings()) {
    biases.push_back(c.value);
    heads.push_back(c.i);
    tails.push_back(c.j);
  }
  json["variable_labels"] = std::move(labels);
  json["variable_type"] = "SPIN";
  json["offset"] = problem.offset();
  json["info"] = Json::object();
  json["linear_biases"] = std::vector<double>(problem.fields().begin(), problem.fields().end());
  json["quadratic_biases"] = std::move(biases);
  json["quadratic_head"] = std::move(heads);
  json["quadratic_tail"] = std::move(tails);
  out << json.dump(-1, ' ', true, Json::error_handler_t::replace) << '\n';
}

}  // namespace nudge
