#include <cmath>
#include <set>

#include <QTemporaryDir>
#include <QtTest>

#include "core/base/Error.h"
#include "core/base/Random.h"
#include "core/reproduction/Page.h"
#include "tests/TestProgram.h"

using namespace nudge;
namespace fs = std::filesystem;

namespace {

/// Images of noise in the place of MNIST.
std::shared_ptr<const Dataset> noise() {
  Dataset data;
  data.classes = 10;
  Random random(1, Purpose::Test);
  for (ImageSet* set : {&data.train, &data.test}) {
    set->width = set->height = 28;
    for (int i = 0; i < 20; ++i) {
      set->labels.push_back(static_cast<std::uint8_t>(i % 10));
      for (int p = 0; p < 784; ++p)
        set->pixels.push_back(static_cast<std::uint8_t>(random.below(256)));
    }
  }
  return std::make_shared<const Dataset>(std::move(data));
}

/// A run of noise in a planned run's folder, some epochs long.
void pretend(const PlannedRun& planned, int epochs) {
  const RunFolder folder = RunFolder::create(planned.folder, planned.experiment);
  Run run(planned.experiment, noise());
  while (static_cast<int>(run.epochs().size()) < epochs) run.step();
  folder.saveAll(run);
}

EpochMetrics epochOf(int number, double train, double test, double seconds) {
  EpochMetrics epoch;
  epoch.epoch = number;
  epoch.trainError = train;
  epoch.testError = test;
  epoch.seconds = seconds;
  return epoch;
}

}  // namespace

class TestReproduction : public QObject {
  Q_OBJECT
 private slots:
  void everyRunHasItsOwnFolder() {
    std::vector<const Reproduction*> all;
    for (const Reproduction& one : reproductions()) all.push_back(&one);
    std::set<std::filesystem::path> folders;
    for (const PlannedRun& run : plannedRuns(all, Extent::Full, 3, "there")) {
      QVERIFY2(folders.insert(run.folder).second, run.folder.c_str());
      QVERIFY2(run.folder.string().ends_with("-seed-" + std::to_string(run.experiment.seed)),
               run.folder.c_str());
    }
  }

  void everythingInTheCatalogueCanRun() {
    std::set<std::string> ids;
    for (const Reproduction& one : reproductions()) {
      QVERIFY(ids.insert(one.id).second);
      const bool needsNone = one.drawing == Drawing::Trajectory ||
                             one.drawing == Drawing::Landscape || one.drawing == Drawing::Schedules;
      QCOMPARE(one.cases.empty(), needsNone);
      for (const ReproducedCase& of : one.cases) {
        const Experiment whole = of.experiment();
        QVERIFY2(whole.problems().empty(), of.label.c_str());
        std::string less;
        const Experiment quick = quickened(whole, less);
        QVERIFY2(quick.problems().empty(), of.label.c_str());
        QVERIFY(quick.learning.epochs <= 5);
        const bool small = whole.data.perClass > 0 || whole.data.source == DataSource::Patterns;
        QVERIFY(small || (quick.data.train <= 6100 && quick.data.train >= 320));
        QVERIFY(less.starts_with(std::to_string(quick.learning.epochs) + " of "));
        QVERIFY2(of.epoch <= whole.learning.epochs, of.label.c_str());
      }
    }
    for (const char* id : {"fig-3.10", "fig-4.2", "fig-4.3", "fig-4.6", "fig-4.7", "fig-4.8"})
      QVERIFY2(ids.contains(id), id);
    for (int i = 1; i <= 5; ++i) QVERIFY(ids.contains("table-4." + std::to_string(i)));
    QVERIFY(ids.contains("algorithm-8"));
    for (int i = 1; i <= 13; ++i) QVERIFY(ids.contains("fig-C." + std::to_string(i)));
    for (const char* id : {"fig-5.6", "section-5.3", "fig-5.7", "fig-5.8", "fig-5.10", "fig-5.17"})
      QVERIFY2(ids.contains(id), id);
    try {
      reproduction("fig-4.22");
      QFAIL("expected an Error");
    } catch (const Error& error) {
      QVERIFY(std::string(error.what()).find("did you mean fig-4.2?") != std::string::npos);
    }
  }

  void sharedRunsArePlannedOnce() {
    const std::vector<const Reproduction*> some{
        &reproduction("table-4.1"), &reproduction("table-4.2"), &reproduction("fig-4.2")};
    const auto runs = plannedRuns(some, Extent::Full, 2, "here");
    // Twelve of Table 4.1, three more of 4.2, ten of the figure; twice.
    QCOMPARE(runs.size(), std::size_t{50});
    QCOMPARE(runs.front().folder.string(), std::string("here/full/fc-4096-fixed-seed-1"));
    QCOMPARE(runs.front().experiment.learning.epochs, 50);
    QCOMPARE(runs.front().experiment.data.train, 0);
    QCOMPARE(runs.back().experiment.seed, std::int64_t{2});
    QCOMPARE(runs.back().experiment.network.scalingStart, 0.065);
  }

