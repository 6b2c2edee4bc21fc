#include "app/Report.h"

#include <memory>

#include <fmt/format.h>

#include <QString>

#include "app/Offscreen.h"
#include "app/ReportPdf.h"
#include "app/ReportText.h"
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

constexpr std::uintmax_t kLargestFigure = 64 << 20;

template <class Plot>
void drawFigure(const RunFolder& folder, const RunRecord& run, const char* name,
                std::vector<fs::path>& figures) {
  Plot plot;
  plot.setEpochs(run.experiment.learning.epochs);
  plot.setHistory(run.epochs, {});
  const fs::path path = folder.figures() / (std::string(name) + ".svg");
  savePlot(plot, QString::fromStdString(path.string()), kReportFigureSize);
  fs::path data = path;
  savePlot(plot, QString::fromStdString(data.replace_extension(".csv").string()),
           kReportFigureSize);
  figures.push_back(path);
}

constexpr const char* kStyle =
    "body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 "
    "1rem;color:#222;background:#fff}"
    "table{border-collapse:collapse;margin:1rem 0}td,th{border-bottom:1px solid "
    "#ddd;padding:.25rem .75rem;"
    "text-align:left}.headline{font-size:1.3rem}svg{max-width:100%;height:auto}";

std::vector<fs::path> drawFigures(const RunFolder& folder, const RunRecord& run) {
  makeFolder(folder.figures());
  std::vector<fs::path> figures;
  drawFigure<ErrorPlot>(folder, run, "error", figures);
  drawFigure<LossPlot>(folder, run, "loss", figures);
  drawFigure<FlipPlot>(folder, run, "flips", figures);
  if (run.experiment.network.weights == WeightKind::Binary) {
    drawFigure<ScalingPlot>(folder, run, "scaling", figures);
  }
  return figures;
}

std::string pageOf(const RunRecord& run, const std::vector<fs::path>& figures) {
  std::string page = fmt::format(
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
      "<title>{}</title><style>{}</style></head><body>\n",
      escaped(run.experiment.name), kStyle);
  page += reportHead(run);
  for (const fs::path& figure : figures) {
    const std::string svg = readFile(figure, kLargestFigure);
    page += "<figure>" + svg.substr(std::min(svg.size(), svg.find("<svg"))) + "</figure>\n";
  }
  return page + reportTables(run) + "</body></html>\n";
}

std::vector<fs::path> writePage(const RunFolder& folder, const RunRecord& run) {
  const Offscreen offscreen;
  std::vector<fs::path> figures = drawFigures(folder, run);
  writeFileAtomically(folder.report(), pageOf(run, figures));
  return figures;
}

}  // namespace

std::vector<fs::path> writeReport(const RunFolder& folder) {
  return writePage(folder, RunRecord::of(folder));
}

fs::path writePdfReport(const RunFolder& folder) {
  const Offscreen offscreen;
  const RunRecord run = RunRecord::of(folder);
  fs::path path = folder.report();
  path.replace_extension(".pdf");
  writePdf(run, writePage(folder, run), path);
  return path;
}

}  // namespace nudge
