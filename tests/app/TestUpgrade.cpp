// Files of the first version: documents, runs, sessions, settings, sweeps and lessons. They stay as
// they are: a later version has to read them.
#include <QDir>
#include <QFile>

#include "app/Language.h"
#include "app/RecentFiles.h"
#include "app/SessionKeeper.h"
#include "app/lessons/LessonLibrary.h"
#include "app/workspaces/LessonsWorkspace.h"
#include "core/sweep/Sweep.h"
#include "tests/TestProgram.h"
#include "tests/app/WindowFixture.h"

using namespace nudge;
using namespace nudge::test;

namespace {

QString kept(const QString& name) { return QString(NUDGE_VERSION_1 "/") + name; }

QByteArray bytes(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A copy that may be written to.
QString copied(const QString& name, const QString& folder) {
  const QDir from(kept(name));
  QString to = folder + "/" + name;
  QDir().mkpath(to);
  for (const QString& file : from.entryList(QDir::Files))
    QFile::copy(from.filePath(file), to + "/" + file);
  return to;
}

}  // namespace

class TestUpgrade : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName("Nudge");
    QCoreApplication::setApplicationName("nudge");
  }

  void documentsOpenAndKeepWhatTheySaid() {
    WindowFixture f;
    f.window->files().open(kept("oldest.nudge"));
    QVERIFY2(f.window->files().warning().isEmpty(), qPrintable(f.window->files().warning()));
    const Experiment& experiment = f.document().experiment();
    QCOMPARE(experiment.network.layers, (std::vector<int>{784, 512, 100}));
    QCOMPARE(experiment.learning.tau, (std::vector<double>{2e-6}));
    QCOMPARE(experiment.machine.nudgeSteps, 10);
    QVERIFY(experiment.problems().empty());
    // Settings that came later are at values that change nothing.
    const Json old = Json::parse(bytes(kept("oldest.nudge")).toStdString());
    const Json now = Json::parse(experiment.toText());
    for (const auto& [part, settings] : old.items()) {
      if (!settings.is_object()) continue;
      for (const auto& [key, value] : settings.items())
        QVERIFY2(now[part][key] == value, key.c_str());
    }
  }

  void runsGoOn() {
    WindowFixture f;
    const QString run = copied("run", f.folder.path());
    f.window->files().open(run);
    QTRY_VERIFY_WITH_TIMEOUT(f.session().hasRun(), kPatience);
    QCOMPARE(f.session().snapshot().epochsDone->size(), std::size_t{1});
    f.document().set("learning.epochs", 2);
    f.session().stepEpoch();
    QTRY_VERIFY_WITH_TIMEOUT(f.session().snapshot().epochsDone->size() == 2, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(bytes(run + "/metrics.csv").count('\n') == 3, kPatience);
    QVERIFY(bytes(run + "/metrics.csv").startsWith(bytes(kept("run/metrics.csv"))));
  }

  void sessionsComeBack() {
    WindowFixture f;
    const QString path = f.folder.filePath("session.json");
    QVERIFY(QFile::copy(kept("session.json"), path));
    SessionKeeper keeper(*f.window, path);
    keeper.restore();
    QVERIFY2(f.window->files().warning().isEmpty(), qPrintable(f.window->files().warning()));
    QCOMPARE(f.document().experiment().learning.beta, 1.25);
    QVERIFY(f.document().modified());
    QCOMPARE(f.window->workspaceId(f.window->currentWorkspace()), QString("training"));
    QCOMPARE(f.window->shade(), Theme::Shade::Dark);
    f.window->setShade(Theme::Shade::Light);
  }

  void settingsAreFound() {
    WindowFixture f;
    const QString place = f.folder.filePath("settings/Nudge");
    QVERIFY(QDir().mkpath(place));
    QFile::remove(place + "/nudge.conf");
    QVERIFY(QFile::copy(kept("settings.conf"), place + "/nudge.conf"));
    QSettings().sync();
    f.open();
    QCOMPARE(currentLanguage(), QString("fr"));
    QCOMPARE(RecentFiles::list(), QStringList{"/"});  // the other one is gone
    f.window->findChild<QAction*>("continueRun")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(f.window->files().warning().contains("/nowhere/runs/digits") ||
                                 f.session().warnings().join(' ').contains("/nowhere/runs/digits"),
                             kPatience);
    auto& lessons = dynamic_cast<LessonsWorkspace&>(f.window->workspace(6));
    QVERIFY(lessons.finished("01-energy") && lessons.finished("02-nudge"));
    QVERIFY(!lessons.finished("03-gradient"));
  }

  void sweepsAndLessonsAreRead() {
    const std::string path = kept("sweep.json").toStdString();
    const Sweep sweep = Sweep::load(path);
    QCOMPARE(sweep.cases.size(), std::size_t{4});
    QCOMPARE(sweep.seeds.size(), std::size_t{2});
    QTemporaryDir folder;
    copied("lesson", folder.path());
    qputenv("NUDGE_LESSONS", folder.path().toUtf8());
    const LessonLibrary library = LessonLibrary::load();
    qunsetenv("NUDGE_LESSONS");
    QVERIFY2(library.problems.isEmpty(), qPrintable(library.problems.join('\n')));
    QCOMPARE(library.lessons.back().lesson.number, 99.0);
    QCOMPARE(library.lessons.back().lesson.steps.size(), std::size_t{1});
  }
};

QTEST_MAIN(TestUpgrade)
#include "TestUpgrade.moc"
