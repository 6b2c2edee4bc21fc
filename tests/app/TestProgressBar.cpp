// Progress on standard error: one line on a terminal, nothing elsewhere.
#include <array>

#include <fcntl.h>
#include <pty.h>
#include <unistd.h>

#include <QtTest>

#include "app/ProgressBar.h"
#include "core/base/Error.h"
#include "tests/TestProgram.h"

using namespace nudge;

namespace {

/// Standard error is a terminal, or a pipe, while it lives.
class StandardError {
 public:
  explicit StandardError(bool terminal) : before_(::dup(STDERR_FILENO)) {
    if (terminal) {
      QCOMPARE(::openpty(&reader_, &writer_, nullptr, nullptr, nullptr), 0);
    } else {
      std::array<int, 2> ends{};
      QCOMPARE(::pipe(ends.data()), 0);
      reader_ = ends[0];
      writer_ = ends[1];
    }
    QCOMPARE(::fcntl(reader_, F_SETFL, O_NONBLOCK), 0);
    QCOMPARE(::dup2(writer_, STDERR_FILENO), STDERR_FILENO);
  }
  ~StandardError() {
    ::dup2(before_, STDERR_FILENO);
    for (const int file : {before_, reader_, writer_}) ::close(file);
  }
  StandardError(const StandardError&) = delete;
  StandardError& operator=(const StandardError&) = delete;

  /// What was written since it was last asked.
  QString written() const {
    QByteArray bytes(4096, 0);
    const auto count = ::read(reader_, bytes.data(), static_cast<std::size_t>(bytes.size()));
    return QString::fromUtf8(bytes.left(std::max<qsizetype>(count, 0)));
  }

 private:
  int before_;
  int reader_ = -1;
  int writer_ = -1;
};

const QString kWiped = QStringLiteral("\r\033[K");

}  // namespace

class TestProgressBar : public QObject {
  Q_OBJECT

 private slots:
  void aShareIsInPercent() {
    const StandardError terminal(true);
    ProgressBar bar;
    QVERIFY(bar.due());
    bar.show("sampling", 0.5);
    QVERIFY(!bar.due());
    QCOMPARE(terminal.written(),
             kWiped + QString(12, u'█') + QString(12, u'░') + "  50.0 %  sampling");
  }

  void aDownloadIsInMegabytes() {
    const StandardError terminal(true);
    ProgressBar bar;
    bar.show("mnist", 2'500'000, 10'000'000);
    QVERIFY(terminal.written().endsWith("mnist  2.5 of 10.0 MB"));
  }

  void theLineIsWipedAfterTheWork() {
    const StandardError terminal(true);
    ProgressBar bar;
    const double seconds = bar.watch([&] {
      bar.show("sampling", 1.0);
      QTest::qSleep(20);
      QVERIFY(terminal.written().endsWith("100.0 %  sampling"));
    });
    QVERIFY(seconds >= 0.02);
    QCOMPARE(terminal.written(), kWiped);
  }

  void cancelledWorkIsSaid() {
    const StandardError terminal(true);
    ProgressBar bar;
    try {
      bar.watch([&] {
        bar.show("sampling", 0.25);
        terminal.written();
        throw Cancelled();
      });
      QFAIL("it was not said");
    } catch (const Error& error) {
      QCOMPARE(QString(error.what()), QStringLiteral("stopped; nothing was written."));
    }
    QCOMPARE(terminal.written(), kWiped);
  }

  void pipesGetNothing() {
    const StandardError pipe(false);
    {
      ProgressBar bar;
      QVERIFY(!bar.due());
      bar.watch([&] { bar.show("sampling", 0.5); });
    }
    QCOMPARE(pipe.written(), QString());
  }
};

QTEST_APPLESS_MAIN(TestProgressBar)
#include "TestProgressBar.moc"
