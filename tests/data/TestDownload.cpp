#include <QTemporaryDir>
#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/data/Download.h"
#include "core/data/Sha256.h"
#include "tests/FreePort.h"
#include "tests/TestProgram.h"
#include "tests/data/Failure.h"
#include "tests/data/LocalServer.h"

using namespace nudge;
namespace fs = std::filesystem;

namespace {

/// Enough to arrive in many pieces, and no two alike.
std::string someContent() {
  std::string content;
  for (int i = 0; content.size() < 3'000'000; ++i) content += std::to_string(i) + ",";
  return content;
}

}  // namespace

class TestDownload : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> folder_;
  const std::string content_ = someContent();
  std::string sum_;
  LocalServer server_;

  fs::path target() const { return fs::path(folder_->path().toStdString()) / "new" / "file"; }
  fs::path part() const { return target().string() + ".part"; }
  Download wanted(const std::string& path) const {
    Download download;
    download.url = server_.url() + path;
    download.target = target();
    download.sha256 = sum_;
    return download;
  }
  void writePart(std::string_view beginning) const {
    fs::create_directories(target().parent_path());
    writeFileAtomically(part(), beginning);
  }
  void verifyArrived() const {
    QVERIFY(readFile(target(), 1 << 24) == content_);
    QVERIFY(!fs::exists(part()));
  }

 private slots:
  void initTestCase() {
    qputenv("no_proxy", "127.0.0.1");
    QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "content";
    writeFileAtomically(path, content_);
    sum_ = sha256OfFile(path);
    writeFileAtomically(path, "abc");  // the example of FIPS 180-2
    QCOMPARE(sha256OfFile(path),
             std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));

    server_.serve("/file", content_, LocalServer::Ranges::Honoured);
    server_.serve("/no-ranges", content_, LocalServer::Ranges::Ignored);
    server_.serve("/other", "not it", LocalServer::Ranges::Honoured);
    server_.redirect("/moved", "/file");
    server_.redirect("/escape", "file:///etc/passwd");
    server_.redirect("/round", "/round");
    server_.start();
  }
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    server_.forget();
  }

  void whole() {
    std::uintmax_t last = 0, total = 0;
    download(wanted("/file"), [&](std::uintmax_t done, std::uintmax_t all) {
      if (done < last) qFatal("progress went backwards");
      last = done;
      total = std::max(total, all);
      return true;
    });
    verifyArrived();
    QCOMPARE(last, std::uintmax_t{content_.size()});
    QCOMPARE(total, std::uintmax_t{content_.size()});
    QCOMPARE(server_.ranges(), std::vector<std::string>{""});
  }

  void resumed() {
    writePart(content_.substr(0, 1'000'000));
    std::uintmax_t first = 0;
    download(wanted("/file"), [&](std::uintmax_t done, std::uintmax_t) {
      if (first == 0) first = done;
      return true;
    });
    verifyArrived();
    QVERIFY(first >= 1'000'000);
    QCOMPARE(server_.ranges(), std::vector<std::string>{"bytes=1000000-"});
  }

  void rangeIgnored() {
    writePart(content_.substr(0, 1'000'000));
    download(wanted("/no-ranges"));
    verifyArrived();
  }

  void stalePartIsDroppedOnce() {
    writePart(std::string(1'000'000, 'x'));
    download(wanted("/file"));
    verifyArrived();
    QCOMPARE(server_.ranges(), (std::vector<std::string>{"bytes=1000000-", ""}));
  }

  void partThatIsWholeOrTooLong() {
    writePart(content_);
    download(wanted("/file"));
    verifyArrived();
    writePart(content_ + "more");
    download(wanted("/file"));
    verifyArrived();
  }

  void wrongChecksum() {
    VERIFY_SAYS(download(wanted("/other")), "is not the expected file");
    VERIFY_SAYS(download(wanted("/other")), target().string());
    VERIFY_SAYS(download(wanted("/other")), "NUDGE_DATA");
    QVERIFY(!fs::exists(target()));
    QVERIFY(!fs::exists(part()));
    QCOMPARE(server_.ranges().size(), std::size_t{3});
  }

  void aWrongFileLeavesTheOldOne() {
    fs::create_directories(target().parent_path());
    writeFileAtomically(target(), "kept");
    VERIFY_SAYS(download(wanted("/other")), "is not the expected file");
    QCOMPARE(readFile(target(), 100), std::string("kept"));
  }

  void notFound() {
    writePart(content_.substr(0, 10));
    VERIFY_SAYS(download(wanted("/nothing-here")), "status 404, not found");
    QCOMPARE(readFile(part(), 100), content_.substr(0, 10));
    QVERIFY(!fs::exists(target()));
  }

  void offline() {
    Download nobody = wanted("/file");
    nobody.url = "http://127.0.0.1:" + std::to_string(test::freePort()) + "/file";
    VERIFY_SAYS(download(nobody), "cannot be downloaded: Failed to connect");
    VERIFY_SAYS(download(nobody), "Check the network");
    nobody.url = "http://nowhere.invalid/file";
    VERIFY_SAYS(download(nobody), "cannot be downloaded");
    QVERIFY(!fs::exists(part()));
  }

  void cancelledThenResumed() {
    const auto stop = [](std::uintmax_t done, std::uintmax_t) { return done < 500'000; };
    QVERIFY_EXCEPTION_THROWN(download(wanted("/file"), stop), Cancelled);
    QVERIFY(!fs::exists(target()));
    QVERIFY(fs::file_size(part()) >= 500'000);
    download(wanted("/file"));
    verifyArrived();
    QVERIFY(!server_.ranges().at(1).empty());
  }

  void cutConnectionKeepsThePart() {
    server_.serveCut("/cut", content_, 700'000);
    VERIFY_SAYS(download(wanted("/cut")), "cannot be downloaded");
    QVERIFY(fs::file_size(part()) > 0);
    download(wanted("/file"));
    verifyArrived();
  }

  void stalledServer() {
    server_.serveStalled("/stalled", 3);
    Download slow = wanted("/stalled");
    slow.stallSeconds = 1;
    VERIFY_SAYS(download(slow), "cannot be downloaded: Operation too slow");
  }

  void redirects() {
    download(wanted("/moved"));
    verifyArrived();
    VERIFY_SAYS(download(wanted("/escape")), "cannot be downloaded");
    VERIFY_SAYS(download(wanted("/round")), "cannot be downloaded: Maximum (10) redirects");
    Download file = wanted("/file");
    file.url = "file:///etc/passwd";
    VERIFY_SAYS(download(file), "cannot be downloaded");
  }

  void tooLarge() {
    Download small = wanted("/file");
    small.largest = 2'000'000;
    VERIFY_SAYS(download(small), "is larger than 2000000 bytes");
    QVERIFY(!fs::exists(target()));
  }

  void aFolderThatCannotBeWritten() {
    Download nowhere = wanted("/file");
    nowhere.target = "/proc/nudge/file";
    VERIFY_SAYS(download(nowhere), "/proc/nudge/file.part: cannot be written");
  }
};

QTEST_APPLESS_MAIN(TestDownload)
#include "TestDownload.moc"
