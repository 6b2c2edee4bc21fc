// Networks that settle by simulated annealing: draws, reads, schedules, what is refused.
#include <cmath>

#include <QtTest>

#include "core/base/Parallel.h"
#include "core/experiment/Presets.h"
#include "core/experiment/Run.h"
#include "core/learning/Gradient.h"
#include "core/machine/AnnealPath.h"
#include "core/machine/AnnealingMachine.h"
#include "core/machine/Recorder.h"
#include "tests/TestProgram.h"
#include "tests/learning/SmallNetworks.h"
#include "tests/machine/Annealings.h"

using namespace nudge;
using namespace nudge::test;

namespace {

bool sameStates(const Settled& a, const Settled& b) {
  if (a.states.size() != b.states.size()) return false;
  for (std::size_t n = 0; n < a.states.size(); ++n) {
    if (a.states[n] != b.states[n]) return false;
  }
  return true;
}

}  // namespace

class TestAnnealingMachine : public QObject {
  Q_OBJECT
 private slots:
  void drawsDecideWhateverTheThreads() {
    const NetworkSpec network = smallSpins();
    const Parameters parameters = Parameters::initial(network, 1);
    const Batch batch = uniformBatch(network, 40, 1);
    const auto settled = [&](std::uint64_t number, int threads) {
      const ThreadLimit limit(threads);
      const auto machine = makeMachine(network, annealing());
      Settled free, nudged;
      const SettleOptions options{{}, nullptr, {5, number}};
      machine->settle(parameters, batch, nullptr, nullptr, options, free);
      const Nudge nudge{1, NudgeKind::Elastic};
      machine->settle(parameters, batch, &nudge, &free, options, nudged);
      return nudged;
    };
    QVERIFY(sameStates(settled(1, 1), settled(1, 2)));
    MachineSettings hot = annealing();
    hot.annealing.range = RangeRule::Given;
    hot.annealing.hot = 1e-3;
    hot.annealing.cold = 2e-3;
    hot.annealing.read = ReadChoice::First;
    const auto machine = makeMachine(network, hot);
    Settled one, two;
    machine->settle(parameters, batch, nullptr, nullptr, {{}, nullptr, {5, 1}}, one);
    machine->settle(parameters, batch, nullptr, nullptr, {{}, nullptr, {5, 2}}, two);
    QVERIFY(!sameStates(one, two));
  }

  void rightAnswersAreNotNudged() {
    const NetworkSpec network = smallSpins();
    const Parameters parameters = Parameters::initial(network, 1);
    Batch batch = uniformBatch(network, 6, 1);
    MachineSettings settings = annealing();
    settings.annealing.range = RangeRule::Given;
    settings.annealing.hot = 1e-3;
    settings.annealing.cold = 2e-3;  // so hot that another anneal ends elsewhere
    Settled free, nudged;
    const auto machine = makeMachine(network, settings);
    machine->settle(parameters, batch, nullptr, nullptr, {}, free);
    batch.targets = free.outputs();
    const Nudge nudge{1, NudgeKind::Elastic};
    machine->settle(parameters, batch, &nudge, &free, {}, nudged);
    QVERIFY(sameStates(free, nudged));
    settings.annealing.skipRight = false;
    makeMachine(network, settings)->settle(parameters, batch, &nudge, &free, {}, nudged);
    QVERIFY(!sameStates(free, nudged));
  }

  void meansKeepEveryRead() {
    const NetworkSpec network = smallSpins();
    MachineSettings settings = annealing();
    settings.annealing.read = ReadChoice::Mean;
    settings.annealing.freeReads = settings.annealing.nudgeReads = 7;
    const Parameters parameters = Parameters::initial(network, 1);
    const Batch batch = uniformBatch(network, 3, 1);
    Settled free;
    makeMachine(network, settings)->settle(parameters, batch, nullptr, nullptr, {}, free);
    QCOMPARE(free.reads, 7);
    QCOMPARE(free.outputs().cols(), Eigen::Index{21});
    const Matrix means = meanOutputs(free);
    QCOMPARE(means.cols(), Eigen::Index{3});
    for (int k = 0; k < 4; ++k)
      QVERIFY(std::abs(means(k, 1) - free.outputs().middleCols(7, 7).row(k).mean()) < 1e-6F);
  }

