// A start on a real X server: shown, drawn, clicked, closed.
#include <QGuiApplication>

#include "tests/TestProgram.h"
#include "tests/app/WindowFixture.h"

using namespace nudge;
using nudge::test::WindowFixture;

class TestWindowXcb : public QObject {
  Q_OBJECT
 private slots:
  void startsTrainsAndCloses() {
    QCOMPARE(QGuiApplication::platformName(), QString("xcb"));
    WindowFixture f;
    QVERIFY(QTest::qWaitForWindowExposed(f.window.get()));
    QTRY_COMPARE_WITH_TIMEOUT(f.session().stateInWords(), QString("ready"), 30'000);
    f.click("workspace-3");
    f.click("run-play");
    QTRY_VERIFY_WITH_TIMEOUT(f.session().snapshot().epoch >= 1, 30'000);
    const QImage picture = f.window->grab().toImage();
    QVERIFY(picture.width() >= 1024);
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); y += 7) {
      for (int x = 0; x < picture.width(); x += 7) colours.insert(picture.pixel(x, y));
    }
    QVERIFY(colours.size() > 20);
    QVERIFY(f.window->close());
  }
};

QTEST_MAIN(TestWindowXcb)
#include "TestWindowXcb.moc"