  void resultsComeFromTheFolders() {
    const QTemporaryDir home;
    const fs::path root = home.path().toStdString();
    const std::vector<const Reproduction*> some{&reproduction("fig-C.10")};
    const auto runs = plannedRuns(some, Extent::Quick, 2, root);
    QCOMPARE(runs.size(), std::size_t{2});
    QCOMPARE(outcomesOf(some, Extent::Quick, {root})[0].cases[0].epochs(), 0);
    pretend(runs[0], 5);
    pretend(runs[1], 3);
    const auto results = outcomesOf(some, Extent::Quick, {root});
    QCOMPARE(results.size(), std::size_t{1});
    const ReproducedOutcome& one = results[0].cases[0];
    QCOMPARE(one.trials.size(), std::size_t{2});
    QCOMPARE(one.epochs(), 3);
    QCOMPARE(one.comparedEpoch(), 3);
    QVERIFY(!one.whatIsLess.empty());
    QCOMPARE(outcomesOf(some, Extent::Full, {root})[0].cases[0].epochs(), 0);
  }

  void recordsOutliveTheRuns() {
    const QTemporaryDir home;
    const fs::path root = home.path().toStdString();
    const fs::path out = root / "out", records = root / "records";
    const std::vector<const Reproduction*> some{&reproduction("fig-C.10")};
    const auto runs = plannedRuns(some, Extent::Quick, 1, out);
    pretend(runs[0], 3);
    keepRecords(Extent::Quick, out, records, "a machine");
    const auto before = outcomesOf(some, Extent::Quick, {out})[0].cases[0];
    fs::remove_all(out);
    const auto after = outcomesOf(some, Extent::Quick, {out, records})[0].cases[0];
    QCOMPARE(after.epochs(), 3);
    QCOMPARE(after.at(3, &EpochMetrics::testError).mean,
             before.at(3, &EpochMetrics::testError).mean);
    QCOMPARE(recordedMachines(Extent::Quick, records), std::vector<std::string>{"a machine"});
    // A run that has come less far does not count, and takes no record's place.
    pretend(runs[0], 1);
    keepRecords(Extent::Quick, out, records, "another");
    QCOMPARE(outcomesOf(some, Extent::Quick, {out, records})[0].cases[0].epochs(), 3);
    QCOMPARE(recordedMachines(Extent::Quick, records).size(), std::size_t{1});
    // What is kept are tables, no parameters.
    for (const auto& entry : fs::recursive_directory_iterator(records))
      QVERIFY(entry.path().extension() != ".safetensors");
  }

  void thePagePutsNumbersSideBySide() {
    const Reproduction& table = reproduction("table-4.2");
    ReproductionOutcome result{&table, {}};
    for (const ReproducedCase& of : table.cases)
      result.cases.push_back({&of, of.experiment(), "", {}});
    for (const double off : {-0.1, 0.1}) {
      std::vector<EpochMetrics> epochs;
      for (int e = 1; e <= 30; ++e) epochs.push_back(epochOf(e, 0.5, 2 + off, 3));
      result.cases[0].trials.push_back(epochs);
      result.cases[1].trials.push_back(epochs);
    }
    result.cases[0].whatIsLess = "half of it";
    const PageHead head{Extent::Full, "9.9", "2001-02-03", {"a machine", "another"}};
    const std::string page = reproductionPage(head, {result}, {{"table-4.2", "figures/x.svg"}});
    const auto has = [&](const char* text) {
      QVERIFY2(page.find(text) != std::string::npos, (std::string(text) + "\n" + page).c_str());
    };
    has("version 9.9, 2001-02-03. The runs were made on a machine; on another.");
    has("| 784-4096-10, fixed α, 25 epochs | `fc-4096-fixed` | 2.14 | 0.92 | 2.00 ± 0.14 | 0.50 | "
        "25 of 50 | 2 | 1.5 min |");
    has("| 784-4096-10, fixed α | `fc-4096-fixed` | 2.07 | 0.77 | 2.00 ± 0.14 | 0.50 | 30 of 50 |");
    has("| 784-512-10, fixed α | `fc-512-fixed` | 4.00 | 3.50 | not run | – | 0 of 50 | – | – |");
    has("- 784-4096-10, fixed α, 25 epochs: half of it.");
    has("](figures/x.svg)");
    QVERIFY(!machineInWords().empty());
  }
};

QTEST_APPLESS_MAIN(TestReproduction)
#include "TestReproduction.moc"
