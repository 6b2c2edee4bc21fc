#include <memory>

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/data/CifarSource.h"
#include "tests/FreePort.h"
#include "tests/TestProgram.h"
#include "tests/data/Checksum.h"
#include "tests/data/CifarBytes.h"
#include "tests/data/Failure.h"
#include "tests/data/IdxBytes.h"
#include "tests/data/LocalServer.h"
#include "tests/data/TarBytes.h"

using namespace nudge;
using namespace nudge::test;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> kNames{"data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin",
                                      "data_batch_4.bin", "data_batch_5.bin", "test_batch.bin"};

/// One image a file, its label the file's place.
std::string contentOf(std::size_t index) { return cifarRecord(static_cast<int>(index), 'p'); }

/// Like the original: a folder, texts, and the files in no order; without the file `but`.
std::string archiveWithout(const std::string& but) {
  const std::string folder = "cifar-10-batches-bin/";
  std::string tar = tarMember(folder, "", '5') + tarMember(folder + "readme.html", "<html>");
  for (std::size_t i = kNames.size(); i-- > 0;) {
    if (kNames[i] != but) tar += tarMember(folder + kNames[i], contentOf(i));
  }
  return gzipped(tar + tarEnd());
}

void writeSmall(const fs::path& folder, const std::vector<std::size_t>& files = {0, 5}) {
  fs::create_directories(folder);
  for (const std::size_t i : files) writeFileAtomically(folder / kNames[i], contentOf(i));
}

}  // namespace

