#pragma once

#include <cmath>
#include <memory>

#include <QGridLayout>
#include <QWidget>

#include "widgets/LandscapePlot.h"
#include "widgets/ReadHistogram.h"
#include "widgets/SchedulePlot.h"
#include "widgets/SpinRaster.h"

// What the gallery shows of annealing, made from formulas: the same on every machine.
namespace nudge {

/// Both schedules: forward with the inverse temperature behind, reverse with A(s) and B(s).
inline std::vector<SchedulePlot*> sampleSchedules() {
  auto* forward = new SchedulePlot;
  forward->setPoints({0, 0, 0.3, 0.45, 0.7, 0.6, 1, 1}, false);
  auto* reverse = new SchedulePlot;
  reverse->setPoints({0, 1, 0.35, 0.25, 0.6, 0.25, 1, 1}, true);
  reverse->setSelected(1);
  reverse->setTimeCursor(0.5);
  std::vector<double> t, inverse, a, b;
  for (int i = 0; i <= 50; ++i) {
    t.push_back(i / 50.0);
    inverse.push_back(0.01 * std::pow(300.0, forward->schedule().valueAt(t.back())));
    const double s = reverse->schedule().valueAt(t.back());
    a.push_back(6 * std::pow(1 - s, 3));
    b.push_back(12 * s * s);
  }
  forward->setBehind(t, inverse, QStringLiteral("β = 1/T"));
  reverse->setBehind(t, a, QStringLiteral("A(s) in GHz"));
  reverse->setBehind(t, b, QStringLiteral("B(s) in GHz"));
  return {forward, reverse};
}

/// 1,000 reads around a mean, denser in the middle.
inline ReadSummary sampleReads(double mean, double deviation, double sameClass) {
  ReadSummary reads;
  for (int i = 0; i < 1000; ++i) {
    const double p = (i + 0.5) / 1000;
    reads.energies.push_back(mean + 0.55 * deviation * std::log(p / (1 - p)));
  }
  reads.sameClass = sameClass;
  return reads;
}

inline ReadHistogram* sampleHistogram() {
  auto* plot = new ReadHistogram;
  plot->setBefore(sampleReads(-231, 41, 0.31));
  plot->setAfter(sampleReads(-420, 9, 0.99));
  return plot;
}

/// Spins that flip less and less, and some of them again under the nudge.
inline std::shared_ptr<const SpinHistory> sampleSpins(std::vector<int> layers, int freeSweeps,
                                                      int nudgeSweeps) {
  auto history = std::make_shared<SpinHistory>();
  history->layers = std::move(layers);
  history->freeSweeps = freeSweeps;
  history->nudgeSweeps = nudgeSweeps;
  const auto count = static_cast<int>(history->spinCount());
  for (int time = 0; time < history->times(); ++time) {
    const bool nudged = time > freeSweeps;
    const double done = nudged ? (time - freeSweeps) / (1.0 + nudgeSweeps)
                               : static_cast<double>(time) / (1.0 + freeSweeps);
    const double heat = nudged ? 0.6 * (1 - done) * done * 4 : 1.2 - 1.3 * done;
    for (int i = 0; i < count; ++i) {
      const double rest = std::sin(12.9898 * (i + 1)) + 0.2;
      const bool moves = nudged && done > 0.4 && i % 7 == 2;
      const double noise = 1.5 * std::sin(78.233 * (i + 1) + 37.719 * std::sin(3.7 * time + i));
      const double field = (moves ? -rest : rest) + heat * noise;
      history->spins.push_back(field > 0 ? 1 : -1);
    }
  }
  return history;
}

inline SpinRaster* sampleRaster(std::vector<int> layers, int freeSweeps, int nudgeSweeps) {
  auto* raster = new SpinRaster;
  raster->setHistory(sampleSpins(std::move(layers), freeSweeps, nudgeSweeps));
  raster->setTime(freeSweeps / 2);
  raster->setSelected(NeuronId{1, 1});
  return raster;
}

inline LandscapePlot* sampleLandscape(double s) {
  auto* plot = new LandscapePlot;
  plot->setEnergies([](double at) { return 6 * std::pow(1 - at, 3); },
                    [](double at) { return 12 * at * at; });
  plot->setFraction(s);
  return plot;
}

inline QWidget* annealingPage() {
  auto* page = new QWidget;
  auto* grid = new QGridLayout(page);
  const auto schedules = sampleSchedules();
  grid->addWidget(schedules[0], 0, 0);
  grid->addWidget(schedules[1], 0, 1);
  grid->addWidget(sampleHistogram(), 0, 2);
  grid->addWidget(sampleRaster({120, 40}, 100, 50), 1, 0, 1, 2);
  auto* empty = new ReadHistogram;
  grid->addWidget(empty, 1, 2);
  return page;
}

/// What belongs to lessons and studies, and what is empty.
inline QWidget* annealingStudies() {
  auto* page = new QWidget;
  auto* grid = new QGridLayout(page);
  grid->addWidget(sampleLandscape(0.12), 0, 0);
  grid->addWidget(sampleLandscape(0.4), 0, 1);
  grid->addWidget(sampleLandscape(1), 0, 2);
  grid->addWidget(new LandscapePlot, 1, 0);
  grid->addWidget(new SpinRaster, 1, 1);
  return page;
}

}  // namespace nudge
