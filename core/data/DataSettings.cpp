#include "core/data/DataSettings.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/data/CifarSource.h"
#include "core/data/DrawnDigits.h"
#include "core/data/MnistSource.h"
#include "core/data/Patterns.h"
#include "core/data/Subset.h"

namespace nudge {

namespace {

constexpr int kMostSamples = 1'000'000;  // 784 MB of images
constexpr int kMostPerClass = 100'000;
constexpr int kWidestCrop = 8;

/// What a data set of files has at most, for checks before anything is loaded.
struct Extent {
  const char* name;
  int train, test;
  int rarest;  ///< training images of the class that has fewest
  const char* what;
};
constexpr Extent kMnist{"MNIST", 60'000, 10'000, 5'421, "digit"};
constexpr Extent kPatterns{"the set of patterns", 2, 2, 1, "class"};
constexpr Extent kCifar{"CIFAR-10", 50'000, 10'000, 5'000, "class"};

int testPerClass(const DataSettings& settings) { return std::max(1, settings.perClass / 10); }

/// How many digits are to be drawn, of all kinds, for so many of those that are not left out.
std::size_t toDraw(const DataSettings& settings, int wanted) {
  const std::vector<int>& groups = settings.groups;
  if (groups.empty()) return static_cast<std::size_t>(wanted);
  const auto out = static_cast<int>(std::count(groups.begin(), groups.end(), -1));
  const int kept = settings.sourceClasses() - out;
  return static_cast<std::size_t>((wanted + kept - 1) / kept) *
         static_cast<std::size_t>(settings.sourceClasses());
}

Dataset drawn(const DataSettings& settings, std::uint64_t seed, const std::stop_token& stop) {
  const int classes = settings.sourceClasses();
  const int train = settings.perClass > 0 ? settings.perClass * classes : settings.train;
  const int test = settings.perClass > 0 ? testPerClass(settings) * classes : settings.test;
  Dataset data;
  data.name = "Drawn digits";
  data.classes = classes;
  // Balanced from the first on, so that the first of each class are simply the first.
  const bool all = settings.perClass > 0;
  const auto draw = [&](int count, bool ofTest) {
    const auto exactly = static_cast<std::size_t>(count);
    ImageSet set = drawDigits(seed, all ? exactly : toDraw(settings, count), ofTest, stop);
    set = grouped(set, settings.groups);
    return all ? set : firstOf(set, exactly);
  };
  data.train = draw(train, false);
  data.test = draw(test, true);
  return data;
}

/// Refuses where the files hold fewer images than asked for, as a part of a data set does.
void checkThere(const char* key, int wanted, std::size_t there, const std::string& name) {
  if (static_cast<std::size_t>(wanted) <= there) return;
  throw Error(fmt::format(
      "data.{}: {} images are asked for, but the files of {} that are here hold only "
      "{}; ask for at most that many, or for 0 to take them all. `nudge data` says where "
      "the files are.",
      key, wanted, name, there));
}

/// The part of a data set of files that the settings ask for.
Dataset chosen(Dataset data, const DataSettings& settings) {
  if (settings.perClass > 0) {
    data.name += fmt::format("/{}", settings.perClass);
    data.train = firstPerClass(data.train, data.classes, settings.perClass);
    data.test = firstPerClass(data.test, data.classes, testPerClass(settings));
  }
  data.train = grouped(data.train, settings.groups);
  data.test = grouped(data.test, settings.groups);
  if (settings.perClass > 0) return data;
  const auto some = [&](const char* key, ImageSet& set, int count) {
    checkThere(key, count, set.count(), data.name);
    if (count > 0) set = firstOf(set, static_cast<std::size_t>(count));
  };
  some("train", data.train, settings.train);
  some("test", data.test, settings.test);
  return data;
}

void checkExtent(const DataSettings& settings, const Extent& extent,
                 std::vector<std::string>& found) {
  const auto checkCount = [&](const char* key, int count, int most) {
    if (count <= most || settings.perClass > 0) return;
    found.push_back(fmt::format("data.{}: {} are more than the {} that {} has; 0 takes them all.",
                                key, count, most, extent.name));
  };
  checkCount("train", settings.train, extent.train);
  checkCount("test", settings.test, extent.test);
  if (settings.perClass > extent.rarest) {
    found.push_back(fmt::format(
        "data.per_class: {} has only {} training images of its rarest {}, fewer than {}.",
        extent.name, extent.rarest, extent.what, settings.perClass));
  }
}

void checkImages(const DataSettings& settings, std::vector<std::string>& found) {
  DataSettings whole = settings;
  whole.shrink = 1;
  const int side = whole.imageShape().height;
  if (side % settings.shrink == 0) return;
  found.push_back(fmt::format(
      "data.shrink: squares of {} × {} pixels do not fill an image of {} × {}; take a number that "
      "divides {}, like {}.",
      settings.shrink, settings.shrink, side, side, side, side % 4 == 0 ? 4 : 3));
}

void checkGroups(const DataSettings& settings, std::vector<std::string>& found) {
  const std::vector<int>& groups = settings.groups;
  if (groups.empty()) return;
  if (static_cast<int>(groups.size()) != settings.sourceClasses()) {
    found.push_back(fmt::format(
        "data.groups: has {} numbers for {} classes; give one each, −1 to leave a class out.",
        groups.size(), settings.sourceClasses()));
    return;
  }
  for (int k = 0; k < std::max(2, settings.classes()); ++k) {
    if (std::find(groups.begin(), groups.end(), k) != groups.end()) continue;
    found.push_back(fmt::format(
        "data.groups: nothing is in class {}; count the classes to be learnt from 0, two at least.",
        k));
    return;
  }
}

void checkAugmentation(const DataSettings& settings, std::vector<std::string>& found) {
  if (settings.source == DataSource::Cifar10) return;
  if (settings.flip) {
    found.emplace_back(
        "data.flip: a mirrored digit is another sign, or none; switch it off, or choose CIFAR-10.");
  }
  if (settings.normalise) {
    found.emplace_back(
        "data.normalise: mean and standard deviation are those of CIFAR-10's colours, and digits "
        "are learnt from 0 to 1; switch it off, or choose CIFAR-10.");
  }
}

}  // namespace

const Fields<DataSettings>& DataSettings::fields() {
  static const Fields<DataSettings> table = [] {
    FieldTable<DataSettings> t;
    t.add(&DataSettings::source, "source", "Data set", "Where the samples come from",
          {{"digits", "Drawn digits", "Drawn by the program, as many as you like; no download"},
           {"mnist", "MNIST", "Handwritten digits: 60,000 to learn from, 10,000 to be tested on"},
           {"cifar10", "CIFAR-10",
            "Colour images of 32 × 32 pixels, ten classes: 50,000 to learn from, 10,000 to be "
            "tested on"},
           {"patterns", "3 × 3 patterns",
            "Two images, the diagonals of 3 × 3 pixels of ±1; tested on the same"}});
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
    t.add(&DataSettings::flip, "flip", "Mirror images", "",
          "Mirrors training images, left for right, with probability ½; not for digits")
        .from("C.2.1")
        .folded();
    t.add(&DataSettings::crop, "crop", "Move images", "",
          "Frames training images with this many black pixels and cuts them to their size at a "
          "random place, so that they move by up to as many; 0 is off")
        .range(0, kWidestCrop)
        .in("pixels")
        .from("C.2.1")
        .folded();
    t.add(&DataSettings::normalise, "normalise", "Normalise colours", "",
          "Gives the network (pixel − mean)/deviation of each colour of CIFAR-10, in place of "
          "pixels from 0 to 1")
        .from("C.2.1")
        .folded();
    t.add(&DataSettings::shrink, "shrink", "Shrink images", "",
          "Side of the squares of pixels that become one, their mean: 4 makes 7 × 7 of 28 × 28")
        .range(1, 32)
        .in("pixels")
        .folded();
    t.add(&DataSettings::groups, "groups", "Groups of classes", "",
          "For each class of the data set, counted from 0, the one that it is learnt as; −1 leaves "
          "it out; empty: all, as they are")
        .range(-1, 9)
        .upTo(10)
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

MapShape DataSettings::imageShape() const {
  switch (source) {
    case DataSource::Cifar10:
      return {3, 32 / shrink, 32 / shrink};
    case DataSource::Patterns:
      return {1, kPatternSide / shrink, kPatternSide / shrink};
    case DataSource::Digits:
    case DataSource::Mnist:
      break;
  }
  return {1, 28 / shrink, 28 / shrink};
}

int DataSettings::classes() const {
  return groups.empty() ? sourceClasses() : *std::max_element(groups.begin(), groups.end()) + 1;
}

PixelScale DataSettings::pixelScale() const {
  if (source == DataSource::Patterns) return {{0.5F}, {0.5F}};
  if (!normalise) return {};
  // As the thesis prints them; means and deviations of all 50,000 images, to three or four digits.
  return {{0.4914F, 0.4822F, 0.4465F}, {0.247F, 0.243F, 0.261F}};
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
  if (source == DataSource::Mnist) checkExtent(*this, kMnist, found);
  if (source == DataSource::Cifar10) checkExtent(*this, kCifar, found);
  if (source == DataSource::Patterns) checkExtent(*this, kPatterns, found);
  checkImages(*this, found);
  checkGroups(*this, found);
  checkAugmentation(*this, found);
  return found;
}

Dataset loadDataset(const DataSettings& settings, std::uint64_t seed, const std::stop_token& stop) {
  if (const auto found = settings.problems(); !found.empty()) throw Error(found.front());
  Dataset data = settings.source == DataSource::Mnist      ? chosen(loadMnist(), settings)
                 : settings.source == DataSource::Cifar10  ? chosen(loadCifar(), settings)
                 : settings.source == DataSource::Patterns ? chosen(diagonals(), settings)
                                                           : drawn(settings, seed, stop);
  data.classes = settings.classes();
  if (settings.shrink > 1) {
    data.train = shrunk(data.train, settings.shrink);
    data.test = shrunk(data.test, settings.shrink);
  }
  data.train.scale = data.test.scale = settings.pixelScale();
  return data;
}

}  // namespace nudge
