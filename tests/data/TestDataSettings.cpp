#include <map>

#include <QtTest>

#include "core/data/DataSettings.h"
#include "core/data/DrawnDigits.h"
#include "core/data/MnistSource.h"
#include "tests/TestProgram.h"
#include "tests/data/CifarBytes.h"
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
    field("flip").set(settings, true);
    field("crop").set(settings, 4);
    field("normalise").set(settings, true);
    field("labels").set(settings, Json::array({3, 1}));
    QVERIFY(settings.source == DataSource::Mnist);
    QCOMPARE(settings.train, 60'000);
    QCOMPARE(settings.labels, (std::vector<int>{3, 1}));
    QVERIFY(settings.flip && settings.crop == 4 && settings.normalise);
    QVERIFY(settings != DataSettings());
    for (const auto& one : DataSettings::fields()) one.set(settings, one.get(DataSettings()));
    QVERIFY(settings == DataSettings());
    VERIFY_SAYS(field("train").set(settings, -1), "train: -1 is not allowed");
    VERIFY_SAYS(field("source").set(settings, "cifar"), "\"digits\", \"mnist\", \"cifar10\"");
    VERIFY_SAYS(field("crop").set(settings, 9), "crop: 9 is not allowed");
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
    const auto cifar = DataSource::Cifar10;
    QCOMPARE(firstProblem({.source = cifar, .train = 0, .test = 0}), std::string());
    QVERIFY(says(firstProblem({.source = cifar, .train = 50'001}), "50000 that CIFAR-10 has"));
    QVERIFY(says(firstProblem({.source = cifar, .test = 10'001}), "10000 that CIFAR-10 has"));
    QVERIFY(says(firstProblem({.source = cifar, .perClass = 5'001}), "only 5000"));
    VERIFY_SAYS(loadDataset({.train = 0}, 1), "data.train");
  }

  void onlyImagesMayBeMirroredAndNormalised() {
    for (const auto source : {DataSource::Digits, DataSource::Mnist}) {
      QCOMPARE(firstProblem({.source = source, .crop = 2}), std::string());
      QVERIFY(says(firstProblem({.source = source, .flip = true}), "data.flip: a mirrored digit"));
      QVERIFY(says(firstProblem({.source = source, .normalise = true}), "data.normalise: mean"));
    }
    const DataSettings all{
        .source = DataSource::Cifar10, .flip = true, .crop = 4, .normalise = true};
    QCOMPARE(firstProblem(all), std::string());
  }

  void shapes() {
    QVERIFY((DataSettings().imageShape() == MapShape{1, 28, 28}));
    QCOMPARE(DataSettings().inputs(), 784);
    const DataSettings cifar{.source = DataSource::Cifar10};
    QVERIFY((cifar.imageShape() == MapShape{3, 32, 32}));
    QCOMPARE(cifar.inputs(), 3072);
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

  void drawingStopsWhenAsked() {
    std::stop_source source;
    QCOMPARE(loadDataset({.train = 30}, 5, source.get_token()).train.count(), std::size_t{30});
    source.request_stop();
    QVERIFY_EXCEPTION_THROWN(loadDataset({.train = 30}, 5, source.get_token()), Cancelled);
    QVERIFY_EXCEPTION_THROWN(loadDataset({.perClass = 1}, 5, source.get_token()), Cancelled);
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

  void loadsCifar() {
    if (realCifar().empty()) {
      QSKIP("CIFAR-10 is not on this machine; set NUDGE_DATA to test with it.");
    }
    const auto cifar = DataSource::Cifar10;
    const Dataset some = loadDataset({.source = cifar, .train = 500, .test = 300}, 1);
    QCOMPARE(some.name, std::string("CIFAR-10"));
    QCOMPARE(some.train.count(), std::size_t{500});
    QCOMPARE(some.test.count(), std::size_t{300});
    QVERIFY(some.train.scale == PixelScale());
    const Dataset small = loadDataset({.source = cifar, .perClass = 20, .normalise = true}, 1);
    QCOMPARE(small.name, std::string("CIFAR-10/20"));
    QCOMPARE(small.train.count(), std::size_t{200});
    QCOMPARE(small.test.count(), std::size_t{20});
    QVERIFY(small.train.scale != PixelScale());
    QVERIFY(small.test.scale == small.train.scale);
    const Dataset all = loadDataset({.source = cifar, .train = 0, .test = 0}, 1);
    QVERIFY(all.train.count() >= 10'000);
    if (all.train.count() < 50'000) {
      const int more = static_cast<int>(all.train.count()) + 1;
      VERIFY_SAYS(loadDataset({.source = cifar, .train = more}, 1),
                  "hold only " + std::to_string(all.train.count()));
    }
  }
};

QTEST_APPLESS_MAIN(TestDataSettings)
#include "TestDataSettings.moc"
