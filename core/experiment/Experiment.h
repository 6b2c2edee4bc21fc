#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Field.h"
#include "core/data/DataSettings.h"
#include "core/learning/LearningSettings.h"
#include "core/machine/MachineSettings.h"
#include "core/network/NetworkSpec.h"

namespace nudge {

/// Everything needed to repeat a run: a JSON document, *.nudge.
struct Experiment {
  std::string name = "untitled";
  std::string about;  ///< a line for people
  std::int64_t seed = 1;
  NetworkSpec network;
  MachineSettings machine;
  LearningSettings learning;
  DataSettings data;

  bool operator==(const Experiment&) const = default;

  /// All settings, their keys as in files: "seed", "network.layers", "learning.beta", …
  static const Fields<Experiment>& fields();
  /// The field with this key, or with this last part of a key ("beta") where only one has it.
  /// Throws Error naming the nearest known key.
  static const Field<Experiment>& field(const std::string& key);

  /// What keeps a network of this experiment from settling on any input, a sentence each.
  std::vector<std::string> settleProblems() const;
  /// What keeps samples of the data from being this network's inputs.
  std::vector<std::string> dataProblems() const;
  /// What keeps the experiment from running: both, and that there is no nudge.
  /// Empty when it can run.
  std::vector<std::string> problems() const;

  /// The document as text; the same experiment gives the same bytes.
  std::string toText() const;
  /// Reads a document; keys that are not there keep their defaults. Throws Error naming `where` and
  /// the key: not JSON, another format, a newer version, unknown keys (with the nearest known one),
  /// wrong types, out-of-range numbers. Problems of the whole are not checked here.
  static Experiment fromText(std::string_view text, const std::string& where);

  static constexpr std::uintmax_t kLargest = 1 << 20;  ///< bytes that a document can have

  void save(const std::filesystem::path& path) const;
  static Experiment load(const std::filesystem::path& path);
};

/// The samples that an experiment asks for, digits drawn from its seed; otherwise as
/// loadDataset(settings, seed, stop).
Dataset loadDataset(const Experiment& experiment, const std::stop_token& stop = {});

/// Throws Error with the problems, if there are any; `where` names the document.
void refuse(const std::vector<std::string>& problems, const std::string& where);

}  // namespace nudge
