#include <QSignalSpy>
#include <QtTest>

#include "core/base/AtomicFile.h"
#include "tests/TestProgram.h"
#include "tests/widgets/Samples.h"
#include "widgets/FeaturesView.h"
#include "widgets/PlotExport.h"
#include "widgets/Theme.h"

using namespace nudge;

namespace {

NetworkSpec smallNetwork() {
  NetworkSpec spec;
  spec.layers = {784, 30, 10};
  return spec;
}

std::shared_ptr<const ClassPatterns> classes() {
  auto patterns = std::make_shared<ClassPatterns>();
  patterns->shape = {1, 28, 28};
  patterns->patterns = samples::image().replicate(1, 10);
  patterns->outputs = Matrix::Identity(10, 10);
  for (int c = 0; c < 10; ++c) patterns->given.push_back(c == 4 ? 9 : c);
  patterns->train = {90, 100};
  patterns->test = {80, 10};
  return patterns;
}

std::shared_ptr<const ActiveUnits> units(int count = 10) {
  auto active = std::make_shared<ActiveUnits>();
  active->image = samples::image();
  for (int k = 0; k < count; ++k) {
    ActiveUnit& unit = active->units.emplace_back();
    unit.unit = 20 - k;
    unit.activity = 1;
    unit.pull = Vector::LinSpaced(10, -0.25F, 0.125F) * static_cast<float>(k + 1);
    unit.pattern = samples::image();
    unit.receptive = Matrix::Random(28, 28);
  }
  return active;
}

struct Shown {
  FeaturesView view;
  explicit Shown(QSize size = {800, 600}) {
    view.setNetwork(smallNetwork());
    view.setClasses(classes());
    view.setUnits(units());
    view.resize(size);
    view.show();
  }
  void click(const QRectF& rect) {
    QTest::mouseClick(&view, Qt::LeftButton, {}, rect.center().toPoint());
  }
};

}  // namespace

class TestFeaturesView : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { Theme::apply(*qApp, Theme::Shade::Light); }

  void clicksChoose() {
    Shown f;
    QSignalSpy classPicked(&f.view, &FeaturesView::classPicked);
    QSignalSpy unitPicked(&f.view, &FeaturesView::unitPicked);
    f.click(f.view.classRect(8));
    QCOMPARE(f.view.chosenClass(), 8);
    QCOMPARE(classPicked.takeFirst().at(0).toInt(), 8);
    f.click(f.view.unitRect(3));
    QCOMPARE(f.view.selectedUnit(), 17);
    QCOMPARE(unitPicked.takeFirst().at(0).toInt(), 17);
    QVERIFY(f.view.accessibleDescription().contains("class 8"));
    QVERIFY(f.view.accessibleDescription().contains("neuron 17"));
  }

  void keysWalk() {
    Shown f;
    f.view.setFocus();
    QTest::keyClick(&f.view, Qt::Key_Right);
    QTest::keyClick(&f.view, Qt::Key_Right);
    QCOMPARE(f.view.chosenClass(), 2);
    QTest::keyClick(&f.view, Qt::Key_Down);
    QCOMPARE(f.view.selectedUnit(), 20);
    QTest::keyClick(&f.view, Qt::Key_Right);
    QCOMPARE(f.view.selectedUnit(), 19);
    QTest::keyClick(&f.view, Qt::Key_Up);
    QTest::keyClick(&f.view, Qt::Key_Left);
    QCOMPARE(f.view.chosenClass(), 1);
    QCOMPARE(f.view.selectedUnit(), 19);
  }

  void tipsSayWhatItIs() {
    Shown f;
    QVERIFY(f.view.tipAt(f.view.classRect(3).center()).contains("own class"));
    QVERIFY(f.view.tipAt(f.view.classRect(4).center()).contains("class 9"));
    const QString tip = f.view.tipAt(f.view.unitRect(0).center());
    QVERIFY(tip.contains("neuron 20"));
    QVERIFY(tip.contains(QStringLiteral("−0.250")));
    QVERIFY(f.view.tipAt({0, 0}).isEmpty());
  }

  void allLiesInsideAtEverySize() {
    for (const QSize size : {QSize(420, 600), QSize(660, 560), QSize(1500, 940)}) {
      Shown f(size);
      const QRectF all = f.view.rect();
      for (int c = 0; c < 10; ++c) QVERIFY(all.contains(f.view.classRect(c)));
      QVERIFY(all.contains(f.view.unitRect(0)));
      QVERIFY(f.view.unitRect(0).top() > f.view.classRect(9).bottom());
      for (int c = 1; c < 10; ++c)
        QVERIFY(!f.view.classRect(c).intersects(f.view.classRect(c - 1)));
    }
  }

  void isExported() {
    QTemporaryDir folder;
    Shown f;
    f.view.setChosenClass(2);
    for (const char* kind : {"png", "svg", "pdf", "csv"}) {
      const QString path = folder.filePath(QStringLiteral("f.%1").arg(kind));
      saveWidget(f.view, path, f.view.size());
      QVERIFY(QFileInfo(path).size() > 1000);
    }
    const QStringList lines = f.view.csv().split('\n');
    QCOMPARE(lines.size(), 22);
    QVERIFY(lines[0].startsWith("layer,unit,activity,weight,x0,x1,"));
    QVERIFY(lines[1].startsWith("class,0,,,"));
    QVERIFY(lines[11].startsWith("1,20,1,-0.166667,"));
    for (int i = 0; i < 21; ++i) QCOMPARE(lines[i].count(','), 787);
  }

  /// No hidden layer, nothing at all, three classes in colour, channels with maps.
  void showsWhatThereIs() {
    Shown f;
    f.view.setUnits(nullptr);
    QVERIFY(!f.view.grab().isNull());
    FeaturesView empty;
    QVERIFY(!empty.grab().isNull());
    QVERIFY(empty.csv().startsWith("layer,unit"));
    NetworkSpec colours;
    colours.layers = {3072, 3};
    colours.image = {3, 32, 32};
    colours.convolutions = {4};
    auto patterns = std::make_shared<ClassPatterns>();
    patterns->shape = {3, 32, 32};
    patterns->patterns = Matrix::Random(3072, 3);
    patterns->outputs = Matrix::Identity(3, 3);
    patterns->given = {0, 1, 2};
    auto channels = std::make_shared<ActiveUnits>();
    ActiveUnit& one = channels->units.emplace_back();
    one.pull = Vector::Ones(3);
    one.pattern = Vector::Zero(3072);
    one.receptive = Matrix::Random(5, 5);
    one.filter = true;
    one.map = Matrix::Random(16, 16);
    f.view.setNetwork(colours);
    f.view.setClasses(patterns);
    f.view.setUnits(channels);
    QVERIFY(!f.view.grab().isNull());
    QVERIFY(f.view.tipAt(f.view.unitRect(0).center()).contains("channel 0"));
  }
};

QTEST_MAIN(TestFeaturesView)
#include "TestFeaturesView.moc"
