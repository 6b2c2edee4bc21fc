#include <map>

#include <QtTest>

#include "core/data/DataSettings.h"
#include "core/data/DrawnDigits.h"
#include "core/data/MnistSource.h"
#include "tests/data/Failure.h"

using namespace nudge;

namespace {

const Field<DataSettings>& field(const std::string& key) {
  for (const auto& one : DataSettings::fields()) {
    if (one.key == key) return one;
  }
  qFatal("no such field");
}

std::string firstProblem(const DataSettings& settings) {
  const auto found = settings.problems();
  return found.empty() ? "" : found.front();
}

}  // namespace

class TestDataSettings : public QObject {
  Q_OBJECT
 private slots:
  void fieldsReadAndWrite() {
    DataSettings settings;
    field("source").set(settings, "mnist");
    field("train").set(settings, 60'000);
    field("test").set(settings, 0);
    field("per_class").set(settings, 100);
    field("labels").set(settings, Json::array({3, 1}));
    QVERIFY(settings.source == DataSource::Mnist);
    QCOMPARE(settings.train, 60'000);
    QCOMPARE(settings.labels, (std::vector<int>{3, 1}));
    QVERIFY(settings != DataSettings());
    for (const auto& one : DataSettings::fields()) one.set(settings, one.get(DataSettings()));
    QVERIFY(settings == DataSettings());
    VERIFY_SAYS(field("train").set(settings, -1), "train: -1 is not allowed");
    VERIFY_SAYS(field("source").set(settings, "cifar"), "\"digits\", \"mnist\"");
  }

  void problemsOfTheWhole() {
    QCOMPARE(DataSettings().problems().size(), std::size_t{0});
    QVERIFY(says(firstProblem({.train = 0}), "data.train: there is no end to drawn digits"));
    QVERIFY(says(firstProblem({.test = 0}), "data.test: there is no end"));
    QCOMPARE(firstProblem({.train = 0, .test = 0, .perClass = 5}), std::string());
    const auto mnist = DataSource::Mnist;
    QCOMPARE(firstProblem({.source = mnist, .train = 0, .test = 0}), std::string());
    QVERIFY(says(firstProblem({.source = mnist, .train = 60'001}), "60000 that MNIST has"));
    QVERIFY(says(firstProblem({.source = mnist, .test = 10'001}), "10000 that MNIST has"));
    QVERIFY(says(firstProblem({.source = mnist, .perClass = 5'422}), "only 5421"));
    VERIFY_SAYS(loadDataset({.train = 0}, 1), "data.train");
  }

  void loadsDrawnDigits() {
    const Dataset data = loadDataset({.train = 30, .test = 20}, 5);
    QCOMPARE(data.name, std::string("Drawn digits"));
    QCOMPARE(data.classes, DataSettings().classes());
    QCOMPARE(data.train.imageSize(), static_cast<std::size_t>(DataSettings().inputs()));
    QVERIFY(data.train.pixels == drawDigits(5, 30, false).pixels);
    QVERIFY(data.test.pixels == drawDigits(5, 20, true).pixels);
    QVERIFY(data.train.pixels != loadDataset({.train = 30, .test = 20}, 6).train.pixels);
  }

  void perClassCountsEachClass() {
    const Dataset data = loadDataset({.perClass = 7}, 5);
    std::map<int, int> counts;
    for (const std::uint8_t label : data.train.labels) ++counts[label];
    QCOMPARE(counts.size(), std::size_t{10});
    for (const auto& [label, count] : counts) QCOMPARE(count, 7);
    QCOMPARE(data.test.count(), std::size_t{10});
    QCOMPARE(loadDataset({.perClass = 100}, 5).test.count(), std::size_t{100});
  }

  void loadsMnist() {
    if (qEnvironmentVariableIsEmpty("NUDGE_DATA")) {
      qputenv("NUDGE_DATA", qgetenv("NUDGE_SHARED_DATA") + "/data");
    }
    if (!findMnist()) QSKIP("MNIST is not on this machine; set NUDGE_DATA to test with it.");
    const Dataset some = loadDataset({.source = DataSource::Mnist, .train = 500}, 1);
    QCOMPARE(some.train.count(), std::size_t{500});
    QCOMPARE(some.test.count(), std::size_t{2000});
    const Dataset small = loadDataset({.source = DataSource::Mnist, .perClass = 100}, 1);
    QCOMPARE(small.name, std::string("MNIST/100"));
    QCOMPARE(small.train.count(), std::size_t{1000});
    QCOMPARE(small.test.count(), std::size_t{100});
    const Dataset all = loadDataset({.source = DataSource::Mnist, .train = 0, .test = 0}, 1);
    QCOMPARE(all.train.count(), std::size_t{60'000});
    QCOMPARE(all.test.count(), std::size_t{10'000});
  }
};

QTEST_APPLESS_MAIN(TestDataSettings)
#include "TestDataSettings.moc"
