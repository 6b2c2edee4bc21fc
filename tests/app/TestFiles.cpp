// Documents, runs, pictures and problems from files: lately used ones, dropped ones, and the
// session that comes back.
#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QPainter>

#include "app/RecentFiles.h"
#include "app/SessionKeeper.h"
#include "app/workspaces/AnnealingWorkspace.h"
#include "app/workspaces/DynamicsWorkspace.h"
#include "core/base/AtomicFile.h"
#include "tests/TestProgram.h"
#include "tests/app/WindowFixture.h"
#include "tests/data/CifarBytes.h"
#include "widgets/InputView.h"

using namespace nudge;
using namespace nudge::test;

namespace {

/// A window that keeps its session in the fixture's folder, as the program's does.
struct KeptWindow : WindowFixture {
  std::unique_ptr<SessionKeeper> keeper;

  KeptWindow() { keep(); }
  ~KeptWindow() { keeper.reset(); }
  QString file() const { return folder.filePath("session.json"); }
  void keep() { keeper = std::make_unique<SessionKeeper>(*window, file()); }
  /// As if the program were started again.
  void startAgain() {
    keeper.reset();
    open();
    keep();
    keeper->restore();
  }
};

void drop(QWidget& onto, const QString& path) {
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(path)});
  QDragEnterEvent enter(onto.rect().center(), Qt::CopyAction, &data, Qt::LeftButton, {});
  QCoreApplication::sendEvent(&onto, &enter);
  QVERIFY(enter.isAccepted());
  QDropEvent event(onto.rect().center(), Qt::CopyAction, &data, Qt::LeftButton, {});
  QCoreApplication::sendEvent(&onto, &event);
}

/// A "1" in black on white paper, far from the middle.
QString writePicture(const WindowFixture& f) {
  QImage paper(300, 200, QImage::Format_RGB32);
  paper.fill(Qt::white);
  QPainter(&paper).fillRect(20, 20, 12, 90, Qt::black);
  QString path = f.folder.filePath("one.png");
  paper.save(path);
  return path;
}

QMenu* recentMenu(WindowFixture& f) {
  auto* menu = f.window->findChild<QMenu*>("recentFiles");
  if (menu != nullptr) emit menu->aboutToShow();
  return menu;
}

}  // namespace

