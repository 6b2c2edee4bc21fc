#include <QTemporaryDir>
#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/data/Gzip.h"
#include "core/data/IdxReader.h"
#include "tests/TestProgram.h"
#include "tests/data/Failure.h"
#include "tests/data/IdxBytes.h"

using namespace nudge;
namespace fs = std::filesystem;

namespace {

ImageSet images(const std::string& bytes, std::size_t limit = 1 << 20) {
  return parseIdxImages(bytesOf(bytes), "a file", limit);
}

std::vector<std::uint8_t> labels(const std::string& bytes, int classes = 10) {
  return parseIdxLabels(bytesOf(bytes), "a file", classes);
}

const std::string kTwoImages = idxBytes({2, 2, 3}, "abcdefABCDEF");

}  // namespace

class TestIdxReader : public QObject {
  Q_OBJECT
 private slots:
  void readsPlainAndGzip() {
    for (const std::string& bytes : {kTwoImages, gzipped(kTwoImages)}) {
      const ImageSet set = images(bytes);
      QCOMPARE(set.height, 2);
      QCOMPARE(set.width, 3);
      QCOMPARE(set.pixels.size(), std::size_t{12});
      QCOMPARE(set.pixels[6], std::uint8_t{'A'});
    }
    const std::vector<std::uint8_t> expected{3, 9, 0};
    QCOMPARE(labels(idxBytes({3}, {'\3', '\11', '\0'})), expected);
    QCOMPARE(labels(gzipped(idxBytes({3}, {'\3', '\11', '\0'}))), expected);
  }

  void readsFiles() {
    QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    writeFileAtomically(root / "images", gzipped(kTwoImages));
    writeFileAtomically(root / "labels.gz", idxBytes({2}, {'\1', '\2'}));  // not gzip, whatever
    writeFileAtomically(root / "three", idxBytes({3}, {'\1', '\2', '\3'}));
    const ImageSet set = readIdx(root / "images", root / "labels.gz");
    QCOMPARE(set.count(), std::size_t{2});
    QCOMPARE(set.image(1)[0], std::uint8_t{'A'});
    VERIFY_SAYS(readIdx(root / "images", root / "three"), "holds 3 labels");
    VERIFY_SAYS(readIdx(root / "images", root / "images"), "exchanged");
    VERIFY_SAYS(readIdx(root / "labels.gz", root / "three"), "exchanged");
    VERIFY_SAYS(readIdx(root / "missing", root / "three"), "missing: cannot be opened");
  }

  void refusesOtherKinds() {
    VERIFY_SAYS(images(""), "a file: has 0 bytes");
    VERIFY_SAYS(images("\x89PNG...."), "bytes 0 and 1 are 89 50");
    std::string floats = kTwoImages;
    floats[2] = '\x0d';
    VERIFY_SAYS(images(floats), "byte 2 gives the values' type as 0d");
    VERIFY_SAYS(images(idxBytes({2, 2}, "abcd")), "byte 3 says 2 dimensions, but images have 3");
    VERIFY_SAYS(images(kTwoImages.substr(0, 9)), "ends at byte 9 within its header");
  }

  void refusesWrongLengths() {
    VERIFY_SAYS(images(kTwoImages.substr(0, 20)), "has 4 bytes behind its header, 8 fewer");
    VERIFY_SAYS(images(kTwoImages + "x"), "1 more than the 12");
    VERIFY_SAYS(images(idxBytes({0, 2, 3}, "")), "holds nothing");
    VERIFY_SAYS(images(idxBytes({1, 2, 0}, "")), "holds nothing");
    VERIFY_SAYS(images(idxBytes({0xffffffff, 4096, 4096}, "")), "announces more than");
    VERIFY_SAYS(images(idxBytes({0xffffffff, 1, 1}, "")), "announces more than");
    VERIFY_SAYS(images(idxBytes({1, 0xffffffff, 0xffffffff}, "")), "at most 4096 each");
  }

  void refusesLabelsOutOfRange() {
    const std::string bytes = idxBytes({3}, {'\3', '\11', '\12'});
    VERIFY_SAYS(labels(bytes), "label 2 (counted from 0) is 10; labels go from 0 to 9");
    QCOMPARE(labels(bytes, 11).size(), std::size_t{3});
    QCOMPARE(labels(idxBytes({1}, "\xff"), 256).front(), std::uint8_t{255});
  }

  void refusesBadGzip() {
    const std::string packed = gzipped(kTwoImages);
    for (std::size_t length = 2; length < packed.size(); ++length) {
      VERIFY_SAYS(images(packed.substr(0, length)), "is cut off");
    }
    std::string flipped = packed;
    flipped[flipped.size() - 6] ^= 1;  // the checksum
    VERIFY_SAYS(images(flipped), "is damaged");
    VERIFY_SAYS(images(packed + "tail"), "goes on with something else");
  }

  void readsGzipOfSeveralMembers() {
    const std::string packed = gzipped(kTwoImages.substr(0, 7)) + gzipped(kTwoImages.substr(7));
    QCOMPARE(images(packed).pixels.size(), std::size_t{12});
  }

  void aGzipBombIsStopped() {
    const std::string bomb = gzipped(std::string(50 << 20, '\0'));
    QVERIFY(bomb.size() < 1 << 20);
    VERIFY_SAYS(images(bomb), "unpacks to more than 1048576 bytes");
    QCOMPARE(gunzip(bytesOf(bomb), "bomb", 50 << 20).size(), std::size_t{50 << 20});
    VERIFY_SAYS(gunzip(bytesOf(bomb), "bomb", (50 << 20) - 1), "unpacks to more than");
  }
};

QTEST_APPLESS_MAIN(TestIdxReader)
#include "TestIdxReader.moc"
