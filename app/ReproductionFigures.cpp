#include "app/ReproductionFigures.h"

#include <cmath>

#include "app/Offscreen.h"
#include "app/ReproductionSketches.h"
#include "core/base/AtomicFile.h"
#include "widgets/PlotExport.h"
#include "widgets/SeriesPlot.h"
#include "widgets/Theme.h"

namespace nudge {

namespace fs = std::filesystem;

namespace {

using Colour = std::function<QColor(const Theme&)>;

Colour trainColour() {
  return [](const Theme& theme) { return theme.train; };
}
Colour testColour() {
  return [](const Theme& theme) { return theme.test; };
}
Colour layerColour(int n) {
  return [n](const Theme& theme) { return theme.layerColour(n); };
}

QString text(const std::string& words) { return QString::fromStdString(words); }

/// What can be read off each epoch of each trial.
using Value = std::function<double(const EpochMetrics&)>;

Series overEpochs(const QString& name, const ReproducedOutcome& result, const Value& value,
                  Colour colour) {
  Series series{name, {}, {}, {}, std::move(colour)};
  for (int epoch = 1; epoch <= result.epochs(); ++epoch) {
    std::vector<double> values;
    for (const auto& trial : result.trials)
      values.push_back(value(trial[static_cast<std::size_t>(epoch - 1)]));
    const MeanDeviation spread(values);
    series.x.push_back(epoch);
    series.y.push_back(spread.mean);
    if (result.trials.size() > 1) series.deviation.push_back(spread.deviation);
  }
  return series;
}

void published(SeriesPlot& plot, const QString& name, double value, std::size_t series) {
  if (std::isfinite(value)) plot.addPublished(QObject::tr("published %1").arg(name), value, series);
}

class Figures {
 public:
  Figures(const ReproductionOutcome& result, const fs::path& folder)
      : result_(result), folder_(folder) {}

  std::vector<fs::path> draw() {
    const bool any = std::any_of(result_.cases.begin(), result_.cases.end(),
                                 [](const ReproducedOutcome& one) { return one.epochs() > 0; });
    if (!any && !result_.of->cases.empty()) return {};
    switch (result_.of->drawing) {
      case Drawing::None:
        break;
      case Drawing::Epochs:
        drawErrors();
        drawFlips();
        break;
      case Drawing::TrainErrors:
        drawTrainErrors();
        break;
      case Drawing::OverSetting:
        drawOverSetting();
        break;
      case Drawing::MeanAgainstSingle:
        drawMeanAgainstSingle();
        break;
      case Drawing::Trajectory:
      case Drawing::Landscape:
      case Drawing::Schedules:
      case Drawing::Reads:
        for (const Sketch& sketch : sketchesOf(*result_.of)) save(*sketch.plot, sketch.suffix);
        break;
    }
    return std::move(paths_);
  }

 private:
  void save(QCustomPlot& plot, const std::string& suffix = {}) {
    const fs::path path = folder_ / (result_.of->id + suffix + ".svg");
    savePlot(plot, text(path.string()), kReportFigureSize);
    fs::path data = path;
    savePlot(plot, text(data.replace_extension(".csv").string()), kReportFigureSize);
    paths_.push_back(path);
  }

  void drawErrors() {
    const ReproducedOutcome& one = result_.cases.front();
    SeriesPlot plot;
    plot.setTitle(text(result_.of->title));
    plot.setAxes(QObject::tr("epoch"), QObject::tr("error %"));
    const auto train = [](const EpochMetrics& epoch) { return epoch.trainError; };
    const auto test = [](const EpochMetrics& epoch) { return epoch.testError; };
    plot.setSeries({overEpochs(QObject::tr("train"), one, train, trainColour()),
                    overEpochs(QObject::tr("test"), one, test, testColour())});
    published(plot, QObject::tr("train"), one.of->published.train, 0);
    published(plot, QObject::tr("test"), one.of->published.test, 1);
    save(plot);
  }

  void drawFlips() {
    const ReproducedOutcome& one = result_.cases.front();
    SeriesPlot plot;
    plot.setTitle(QObject::tr("flip metric per layer"));
    plot.setAxes(QObject::tr("epoch"), QObject::tr("flip metric π"));
    std::vector<Series> layers;
    for (int n = 1; n <= one.experiment.network.depth(); ++n) {
      const auto flips = [n](const EpochMetrics& epoch) {
        return epoch.layers[static_cast<std::size_t>(n - 1)].flipMetric;
      };
      layers.push_back(overEpochs(QObject::tr("layer %1").arg(n), one, flips, layerColour(n)));
    }
    plot.setSeries(std::move(layers));
    save(plot, "-flips");
  }

