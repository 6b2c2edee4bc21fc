#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace nudge {

/// What may be typed at one place of a command line.
struct Choices {
  std::vector<std::string> words;
  bool files = false;
  bool folders = false;
  bool open = false;  ///< words are beginnings, like `beta=`: no space belongs after them

  bool empty() const { return words.empty() && !files && !folders; }
};

/// An option, or a place of a command, where the value stands by itself.
struct OptionWords {
  std::vector<std::string> names;  ///< "--out"; for a place, what help calls it
  std::string value;               ///< what help calls the value; empty for a flag
  std::string limits;              ///< "1 to 100", or empty
  std::string help;
  bool required = false;
  bool many = false;  ///< it may stand more than once
  Choices choices;    ///< of the value
};

/// A command as shells and manuals see it.
struct CommandWords {
  std::string name;  ///< "nudge data fetch"
  std::string about;
  std::string footer;
  std::vector<OptionWords> options;
  std::vector<OptionWords> places;
  std::vector<CommandWords> commands;

  /// The last word of its name.
  std::string word() const;
};

/// What is known of the command line `program`, its commands included.
CommandWords commandWords(const CLI::App& program);

/// `command` and all below it, each before its own.
std::vector<const CommandWords*> everyCommand(const CommandWords& command);

}  // namespace nudge
