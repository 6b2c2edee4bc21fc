#include <QtTest>

#include "tests/TestProgram.h"
#include "widgets/ColourScales.h"
#include "widgets/Theme.h"

using namespace nudge;

class TestColourScales : public QObject {
  Q_OBJECT
 private slots:
  void endsAndMiddle() {
    QCOMPARE(ColourScales::at(ColourScale::Cividis, 0), 0xff00224eU);
    QCOMPARE(ColourScales::at(ColourScale::Cividis, 1), 0xfffee838U);
    QCOMPARE(ColourScales::at(ColourScale::Viridis, -3), 0xff440154U);
    QCOMPARE(ColourScales::at(ColourScale::Viridis, 7), 0xfffde725U);
    QCOMPARE(ColourScales::at(ColourScale::Cividis, std::nan("")), 0xff00224eU);
  }

  void getsLighter() {
    for (const ColourScale scale : {ColourScale::Cividis, ColourScale::Viridis}) {
      const QList<QRgb>& table = ColourScales::table(scale);
      QCOMPARE(table.size(), 256);
      for (int i = 8; i < 256; i += 8) QVERIFY(qGray(table[i]) >= qGray(table[i - 8]));
    }
  }

  void zeroIsNeutral() {
    const QRgb zero = ColourScales::ofSigned(0, 3);
    QVERIFY(qAbs(qRed(zero) - qBlue(zero)) < 6);
    QVERIFY(qBlue(ColourScales::ofSigned(-3, 3)) > qRed(ColourScales::ofSigned(-3, 3)));
    QVERIFY(qRed(ColourScales::ofSigned(3, 3)) > qBlue(ColourScales::ofSigned(3, 3)));
    QCOMPARE(ColourScales::ofSigned(1, 0), zero);
  }

  void plotsUseTheSameStops() {
    QCPColorGradient gradient = ColourScales::gradient(ColourScale::Viridis);
    QCOMPARE(gradient.color(0, QCPRange(0, 1)), ColourScales::at(ColourScale::Viridis, 0));
    QCOMPARE(gradient.color(1, QCPRange(0, 1)), ColourScales::at(ColourScale::Viridis, 1));
  }

  void indices() {
    QCOMPARE(ColourScales::index(0), 0);
    QCOMPARE(ColourScales::index(1), 255);
    QCOMPARE(ColourScales::index(-1), 0);
    QCOMPARE(ColourScales::index(2), 255);
    QCOMPARE(ColourScales::index(std::nanf("")), 0);
  }

  void shadesFollowThePalette() {
    Theme::apply(*qApp, Theme::Shade::Dark);
    QWidget widget;
    widget.show();
    QVERIFY(Theme::of(&widget).dark());
    Theme::apply(*qApp, Theme::Shade::Light, true);
    QVERIFY(!Theme::of(&widget).dark());
    QVERIFY(Theme::presentation());
    QVERIFY(Theme::small(widget.font()).pointSizeF() >= 14);
    Theme::apply(*qApp, Theme::Shade::Light);
    QVERIFY(Theme::small(widget.font()).pointSizeF() >= 9);
  }

  void phasesAndLayersDiffer() {
    const Theme& theme = Theme::of(qApp->palette());
    QVERIFY(theme.phaseColour(Phase::Nudge, 1) != theme.phaseColour(Phase::Nudge, -1));
    QVERIFY(theme.phaseColour(Phase::Free, 1) == theme.free);
    QSet<QRgb> hues;
    for (int n = 1; n <= 8; ++n) hues.insert(theme.layerColour(n).rgb());
    QCOMPARE(hues.size(), 8);
    QCOMPARE(theme.layerColour(9), theme.layerColour(1));
  }
};

QTEST_MAIN(TestColourScales)
#include "TestColourScales.moc"