class TestFiles : public QObject {
  Q_OBJECT
 private slots:
  void savedAndOpenedFilesAreOfferedAgain() {
    WindowFixture f;
    RecentFiles::clear();
    QCOMPARE(recentMenu(f)->actions().size(), 1);
    QVERIFY(!recentMenu(f)->actions().front()->isEnabled());
    const QString path = f.folder.filePath("wörk \"1\".nudge");
    f.window->files().askSavePath = [&] { return QString(path); };
    f.document().set("learning.beta", 3.5);
    QTest::keyClick(f.window.get(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(QFileInfo::exists(path));
    f.document().reset(smallExperiment());
    recentMenu(f)->findChild<QAction*>("recent-0")->trigger();
    QCOMPARE(f.document().experiment().learning.beta, 3.5);
    QCOMPARE(f.document().path(), path);
    QFile::remove(path);
    QVERIFY(RecentFiles::list().isEmpty());
  }

  void onlyTheNewestAreKept() {
    WindowFixture f;
    RecentFiles::clear();
    for (int i = 0; i < 14; ++i) {
      const QString path = f.folder.filePath(QString("%1.nudge").arg(i));
      smallExperiment().save(path.toStdString());
      RecentFiles::add(path);
    }
    RecentFiles::add(f.folder.filePath("5.nudge"));
    QCOMPARE(RecentFiles::list().size(), 10);
    QCOMPARE(QFileInfo(RecentFiles::list().front()).fileName(), QString("5.nudge"));
  }

  void aRunIsOpenedByItsFolder() {
    WindowFixture f;
    f.trainOneEpoch();
    const QString run = f.session().runFolder();
    f.open();
    f.window->files().open(run);
    QTRY_VERIFY_WITH_TIMEOUT(f.session().hasRun(), kPatience);
    QCOMPARE(f.session().runFolder(), run);
    QVERIFY(RecentFiles::list().contains(run));
    f.window->files().open(f.folder.path());
    QVERIFY(f.window->files().warning().contains("there is no run in this folder"));
  }

  void aPictureIsDroppedAndCentred() {
    WindowFixture f;
    QTRY_VERIFY_WITH_TIMEOUT(f.session().data() != nullptr, kPatience);
    drop(*f.window, writePicture(f));
    QVERIFY2(f.window->files().warning().isEmpty(), qPrintable(f.window->files().warning()));
    const Vector& input = f.find<InputView>("input")->image();
    QCOMPARE(input.size(), Eigen::Index{784});
    // Bright on dark, upright, in the middle: columns 13 and 14 hold most of it.
    float middle = 0;
    for (int y = 0; y < 28; ++y) middle += input[y * 28 + 13] + input[y * 28 + 14];
    QVERIFY(middle > 0.6F * input.sum());
    QVERIFY(input.sum() > 30 && input[0] == 0);
    QVERIFY(f.find<InputView>("input")->drawing());
  }

  void brokenAndEmptyPicturesSaySo() {
    WindowFixture f;
    QTRY_VERIFY_WITH_TIMEOUT(f.session().data() != nullptr, kPatience);
    const QString broken = f.folder.filePath("broken.png");
    writeFileAtomically(broken.toStdString(), "not a picture");
    drop(*f.window, broken);
    QVERIFY(f.window->files().warning().contains("is not a picture that can be read"));
    QImage paper(40, 40, QImage::Format_RGB32);
    paper.fill(Qt::white);
    const QString empty = f.folder.filePath("empty.png");
    paper.save(empty);
    drop(*f.window, empty);
    QVERIFY(f.window->files().warning().contains("shows nothing"));
  }

  void coloursAreTakenWhereTheDataHasThem() {
    WindowFixture f;
    writeCifarFiles(f.folder.path().toStdString());
    const QByteArray before = qgetenv("NUDGE_DATA");
    qputenv("NUDGE_DATA", f.folder.path().toUtf8());
    const auto restore = qScopeGuard(
        [&] { before.isNull() ? qunsetenv("NUDGE_DATA") : qputenv("NUDGE_DATA", before); });
    Experiment experiment = smallExperiment();
    experiment.network.layers = {3072, 30, 20};
    experiment.data = {.source = DataSource::Cifar10, .train = 0, .test = 0};
    f.document().reset(experiment);
    QTRY_VERIFY_WITH_TIMEOUT(f.session().data() && f.session().data()->train.channels == 3,
                             kPatience);
    QImage red(64, 100, QImage::Format_RGB32);
    red.fill(QColor(255, 0, 0));
    const QString path = f.folder.filePath("red.png");
    red.save(path);
    drop(*f.window, path);
    QVERIFY2(f.window->files().warning().isEmpty(), qPrintable(f.window->files().warning()));
    const Vector& input = f.find<InputView>("input")->image();
    QCOMPARE(input.size(), Eigen::Index{3072});
    QCOMPARE(input[0], 1.0F);
    QCOMPARE(input[1024], 0.0F);
    QVERIFY(!f.find<InputView>("input")->drawing());
  }

  void aProblemIsDroppedAndAnnealed() {
    WindowFixture f;
    const QString path = f.folder.filePath("two spins.txt");
    writeFileAtomically(path.toStdString(), "2 1\n0 1 -1\n");
    drop(*f.window, path);
    auto& page = dynamic_cast<AnnealingWorkspace&>(f.window->workspace(3));
    QVERIFY(page.isVisible());
    QVERIFY(page.problemOpen());
    QTRY_VERIFY_WITH_TIMEOUT(page.complete(), kPatience);
  }

  void severalFilesAtOnceAreNotTaken() {
    WindowFixture f;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile("/a"), QUrl::fromLocalFile("/b")});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(f.window.get(), &enter);
    QVERIFY(!enter.isAccepted());
  }

  void aRunIsReportedOf() {
    WindowFixture f;
    QStringList shown;
    f.window->files().showPage = [&](const QString& path) { shown << path; };
    auto* report = f.window->findChild<QAction*>("reportOfRun");
    report->trigger();
    QVERIFY(f.window->files().warning().contains("train first"));
    f.trainOneEpoch();
    const QDir folder(f.session().runFolder());
    QTRY_VERIFY_WITH_TIMEOUT(folder.exists("metrics.csv"), kPatience);
    report->trigger();
    QVERIFY2(f.window->files().warning().isEmpty(), qPrintable(f.window->files().warning()));
    QCOMPARE(shown, QStringList{folder.filePath("report.html")});
    QFile pdf(folder.filePath("report.pdf"));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.read(5) == "%PDF-" && pdf.size() > 20'000);
  }

