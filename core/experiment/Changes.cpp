#include "core/experiment/Changes.h"

#include <array>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/StrictJson.h"

namespace nudge {

namespace {

constexpr std::array kKeys{"epoch", "mini_batch", "test_piece", "setting", "from", "to"};

int countFrom(const Json& line, const char* key) {
  const Json& value = line.at(key);
  if (!value.is_number_unsigned() || value.get<std::uint64_t>() > 1'000'000'000)
    throw Error(fmt::format("\"{}\" must be a number that counts something", key));
  return value.get<int>();
}

Change changeFrom(const Json& line) {
  if (!line.is_object() || line.size() != kKeys.size())
    throw Error(fmt::format("must be an object of {}", fmt::join(kKeys, ", ")));
  for (const char* key : kKeys) {
    if (!line.contains(key)) throw Error(fmt::format("has no \"{}\"", key));
  }
  Change change;
  change.place = {countFrom(line, "epoch"), countFrom(line, "mini_batch"),
                  countFrom(line, "test_piece")};
  if (!line["setting"].is_string()) throw Error("\"setting\" must be the key of a setting");
  const auto& field = Experiment::field(line["setting"].get<std::string>());
  if (!field.live) throw Error(fmt::format("{} cannot change while a run goes on", field.key));
  change.key = field.key;
  Experiment scratch;  // whose setters check types and ranges
  field.set(scratch, line["from"]);
  change.from = field.get(scratch);
  field.set(scratch, line["to"]);
  change.to = field.get(scratch);
  return change;
}

}  // namespace

std::vector<Change> changesBetween(const Experiment& before, const Experiment& after,
                                   const RunPlace& place) {
  std::vector<Change> changes;
  for (const auto& field : Experiment::fields()) {
    if (field.key == "name" || field.key == "about") continue;
    Json from = field.get(before);
    Json to = field.get(after);
    if (from == to) continue;
    if (!field.live) {
      throw Error(fmt::format("{}: cannot change while a run goes on; restart the run to use it.",
                              field.key));
    }
    changes.push_back({place, field.key, std::move(from), std::move(to)});
  }
  return changes;
}

void record(std::vector<Change>& changes, Change change) {
  for (auto it = changes.rbegin(); it != changes.rend() && it->place == change.place; ++it) {
    if (it->key != change.key) continue;
    it->to = std::move(change.to);
    if (it->to == it->from) changes.erase(std::next(it).base());
    return;
  }
  changes.push_back(std::move(change));
}

std::string changesText(const std::vector<Change>& changes) {
  std::string text;
  for (const Change& change : changes) {
    Json line;
    line["epoch"] = change.place.epoch;
    line["mini_batch"] = change.place.miniBatch;
    line["test_piece"] = change.place.testPiece;
    line["setting"] = change.key;
    line["from"] = change.from;
    line["to"] = change.to;
    text += line.dump() + '\n';
  }
  return text;
}

std::vector<Change> readChanges(std::string_view text, const std::string& where) {
  std::vector<Change> changes;
  for (int number = 1; !text.empty(); ++number) {
    const auto fail = [&](const std::string& what) {
      throw Error(
          fmt::format("{}: line {}: {}. Mend the line, or remove it to do without the "
                      "change.",
                      where, number, what));
    };
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) fail("is cut off");
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    try {
      changes.push_back(changeFrom(parseJson(line, "JSON")));
    } catch (const Error& error) {
      std::string what = error.what();
      if (what.ends_with('.')) what.pop_back();
      fail(what);
    }
    if (changes.size() > 1 && changes.back().place < changes[changes.size() - 2].place)
      fail("lies before the line above");
  }
  return changes;
}

}  // namespace nudge
