#include "app/shell/ManualPage.h"

#include <sstream>

#include <fmt/format.h>

#include "core/experiment/Experiment.h"

namespace nudge {

namespace {

/// Text as roff takes it: nothing in it is a command, and hyphens can be searched for and copied.
std::string roff(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

std::string bold(const std::string& text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(const std::string& text) { return "\\fI" + roff(text) + "\\fR"; }

/// Lines that begin with spaces are examples, to be kept as they are; empty ones end a paragraph.
std::string paragraphs(const std::string& text) {
  std::string out;
  bool example = false, begins = true;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const bool indented = line.starts_with("  ");
    if (indented != example) {
      out += indented ? ".PP\n.nf\n.RS 4\n" : ".RE\n.fi\n";
      begins = true;
    }
    example = indented;
    if (!line.empty()) {
      if (begins && !indented) out += ".PP\n";
      out += roff(indented ? line.substr(2) : line) + "\n";
    }
    begins = line.empty();
  }
  return example ? out + ".RE\n.fi\n" : out;
}

std::string synopsis(const CommandWords& command) {
  std::string line = bold(command.name);
  if (!command.options.empty()) line += " [" + italic("OPTIONS") + "]";
  for (const OptionWords& place : command.places) {
    const std::string name = italic(place.names.front()) + (place.many ? "…" : "");
    line += place.required ? " " + name : " [" + name + "]";
  }
  return line + "\n";
}

std::string entry(const OptionWords& option, bool place) {
  std::string term;
  for (const std::string& name : option.names)
    term += (term.empty() ? "" : ", ") + (place ? italic(name) : bold(name));
  if (!option.value.empty() && !(place && option.value == "TEXT"))
    term.append(" ").append(option.choices.words.empty() || option.choices.open
                                ? italic(option.value)
                                : roff(option.value));
  const std::string limits = option.limits.empty() ? "" : fmt::format(" ({})", option.limits);
  return fmt::format(".TP\n{}\n{}\n", term, roff(option.help + limits));
}

std::string entries(const CommandWords& command) {
  std::string out;
  for (const OptionWords& place : command.places) out += entry(place, true);
  for (const OptionWords& option : command.options) out += entry(option, false);
  return out;
}

std::string settings() {
  std::string out =
      ".SH SETTINGS\nWhat an experiment consists of, and what may follow " + bold("--set") + ".\n";
  for (const auto& field : Experiment::fields()) {
    const std::string range = field.rangeInWords();
    out += fmt::format(".TP\n{}\n{}{}\n", bold(field.key), roff(field.help),
                       range.empty() ? "" : " (" + roff(range) + ")");
  }
  return out;
}

constexpr const char* kSurroundings = R"(.SH EXIT STATUS
0: done. 1: failed. 2: wrong usage.
.SH ENVIRONMENT
.TP
\fBNUDGE_DATA\fR
A folder to look for data sets in, before the user's own.
.TP
\fBDWAVE_API_TOKEN\fR, \fBDWAVE_API_ENDPOINT\fR, \fBDWAVE_API_SOLVER\fR, …
An account of D\-Wave's cloud, as D\-Wave's own tools read it.
.SH FILES
.TP
\fI~/.local/share/nudge\fR
Data sets that were downloaded, and the runs of the window.
.TP
\fI~/.config/dwave/dwave.conf\fR
Accounts of D\-Wave's cloud.
)";

}  // namespace

std::string manualPage(const CommandWords& program) {
  std::string page = fmt::format(
      ".TH NUDGE 1 {} \"nudge {}\" \"User Commands\"\n.nh\n.ad l\n.SH NAME\n"
      "nudge \\- explorer for Equilibrium Propagation\n.SH SYNOPSIS\n",
      NUDGE_RELEASE_DATE, NUDGE_VERSION);
  page += bold("nudge") + " [" + italic("FILE") + "]\n.br\n" + bold("nudge") + " " +
          italic("COMMAND") + " …\n.SH DESCRIPTION\n" + roff(program.about) + ".\n" +
          paragraphs(program.footer) + ".SH OPTIONS\n" + entries(program) + ".SH COMMANDS\n";
  for (const CommandWords* command : everyCommand(program)) {
    if (command == &program) continue;
    page += ".SS " + roff(command->name) + "\n" + synopsis(*command) + ".PP\n" +
            roff(command->about) + ".\n" + entries(*command) + paragraphs(command->footer);
  }
  return page + settings() + kSurroundings;
}

}  // namespace nudge