  void theSessionComesBack() {
    KeptWindow f;
    const QString path = f.folder.filePath("mine.nudge");
    f.window->files().askSavePath = [&] { return QString(path); };
    QTest::keyClick(f.window.get(), Qt::Key_S, Qt::ControlModifier);
    f.trainOneEpoch();
    const QString run = f.session().runFolder();
    f.document().set("learning.beta", 0.7);
    f.window->showWorkspaceNamed("training");
    f.window->setShade(Theme::Shade::Dark);
    bool asked = false;
    f.window->files().confirm = [&](const QString&) { return asked = true; };
    QVERIFY(f.window->close());
    QVERIFY2(!asked, "what comes back need not be asked for");
    f.startAgain();
    QCOMPARE(f.document().path(), path);
    QCOMPARE(f.document().experiment().learning.beta, 0.7);
    QVERIFY(f.document().modified());
    QCOMPARE(f.window->workspaceId(f.window->currentWorkspace()), QString("training"));
    QCOMPARE(f.window->shade(), Theme::Shade::Dark);
    QTRY_VERIFY_WITH_TIMEOUT(f.session().hasRun(), kPatience);
    QCOMPARE(f.session().runFolder(), run);
    QCOMPARE(f.session().snapshot().epochsDone->size(), std::size_t{1});
    f.window->setShade(Theme::Shade::Light);
  }

  void aKilledWindowLosesNothingOfTheLastSeconds() {
    KeptWindow f;
    f.document().set("learning.beta", 0.9);
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(f.file()), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(SavedSession::load(f.file())->experiment.learning.beta, 0.9,
                              kPatience);
    // Not closed: the next one begins where this one was.
    f.startAgain();
    QCOMPARE(f.document().experiment().learning.beta, 0.9);
    QVERIFY(f.document().modified());
  }

  void aRunThatIsGoneIsNoTrouble() {
    KeptWindow f;
    SavedSession session;
    session.experiment = smallExperiment();
    session.run = f.folder.filePath("gone");
    session.workspace = "network";
    session.save(f.file());
    f.startAgain();
    QVERIFY(f.window->files().warning().isEmpty());
    QCOMPARE(f.window->workspaceId(f.window->currentWorkspace()), QString("network"));
  }

  void aDamagedSessionIsPutAsideAndSaid_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("cut off") << QByteArray("{\"format\": \"nudge-se") << "line 1";
    QTest::newRow("newer") << QByteArray(R"({"format": "nudge-session", "version": 2})")
                           << "version 2";
    QTest::newRow("wrong type") << QByteArray(
                                       R"({"format": "nudge-session", "version": 1,
        "experiment": {"format": "nudge-experiment", "version": 1}, "dark": 3})")
                                << "dark must be true or false";
    QTest::newRow("empty") << QByteArray() << "line 1";
  }

  void aDamagedSessionIsPutAsideAndSaid() {
    QFETCH(QByteArray, text);
    QFETCH(QString, said);
    KeptWindow f;
    f.keeper.reset();
    writeFileAtomically(f.file().toStdString(), text.toStdString());
    f.startAgain();
    QVERIFY2(f.window->files().warning().contains(said), qPrintable(f.window->files().warning()));
    QVERIFY(QFileInfo::exists(f.file() + ".unreadable"));
    QCOMPARE(f.document().experiment().name, std::string("digits"));
  }

  void whatWasNeverSavedIsKeptWhereAnotherDocumentIsOpened() {
    KeptWindow f;
    RecentFiles::clear();
    f.document().set("learning.beta", 1.25);
    QVERIFY(f.window->close());
    f.keeper.reset();
    f.open();
    f.keep();
    f.keeper->keepUnsaved();
    QCOMPARE(RecentFiles::list().size(), 1);
    QCOMPARE(Experiment::load(RecentFiles::list().front().toStdString()).learning.beta, 1.25);
  }

  void whereTheSessionCannotBeKeptClosingAsks() {
    KeptWindow f;
    f.keeper = std::make_unique<SessionKeeper>(*f.window, "/proc/nowhere/session.json");
    f.document().set("learning.beta", 1.25);
    int asked = 0;
    f.window->files().confirm = [&](const QString&) { return ++asked > 1; };
    QVERIFY(!f.window->close());
    QVERIFY(!f.window->files().warning().isEmpty());
    QVERIFY(f.window->close());
    QCOMPARE(asked, 2);
  }
};

QTEST_MAIN(TestFiles)
#include "TestFiles.moc"