class TestCifarSource : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> folder_;
  QByteArray givenData_;
  LocalServer server_;
  const std::string archive_ = archiveWithout("");

  fs::path root() const { return folder_->path().toStdString(); }
  fs::path target() const { return root() / "new" / "cifar-10-binary.tar.gz"; }
  CifarOrigin origin(const std::string& path, const std::string& content) const {
    return {{server_.url() + path}, sumOf(content)};
  }
  CifarOrigin good() const { return origin("/good/", archive_); }

 private slots:
  void initTestCase() {
    qputenv("no_proxy", "127.0.0.1");
    givenData_ = qgetenv("NUDGE_DATA");
    const std::string file = "cifar-10-binary.tar.gz";
    server_.serve("/good/" + file, archive_, LocalServer::Ranges::Honoured);
    server_.serve("/less/" + file, archiveWithout(kNames[2]), LocalServer::Ranges::Honoured);
    server_.serve("/half/" + file, archive_.substr(0, archive_.size() / 2),
                  LocalServer::Ranges::Honoured);
    server_.serveCut("/cut/" + file, archive_, archive_.size() / 2);
    server_.start();
  }
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    qunsetenv("NUDGE_DATA");
    qputenv("XDG_DATA_HOME", folder_->path().toUtf8() + "/share");
    server_.forget();
  }

  void looksInOrder() {
    QVERIFY(!findCifar());
    writeSmall(root() / "share" / "nudge" / "cifar10");
    QCOMPARE(findCifar().value(), root() / "share" / "nudge" / "cifar10");
    const fs::path given = root() / "given";
    qputenv("NUDGE_DATA", QByteArray::fromStdString(given.string()));
    QCOMPARE(findCifar().value(), root() / "share" / "nudge" / "cifar10");
    writeSmall(given / "some-images");
    fs::create_directories(given / "another");
    QCOMPARE(findCifar().value(), given / "some-images");
    writeSmall(given / "cifar-10-batches-bin");
    QCOMPARE(findCifar().value(), given / "cifar-10-batches-bin");
    writeSmall(given / "cifar10");
    QCOMPARE(findCifar().value(), given / "cifar10");
    writeSmall(given);
    QCOMPARE(findCifar().value(), given);
    fs::remove(given / "test_batch.bin");
    QCOMPARE(findCifar().value(), given / "cifar10");
    fs::remove(given / "cifar10" / "data_batch_1.bin");
    QCOMPARE(findCifar().value(), given / "cifar-10-batches-bin");
  }

  void loadsWhatIsThereInOrder() {
    writeSmall(root(), {3, 1, 5});
    writeFileAtomically(root() / "data_batch_12.bin", cifarRecord(7));
    writeFileAtomically(root() / "data_batch_x.bin", "not one");
    const Dataset data = loadCifar(root());
    QCOMPARE(data.name, std::string("CIFAR-10"));
    QCOMPARE(data.classes, 10);
    QCOMPARE(data.train.labels, (std::vector<std::uint8_t>{1, 3, 7}));
    QCOMPARE(data.train.image(1)[5], std::uint8_t{'p'});
    QCOMPARE(data.test.labels, (std::vector<std::uint8_t>{5}));
  }

  void saysHowToGetIt() {
    VERIFY_SAYS(loadCifar(), "CIFAR-10 is not here");
    VERIFY_SAYS(loadCifar(), root().string() + "/share/nudge/cifar10");
    VERIFY_SAYS(loadCifar(), "nudge data fetch cifar10");
    VERIFY_SAYS(loadCifar(), "NUDGE_DATA");
    VERIFY_SAYS(loadCifar(root()), "has no data_batch_1.bin");
    writeSmall(root(), {0});
    VERIFY_SAYS(loadCifar(root()), "test_batch.bin");
  }

  void fetches() {
    std::uintmax_t last = 0, total = 0;
    fetchCifar(
        root() / "new",
        [&](std::uintmax_t done, std::uintmax_t all) {
          if (done < last) qFatal("progress runs backwards");
          last = done;
          total = std::max(total, all);
          return true;
        },
        good());
    QVERIFY(last == total && total > 0);
    const Dataset data = loadCifar(root() / "new");
    QCOMPARE(data.train.labels, (std::vector<std::uint8_t>{0, 1, 2, 3, 4}));
    QCOMPARE(data.test.labels, (std::vector<std::uint8_t>{5}));
    QVERIFY(!fs::exists(target()));
    QVERIFY(!fs::exists(root() / "new" / "readme.html"));
    server_.forget();
    fetchCifar(root() / "new", {}, good());
    QCOMPARE(server_.ranges().size(), std::size_t{0});
    writeFileAtomically(root() / "new" / kNames[4], "rubbish");
    fetchCifar(root() / "new", {}, good());
    QCOMPARE(loadCifar(root() / "new").train.count(), std::size_t{5});
  }

  void goesOnWhereItStopped() {
    fs::create_directories(root() / "new");
    writeFileAtomically(target().string() + ".part", archive_.substr(0, 100));
    fetchCifar(root() / "new", {}, good());
    QCOMPARE(server_.ranges(), std::vector<std::string>{"bytes=100-"});
    QCOMPARE(loadCifar(root() / "new").train.count(), std::size_t{5});
  }

  void takesAnArchiveThatWasPutThere() {
    fs::create_directories(root() / "new");
    writeFileAtomically(target(), archive_);
    fetchCifar(root() / "new", {}, good());
    QCOMPARE(server_.ranges().size(), std::size_t{0});
    QCOMPARE(loadCifar(root() / "new").train.count(), std::size_t{5});
  }

  void refusesAnotherArchive() {
    const auto into = root() / "new";
    // Another one than announced, and one that is cut off on its way.
    VERIFY_SAYS(fetchCifar(into, {}, origin("/less/", archive_)), "is not the expected file");
    VERIFY_SAYS(fetchCifar(into, {}, origin("/cut/", archive_)), "cannot be downloaded");
    QVERIFY(!fs::exists(target()));
    // What no checksum tells: an archive that is cut off, or that lacks a file.
    const std::string half = archive_.substr(0, archive_.size() / 2);
    VERIFY_SAYS(fetchCifar(into, {}, origin("/half/", half)), "is cut off");
    VERIFY_SAYS(fetchCifar(into, {}, origin("/less/", archiveWithout(kNames[2]))),
                "has no cifar-10-batches-bin/data_batch_3.bin");
    QVERIFY(!fs::exists(into / "test_batch.bin"));
  }

  void failsAndStops() {
    const auto into = root() / "new";
    CifarOrigin nobody = good();
    nobody.mirrors = {"http://127.0.0.1:" + std::to_string(freePort()) + "/"};
    VERIFY_SAYS(fetchCifar(into, {}, nobody), "Failed to connect");
    VERIFY_SAYS(fetchCifar(into, {}, nobody), "put it at " + target().string());
    VERIFY_SAYS(fetchCifar(into, {}, nobody), "NUDGE_DATA");
    VERIFY_SAYS(fetchCifar(into, {}, origin("/nothing/", archive_)), "status 404");
    nobody.mirrors.push_back(good().mirrors.front());
    fetchCifar(into, {}, nobody);
    QVERIFY(fs::exists(into / "test_batch.bin"));
    const auto stop = [](std::uintmax_t, std::uintmax_t) { return false; };
    QVERIFY_EXCEPTION_THROWN(fetchCifar(root() / "other", stop, good()), Cancelled);
  }

  void theRealOne() {
    if (!givenData_.isEmpty()) qputenv("NUDGE_DATA", givenData_);
    qputenv("XDG_DATA_HOME", "/nonexistent");
    if (realCifar().empty()) {
      QSKIP("CIFAR-10 is not on this machine; set NUDGE_DATA to test with it.");
    }
    const Dataset data = loadCifar();
    QVERIFY(data.train.count() >= 10'000);
    QVERIFY(data.test.count() >= 2'000);
    QCOMPARE(data.train.imageSize(), std::size_t{3072});
  }
};

QTEST_APPLESS_MAIN(TestCifarSource)
#include "TestCifarSource.moc"
