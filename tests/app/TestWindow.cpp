// The window as a hand would use it: real clicks, keys and drags, offscreen.
#include <set>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

#include "core/base/AtomicFile.h"
#include "tests/TestProgram.h"
#include "tests/app/WindowHand.h"
#include "widgets/FieldRow.h"
#include "widgets/NetworkView.h"

using namespace nudge;
using namespace nudge::test;

class TestWindow : public QObject {
  Q_OBJECT
 private slots:
  void opensOnSomethingAlive() {
    WindowFixture f;
    QVERIFY(dynamics(f).isVisible());
    waitForRelaxed(f);
    const int before = dynamics(f).timeIndex();
    QTRY_VERIFY_WITH_TIMEOUT(dynamics(f).timeIndex() != before, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(f.session().stateInWords(), QString("ready"), kPatience);
  }

  void keysChooseWorkspaces() {
    WindowFixture f;
    for (int i = 0; i < f.window->workspaces(); ++i) {
      key(f, static_cast<Qt::Key>(Qt::Key_1 + i));
      for (int k = 0; k < f.window->workspaces(); ++k)
        QCOMPARE(f.window->workspace(k).isVisible(), k == i);
    }
    f.click("workspace-1");
    QVERIFY(f.window->workspace(0).isVisible());
  }

  void layersAreAddedResizedRemoved() {
    WindowFixture f;
    key(f, Qt::Key_1);
    f.click("addLayer");
    QCOMPARE(f.document().experiment().network.layers, (std::vector<int>{784, 60, 40, 20}));
    auto* view = f.find<NetworkView>("network");
    const QRectF layer = view->layerRect(1);
    const QPoint edge(static_cast<int>(layer.center().x()), static_cast<int>(layer.bottom()));
    QTest::mousePress(view, Qt::LeftButton, {}, edge);
    for (int i = 1; i <= 6; ++i) QTest::mouseMove(view, edge + QPoint(0, 5 * i));
    QTest::mouseRelease(view, Qt::LeftButton, {}, edge + QPoint(0, 30));
    const int grown = f.document().experiment().network.size(1);
    QVERIFY2(grown > 60, qPrintable(QString::number(grown)));
    QCOMPARE(f.document().undoStack().count(), 2);
    QTest::mouseClick(view, Qt::LeftButton, {}, view->layerRect(2).center().toPoint());
    f.click("removeLayer");
    QCOMPARE(f.document().experiment().network.depth(), 2);
    for (int i = 0; i < 3; ++i) key(f, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f.document().experiment() == smallExperiment());
  }

  void settingsOfEveryWorkspaceAreFound() {
    WindowFixture f;
    key(f, Qt::Key_2);
    key(f, Qt::Key_F, Qt::ControlModifier);
    auto* line = f.find<QLineEdit>("settingsSearch");
    QVERIFY(line != nullptr && line->hasFocus());
    const auto shown = [&] {
      std::set<std::string> keys;
      for (const auto* row : f.window->findChildren<FieldRow*>())
        if (row->isVisible()) keys.insert(row->field().key);
      return keys;
    };
    QVERIFY(!shown().contains("data.train"));
    QTest::keyClicks(line, "TRAINING samples");
    QVERIFY(shown().contains("data.train"));
    QVERIFY(!shown().contains("learning.beta"));
    // By symbol, and one that is folded away.
    line->clear();
    line->setText("τ");
    QVERIFY(shown().contains("learning.tau"));
    line->clear();
    QTest::keyClicks(line, "early");
    QVERIFY(shown().contains("machine.early_stop"));
    // One that does nothing here is named, and offered once it does.
    line->clear();
    QTest::keyClicks(line, "trotter");
    QVERIFY(shown().empty());
    QVERIFY(f.find<QLabel>("settingsSearchNote")->text().contains("without effect"));
    f.document().set("machine.kind", "quantum-annealing");
    QVERIFY(shown().contains("machine.slices"));
    line->clear();
    QTest::keyClicks(line, "no such thing");
    QVERIFY(f.find<QLabel>("settingsSearchNote")->text().contains("No setting matches"));
    QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(line->text().isEmpty() && !line->hasFocus());
    QVERIFY(shown().contains("learning.beta"));
    // What was found is worked as anywhere.
    QTest::keyClick(f.window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(line, "seed");
    for (auto* row : f.window->findChildren<FieldRow*>()) {
      if (!row->isVisible() || row->field().key != "seed") continue;
      auto* edit = row->findChild<QLineEdit*>();
      edit->selectAll();
      QTest::keyClicks(edit, "17");
      QTest::keyClick(edit, Qt::Key_Return);
    }
    QCOMPARE(f.document().experiment().seed, 17);
  }

  void settingsGoAwayAndComeBack() {
    WindowFixture f;
    const int before = f.window->workspace(1).width();
    key(f, Qt::Key_F9);
    QVERIFY(f.find("settingsSearch") == nullptr);
    QTRY_VERIFY(f.window->workspace(1).width() > before);
    key(f, Qt::Key_3);
    QVERIFY(f.find("settingsSearch") == nullptr);
    key(f, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(f.find("settingsSearch") != nullptr && f.find("settingsSearch")->hasFocus());
    // Presentation on a narrow screen needs their room.
    f.window->resize(1280, 720);
    key(f, Qt::Key_F11);
    QVERIFY(f.find("settingsSearch") == nullptr);
    key(f, Qt::Key_F9);
    QVERIFY(f.find("settingsSearch") != nullptr);
    key(f, Qt::Key_F11);
    QVERIFY(f.find("settingsSearch") != nullptr);
    f.window->resize(1920, 1080);
    key(f, Qt::Key_F11);
    QVERIFY(f.find("settingsSearch") != nullptr);
    key(f, Qt::Key_F11);
  }

  void aPresetIsChosenAndUndone() {
    WindowFixture f;
    auto* choice = f.find<QComboBox>("presetChoice");
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_End);
    QCOMPARE(f.document().experiment().name, std::string(presets().back().name));
    QVERIFY(f.document().modified());
    f.window->setFocus();
    key(f, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f.document().experiment() == smallExperiment());
  }

  void documentsAreSavedAndOpened() {
    WindowFixture f;
    const QString path = f.folder.filePath("mine");
    f.window->files().askSavePath = [path] { return QString(path); };
    f.document().set("seed", 5);
    QVERIFY(f.window->isWindowModified());
    key(f, Qt::Key_S, Qt::ControlModifier);
    QVERIFY(QFile::exists(path + ".nudge"));
    QVERIFY(!f.window->isWindowModified());
    QVERIFY(f.window->windowTitle().contains("mine.nudge"));
    f.document().set("seed", 6);
    f.window->files().open(path + ".nudge");
    QCOMPARE(f.document().experiment().seed, std::int64_t{5});
    writeFileAtomically(f.folder.filePath("bad.nudge").toStdString(), "{\"format\": ");
    f.window->files().open(f.folder.filePath("bad.nudge"));
    QCOMPARE(f.document().experiment().seed, std::int64_t{5});
    QVERIFY(f.find<QWidget>("run-warnings")->isEnabled());
  }

  void unsavedWorkIsNotLostUnasked() {
    WindowFixture f;
    int asked = 0;
    f.window->files().confirm = [&](const QString&) {
      ++asked;
      return false;
    };
    f.document().set("seed", 5);
    f.window->close();
    QVERIFY(f.window->isVisible());
    key(f, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(asked, 2);
    QCOMPARE(f.document().experiment().seed, std::int64_t{5});
  }

  void everyWorkspaceFitsSmallAndLargeScreens_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::newRow("small light") << QSize(1280, 720) << false;
    QTest::newRow("small dark") << QSize(1280, 720) << true;
    QTest::newRow("large") << QSize(1920, 1080) << false;
  }
  void everyWorkspaceFitsSmallAndLargeScreens() {
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    WindowFixture f;
    f.window->setShade(dark ? Theme::Shade::Dark : Theme::Shade::Light);
    f.window->resize(size);
    waitForRelaxed(f);
    for (int i = 0; i < f.window->workspaces(); ++i) {
      f.window->showWorkspace(i);
      QTest::qWait(50);
      QCOMPARE(f.window->size(), size);  // nothing forces the window larger
      for (const QWidget* child : f.window->workspace(i).findChildren<QWidget*>()) {
        if (!child->isVisible() || child->parentWidget() != &f.window->workspace(i)) continue;
        QVERIFY2(f.window->workspace(i).rect().contains(child->geometry()),
                 qPrintable(child->objectName()));
      }
    }
    f.window->setShade(Theme::Shade::Light);
  }
};

QTEST_MAIN(TestWindow)
#include "TestWindow.moc"
