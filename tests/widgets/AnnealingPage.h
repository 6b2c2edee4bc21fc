#pragma once

#include <cmath>
#include <cstdint>
#include <memory>

#include <QGridLayout>
#include <QWidget>

#include "widgets/DepthPlot.h"
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
inline ReadStatistics sampleReads(double mean, double deviation, double sameClass) {
  ReadStatistics reads;
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

/// A number in [0, 1) that looks random.
inline double scattered(int a, int b) {
  auto bits = static_cast<std::uint32_t>(a) * 2654435761U + static_cast<std::uint32_t>(b) * 40503U;
  bits = (bits ^ (bits >> 15)) * 2246822519U;
  bits ^= bits >> 13;
  return bits / 4294967296.0;
}

/// Spins that flip less and less, and some of them again under the nudge.
inline std::shared_ptr<const SpinHistory> sampleSpins(std::vector<int> layers, int freeSweeps,
                                                      int nudgeSweeps) {
  auto history = std::make_shared<SpinHistory>();
  history->layers = std::move(layers);
  history->freeSweeps = freeSweeps;
  history->nudgeSweeps = nudgeSweeps;
  const auto count = static_cast<int>(history->spinCount());
  std::vector<double> rests;
  rests.reserve(history->spinCount());
  for (int i = 0; i < count; ++i) rests.push_back(std::sin(12.9898 * (i + 1)) + 0.2);
  for (int time = 0; time < history->times(); ++time) {
    const bool nudged = time > freeSweeps;
    const double done = nudged ? (time - freeSweeps) / (1.0 + nudgeSweeps)
                               : static_cast<double>(time) / (1.0 + freeSweeps);
    const double heat = nudged ? 0.6 * (1 - done) * done * 4 : 1.2 - 1.3 * done;
    for (int i = 0; i < count; ++i) {
      const double rest = rests[static_cast<std::size_t>(i)];
      const bool moves = nudged && done > 0.4 && i % 7 == 2;
      const double noise = 1.5 * (scattered(time, i) - 0.5) * 2;
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

/// Errors that are least where the anneal goes neither too far back nor too little.
inline DepthPlot* sampleDepths() {
  auto* plot = new DepthPlot;
  DepthCurve train{QStringLiteral("train error"), DepthCurve::Kind::TrainError, {}, {}, {}};
  DepthCurve test{QStringLiteral("test error"), DepthCurve::Kind::TestError, {}, {}, {}};
  DepthCurve kept{QStringLiteral("spins kept"), DepthCurve::Kind::SpinsKept, {}, {}, {}};
  for (int k = 0; k < 10; ++k) {
    const double f = 0.05 + 0.1 * k;
    const double early = 60 * std::exp(-f / 0.08);
    const double late = 85 / (1 + std::exp((0.62 - f) / 0.05));
    for (DepthCurve* curve : {&train, &test, &kept}) curve->fractions.push_back(f);
    train.percents.push_back(early + late);
    test.percents.push_back(std::min(90.0, early + late + 10));
    kept.percents.push_back(100 - 50 * std::exp(-f / 0.25));
    for (DepthCurve* curve : {&train, &test}) {
      curve->deviations.push_back(1 + 0.12 * curve->percents.back());
    }
    kept.deviations.push_back(2);
  }
  plot->setCurves({train, test, kept});
  plot->setPublished(13, QStringLiteral("published test error"));
  plot->setFraction(0.25);
  return plot;
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
  grid->addWidget(sampleDepths(), 1, 2);
  grid->addWidget(new DepthPlot, 2, 0);
  grid->addWidget(sampleRaster({8000, 1990, 10}, 150, 50), 2, 1);
  grid->addWidget(sampleRaster({6, 3}, 20, 10), 2, 2);
  return page;
}

}  // namespace nudge
