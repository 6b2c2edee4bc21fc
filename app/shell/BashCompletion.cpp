#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/shell/Completions.h"

namespace nudge {

namespace {

/// What the rest of the script reads: the command, how many places are taken, the word to complete
/// and the one before it. Bash splits words at "=".
constexpr const char* kBegin =
    R"(# Completions of nudge for bash, written by `nudge completion bash`.
_nudge() {
  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
  if [[ $current == "=" ]]; then
    current=
  elif [[ $before == "=" ]]; then
    before=${COMP_WORDS[COMP_CWORD-2]}
  fi
  local command=nudge place=0 i word
  for ((i = 1; i < COMP_CWORD; ++i)); do
    word=${COMP_WORDS[i]}
    case "$command $word" in
)";

constexpr const char* kSkip = R"()
        [[ ${COMP_WORDS[i+1]} == "=" ]] && ((++i))
        ((++i)) ;;
      *" -"*) ;;
      *) ((++place)) ;;
    esac
  done
  local words= files= folders= open=
  case "$command $before" in
)";

constexpr const char* kPlaces = R"(    *)
      if [[ $current == -* ]]; then
        case "$command" in
)";

constexpr const char* kElse = R"(        esac
      else
        case "$command $place" in
)";

constexpr const char* kEnd = R"(        esac
      fi ;;
  esac
  mapfile -t COMPREPLY < <(
    compgen -W "$words" -- "$current"
    [[ $files ]] && compgen -f -- "$current"
    [[ $folders ]] && compgen -d -- "$current"
  )
  [[ $files$folders ]] && compopt -o filenames 2>/dev/null
  [[ $open ]] && compopt -o nospace 2>/dev/null
  return 0
}
complete -F _nudge nudge
)";

std::string set(const Choices& choices) {
  std::string out =
      choices.words.empty() ? "" : fmt::format(" words=\"{}\"", fmt::join(choices.words, " "));
  if (choices.files) out += " files=1";
  if (choices.folders) out += " folders=1";
  if (choices.open) out += " open=1";
  return out.empty() ? " words=" : out;
}

std::vector<std::string> words(const std::vector<CommandWords>& commands) {
  std::vector<std::string> all;
  all.reserve(commands.size());
  for (const CommandWords& command : commands) all.push_back(command.word());
  return all;
}

/// "nudge train --out" | …: the command and a name of the option.
std::string patterns(const CommandWords& command, const OptionWords& option) {
  std::vector<std::string> all;
  for (const std::string& name : option.names)
    all.push_back(fmt::format("\"{} {}\"", command.name, name));
  return fmt::format("{}", fmt::join(all, " | "));
}

std::string optionNames(const CommandWords& command) {
  std::vector<std::string> all;
  for (const OptionWords& option : command.options)
    all.insert(all.end(), option.names.begin(), option.names.end());
  return fmt::format("{}", fmt::join(all, " "));
}

std::string placeCases(const CommandWords& command) {
  std::string out;
  const std::size_t count = std::max<std::size_t>(command.places.size(), 1);
  for (std::size_t i = 0; i < count; ++i) {
    Choices choices = i < command.places.size() ? command.places[i].choices : Choices();
    if (i == 0) {
      const std::vector<std::string> below = words(command.commands);
      choices.words.insert(choices.words.begin(), below.begin(), below.end());
    }
    if (choices.empty()) continue;
    const bool many = i < command.places.size() && command.places[i].many;
    out += fmt::format("          \"{} \"{})\n           {} ;;\n", command.name,
                       many ? "*" : std::to_string(i), set(choices));
  }
  return out;
}

}  // namespace

std::string bashCompletion(const CommandWords& program) {
  std::string enter, skip, values, options, places;
  for (const CommandWords* command : everyCommand(program)) {
    for (const CommandWords& below : command->commands)
      enter += fmt::format("      \"{}\") command=\"{}\" place=0 ;;\n", below.name, below.name);
    for (const OptionWords& option : command->options) {
      if (option.value.empty()) continue;
      skip += (skip.empty() ? "      " : " | \\\n      ") + patterns(*command, option);
      values +=
          fmt::format("    {})\n     {} ;;\n", patterns(*command, option), set(option.choices));
    }
    options +=
        fmt::format("          \"{}\") words=\"{}\" ;;\n", command->name, optionNames(*command));
    places += placeCases(*command);
  }
  return kBegin + enter + skip + kSkip + values + kPlaces + options + kElse + places + kEnd;
}

}  // namespace nudge
