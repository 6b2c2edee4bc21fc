#include <QTemporaryDir>
#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "tests/TestProgram.h"

using namespace nudge;
namespace fs = std::filesystem;

class TestAtomicFile : public QObject {
  Q_OBJECT
 private slots:
  void writesAndReplaces() {
    QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "a.txt";
    writeFileAtomically(path, "first");
    QCOMPARE(readFile(path, 100), std::string("first"));
    writeFileAtomically(path, "second");
    QCOMPARE(readFile(path, 100), std::string("second"));
    QCOMPARE(std::distance(fs::directory_iterator(path.parent_path()), {}), 1);
  }

  void aFailureKeepsTheOldFile() {
    QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "a.txt";
    writeFileAtomically(path, "kept");
    QVERIFY_EXCEPTION_THROWN(writeFileAtomically(path,
                                                 [](std::ostream& stream) {
                                                   stream << "half";
                                                   throw Error("stopped in the middle");
                                                 }),
                             Error);
    QCOMPARE(readFile(path, 100), std::string("kept"));
    QCOMPARE(std::distance(fs::directory_iterator(path.parent_path()), {}), 1);
  }

  void aFullDiskIsAnError() {
    // /dev/full answers every write with "no space left"; a folder in /proc refuses new files.
    try {
      writeFileAtomically("/proc/nudge-cannot-write-here", "x");
      QFAIL("expected an Error");
    } catch (const Error& error) {
      QVERIFY(std::string(error.what()).find("/proc/nudge-cannot-write-here") == 0);
    }
  }

  void readRefusesWhatIsTooLarge() {
    QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "a.txt";
    writeFileAtomically(path, std::string(1000, 'x'));
    QVERIFY_EXCEPTION_THROWN(readFile(path, 999), Error);
    QVERIFY_EXCEPTION_THROWN(readFile(path.parent_path(), 999), Error);
    QVERIFY_EXCEPTION_THROWN(readFile(path.parent_path() / "missing", 999), Error);
  }
};

QTEST_APPLESS_MAIN(TestAtomicFile)
#include "TestAtomicFile.moc"
