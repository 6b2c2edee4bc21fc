// An account on D-Wave's cloud, typed into the window: offscreen, against a virtual chip.
#include <QComboBox>
#include <QDirIterator>
#include <QLineEdit>

#include "app/AccountForm.h"
#include "core/chip/ChipGraph.h"
#include "core/cloud/Configuration.h"
#include "core/cloud/TypedAccount.h"
#include "core/cloud/VirtualChip.h"
#include "tests/TestProgram.h"
#include "tests/app/WindowFixture.h"

using namespace nudge;
using nudge::test::WindowFixture;

namespace {

constexpr const char* kSecret = "DEV-typed-by-hand-and-never-seen";

struct AccountFixture : WindowFixture {
  AccountFixture() {
    qputenv("XDG_CONFIG_HOME", folder.filePath("config").toUtf8());
    qputenv("XDG_CONFIG_DIRS", folder.filePath("none").toUtf8());
    qputenv("DWAVE_METADATA_API_ENDPOINT", "http://127.0.0.1:1/");  // no list of regions
    for (const char* name : {"DWAVE_API_TOKEN", "DWAVE_API_ENDPOINT", "DWAVE_CONFIG_FILE"})
      qunsetenv(name);
    setTypedAccount({});
    Experiment experiment = presetExperiment("ising-digits");
    experiment.machine.kind = MachineKind::DWave;
    document().reset(experiment);
    QTest::keyClick(window.get(), Qt::Key_5);
  }
  ~AccountFixture() { setTypedAccount({}); }

  AccountForm& form() { return *dynamic_cast<AccountForm*>(find("accountToken")->parentWidget()); }

  void type(const char* name, const QString& text) {
    auto* line = find<QLineEdit>(name);
    QVERIFY2(line, name);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
    QTest::keyClick(line, Qt::Key_Tab);
  }

  void typePlace(const QString& address) {
    auto* place = find<QComboBox>("accountPlace");
    QVERIFY(place);
    place->lineEdit()->setFocus();
    place->lineEdit()->selectAll();
    QTest::keyClicks(place->lineEdit(), address);
    QTest::keyClick(place->lineEdit(), Qt::Key_Tab);
  }
};

}  // namespace

class TestAccount : public QObject {
  Q_OBJECT
 private slots:
  void standsBesideTheCloudOnly() {
    AccountFixture f;
    QVERIFY(f.find("accountToken"));
    f.document().set("machine.kind", Json("annealing"));
    QVERIFY(!f.find("accountToken"));
  }

  void connectsWithWhatWasTyped() {
    AccountFixture f;
    VirtualChipSettings served;
    served.token = Token(kSecret);
    const VirtualChip chip(ChipGraph::make(ChipShape::parse("zephyr:2")), served);
    f.typePlace(QString::fromStdString(chip.endpoint()));
    f.type("accountToken", "DEV-another");
    f.click("accountConnect");
    QTRY_VERIFY_WITH_TIMEOUT(f.form().state().contains("token"), 20'000);
    QVERIFY2(!f.form().state().contains("DEV-"), qPrintable(f.form().state()));
    f.type("accountToken", kSecret);
    QCOMPARE(f.find<QLineEdit>("accountToken")->echoMode(), QLineEdit::Password);
    f.click("accountConnect");
    QTRY_VERIFY_WITH_TIMEOUT(f.form().state().contains("Connected"), 20'000);
    QVERIFY2(f.form().state().contains("160 qubits"), qPrintable(f.form().state()));
    // Every client from now on is of this account.
    const CloudConfiguration configuration = loadConfiguration();
    QCOMPARE(configuration.endpoint, chip.endpoint());
    QVERIFY(configuration.token == Token(kSecret));
  }

  void saysWhatCannotBe() {
    AccountFixture f;
    f.typePlace("nowhere-1");
    f.click("accountConnect");
    QTRY_VERIFY_WITH_TIMEOUT(f.form().state().contains("nowhere-1"), 20'000);
    QVERIFY2(f.form().state().contains("eu-central-1"), qPrintable(f.form().state()));
    f.typePlace("http://127.0.0.1:1/sapi");
    f.type("accountToken", kSecret);
    f.click("accountConnect");
    QTRY_VERIFY_WITH_TIMEOUT(f.form().state().contains("127.0.0.1"), 20'000);
    QVERIFY(!f.form().state().contains(kSecret));
  }

  void keepsTheTokenWhereOnlyTheOwnerReads() {
    AccountFixture f;
    f.type("accountToken", kSecret);
    f.click("accountKeep");
    const QString file = f.folder.filePath("config/dwave/dwave.conf");
    QVERIFY2(QFile::exists(file), qPrintable(f.form().state()));
    QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    setTypedAccount({});
    QVERIFY(loadConfiguration().token == Token(kSecret));
    // And it is nowhere else.
    f.document().save(f.folder.filePath("saved.nudge"));
    QDirIterator all(f.folder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
      QFile each(all.next());
      QVERIFY(each.open(QIODevice::ReadOnly));
      QVERIFY2(each.fileName() == file || !each.readAll().contains(kSecret),
               qPrintable(each.fileName()));
    }
  }
};

QTEST_MAIN(TestAccount)
#include "TestAccount.moc"
