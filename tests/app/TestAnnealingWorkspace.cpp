// The Annealing workspace as a hand would use it.
#include <set>

#include <fmt/format.h>

#include <QElapsedTimer>

#include "app/workspaces/AnnealingWorkspace.h"
#include "app/workspaces/ProblemPage.h"
#include "core/base/AtomicFile.h"
#include "core/base/Random.h"
#include "tests/TestProgram.h"
#include "tests/app/WindowHand.h"
#include "widgets/SchedulePlot.h"

using namespace nudge;
using namespace nudge::test;

class TestAnnealingWorkspace : public QObject {
  Q_OBJECT
 private slots:
  void schedulesAreShapedByHand() {
    WindowFixture f;
    key(f, Qt::Key_4);
    auto& page = dynamic_cast<AnnealingWorkspace&>(f.window->workspace(3));
    // A machine that does not anneal says what to do, and offers an example.
    QVERIFY(f.find("annealingHint") != nullptr);
    f.click("annealingExample");
    QVERIFY(f.document().experiment().machine.anneals());
    QVERIFY(f.find("annealingHint") == nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(!page.result().before.energies.empty() && page.complete(), kPatience);
    QCOMPARE(page.result().before.energies.size(), std::size_t{1000});
    QCOMPARE(page.result().depths.size(), std::size_t{19});

    auto* plot = f.find<SchedulePlot>("reverseSchedule");
    QVERIFY(plot != nullptr);
    const QPoint from = plot->pixelOf(1).toPoint();
    const QPoint to(from.x(), (from.y() + plot->pixelOf(0).toPoint().y()) / 2);
    QTest::mousePress(plot, Qt::LeftButton, {}, from);
    QTest::mouseMove(plot, (from + to) / 2);
    QTest::mouseMove(plot, to);
    QTest::mouseRelease(plot, Qt::LeftButton, {}, to);
    const std::vector<double>& dragged = f.document().experiment().machine.annealing.reverse;
    QCOMPARE(dragged.size(), std::size_t{6});
    QVERIFY(dragged[3] > 0.4 && dragged[3] < 0.85);
    QVERIFY(f.document().experiment().problems().empty());
    f.click("straightSchedules");
    QVERIFY(f.document().experiment().machine.annealing.reverse.empty());

    const auto first = page.result().before.energies;
    f.click("sampleAgain");
    QTRY_VERIFY_WITH_TIMEOUT(page.complete() && page.result().before.energies != first, kPatience);
  }

  void aLargeProblemIsAnnealedWithoutStalling() {
    constexpr int kSpins = 10'000, kCouplings = 100'000;
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("large.txt").toStdString();
    std::string text = fmt::format("{} {}\n", kSpins, kCouplings);
    Random random(3, Purpose::Test);
    std::set<std::pair<std::uint32_t, std::uint32_t>> used;
    while (used.size() < kCouplings) {
      const std::uint32_t i = random.below(kSpins), j = random.below(kSpins);
      if (i < j && used.emplace(i, j).second)
        text += fmt::format("{} {} {}\n", i, j, random.below(2) == 0 ? -1 : 1);
    }
    writeFileAtomically(path, text);

    WindowFixture f;
    key(f, Qt::Key_4);
    auto& page = dynamic_cast<AnnealingWorkspace&>(f.window->workspace(3));
    page.openProblem(path);
    // The window goes on: no event waits long while the problem is read, annealed and drawn.
    QElapsedTimer beat;
    qint64 longest = 0;
    beat.start();
    QDeadlineTimer patience(kPatience);
    while (page.problem().result().spins == 0 && !patience.hasExpired()) {
      QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
      longest = std::max(longest, beat.restart());
    }
    f.window->grab();
    qInfo() << "longest wait" << longest << "ms, picture" << beat.elapsed() << "ms";
    const ProblemResult& result = page.problem().result();
    QCOMPARE(result.spins, std::size_t{kSpins});
    QCOMPARE(result.couplings, std::size_t{kCouplings});
    QCOMPARE(result.reads.energies.size(), std::size_t{100});
    QVERIFY(*std::max_element(result.reads.energies.begin(), result.reads.energies.end()) <
            -kCouplings / 5.0);
    QVERIFY(result.history->isWhole());
    // Once more, and closed in the middle of it.
    key(f, Qt::Key_R);
    QVERIFY(!page.complete());
    f.click("problemClose");
    QVERIFY(f.find("annealingHint") != nullptr);
  }

  void aBrokenProblemSaysWhere() {
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("broken.txt").toStdString();
    writeFileAtomically(path, std::string("3 2\n0 1 1\n1 1 nan\n"));
    WindowFixture f;
    key(f, Qt::Key_4);
    auto& page = dynamic_cast<AnnealingWorkspace&>(f.window->workspace(3));
    page.openProblem(path);
    QTRY_VERIFY_WITH_TIMEOUT(page.problem().state().contains("3"), kPatience);
    QVERIFY2(page.problem().state().contains("broken.txt"), qPrintable(page.problem().state()));
  }
};

QTEST_MAIN(TestAnnealingWorkspace)
#include "TestAnnealingWorkspace.moc"
