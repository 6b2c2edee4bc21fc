// Work on a thread of its own: the newest request wins, and nothing counts as done before its
// result has been delivered.
#include <atomic>

#include <QtTest>

#include "app/NewestJob.h"
#include "core/base/Error.h"
#include "tests/TestProgram.h"

using namespace nudge;

namespace {

struct JobFixture : QObject {
  std::atomic<int> worked = 0;
  std::vector<int> results;
  QStringList messages;
  NewestJob<int, int> job{this,
                          [this](int request, const std::stop_token&) {
                            ++worked;
                            if (request < 0) throw Error("negative");
                            return 2 * request;
                          },
                          [this](int result) { results.push_back(result); },
                          [this](const QString& message) { messages.push_back(message); }};

  /// Without the event loop, so that nothing is delivered.
  void untilWorked(int times) {
    for (int i = 0; i < 5000 && worked < times; ++i) QThread::msleep(1);
    QThread::msleep(20);
  }
};

}  // namespace

class TestNewestJob : public QObject {
  Q_OBJECT
 private slots:
  void isBusyUntilTheResultWasDelivered() {
    JobFixture f;
    QVERIFY(!f.job.busy());
    f.job.request(21);
    QVERIFY(f.job.busy());
    f.untilWorked(1);
    QVERIFY(f.job.busy());
    QVERIFY(f.results.empty());
    QTRY_VERIFY(!f.job.busy());
    QCOMPARE(f.results, std::vector<int>{42});
  }

  void isBusyUntilTheErrorWasDelivered() {
    JobFixture f;
    f.job.request(-1);
    f.untilWorked(1);
    QVERIFY(f.job.busy());
    QTRY_VERIFY(!f.job.busy());
    QCOMPARE(f.messages, QStringList{"negative"});
  }

  void dropsFailuresOfRequestsThatAreNotTheNewest() {
    JobFixture f;
    f.job.request(-1);
    f.untilWorked(1);
    f.job.request(3);
    QTRY_VERIFY(!f.job.busy());
    QVERIFY(f.messages.isEmpty());
    QCOMPARE(f.results, std::vector<int>{6});
  }

  void dropsResultsThatWereOvertaken() {
    JobFixture f;
    f.job.request(1);
    f.untilWorked(1);
    f.job.request(2);
    f.untilWorked(2);
    QTRY_VERIFY(!f.job.busy());
    QCOMPARE(f.results, std::vector<int>{4});
  }
};

QTEST_GUILESS_MAIN(TestNewestJob)
#include "TestNewestJob.moc"
