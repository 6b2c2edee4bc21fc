#pragma once

#include <cmath>

#include <QGridLayout>
#include <QWidget>

#include "widgets/SchedulePlot.h"

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

inline QWidget* annealingPage() {
  auto* page = new QWidget;
  auto* grid = new QGridLayout(page);
  const auto schedules = sampleSchedules();
  grid->addWidget(schedules[0], 0, 0);
  grid->addWidget(schedules[1], 0, 1);
  return page;
}

}  // namespace nudge
