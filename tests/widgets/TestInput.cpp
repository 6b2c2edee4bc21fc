#include <QtTest>

#include "tests/widgets/Samples.h"
#include "widgets/InputView.h"
#include "widgets/Theme.h"

using namespace nudge;

class TestInput : public QObject {
  Q_OBJECT
 private:
  static QPoint spot(const InputView& view, int x, int y) {
    return view.pixelRect(x, y).center().toPoint();
  }

 private slots:
  void initTestCase() { Theme::apply(*qApp, Theme::Shade::Light); }

  void showsWhatItGets() {
    InputView view;
    view.resize(240, 300);
    view.setImage(samples::image(), 28, 28);
    const QImage image = view.grab().toImage();
    QVERIFY(qGray(image.pixel(spot(view, 13, 4))) > 150);
    QVERIFY(qGray(image.pixel(spot(view, 0, 0))) < 60);
    view.setImage(Vector::Ones(7), 0, 0);  // no rectangle: still something to see
    QVERIFY(!view.grab().isNull());
  }

  void drawsWithTheMouse() {
    InputView view;
    view.resize(240, 300);
    view.setDrawing(true);
    view.show();
    QCOMPARE(view.image().size(), 784);
    QSignalSpy drawn(&view, &InputView::drawn);
    QSignalSpy finished(&view, &InputView::strokeFinished);
    QTest::mousePress(&view, Qt::LeftButton, {}, spot(view, 5, 10));
    QTest::mouseMove(&view, spot(view, 20, 10));
    QTest::mouseRelease(&view, Qt::LeftButton, {}, spot(view, 20, 10));
    QVERIFY(drawn.size() >= 2);
    QCOMPARE(finished.size(), 1);
    QVERIFY(view.image()[10 * 28 + 12] > 0.9F);  // between the ends too
    QVERIFY(view.image()[20 * 28 + 12] == 0);
    const float edge = view.image()[12 * 28 + 12];
    QVERIFY(edge < 1);  // soft
    QTest::mouseClick(&view, Qt::RightButton, {}, spot(view, 12, 10));
    QVERIFY(view.image()[10 * 28 + 12] < 0.1F);
    QTest::mouseClick(&view, Qt::LeftButton, Qt::ShiftModifier, spot(view, 18, 10));
    QVERIFY(view.image()[10 * 28 + 18] < 0.1F);
    view.clear();
    QCOMPARE(view.image().sum(), 0.0F);
  }

  void drawsWithKeys() {
    InputView view;
    view.resize(240, 300);
    view.setDrawing(true);
    view.show();
    QSignalSpy drawn(&view, &InputView::drawn);
    QTest::keyClick(&view, Qt::Key_Left);
    QTest::keyClick(&view, Qt::Key_Up);
    QTest::keyClick(&view, Qt::Key_Space);
    QCOMPARE(drawn.size(), 1);
    QVERIFY(view.image()[13 * 28 + 13] > 0.9F);
    QTest::keyClick(&view, Qt::Key_Backspace);
    QVERIFY(view.image()[13 * 28 + 13] < 0.1F);
  }

  void doesNotDrawOnASample() {
    InputView view;
    view.resize(240, 300);
    view.setImage(Vector::Zero(784), 28, 28);
    view.show();
    QTest::mouseClick(&view, Qt::LeftButton, {}, spot(view, 5, 5));
    QCOMPARE(view.image().sum(), 0.0F);
  }
};

QTEST_MAIN(TestInput)
#include "TestInput.moc"
