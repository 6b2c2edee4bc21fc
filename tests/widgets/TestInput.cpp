#include <memory>

#include <QTabletEvent>
#include <QtTest>

#include "tests/TestProgram.h"
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
    view.setImage(samples::image(), {1, 28, 28});
    const QImage image = view.grab().toImage();
    QVERIFY(qGray(image.pixel(spot(view, 13, 4))) > 150);
    QVERIFY(qGray(image.pixel(spot(view, 0, 0))) < 60);
    view.setImage(Vector::Ones(7), {1, 0, 0});  // no rectangle: still something to see
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

  void drawsWithAFinger() {
    const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    InputView view;
    view.resize(240, 300);
    view.setDrawing(true);
    view.show();
    QSignalSpy finished(&view, &InputView::strokeFinished);
    QTest::touchEvent(&view, screen.get()).press(0, spot(view, 5, 10));
    QTest::touchEvent(&view, screen.get()).move(0, spot(view, 20, 10));
    QTest::touchEvent(&view, screen.get()).release(0, spot(view, 20, 10));
    QCOMPARE(finished.size(), 1);
    QVERIFY(view.image()[10 * 28 + 12] > 0.9F);
    // A picture that isn't drawn on is not changed by a finger.
    view.setDrawing(false);
    const Vector before = view.image();
    QTest::touchEvent(&view, screen.get()).press(0, spot(view, 5, 20));
    QTest::touchEvent(&view, screen.get()).release(0, spot(view, 5, 20));
    QCOMPARE(view.image(), before);
  }

  void aPenIsWiderTheHarderItIsPressed() {
    const auto stroke = [](double pressure, QPointingDevice::PointerType kind, const Vector& from) {
      InputView view;
      view.resize(240, 300);
      if (from.size() > 0) view.setImage(from, {1, 28, 28});
      view.setDrawing(true);
      view.show();
      const QPointingDevice pen("pen", 1, QInputDevice::DeviceType::Stylus, kind,
                                QInputDevice::Capability::Pressure, 1, 1);
      const auto send = [&](QEvent::Type type, int x, double pressed) {
        const QPointF at = spot(view, x, 10);
        QTabletEvent event(type, &pen, at, view.mapToGlobal(at), pressed, 0, 0, 0, 0, 0, {},
                           Qt::LeftButton, Qt::LeftButton);
        QCoreApplication::sendEvent(&view, &event);
        QVERIFY(event.isAccepted());
      };
      send(QEvent::TabletPress, 5, pressure);
      send(QEvent::TabletMove, 20, pressure);
      send(QEvent::TabletRelease, 20, 0);
      return view.image();
    };
    using Kind = QPointingDevice::PointerType;
    const Vector light = stroke(0.1, Kind::Pen, {}), hard = stroke(1, Kind::Pen, {});
    QVERIFY(light[10 * 28 + 12] > 0.8F);
    QVERIFY(hard.sum() > 1.3F * light.sum());
    const Vector erased = stroke(1, Kind::Eraser, hard);
    QVERIFY(erased[10 * 28 + 12] < 0.1F && erased.sum() < 0.5F * hard.sum());
  }

  void whatTheNetworkTakesStandsInTheCorner() {
    InputView view;
    view.resize(240, 300);
    view.setDrawing(true);
    view.show();
    const auto corner = [&] { return qGray(view.grab().toImage().pixel(spot(view, 25, 2))); };
    QVERIFY(corner() < 60);
    view.setTaken(Vector::Ones(784));
    QVERIFY(corner() > 150);
    view.setTaken({});
    QVERIFY(corner() < 60);
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

  void showsColours() {
    // Left to right red, green, blue and white, over black; normalised as the network takes it.
    const MapShape shape{3, 2, 4};
    const PixelScale scale{{0.5F, 0.4F, 0.3F}, {0.25F, 0.2F, 0.3F}};
    Vector image(24);
    for (int c = 0; c < 3; ++c) {
      for (int x = 0; x < 4; ++x) {
        const auto channel = static_cast<std::size_t>(c);
        image[c * 8 + x] = scale.input(x == c || x == 3 ? 1.0F : 0.0F, channel);
        image[c * 8 + 4 + x] = scale.input(0, channel);
      }
    }
    InputView view;
    view.resize(240, 300);
    view.setImage(image, shape, scale);
    const QImage shown = view.grab().toImage();
    const QList<QRgb> expected{0xffff0000, 0xff00ff00, 0xff0000ff, 0xffffffff};
    for (int x = 0; x < 4; ++x) {
      QCOMPARE(shown.pixel(spot(view, x, 0)), expected[x]);
      QCOMPARE(shown.pixel(spot(view, x, 1)), 0xff000000);
    }
    view.setImage(samples::image(), {1, 28, 28});  // and grey again
    QVERIFY(view.grab().toImage().pixel(spot(view, 0, 0)) != 0xff000000);
  }

  void coloursAreNotDrawnOn() {
    InputView view;
    view.resize(240, 300);
    view.setDrawing(true);
    const Vector image = Vector::Constant(3 * 32 * 32, 0.5F);
    view.setImage(image, {3, 32, 32});
    QVERIFY(!view.drawing());
    QVERIFY(!view.drawable());
    view.setDrawing(true);
    QVERIFY(!view.drawing());
    view.show();
    QTest::mouseClick(&view, Qt::LeftButton, {}, spot(view, 5, 5));
    view.clear();
    QVERIFY(view.image() == image);
    view.setImage(samples::image(), {1, 28, 28});
    view.setDrawing(true);
    QVERIFY(view.drawing());
  }

  void doesNotDrawOnASample() {
    InputView view;
    view.resize(240, 300);
    view.setImage(Vector::Zero(784), {1, 28, 28});
    view.show();
    QTest::mouseClick(&view, Qt::LeftButton, {}, spot(view, 5, 5));
    QCOMPARE(view.image().sum(), 0.0F);
  }
};

QTEST_MAIN(TestInput)
#include "TestInput.moc"
