#include <algorithm>
#include <map>

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/data/MnistSource.h"
#include "core/data/Sha256.h"
#include "core/data/Subset.h"
#include "tests/TestProgram.h"
#include "tests/data/Checksum.h"
#include "tests/data/Failure.h"
#include "tests/data/IdxBytes.h"
#include "tests/data/LocalServer.h"

using namespace nudge;
using namespace nudge::test;
namespace fs = std::filesystem;

namespace {

const std::array<std::string, 4> kFiles{"train-images-idx3-ubyte", "train-labels-idx1-ubyte",
                                        "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"};

/// Two training images and one test image, in the four files.
const std::array<std::string, 4> kContents{
    idxBytes({2, 28, 28}, std::string(784, 'a') + std::string(784, 'b')),
    idxBytes({2}, {'\1', '\2'}), idxBytes({1, 28, 28}, std::string(784, 'c')),
    idxBytes({1}, {'\3'})};

void writeSome(const fs::path& folder, bool packed) {
  fs::create_directories(folder);
  for (std::size_t i = 0; i < 4; ++i) {
    if (packed) writeFileAtomically(folder / (kFiles[i] + ".gz"), gzipped(kContents[i]));
    if (!packed) writeFileAtomically(folder / kFiles[i], kContents[i]);
  }
}

}  // namespace

