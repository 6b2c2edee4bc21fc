// The program's icon, from the program's own resources, at every size that desktops ask for.
#include <QIcon>
#include <QtTest>

#include "tests/TestProgram.h"

class TestIcon : public QObject {
  Q_OBJECT

 private slots:
  void isDrawnAtEverySize_data() {
    QTest::addColumn<int>("size");
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256}) QTest::addRow("%d", size) << size;
  }
  void isDrawnAtEverySize() {
    QFETCH(int, size);
    const QImage image = QIcon(":/icons/nudge.svg").pixmap(size, size).toImage();
    QCOMPARE(image.size(), QSize(size, size));
    QCOMPARE(qAlpha(image.pixel(0, 0)), 0);
    const auto at = [&](double x, double y) {
      return image.pixelColor(static_cast<int>(x * size), static_cast<int>(y * size));
    };
    // The state at rest is blue, the one that it is nudged into orange.
    const QColor rest = at(81 / 256.0, 176 / 256.0), nudged = at(175 / 256.0, 176 / 256.0);
    QVERIFY(rest.blue() > rest.red() + 60);
    QVERIFY(nudged.red() > nudged.blue() + 60);
  }
};

QTEST_MAIN(TestIcon)
#include "TestIcon.moc"
