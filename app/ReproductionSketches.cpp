#include "app/ReproductionSketches.h"

#include <cstdio>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/experiment/Batches.h"
#include "core/experiment/Run.h"
#include "core/insight/ReadStatistics.h"
#include "core/ising/AnnealSchedule.h"
#include "core/machine/Recorder.h"
#include "widgets/LandscapePlot.h"
#include "widgets/ReadHistogram.h"
#include "widgets/SeriesPlot.h"
#include "widgets/Theme.h"
#include "widgets/TrajectoryPlot.h"

namespace nudge {

namespace {

std::vector<Sketch> one(std::unique_ptr<Plot> plot) {
  std::vector<Sketch> sketches;
  sketches.push_back({std::move(plot), {}});
  return sketches;
}

std::vector<Sketch> trajectory(const Reproduction& of) {
  // Two inputs, two hidden neurons and two outputs, as the figure has them.
  NetworkSpec network;
  network.layers = {2, 2, 2};
  network.weights = WeightKind::Real;
  MachineSettings machine;
  machine.kind = MachineKind::Energy;
  machine.freeSteps = 100;
  machine.nudgeSteps = 100;
  machine.dt = 0.08;
  machine.initialState = 0.5;
  Parameters parameters = Parameters::initial(network, 1);
  parameters.layers[0].weights << 0.3F, 0.1F, -0.2F, 0.3F;
  parameters.layers[1].weights << 0.5F, -0.3F, 0.3F, 0.4F;
  parameters.layers[0].biases << 0.1F, 0.2F;
  parameters.layers[1].biases << 0.2F, 0.1F;
  Batch batch;
  batch.inputs = Vector::Ones(2);
  batch.labels = {0};
  batch.targets = targetsFor(batch.labels, network);
  const auto settled = makeMachine(network, machine);
  auto plot = std::make_unique<TrajectoryPlot>();
  plot->setTitle(QString::fromStdString(of.title));
  const auto trajectory = std::make_shared<const Trajectory>(
      recordTrajectory(*settled, parameters, batch, {1, NudgeKind::Elastic}));
  plot->setSpan(trajectory->freeSteps, trajectory->nudgeSteps, 1);
  plot->setTrajectory(trajectory);
  plot->setIndex(trajectory->freeSteps);
  plot->setNeurons({{1, 0}, {1, 1}, {2, 0}, {2, 1}});
  return one(std::move(plot));
}

/// The landscape of two qubits early, half way and at the end of an anneal.
std::vector<Sketch> landscapes(const Reproduction& of) {
  std::vector<Sketch> sketches;
  for (const auto& [s, name] :
       {std::pair(0.1, "0.1"), std::pair(0.4, "0.4"), std::pair(1.0, "1")}) {
    auto plot = std::make_unique<LandscapePlot>();
    plot->setTitle(QObject::tr("%1, s = %2").arg(QString::fromStdString(of.title), name));
    plot->setEnergies([](double at) { return AnnealTable::typical().at(at).transverse; },
                      [](double at) { return AnnealTable::typical().at(at).problem; });
    plot->setFraction(s);
    sketches.push_back({std::move(plot), std::string("-s-") + name});
  }
  return sketches;
}

/// A(t) and B(t) along a schedule.
std::unique_ptr<Plot> energiesAlong(const AnnealSchedule& schedule, const QString& title) {
  constexpr int kPoints = 400;
  Series a{QObject::tr("A, transverse field"), {}, {}, {}, [](const Theme& t) { return t.nudge; }};
  Series b{QObject::tr("B, problem"), {}, {}, {}, [](const Theme& t) { return t.free; }};
  for (int i = 0; i <= kPoints; ++i) {
    const double time = schedule.duration() * i / kPoints;
    const AnnealEnergies energies = AnnealTable::typical().at(schedule.at(time));
    for (auto [series, value] :
         {std::pair(&a, energies.transverse), std::pair(&b, energies.problem)}) {
      series->x.push_back(time);
      series->y.push_back(value);
    }
  }
  auto plot = std::make_unique<SeriesPlot>();
  plot->setTitle(title);
  plot->setAxes(QObject::tr("time in µs"), QObject::tr("energy in GHz"));
  plot->setSeries({std::move(a), std::move(b)});
  return plot;
}

std::vector<Sketch> schedules() {
  std::vector<Sketch> sketches;
  sketches.push_back(
      {energiesAlong(AnnealSchedule::forward(20), QObject::tr("Forward annealing: the free phase")),
       "-forward"});
  sketches.push_back({energiesAlong(AnnealSchedule::reverse(20, 0.35),
                                    QObject::tr("Reverse annealing: the nudge phase")),
                      "-reverse"});
  return sketches;
}

/// The energies of reads in their order.
Series inOrder(const QString& name, const ReadStatistics& reads,
               std::function<QColor(const Theme&)> colour) {
  Series series{name, {}, {}, {}, std::move(colour)};
  for (const double energy : reads.energies) {
    series.x.push_back(static_cast<double>(series.x.size() + 1));
    series.y.push_back(energy);
  }
  return series;
}

/// A thousand reads of one test input before training and after it: one by one, and as histograms.
std::vector<Sketch> reads(const Reproduction& of) {
  constexpr int kReads = 1000;
  const Experiment experiment = of.cases.front().experiment();
  std::unique_ptr<Run> run;
  try {
    run = startRun(experiment);
  } catch (const Error& error) {
    fmt::print(stderr, "nudge: {} is not drawn: {}\n", of.id, error.what());
    return {};
  }
  Batch batch;
  const std::array<std::uint32_t, 1> first{0};
  makeBatch(run->data()->test, first, experiment.network, batch);
  const auto statistics = [&] {
    return readStatistics(experiment.network, experiment.machine, run->parameters(), batch, kReads,
                          {static_cast<std::uint64_t>(experiment.seed), 0});
  };
  const ReadStatistics before = statistics();
  while (run->step()) {
  }
  const ReadStatistics after = statistics();
  auto order = std::make_unique<SeriesPlot>();
  order->setTitle(QObject::tr("Fig. 5.11: energies of the reads one by one"));
  order->setAxes(QObject::tr("read"), QObject::tr("energy E"));
  order->setSeries(
      {inOrder(QObject::tr("before training"), before, [](const Theme& t) { return t.muted; }),
       inOrder(QObject::tr("after training"), after, [](const Theme& t) { return t.free; })});
  auto histogram = std::make_unique<ReadHistogram>();
  histogram->setTitle(QObject::tr("Fig. 5.12: energies above the lowest read"));
  histogram->setBefore(before);
  histogram->setAfter(after);
  std::vector<Sketch> sketches;
  sketches.push_back({std::move(order), "-reads"});
  sketches.push_back({std::move(histogram), {}});
  return sketches;
}

}  // namespace

std::vector<Sketch> sketchesOf(const Reproduction& of) {
  switch (of.drawing) {
    case Drawing::Trajectory:
      return trajectory(of);
    case Drawing::Landscape:
      return landscapes(of);
    case Drawing::Schedules:
      return schedules();
    case Drawing::Reads:
      return reads(of);
    default:
      return {};
  }
}

}  // namespace nudge
