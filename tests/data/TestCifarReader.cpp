#include <numeric>

#include <QTemporaryDir>
#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/data/CifarReader.h"
#include "tests/TestProgram.h"
#include "tests/data/CifarBytes.h"
#include "tests/data/Failure.h"

using namespace nudge;
namespace fs = std::filesystem;

namespace {

ImageSet parse(const std::string& bytes) {
  return parseCifar(std::as_bytes(std::span(bytes)), "file");
}

}  // namespace

class TestCifarReader : public QObject {
  Q_OBJECT
 private slots:
  void readsRecords() {
    std::string bytes = cifarRecord(3) + cifarRecord(9);
    bytes[1] = '\x10';              // red, top left
    bytes[1 + 31] = '\x20';         // red, top right
    bytes[1 + 1024 + 32] = '\x30';  // green, second row
    bytes[1 + 2 * 1024] = '\x40';   // blue, top left
    bytes[2 * 3073 - 1] = '\xff';   // blue, bottom right of the second
    const ImageSet set = parse(bytes);
    QVERIFY((set.shape() == MapShape{3, 32, 32}));
    QCOMPARE(set.labels, (std::vector<std::uint8_t>{3, 9}));
    QCOMPARE(set.pixels.size(), std::size_t{2 * 3072});
    QCOMPARE(set.image(0)[0], std::uint8_t{0x10});
    QCOMPARE(set.image(0)[31], std::uint8_t{0x20});
    QCOMPARE(set.image(0)[1024 + 32], std::uint8_t{0x30});
    QCOMPARE(set.image(0)[2048], std::uint8_t{0x40});
    QCOMPARE(set.image(1)[3071], std::uint8_t{0xff});
    QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "batch.bin";
    writeFileAtomically(path, bytes);
    QCOMPARE(readCifar(path).pixels, set.pixels);
  }

  void refusesOtherFiles() {
    VERIFY_SAYS(parse(""), "file: is empty");
    const std::string two = cifarRecord(0) + cifarRecord(1);
    VERIFY_SAYS(parse(two.substr(0, 5000)), "has 5000 bytes, 1 images and 1927 bytes more");
    VERIFY_SAYS(parse(two.substr(0, 5000)), "3073 bytes for each image");
    VERIFY_SAYS(parse(two + "x"), "2 images and 1 bytes more");
    VERIFY_SAYS(parse(two + cifarRecord(10)), "label 2 (counted from 0) is 10");
    VERIFY_SAYS(parse(two + cifarRecord(10)), "from 0 to 9");
    VERIFY_SAYS(readCifar("/nonexistent/data_batch_1.bin"), "/nonexistent/data_batch_1.bin");
    VERIFY_SAYS(parseCifar(std::as_bytes(std::span(two)), "file", 1), "more than 1 images");
  }

  void theRealFiles() {
    const fs::path folder = realCifar();
    if (folder.empty()) QSKIP("CIFAR-10 is not on this machine; set NUDGE_DATA to test with it.");
    for (const char* name : {"data_batch_1.bin", "test_batch.bin"}) {
      const ImageSet set = readCifar(folder / name);
      QVERIFY(set.count() >= 1000);
      std::array<std::size_t, 10> counts{};
      for (const std::uint8_t label : set.labels) ++counts.at(label);
      for (const std::size_t count : counts) {
        QVERIFY(count > set.count() / 20 && count < set.count() / 5);
      }
      // Photographs: neither black nor white, and a pixel is like the one below it.
      const double sum = std::accumulate(set.pixels.begin(), set.pixels.end(), 0.0);
      const double mean = sum / static_cast<double>(set.pixels.size());
      QVERIFY(mean > 100 && mean < 140);
      double steps = 0;
      for (std::size_t i = 0; i < 992; ++i) steps += std::abs(set.pixels[i] - set.pixels[i + 32]);
      QVERIFY2(steps / 992 < 40, "the rows of an image do not belong together");
    }
  }
};

QTEST_APPLESS_MAIN(TestCifarReader)
#include "TestCifarReader.moc"
