// Drawings brought to where MNIST's digits are.
#include <QtTest>

#include "core/data/Centring.h"
#include "tests/TestProgram.h"

using namespace nudge;

namespace {

const MapShape kPad{1, 28, 28};

Vector withRectangle(const MapShape& shape, int left, int top, int width, int height) {
  Vector image = Vector::Zero(static_cast<Eigen::Index>(shape.size()));
  for (int y = top; y < top + height; ++y)
    for (int x = left; x < left + width; ++x) image[y * shape.width + x] = 1;
  return image;
}

struct Moments {
  double mass = 0, x = 0, y = 0;
  int left = 1000, right = -1, top = 1000, bottom = -1;
};

Moments momentsOf(const Vector& image, const MapShape& shape) {
  Moments m;
  for (int y = 0; y < shape.height; ++y) {
    for (int x = 0; x < shape.width; ++x) {
      const double v = static_cast<double>(image[y * shape.width + x]);
      m.mass += v, m.x += v * (x + 0.5), m.y += v * (y + 0.5);
      if (v < 0.5) continue;
      m.left = std::min(m.left, x), m.right = std::max(m.right, x);
      m.top = std::min(m.top, y), m.bottom = std::max(m.bottom, y);
    }
  }
  m.x /= m.mass, m.y /= m.mass;
  return m;
}

}  // namespace

class TestCentring : public QObject {
  Q_OBJECT
 private slots:
  void anywhereAndOfAnySizeEndsInTheMiddle_data() {
    QTest::addColumn<int>("left");
    QTest::addColumn<int>("top");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("small, upper left") << 1 << 2 << 5 << 8;
    QTest::newRow("small, lower right") << 21 << 18 << 6 << 10;
    QTest::newRow("whole pad") << 0 << 0 << 14 << 28;
    QTest::newRow("wide") << 2 << 20 << 24 << 3;
  }

  void anywhereAndOfAnySizeEndsInTheMiddle() {
    QFETCH(int, left);
    QFETCH(int, top);
    QFETCH(int, width);
    QFETCH(int, height);
    const Moments m =
        momentsOf(centredDigit(withRectangle(kPad, left, top, width, height), kPad, kPad), kPad);
    QVERIFY(std::abs(m.x - 14) < 0.05 && std::abs(m.y - 14) < 0.05);
    const int longer = std::max(m.right - m.left, m.bottom - m.top) + 1;
    QVERIFY2(std::abs(longer - 20) <= 1, qPrintable(QString::number(longer)));
    const double ratio = 1.0 * (m.right - m.left + 1) / (m.bottom - m.top + 1);
    const double drawn = 1.0 * width / height;
    QVERIFY(ratio / drawn > 0.7 && ratio / drawn < 1.4);
  }

  void theCentreOfMassCountsNotTheBox() {
    // A heavy foot: a 7 upside down.
    Vector image = withRectangle(kPad, 4, 4, 2, 12);
    image += withRectangle(kPad, 4, 16, 12, 4);
    const Moments m = momentsOf(centredDigit(image, kPad, kPad), kPad);
    QVERIFY(std::abs(m.x - 14) < 0.2 && std::abs(m.y - 14) < 0.2);
    QVERIFY(m.bottom + 1 - 14 < 14 - m.top);
  }

  void largePicturesAreReduced() {
    const MapShape large{1, 200, 256};
    const Moments m =
        momentsOf(centredDigit(withRectangle(large, 30, 20, 60, 150), large, kPad), kPad);
    QVERIFY(std::abs(m.x - 14) < 0.1 && std::abs(m.y - 14) < 0.1);
    QVERIFY(std::abs(m.mass - 20 * 8) < 8);
  }

  void whatIsCentredStaysAsItIs() {
    const Vector once = centredDigit(withRectangle(kPad, 3, 5, 8, 13), kPad, kPad);
    const Moments first = momentsOf(once, kPad);
    const Moments second = momentsOf(centredDigit(once, kPad, kPad), kPad);
    // Soft edges count as ink: a digit may lose a pixel of its height.
    QVERIFY(std::abs(first.top - second.top) <= 1 && std::abs(first.left - second.left) <= 1);
    QVERIFY(second.mass > 0.8 * first.mass);
  }

  void nothingInkedIsNothing() {
    QVERIFY(centredDigit(Vector::Zero(784), kPad, kPad).isZero());
    QVERIFY(centredDigit(Vector::Constant(784, 0.05F), kPad, kPad).isZero());
  }
};

QTEST_APPLESS_MAIN(TestCentring)
#include "TestCentring.moc"