  void aWatchedAnnealShowsItsSweeps() {
    const NetworkSpec network = smallSpins();
    const Parameters parameters = Parameters::initial(network, 1);
    const Batch batch = uniformBatch(network, 2, 3);
    MachineSettings settings = annealing();
    settings.annealing.skipRight = false;
    const auto machine = makeMachine(network, settings);
    const Draw draw{3, 4};
    const Trajectory seen =
        recordTrajectory(*machine, parameters, batch, {1, NudgeKind::Elastic}, {}, draw);
    QCOMPARE(seen.freeSteps, 20);
    QCOMPARE(seen.nudgeSteps, 29);  // from 19 down to 5 and up again
    QCOMPARE(seen.frames.size(), std::size_t{20 + 1 + 29});
    Settled free, nudged;
    const SettleOptions options{{}, nullptr, draw};
    machine->settle(parameters, batch, nullptr, nullptr, options, free);
    const Nudge nudge{1, NudgeKind::Elastic};
    machine->settle(parameters, batch, &nudge, &free, options, nudged);
    QCOMPARE(seen.frames[20].states, free.states);
    QCOMPARE(seen.frames.back().states, nudged.states);
  }

  void pathsAreThePublishedOnes() {
    AnnealingSettings settings;
    settings.sweeps = 5;
    settings.reverseTo = 0.5;
    QCOMPARE(annealPath(settings, Phase::Free), (std::vector<double>{0, 0.25, 0.5, 0.75, 1}));
    QCOMPARE(annealPath(settings, Phase::Nudge), (std::vector<double>{1, 0.75, 0.5, 0.75, 1}));
    settings.reverseTo = 0;
    QVERIFY(!startsFromState(settings, Phase::Nudge));
    QCOMPARE(annealPath(settings, Phase::Nudge), annealPath(settings, Phase::Free));
    settings.forward = {0, 0, 0.5, 0.8, 1, 1};
    QCOMPARE(annealPath(settings, Phase::Free), (std::vector<double>{0, 0.4, 0.8, 0.9, 1}));
  }

  void whatCannotBeIsRefused() {
    const auto says = [](const NetworkSpec& network, const MachineSettings& settings,
                         const char* words) {
      for (const std::string& problem : settings.problems(network)) {
        if (problem.find(words) != std::string::npos) return true;
      }
      return false;
    };
    NetworkSpec network = smallSpins();
    QVERIFY(annealing().problems(network).empty());
    MachineSettings settings = annealing();
    settings.kind = MachineKind::Energy;
    QVERIFY(says(network, settings, "spins are settled by an Ising machine"));
    network.activation = Activation::Hardsigmoid;
    QVERIFY(says(network, annealing(), "network.activation"));
    network = smallVoting();
    network.pooling = Pooling::Max;
    QVERIFY(says(network, annealing(), "network.pooling"));
    network = smallSpins();
    for (const std::vector<double>& bad : {std::vector<double>{0, 0, 1},
                                           {0, 0, 0.5, 0.5, 0.4, 0.6, 1, 1},
                                           {0, 0.2, 1, 1},
                                           {0.1, 0, 1, 1},
                                           {0, 0, 1, 0.9}}) {
      settings = annealing();
      settings.annealing.forward = bad;
      QVERIFY(says(network, settings, "machine.forward_schedule"));
    }
    settings = annealing();
    settings.annealing.range = RangeRule::Given;
    settings.annealing.hot = 5;
    settings.annealing.cold = 1;
    QVERIFY(says(network, settings, "machine.beta_cold"));
    settings = annealing();
    settings.annealing.read = ReadChoice::Mean;
    settings.annealing.freeReads = 5;
    QVERIFY(says(network, settings, "machine.nudge_reads"));
    LearningSettings learning;
    learning.estimator = EstimatorKind::ThroughTime;
    learning.optimizer = OptimizerKind::Sgd;
    const auto found = learning.problems(network, annealing());
    QVERIFY(std::any_of(found.begin(), found.end(), [](const std::string& problem) {
      return problem.find("an Ising machine nudges by fields") != std::string::npos;
    }));
  }

  void patternsAreLearntByFilters() {
    int learnt = 0;
    for (int seed = 1; seed <= 10; ++seed) {
      Experiment experiment = presetExperiment("ising-3x3");
      experiment.seed = seed;
      const auto run = startRun(experiment);
      while (run->step()) {
      }
      learnt += run->epochs().back().trainError == 0 && run->epochs().back().testError == 0 ? 1 : 0;
    }
    QVERIFY2(learnt >= 9, qPrintable(QString::number(learnt)));
  }
};

QTEST_APPLESS_MAIN(TestAnnealingMachine)
#include "TestAnnealingMachine.moc"