class TestMnistSource : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> folder_;
  QByteArray givenData_;
  LocalServer server_;
  MnistOrigin origin_;

  fs::path root() const { return folder_->path().toStdString(); }

 private slots:
  void initTestCase() {
    qputenv("no_proxy", "127.0.0.1");
    givenData_ = qgetenv("NUDGE_DATA");
    origin_.mirrors = {server_.url() + "/broken/", server_.url() + "/good/"};
    for (std::size_t i = 0; i < 4; ++i) {
      const std::string packed = gzipped(kContents[i]);
      origin_.sha256[i] = sumOf(packed);
      server_.serve("/good/" + kFiles[i] + ".gz", packed, LocalServer::Ranges::Honoured);
    }
    server_.start();
  }
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    qunsetenv("NUDGE_DATA");
    qputenv("XDG_DATA_HOME", folder_->path().toUtf8() + "/share");
  }

  void looksInOrder() {
    QVERIFY(!findMnist());
    writeSome(root() / "share" / "nudge" / "mnist", true);
    QCOMPARE(findMnist().value(), root() / "share" / "nudge" / "mnist");
    qputenv("NUDGE_DATA", folder_->path().toUtf8() + "/given");
    QCOMPARE(findMnist().value(), root() / "share" / "nudge" / "mnist");
    writeSome(root() / "given" / "mnist", false);
    QCOMPARE(findMnist().value(), root() / "given" / "mnist");
    writeSome(root() / "given", true);
    QCOMPARE(findMnist().value(), root() / "given");
    fs::remove(root() / "given" / (kFiles[3] + ".gz"));
    QCOMPARE(findMnist().value(), root() / "given" / "mnist");
  }

  void relativeDataHomeIsIgnored() {
    qputenv("XDG_DATA_HOME", "relative");
    const QByteArray home = qgetenv("HOME");
    qputenv("HOME", folder_->path().toUtf8());
    QCOMPARE(mnistFolder(), root() / ".local" / "share" / "nudge" / "mnist");
    qunsetenv("HOME");
    VERIFY_SAYS(mnistFolder(), "neither XDG_DATA_HOME nor HOME is set");
    qputenv("HOME", home);
  }

  void loadsPlainAndPacked() {
    for (const bool packed : {false, true}) {
      const fs::path folder = root() / (packed ? "packed" : "plain");
      writeSome(folder, packed);
      const Dataset data = loadMnist(folder);
      QCOMPARE(data.name, std::string("MNIST"));
      QCOMPARE(data.classes, 10);
      QCOMPARE(data.train.count(), std::size_t{2});
      QCOMPARE(data.train.image(1)[0], std::uint8_t{'b'});
      QCOMPARE(data.test.labels.front(), std::uint8_t{3});
    }
  }

  void saysHowToGetIt() {
    VERIFY_SAYS(loadMnist(), "MNIST is not here");
    VERIFY_SAYS(loadMnist(), root().string() + "/share/nudge/mnist");
    VERIFY_SAYS(loadMnist(), "nudge data fetch mnist");
    VERIFY_SAYS(loadMnist(), "NUDGE_DATA");
    VERIFY_SAYS(loadMnist(root()), "has neither train-images-idx3-ubyte nor");
  }

  void refusesImagesOfAnotherSize() {
    writeSome(root(), false);
    writeFileAtomically(root() / kFiles[2], idxBytes({1, 2, 2}, "abcd"));
    VERIFY_SAYS(loadMnist(root()), "its images are 2 × 2; MNIST's are 28 × 28");
  }

  void fetchesFromAMirrorThatWorks() {
    std::uintmax_t last = 0, total = 0;
    fetchMnist(
        root() / "new",
        [&](std::uintmax_t done, std::uintmax_t all) {
          if (done < last || done > all) qFatal("progress runs backwards or too far");
          last = done;
          total = all;
          return true;
        },
        origin_);
    QVERIFY(last == total && total > 0);
    QCOMPARE(loadMnist(root() / "new").train.count(), std::size_t{2});
    QCOMPARE(server_.ranges().size(), std::size_t{4});
    server_.forget();
    fetchMnist(root() / "new", {}, origin_);
    QCOMPARE(server_.ranges().size(), std::size_t{0});
  }

  void fetchReplacesOnlyWhatIsUnreadable() {
    writeSome(root(), false);
    writeFileAtomically(root() / kFiles[1], "rubbish");
    server_.forget();
    fetchMnist(root(), {}, origin_);
    QCOMPARE(server_.ranges().size(), std::size_t{1});
    QCOMPARE(loadMnist(root()).train.labels, (std::vector<std::uint8_t>{1, 2}));
  }

  void fetchFailsAndStops() {
    MnistOrigin nowhere = origin_;
    nowhere.mirrors = {server_.url() + "/broken/"};
    VERIFY_SAYS(fetchMnist(root(), {}, nowhere), "status 404");
    VERIFY_SAYS(fetchMnist(root(), {}, nowhere), (root() / (kFiles[0] + ".gz")).string());
    const auto stop = [](std::uintmax_t, std::uintmax_t) { return false; };
    QVERIFY_EXCEPTION_THROWN(fetchMnist(root(), stop, origin_), Cancelled);
  }

  void theRealOne() {
    const QByteArray shared = qgetenv("NUDGE_SHARED_DATA") + "/data";
    qputenv("NUDGE_DATA", givenData_.isEmpty() ? shared : givenData_);
    qputenv("XDG_DATA_HOME", "/nonexistent");
    if (!findMnist()) QSKIP("MNIST is not on this machine; set NUDGE_DATA to test with it.");
    const Dataset data = loadMnist();
    QCOMPARE(data.train.count(), std::size_t{60'000});
    QCOMPARE(data.test.count(), std::size_t{10'000});
    QCOMPARE(
        sumOf(idxBytes({60'000, 28, 28}, {data.train.pixels.begin(), data.train.pixels.end()})),
        std::string("ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"));

    const ImageSet hundred = firstPerClass(data.train, 10, 100);
    std::map<int, int> counts;
    for (const std::uint8_t label : hundred.labels) ++counts[label];
    for (const auto& [label, count] : counts) QCOMPARE(count, 100);
    QCOMPARE(hundred.count(), std::size_t{1000});
    QVERIFY(std::equal(hundred.pixels.begin(), hundred.pixels.begin() + 784 * 100,
                       data.train.pixels.begin()));
  }
};

QTEST_APPLESS_MAIN(TestMnistSource)
#include "TestMnistSource.moc"
