#include <QtTest>

#include "tests/TestProgram.h"
#include "widgets/NetworkView.h"
#include "widgets/Theme.h"

using namespace nudge;

/// Plays the owner of the network: takes every proposal.
class TestNetworkView : public QObject {
  Q_OBJECT
 private:
  std::unique_ptr<NetworkView> view_;

 private slots:
  void init() {
    Theme::apply(*qApp, Theme::Shade::Light);
    view_ = std::make_unique<NetworkView>();
    view_->resize(800, 500);
    NetworkSpec spec;
    spec.layers = {784, 400, 10};
    view_->setNetwork(spec);
    connect(view_.get(), &NetworkView::layerResized, this, [this](int layer, int neurons) {
      NetworkSpec next = view_->network();
      next.layers[static_cast<std::size_t>(layer)] = neurons;
      view_->setNetwork(next);
    });
    view_->show();
    QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
  }
  void cleanup() { view_.reset(); }

  void heightsFollowTheSquareRoot() {
    const double ratio = view_->layerRect(0).height() / view_->layerRect(1).height();
    QVERIFY(qAbs(ratio - 1.4) < 0.01);
    QVERIFY(view_->layerRect(0).right() < view_->layerRect(1).left());
  }

  void clickAndKeysSelect() {
    QSignalSpy selected(view_.get(), &NetworkView::layerSelected);
    QTest::mouseClick(view_.get(), Qt::LeftButton, {}, view_->layerRect(1).center().toPoint());
    QCOMPARE(selected.takeFirst().at(0).toInt(), 1);
    QTest::keyClick(view_.get(), Qt::Key_Right);
    QCOMPARE(view_->selected(), 2);
    QTest::keyClick(view_.get(), Qt::Key_Home);
    QCOMPARE(view_->selected(), 0);
  }

  void theHandDragsAnEdge() {
    QSignalSpy resized(view_.get(), &NetworkView::layerResized);
    QSignalSpy finished(view_.get(), &NetworkView::resizeFinished);
    const QRectF column = view_->layerRect(1);
    const QPoint edge(qRound(column.center().x()), qRound(column.bottom()));
    QTest::mousePress(view_.get(), Qt::LeftButton, {}, edge);
    for (int i = 1; i <= 5; ++i) QTest::mouseMove(view_.get(), edge + QPoint(0, 4 * i));
    const QRectF now = view_->layerRect(1);
    QVERIFY(qAbs(now.bottom() - (edge.y() + 20)) < 2);  // the edge stays under the hand
    QTest::mouseRelease(view_.get(), Qt::LeftButton, {}, edge + QPoint(0, 20));
    QVERIFY(resized.size() >= 4);
    QCOMPARE(finished.size(), 1);
    QVERIFY(finished.first().at(1).toInt() > 450);
    QCOMPARE(view_->network().size(1), finished.first().at(1).toInt());
  }

  void keysResizeAndRemove() {
    view_->setSelected(1);
    QTest::keyClick(view_.get(), Qt::Key_Up);
    QCOMPARE(view_->network().size(1), 401);
    QTest::keyClick(view_.get(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(view_->network().size(1), 361);
    QSignalSpy removed(view_.get(), &NetworkView::removeRequested);
    QTest::keyClick(view_.get(), Qt::Key_Delete);
    QCOMPARE(removed.takeFirst().at(0).toInt(), 1);
    view_->setSelected(0);
    QTest::keyClick(view_.get(), Qt::Key_Delete);  // the input stays
    QCOMPARE(removed.size(), 0);
  }

  void thePlusAsksForALayer() {
    QSignalSpy wanted(view_.get(), &NetworkView::insertRequested);
    QTest::mouseMove(view_.get(), view_->insertSpot(2).toPoint());
    QTest::mouseClick(view_.get(), Qt::LeftButton, {}, view_->insertSpot(2).toPoint());
    QCOMPARE(wanted.takeFirst().at(0).toInt(), 2);
    view_->setEditable(false);
    QTest::mouseClick(view_.get(), Qt::LeftButton, {}, view_->insertSpot(2).toPoint());
    QCOMPARE(wanted.size(), 0);
  }

  void flipsFlash() {
    const QPoint at(qRound(view_->insertSpot(1).x()) + 25, qRound(view_->insertSpot(1).y()) + 31);
    const QImage before = view_->grab().toImage();
    view_->flashFlips({0.01, 0});
    const QImage during = view_->grab().toImage();
    QVERIFY(before.pixelColor(at).red() - before.pixelColor(at).blue() <
            during.pixelColor(at).red() - during.pixelColor(at).blue());
    view_->setAnimated(false);
    view_->flashFlips({0.01, 0});
    QCOMPARE(view_->grab().toImage().pixelColor(at), before.pixelColor(at));
  }
};

QTEST_MAIN(TestNetworkView)
#include "TestNetworkView.moc"