  void drawTrainErrors() {
    SeriesPlot plot;
    plot.setTitle(text(result_.of->title));
    plot.setAxes(QObject::tr("epoch"), QObject::tr("train error %"));
    std::vector<Series> all;
    const auto train = [](const EpochMetrics& epoch) { return epoch.trainError; };
    for (const ReproducedOutcome& one : result_.cases)
      all.push_back(overEpochs(text(one.of->label), one, train,
                               layerColour(static_cast<int>(all.size()) + 1)));
    plot.setSeries(std::move(all));
    for (std::size_t i = 0; i < result_.cases.size(); ++i)
      published(plot, text(result_.cases[i].of->label), result_.cases[i].of->published.train, i);
    save(plot);
  }

  /// The value of the setting that is varied: a number, or the neurons of the hidden layer.
  double valueOf(const ReproducedOutcome& one) const {
    const Json value = Experiment::field(result_.of->setting).get(one.experiment);
    return value.is_array() ? value.at(1).get<double>() : value.get<double>();
  }

  void drawOverSetting() {
    const bool hidden = result_.of->setting == "network.layers";
    SeriesPlot plot;
    plot.setTitle(text(result_.of->title));
    const FieldInfo& field = Experiment::field(result_.of->setting);
    plot.setAxes(hidden
                     ? QObject::tr("hidden neurons")
                     : text(field.symbol.empty() ? field.label : field.label + ", " + field.symbol),
                 QObject::tr("error %"));
    // Sizes and factors go in steps of ratios; how far back goes from 0 to 1.
    plot.setLogarithmic(result_.of->setting != "machine.reverse_to");
    Series train{QObject::tr("train"), {}, {}, {}, trainColour()};
    Series test{QObject::tr("test"), {}, {}, {}, testColour()};
    Series printed{
        QObject::tr("published test"), {}, {}, {}, [](const Theme& theme) { return theme.muted; }};
    for (const ReproducedOutcome& one : result_.cases) {
      const double x = valueOf(one);
      if (std::isfinite(one.of->published.test)) {
        printed.x.push_back(x);
        printed.y.push_back(one.of->published.test);
      }
      if (one.epochs() == 0) continue;
      for (auto [series, value] : {std::pair(&train, &EpochMetrics::trainError),
                                   std::pair(&test, &EpochMetrics::testError)}) {
        const MeanDeviation spread = one.at(one.epochs(), value);
        series->x.push_back(x);
        series->y.push_back(spread.mean);
        if (one.trials.size() > 1) series->deviation.push_back(spread.deviation);
      }
    }
    std::vector<Series> all{std::move(train), std::move(test)};
    if (!printed.x.empty()) all.push_back(std::move(printed));
    plot.setSeries(std::move(all));
    if (result_.of->setting == "network.scaling_start")
      plot.addPublishedRange(0.012, 0.025, QObject::tr("published sweet spot"));
    save(plot);
  }

  void drawMeanAgainstSingle() {
    const ReproducedOutcome& one = result_.cases.front();
    SeriesPlot plot;
    plot.setTitle(text(result_.of->title));
    plot.setAxes(QObject::tr("epoch"), QObject::tr("difference of errors %"));
    const auto train = [](const EpochMetrics& epoch) {
      return epoch.trainErrorSingle - epoch.trainError;
    };
    const auto test = [](const EpochMetrics& epoch) {
      return epoch.testErrorSingle - epoch.testError;
    };
    plot.setSeries({overEpochs(QObject::tr("train"), one, train, trainColour()),
                    overEpochs(QObject::tr("test"), one, test, testColour())});
    save(plot);
  }

  const ReproductionOutcome& result_;
  const fs::path& folder_;
  std::vector<fs::path> paths_;
};

}  // namespace

std::vector<fs::path> drawReproduction(const ReproductionOutcome& result, const fs::path& folder) {
  const Offscreen offscreen;
  makeFolder(folder);
  return Figures(result, folder).draw();
}

}  // namespace nudge
