#include "core/data/DataSettings.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/data/DrawnDigits.h"
#include "core/data/MnistSource.h"
#include "core/data/Subset.h"

namespace nudge {

namespace {

constexpr int kMostSamples = 1'000'000;  // 784 MB of images
constexpr int kMostPerClass = 100'000;
constexpr int kMnistTrain = 60'000;
constexpr int kMnistTest = 10'000;
constexpr int kMnistRarest = 5'421;  // training images of the digit 5

int testPerClass(const DataSettings& settings) { return std::max(1, settings.perClass / 10); }

Dataset drawn(const DataSettings& settings, std::uint64_t seed) {
  const int classes = settings.classes();
  const int train = settings.perClass > 0 ? settings.perClass * classes : settings.train;
  const int test = settings.perClass > 0 ? testPerClass(settings) * classes : settings.test;
  Dataset data;
  data.name = "Drawn digits";
  data.classes = classes;
  // Balanced from the first on, so that the first of each class are simply the first.
  data.train = drawDigits(seed, static_cast<std::size_t>(train), false);
  data.test = drawDigits(seed, static_cast<std::size_t>(test), true);
  return data;
}

Dataset mnist(const DataSettings& settings) {
  Dataset data = loadMnist();
  if (settings.perClass > 0) {
    data.name = fmt::format("MNIST/{}", settings.perClass);
    data.train = firstPerClass(data.train, data.classes, settings.perClass);
    data.test = firstPerClass(data.test, data.classes, testPerClass(settings));
    return data;
  }
  const auto some = [](ImageSet& set, int count) {
    if (count > 0) set = firstOf(set, static_cast<std::size_t>(count));
  };
  some(data.train, settings.train);
  some(data.test, settings.test);
  return data;
}

void checkCount(const char* key, int count, int most, std::vector<std::string>& found) {
  if (count <= most) return;
  found.push_back(fmt::format("data.{}: {} are more than the {} that MNIST has; 0 takes them all.",
                              key, count, most));
}

}  // namespace

const Fields<DataSettings>& DataSettings::fields() {
  static const Fields<DataSettings> table = [] {
    FieldTable<DataSettings> t;
    t.add(&DataSettings::source, "source", "Data set", "Where the samples come from",
          {{"digits", "Drawn digits", "Drawn by the program, as many as you like; no download"},
           {"mnist", "MNIST", "Handwritten digits: 60,000 to learn from, 10,000 to be tested on"}});
    t.add(&DataSettings::train, "train", "Training samples", "",
          "Samples to learn from; 0 takes all there are")
        .range(0, kMostSamples)
        .in("samples");
    t.add(&DataSettings::test, "test", "Test samples", "",
          "Samples to be tested on; 0 takes all there are")
        .range(0, kMostSamples)
        .in("samples");
    t.add(&DataSettings::perClass, "per_class", "Samples per class", "N",
          "The first N training samples of each class, and a tenth as many test samples, in place "
          "of the numbers above: 100 makes MNIST/100; 0 is off")
        .range(0, kMostPerClass)
        .in("samples")
        .folded();
    t.add(&DataSettings::labels, "labels", "Classes", "",
          "Classes of the samples of a file given to `nudge relax`, counted from 0")
        .range(0, 999'999)
        .upTo(kMostSamples)
        .folded();
    return std::move(t).take();
  }();
  return table;
}

std::vector<std::string> DataSettings::problems() const {
  std::vector<std::string> found;
  if (source == DataSource::Digits && perClass == 0) {
    const auto checkDrawn = [&](const char* key, int count, int usual) {
      if (count > 0) return;
      found.push_back(fmt::format(
          "data.{}: there is no end to drawn digits; say how many, like {}.", key, usual));
    };
    checkDrawn("train", train, 10'000);
    checkDrawn("test", test, 2'000);
  }
  if (source == DataSource::Mnist && perClass == 0) {
    checkCount("train", train, kMnistTrain, found);
    checkCount("test", test, kMnistTest, found);
  }
  if (source == DataSource::Mnist && perClass > kMnistRarest) {
    found.push_back(fmt::format(
        "data.per_class: MNIST has only {} training images of its rarest digit, fewer than {}.",
        kMnistRarest, perClass));
  }
  return found;
}

Dataset loadDataset(const DataSettings& settings, std::uint64_t seed) {
  if (const auto found = settings.problems(); !found.empty()) throw Error(found.front());
  return settings.source == DataSource::Mnist ? mnist(settings) : drawn(settings, seed);
}

}  // namespace nudge
