#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/data/TarReader.h"
#include "tests/TestProgram.h"
#include "tests/data/Failure.h"
#include "tests/data/TarBytes.h"

using namespace nudge;
namespace fs = std::filesystem;

namespace {

std::vector<TarMember> membersIn(const std::string& bytes) {
  return parseTar(std::as_bytes(std::span(bytes)), "archive");
}

std::string textOf(const TarMember& member) {
  return {reinterpret_cast<const char*>(member.content.data()), member.content.size()};
}

}  // namespace

class TestTarReader : public QObject {
  Q_OBJECT
 private slots:
  void readsFiles() {
    const std::string long512(512, 'x');
    const std::string bytes = tarMember("folder/", "", '5') + tarMember("folder/a", "hello") +
                              tarMember("pax", "27 mtime=1244217063.123456\n", 'x') +
                              tarMember("folder/b", long512) + tarMember("folder/empty", "") +
                              tarEnd();
    const auto members = membersIn(bytes);
    QCOMPARE(members.size(), std::size_t{3});
    QCOMPARE(members[0].name, std::string("folder/a"));
    QCOMPARE(textOf(members[0]), std::string("hello"));
    QCOMPARE(textOf(members[1]), long512);
    QCOMPARE(members[2].content.size(), std::size_t{0});
    QCOMPARE(membersIn(tarEnd()).size(), std::size_t{0});
  }

  void readsOlderForms() {
    for (const std::string& magic : {std::string("ustar "), std::string()}) {
      const auto members = membersIn(tarMember("old/", "", '\0', magic) +
                                     tarMember("old/a", "1", '\0', magic) + tarEnd());
      QCOMPARE(members.size(), std::size_t{1});
      QCOMPARE(members[0].name, std::string("old/a"));
    }
  }

  void readsWhatTarWrites_data() {
    QTest::addColumn<QString>("format");
    for (const char* format : {"gnu", "ustar", "posix", "v7"}) QTest::newRow(format) << format;
  }
  void readsWhatTarWrites() {
    QFETCH(QString, format);
    if (QStandardPaths::findExecutable("tar").isEmpty()) QSKIP("There is no tar here.");
    QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    fs::create_directory(root / "batches");
    writeFileAtomically(root / "batches" / "one.bin", std::string(3000, 'y'));
    writeFileAtomically(root / "batches" / "two.bin", "z");
    QProcess tar;
    tar.setWorkingDirectory(folder.path());
    tar.start("tar", {"--format=" + format, "--sort=name", "-cf", "a.tar", "batches"});
    QVERIFY(tar.waitForFinished());
    if (tar.exitCode() != 0) QSKIP("The tar here does not take these options.");
    const std::string archive = readFile(root / "a.tar", 1 << 20);
    const auto members = membersIn(archive);
    QCOMPARE(members.size(), std::size_t{2});
    QCOMPARE(members[0].name, std::string("batches/one.bin"));
    QCOMPARE(textOf(members[0]), std::string(3000, 'y'));
    QCOMPARE(textOf(members[1]), std::string("z"));
  }

  void refusesWhatIsNoPlainFile() {
    for (const char type : {'1', '2', '3', '4', '6', '7', 'L', 'S'}) {
      VERIFY_SAYS(membersIn(tarMember("link", "", type) + tarEnd()), "neither a file nor a folder");
    }
    for (const char* name : {"/etc/passwd", "../x", "a/../../x", "a/..", "", "a\\b", "a\nb"}) {
      VERIFY_SAYS(membersIn(tarMember(name, "x") + tarEnd()), "a file whose path is");
    }
    VERIFY_SAYS(membersIn(tarMember("a", "1") + tarMember("a", "2") + tarEnd()),
                "has \"a\" a second time");
    std::string many;
    for (int i = 0; i < 1001; ++i) many += tarMember(std::to_string(i), "");
    VERIFY_SAYS(membersIn(many + tarEnd()), "more than 1000 members");
  }

  void refusesDamage() {
    const std::string good = tarMember("a", std::string(1000, 'x')) + tarEnd();
    VERIFY_SAYS(membersIn(""), "at byte 0 the tar archive is cut off");
    VERIFY_SAYS(membersIn("short"), "is cut off");
    VERIFY_SAYS(membersIn(good.substr(0, 1400)), "is cut off within a file");
    VERIFY_SAYS(membersIn(good.substr(0, 1536)), "at byte 1536 the tar archive is cut off");
    std::string damaged = good;
    damaged[0] = 'b';
    VERIFY_SAYS(membersIn(damaged), "a checksum is wrong");
    VERIFY_SAYS(membersIn(std::string(2000, 'x')), "a checksum is wrong");
    std::string huge = tarMember("a", "");
    // GNU's binary form of a size above 8 GiB.
    huge[124] = '\x80';
    huge.replace(148, 8, "        ");
    unsigned sum = 0;
    for (int i = 0; i < 512; ++i)
      sum += static_cast<unsigned char>(huge[static_cast<std::size_t>(i)]);
    huge.replace(148, 7, QString("%1").arg(sum, 6, 8, QChar('0')).toStdString() + '\0');
    VERIFY_SAYS(membersIn(huge + tarEnd()), "size cannot be read");
  }
};

QTEST_APPLESS_MAIN(TestTarReader)
#include "TestTarReader.moc"
