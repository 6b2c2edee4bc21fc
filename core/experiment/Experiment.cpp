#include "core/experiment/Experiment.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "core/base/StrictJson.h"

namespace nudge {

namespace {

constexpr DocumentFormat kFormat{"experiment", "nudge-experiment", 1};

std::vector<std::string> keysBelow(const std::string& prefix) {
  std::vector<std::string> keys;
  for (const auto& field : Experiment::fields()) {
    if (field.key.starts_with(prefix)) keys.push_back(field.key.substr(prefix.size()));
  }
  return keys;
}

const Field<Experiment>* findField(const std::string& key) {
  for (const auto& field : Experiment::fields()) {
    if (field.key == key) return &field;
  }
  return nullptr;
}

bool isSection(const std::string& key) { return !keysBelow(key + ".").empty(); }

void readField(Experiment& experiment, const Field<Experiment>& field, const Json& value,
               const std::string& where) {
  try {
    field.set(experiment, value);
  } catch (const Error& error) {
    throw Error(fmt::format("{}: {}", where, error.what()));
  }
}

void readSection(Experiment& experiment, const std::string& section, const Json& values,
                 const std::string& where) {
  if (!values.is_object()) {
    throw Error(fmt::format("{}: \"{}\" must be an object of settings in braces.", where, section));
  }
  for (const auto& [key, value] : values.items()) {
    const Field<Experiment>* field = findField(fmt::format("{}.{}", section, key));
    if (field == nullptr)
      unknownKey(fmt::format("{}: {}", where, section), key, keysBelow(section + "."));
    readField(experiment, *field, value, where);
  }
}

}  // namespace

const Fields<Experiment>& Experiment::fields() {
  static const Fields<Experiment> table = [] {
    FieldTable<Experiment> t;
    t.add(&Experiment::name, "name", "Name", "What the experiment is called");
    t.add(&Experiment::about, "about", "About", "A line on what it shows");
    t.add(&Experiment::seed, "seed", "Seed", "",
          "Fixes everything random: initial weights, order of samples, signs of β, drawn digits")
        .range(0, 0x1p53);
    t.include("network", &Experiment::network, NetworkSpec::fields());
    t.include("machine", &Experiment::machine, MachineSettings::fields());
    t.include("learning", &Experiment::learning, LearningSettings::fields());
    t.include("data", &Experiment::data, DataSettings::fields());
    return std::move(t).take();
  }();
  return table;
}

const Field<Experiment>& Experiment::field(const std::string& key) {
  if (const Field<Experiment>* exact = findField(key)) return *exact;
  const Field<Experiment>* found = nullptr;
  for (const auto& candidate : fields()) {
    if (!candidate.key.ends_with("." + key)) continue;
    if (found != nullptr) {
      throw Error(fmt::format("the setting \"{}\" could be {} or {}; write the whole key.", key,
                              found->key, candidate.key));
    }
    found = &candidate;
  }
  if (found == nullptr) {
    std::vector<std::string> known = keysBelow("");
    for (const std::string& whole : keysBelow("")) {
      const auto dot = whole.find('.');
      if (dot != std::string::npos) known.push_back(whole.substr(dot + 1));
    }
    const std::string nearest = nearestName(key, known);
    throw Error(
        fmt::format("the setting \"{}\" is unknown{}", key,
                    nearest.empty() ? "." : fmt::format("; did you mean \"{}\"?", nearest)));
  }
  return *found;
}

std::vector<std::string> Experiment::settleProblems() const {
  std::vector<std::string> found = network.problems();
  if (!found.empty()) return found;  // the other checks build on a sound network
  for (const auto& more : {machine.problems(network), learning.problems(network, machine)}) {
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

std::vector<std::string> Experiment::dataProblems() const {
  std::vector<std::string> found = data.problems();
  if (!network.problems().empty()) return found;
  if (network.inputs() != data.inputs()) {
    found.push_back(fmt::format(
        "network.layers: the network has {} inputs but a sample of the data has {} values; "
        "give the first layer {} neurons.",
        network.inputs(), data.inputs(), data.inputs()));
  } else if (network.convolutional() && network.shape(0) != data.imageShape()) {
    const MapShape shape = data.imageShape();
    found.push_back(fmt::format(
        "network.image: convolutions look at {} × {} × {} values but a sample of the data is "
        "{} × {} × {}; give it [{}, {}, {}].",
        network.image[0], network.image[1], network.image[2], shape.channels, shape.height,
        shape.width, shape.channels, shape.height, shape.width));
  }
  if (network.classes() != data.classes()) {
    found.push_back(fmt::format(
        "network.layers: the network tells {} classes apart but the data has {}; with {} "
        "outputs per class the last layer needs {} neurons.",
        network.classes(), data.classes(), network.perClass, data.classes() * network.perClass));
  }
  return found;
}

std::vector<std::string> Experiment::problems() const {
  std::vector<std::string> found = settleProblems();
  if (std::string why = whyNoNudge(learning.beta); !why.empty()) found.push_back(std::move(why));
  const std::vector<std::string> more = dataProblems();
  found.insert(found.end(), more.begin(), more.end());
  return found;
}

Dataset loadDataset(const Experiment& experiment, const std::stop_token& stop) {
  return loadDataset(experiment.data, static_cast<std::uint64_t>(experiment.seed), stop);
}

void refuse(const std::vector<std::string>& problems, const std::string& where) {
  if (!problems.empty()) throw Error(fmt::format("{}: {}", where, fmt::join(problems, "\n")));
}

std::string Experiment::toText() const {
  Json document = Json::object();
  document["format"] = kFormat.format;
  document["version"] = kFormat.version;
  for (const auto& field : fields()) {
    const auto dot = field.key.find('.');
    if (dot == std::string::npos) {
      document[field.key] = field.get(*this);
    } else {
      document[field.key.substr(0, dot)][field.key.substr(dot + 1)] = field.get(*this);
    }
  }
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Experiment Experiment::fromText(std::string_view text, const std::string& where) {
  const Json document = parseJson(text, where);
  checkFormat(document, kFormat, where);
  Experiment experiment;
  for (const auto& [key, value] : document.items()) {
    if (key == "format" || key == "version") continue;
    if (isSection(key)) {
      readSection(experiment, key, value, where);
    } else if (const Field<Experiment>* field = findField(key);
               field != nullptr && key.find('.') == std::string::npos) {
      readField(experiment, *field, value, where);
    } else {
      unknownKey(where, key, {"name", "about", "seed", "network", "machine", "learning", "data"});
    }
  }
  return experiment;
}

void Experiment::save(const std::filesystem::path& path) const {
  writeFileAtomically(path, toText());
}

Experiment Experiment::load(const std::filesystem::path& path) {
  return fromText(readFile(path, kLargest), path.string());
}

}  // namespace nudge
