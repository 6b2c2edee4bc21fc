#include "app/Report.h"

#include <memory>

#include <fmt/format.h>

#include <QString>

#include "app/Offscreen.h"
#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "widgets/ErrorPlot.h"
#include "widgets/FlipPlot.h"
#include "widgets/LossPlot.h"
#include "widgets/PlotExport.h"
#include "widgets/ScalingPlot.h"

namespace nudge {

namespace fs = std::filesystem;

namespace {

constexpr QSize kFigureSize(720, 440);
constexpr std::uintmax_t kLargestFigure = 64 << 20;

template <class Plot>
void drawFigure(const RunFolder& folder, const Run& run, const char* name,
                std::vector<fs::path>& figures) {
  Plot plot;
  plot.setEpochs(run.experiment().learning.epochs);
  plot.setHistory(run.epochs(), {});
  const fs::path path = folder.figures() / (std::string(name) + ".svg");
  savePlot(plot, QString::fromStdString(path.string()), kFigureSize);
  fs::path data = path;
  savePlot(plot, QString::fromStdString(data.replace_extension(".csv").string()), kFigureSize);
  figures.push_back(path);
}

std::string escaped(const std::string& text) {
  return QString::fromStdString(text).toHtmlEscaped().toStdString();
}

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

std::string epochsTable(const Run& run) {
  std::string text =
      "<table><tr><th>Epoch</th><th>Train error %</th><th>Test error %</th><th>Test, single output "
      "%</th>"
      "<th>Flip metric π per layer</th><th>Seconds</th></tr>\n";
  for (const EpochMetrics& epoch : run.epochs()) {
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

std::string changesTable(const Run& run) {
  if (run.changes().empty()) return {};
  std::string rows;
  for (const Change& change : run.changes()) {
    rows += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                        change.place.epoch + 1, change.place.miniBatch,
                        escaped(Experiment::field(change.key).label), escaped(change.from.dump()),
                        escaped(change.to.dump()));
  }
  return "<h2>Changed while it ran</h2>\n<table><tr><th>In epoch</th><th>After mini-batch</th>"
         "<th>Setting</th><th>From</th><th>To</th></tr>\n" +
         rows + "</table>\n";
}

std::string headline(const Run& run) {
  const int planned = run.experiment().learning.epochs;
  if (run.epochs().empty()) return "<p>No epoch is finished yet.</p>\n";
  const EpochMetrics& last = run.epochs().back();
  return fmt::format(
      "<p class=\"headline\">{:.2f} % test error after {} of {} epochs "
      "({:.2f} % on the training samples).</p>\n",
      last.testError, last.epoch, planned, last.trainError);
}

constexpr const char* kStyle =
    "body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 "
    "1rem;color:#222;background:#fff}"
    "table{border-collapse:collapse;margin:1rem 0}td,th{border-bottom:1px solid "
    "#ddd;padding:.25rem .75rem;"
    "text-align:left}.headline{font-size:1.3rem}svg{max-width:100%;height:auto}";

}  // namespace

std::vector<fs::path> writeReport(const RunFolder& folder, const Run& run) {
  const Offscreen offscreen;
  fs::create_directories(folder.figures());
  std::vector<fs::path> figures;
  drawFigure<ErrorPlot>(folder, run, "error", figures);
  drawFigure<LossPlot>(folder, run, "loss", figures);
  drawFigure<FlipPlot>(folder, run, "flips", figures);
  if (run.experiment().network.weights == WeightKind::Binary) {
    drawFigure<ScalingPlot>(folder, run, "scaling", figures);
  }
  const Experiment& experiment = run.experiment();
  std::string page = fmt::format(
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
      "<title>{0}</title><style>{1}</style></head><body>\n<h1>{0}</h1>\n<p>{2}</p>\n",
      escaped(experiment.name), kStyle, escaped(experiment.about));
  page += headline(run);
  for (const fs::path& figure : figures) {
    const std::string svg = readFile(figure, kLargestFigure);
    page += "<figure>" + svg.substr(std::min(svg.size(), svg.find("<svg"))) + "</figure>\n";
  }
  page += "<h2>Epochs</h2>\n" + epochsTable(run) + changesTable(run) + "<h2>Settings</h2>\n" +
          settingsTable(experiment);
  page += "</body></html>\n";
  writeFileAtomically(folder.report(), page);
  return figures;
}

}  // namespace nudge
