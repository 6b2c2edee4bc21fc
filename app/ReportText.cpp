#include "app/ReportText.h"

#include <fmt/format.h>

#include <QString>

namespace nudge {

namespace {

std::string settingsTable(const Experiment& experiment) {
  std::string rows;
  for (const auto& field : Experiment::fields()) {
    const Json value = field.get(experiment);
    rows += fmt::format(
        "<tr><td>{}</td><td>{}</td><td><code>{}</code></td></tr>\n", escaped(field.label),
        escaped(value.is_string() ? value.get<std::string>() : value.dump()), escaped(field.key));
  }
  return "<table><tr><th>Setting</th><th>Value</th><th>Key</th></tr>\n" + rows + "</table>\n";
}

std::string epochsTable(const RunRecord& run) {
  std::string text =
      "<table><tr><th>Epoch</th><th>Train error %</th><th>Test error %</th><th>Test, single output "
      "%</th>"
      "<th>Flip metric π per layer</th><th>Seconds</th></tr>\n";
  for (const EpochMetrics& epoch : run.epochs) {
    std::string flips;
    for (const LayerMetrics& layer : epoch.layers)
      flips += fmt::format("{:.2f} ", layer.flipMetric);
    text += fmt::format(
        "<tr><td>{}</td><td>{:.2f}</td><td>{:.2f}</td><td>{:.2f}</td><td>{}</td><td>{:.1f}</td></"
        "tr>\n",
        epoch.epoch, epoch.trainError, epoch.testError, epoch.testErrorSingle, flips,
        epoch.seconds);
  }
  return text + "</table>\n";
}

std::string changesTable(const RunRecord& run) {
  if (run.changes.empty()) return {};
  std::string rows;
  for (const Change& change : run.changes) {
    rows += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                        change.place.epoch + 1, change.place.miniBatch,
                        escaped(Experiment::field(change.key).label), escaped(change.from.dump()),
                        escaped(change.to.dump()));
  }
  return "<h2>Changed while it ran</h2>\n<table><tr><th>In epoch</th><th>After mini-batch</th>"
         "<th>Setting</th><th>From</th><th>To</th></tr>\n" +
         rows + "</table>\n";
}

}  // namespace

std::string escaped(const std::string& text) {
  return QString::fromStdString(text).toHtmlEscaped().toStdString();
}

std::string reportHead(const RunRecord& run) {
  const std::string title = fmt::format("<h1>{}</h1>\n<p>{}</p>\n", escaped(run.experiment.name),
                                        escaped(run.experiment.about));
  const int planned = run.experiment.learning.epochs;
  if (run.epochs.empty()) return title + "<p>No epoch is finished yet.</p>\n";
  const EpochMetrics& last = run.epochs.back();
  return title + fmt::format(
                     "<p class=\"headline\">{:.2f} % test error after {} of {} epochs "
                     "({:.2f} % on the training samples).</p>\n",
                     last.testError, last.epoch, planned, last.trainError);
}

std::string reportTables(const RunRecord& run) {
  return "<h2>Epochs</h2>\n" + epochsTable(run) + changesTable(run) + "<h2>Settings</h2>\n" +
         settingsTable(run.experiment);
}

}  // namespace nudge
