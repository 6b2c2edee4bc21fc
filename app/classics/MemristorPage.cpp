#include "app/classics/MemristorPage.h"

#include <QHBoxLayout>
#include <QSpinBox>

#include "core/classics/CutGraphs.h"
#include "widgets/NumberText.h"
#include "widgets/SeriesPlot.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr int kTrials = 20;

}  // namespace

MemristorPage::MemristorPage(Session& session)
    : ClassicPage(
          session, "memristors", tr("Memristors with noise"),
          tr("An Ising machine of threshold units on a crossbar: the devices' own noise takes "
             "the place of temperature and shakes the spins out of bad minima. For EP such a "
             "machine is one more thing that settles.")),
      energies_(new SeriesPlot),
      best_(new SeriesPlot),
      job_(
          this,
          [](const Request& request, const std::stop_token& stop) {
            return compare(request, stop);
          },
          [this](const Result& result) { show(result); },
          [this](const QString& message) { say(message); }) {
  spins_ = addNumber("memristorSpins", tr("spins "), 10, 120, 60, tr("Coupled by chance with ±1"));
  noise_ = new QDoubleSpinBox;
  noise_->setObjectName("memristorNoise");
  noise_->setAccessibleName(tr("Noise η"));
  noise_->setPrefix(tr("noise η "));
  noise_->setRange(0, 20);
  noise_->setSingleStep(0.5);
  noise_->setValue(4);
  noise_->setToolTip(tr("Standard deviation of the current's noise at the start; it falls to 0"));
  bar().addWidget(noise_);
  sweeps_ = addNumber("memristorSweeps", tr("sweeps "), 1, 1000, 150,
                      tr("How often every unit is asked"));
  addButton(Glyph::Play, tr("Run"), tr("With this noise, and without any (Space)"), "memristorRun",
            [this] { run(); });
  addButton(Glyph::Restart, tr("New problem"), tr("Other couplings (R)"), "memristorNew",
            [this] { restart(); });
  bar().addStretch();
  energies_->setObjectName("memristorEnergies");
  energies_->setTitle(tr("energy, one run"));
  energies_->setAxes(tr("sweep"), tr("energy E"));
  best_->setObjectName("memristorBest");
  best_->setTitle(tr("best energies of 20 runs"));
  best_->setAxes(tr("run"), tr("energy E"));
  for (SeriesPlot* plot : {energies_, best_}) plot->setHint(tr("press Run"));
  auto* row = new QHBoxLayout;
  row->addWidget(energies_, 1);
  row->addWidget(best_, 1);
  body().addLayout(row, 1);
  say(tr("Each unit turns on where its current and noise are above its threshold. Press Run."));
}

void MemristorPage::restart() {
  ++problem_;
  run();
}

MemristorPage::Result MemristorPage::compare(const Request& request, const std::stop_token& stop) {
  const IsingProblem problem =
      isingOf(cutGraph(CutGraphKind::Weighted, request.nodes, request.problem));
  Result result;
  MemristorSettings settings = request.settings;
  for (int trial = 0; trial < kTrials; ++trial) {
    if (stop.stop_requested()) throw Cancelled();
    settings.seed = request.settings.seed + static_cast<std::uint64_t>(trial);
    settings.noise = 0;
    MemristorRun quiet = runMemristors(problem, settings);
    settings.noise = request.settings.noise;
    MemristorRun shaken = runMemristors(problem, settings);
    result.quietMean += quiet.bestEnergy / kTrials;
    result.shakenMean += shaken.bestEnergy / kTrials;
    result.bests[0].push_back(quiet.bestEnergy);
    result.bests[1].push_back(shaken.bestEnergy);
    if (trial == 0) result.quiet = std::move(quiet), result.shaken = std::move(shaken);
  }
  return result;
}

void MemristorPage::run() {
  Request request;
  request.nodes = static_cast<std::size_t>(spins_->value());
  request.problem = problem_;
  request.settings.noise = noise_->value();
  request.settings.sweeps = sweeps_->value();
  request.settings.seed = 1000 * ++seed_;
  job_.request(request);
  did("memristors.run");
}

void MemristorPage::show(const Result& result) {
  const auto line = [](const QString& name, const std::vector<double>& y, int first,
                       QColor Theme::*colour) {
    Series series{name, {}, y, {}, [colour](const Theme& theme) { return theme.*colour; }};
    for (std::size_t i = 0; i < y.size(); ++i) series.x.push_back(static_cast<double>(i) + first);
    return series;
  };
  energies_->setSeries({line(tr("without noise"), result.quiet.energies, 0, &Theme::muted),
                        line(tr("with noise"), result.shaken.energies, 0, &Theme::free)});
  best_->setSeries({line(tr("without noise"), result.bests[0], 1, &Theme::muted),
                    line(tr("with noise"), result.bests[1], 1, &Theme::free)});
  tell("memristors.gain", result.quietMean - result.shakenMean);
  say(tr("Best energy of a run, mean of 20: %1 without noise, %2 with it.")
          .arg(threeDigits(result.quietMean), threeDigits(result.shakenMean)));
}

}  // namespace nudge
