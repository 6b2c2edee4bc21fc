#include <QClipboard>
#include <QMenu>
#include <QMimeData>
#include <QtTest>

#include "core/base/Error.h"
#include "tests/TestProgram.h"
#include "tests/widgets/Samples.h"
#include "widgets/CellsView.h"
#include "widgets/ErrorPlot.h"
#include "widgets/PlotExport.h"
#include "widgets/Theme.h"

using namespace nudge;

class TestPlotExport : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir folder_;
  QByteArray written(const QString& name) {
    QFile file(folder_.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

 private slots:
  void initTestCase() { Theme::apply(*qApp, Theme::Shade::Light); }

  void savesInFourFormats() {
    ErrorPlot plot;
    plot.setHistory(samples::epochs(3), {});
    for (const char* kind : {"png", "svg", "pdf", "csv"}) {
      savePlot(plot, folder_.filePath(QStringLiteral("plot.") + kind), QSize(640, 400));
    }
    const QImage image(folder_.filePath("plot.png"));
    QCOMPARE(image.size(), QSize(1280, 800));
    QVERIFY(written("plot.svg").contains("<svg"));
    QVERIFY(written("plot.svg").contains("epoch"));  // text stays text
    QVERIFY(written("plot.pdf").startsWith("%PDF"));
    const QList<QByteArray> lines = written("plot.csv").split('\n');
    QCOMPARE(lines.at(0), QByteArray("curve,epoch,error %"));
    QVERIFY(lines.contains(QByteArray("test,2,") +
                           QByteArray::number(samples::epochs(3)[1].testError, 'g', 9)));
  }

  void savesAnyWidget() {
    CellsView view;
    view.resize(100, 100);
    view.setActivations(samples::activations(30));
    saveWidget(view, folder_.filePath("cells.png"), QSize(300, 300));
    QCOMPARE(QImage(folder_.filePath("cells.png")).size(), QSize(600, 600));
    QCOMPARE(view.size(), QSize(100, 100));
    QVERIFY_EXCEPTION_THROWN(saveWidget(view, folder_.filePath("cells.csv"), QSize(9, 9)), Error);
  }

  void saysWhatIsWrong() {
    ErrorPlot plot;
    QVERIFY_EXCEPTION_THROWN(savePlot(plot, folder_.filePath("plot.gif"), QSize(9, 9)), Error);
    QVERIFY_EXCEPTION_THROWN(savePlot(plot, "/no/such/folder/plot.png", QSize(9, 9)), Error);
  }

  void copiesPictureAndData() {
    ErrorPlot plot;
    plot.setHistory(samples::epochs(3), {});
    plot.resize(400, 300);
    plot.show();
    QVERIFY(QTest::qWaitForWindowActive(&plot));
    plot.setFocus();
    QTest::keyClick(&plot, Qt::Key_C, Qt::ControlModifier);
    const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
    QVERIFY(copied->hasImage());
    QCOMPARE(qvariant_cast<QImage>(copied->imageData()).size(), QSize(800, 600));
    QVERIFY(copied->data("image/svg+xml").contains("epoch"));
    QTest::keyClick(&plot, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), plotCsv(plot));
    // What has no data leaves what was copied.
    CellsView view;
    view.resize(100, 100);
    view.setActivations(samples::activations(30));
    copyData(view);
    QCOMPARE(QGuiApplication::clipboard()->text(), plotCsv(plot));
    copyPicture(view);
    QCOMPARE(qvariant_cast<QImage>(QGuiApplication::clipboard()->mimeData()->imageData()).size(),
             QSize(200, 200));
  }

  void hasAMenu() {
    ErrorPlot plot;
    plot.resize(400, 300);
    plot.show();
    QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(50, 50),
                            plot.mapToGlobal(QPoint(50, 50)));
    QCoreApplication::sendEvent(&plot, &event);
    auto* menu = plot.findChild<QMenu*>("plot-menu");
    QVERIFY(menu);
    QStringList names;
    for (const QAction* action : menu->actions()) names << action->objectName();
    QCOMPARE(names, QStringList({"copy-picture", "copy-data", "export-png", "export-svg",
                                 "export-pdf", "export-csv"}));
    menu->close();
  }
};

QTEST_MAIN(TestPlotExport)
#include "TestPlotExport.moc"
