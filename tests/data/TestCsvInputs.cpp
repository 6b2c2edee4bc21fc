#include <clocale>

#include <QTemporaryDir>
#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/data/CsvInputs.h"
#include "tests/TestProgram.h"
#include "tests/data/Failure.h"

using namespace nudge;

namespace {
Matrix parsedInputs(const std::string& text) { return parseCsvInputs(text, "in.csv"); }
}  // namespace

class TestCsvInputs : public QObject {
  Q_OBJECT
 private slots:
  void aRowIsASample() {
    const Matrix inputs = parsedInputs("0, 0.5,1\n-1e-2,+2,.25\n");
    QCOMPARE(inputs.rows(), Eigen::Index{3});
    QCOMPARE(inputs.cols(), Eigen::Index{2});
    QCOMPARE(inputs(1, 0), 0.5F);
    QCOMPARE(inputs(0, 1), -0.01F);
    QCOMPARE(inputs(1, 1), 2.0F);
    QCOMPARE(inputs(2, 1), 0.25F);
  }

  void takesWhatProgramsWrite() {
    QVERIFY(parsedInputs("\xEF\xBB\xBFx1,x2\r\n1,2\r\n\r\n3,4\r\n\r\n") ==
            parsedInputs("1,2\n3,4"));
    QVERIFY(parsedInputs("  \n# inputs\n1\n") == parsedInputs("1"));
    QCOMPARE(parsedInputs("1e-60")(0, 0), 0.0F);
    QCOMPARE(parsedInputs("1e-999")(0, 0), 0.0F);
  }

  void readsWhateverTheLocale() {
    const char* set = std::setlocale(LC_ALL, "de_DE.UTF-8");
    const float value = parsedInputs("0.5")(0, 0);
    std::setlocale(LC_ALL, "C");
    QCOMPARE(value, 0.5F);
    if (!set) qInfo("The German locale is not installed here; read with the default one.");
  }

  void refusesNamingLineAndColumn() {
    VERIFY_SAYS(parsedInputs("1,2\n3,abc\n"), "in.csv: line 2, column 2: \"abc\" is not a number");
    VERIFY_SAYS(parsedInputs("1,2\n3,\n"), "in.csv: line 2, column 2: is empty");
    VERIFY_SAYS(parsedInputs("a,b\n1,2\n3\n"),
                "in.csv: line 3 has 1 numbers where the first row has 2");
    VERIFY_SAYS(parsedInputs("a,b\na,b\n"), "line 2, column 1");
    VERIFY_SAYS(parsedInputs("nan,1\n"), "line 1, column 1: nan is not finite");
    VERIFY_SAYS(parsedInputs("1\n-inf\n"), "line 2, column 1: -inf is not finite");
    VERIFY_SAYS(parsedInputs("1\n1e39\n"), "line 2, column 1: 1e39 is not finite");
    VERIFY_SAYS(parsedInputs("1\n1e999\n"), "line 2, column 1: 1e999 is not finite");
    VERIFY_SAYS(parsedInputs("1\n+-1\n"), "\"+-1\" is not a number");
    VERIFY_SAYS(parsedInputs("1\n0x10\n"), "\"0x10\" is not a number");
    VERIFY_SAYS(parsedInputs("1,2\n0;5,1\n"), "with commas between numbers");
  }

  void refusesFilesWithoutNumbers() {
    VERIFY_SAYS(parsedInputs(""), "in.csv: holds no numbers");
    VERIFY_SAYS(parsedInputs("\n \n"), "holds no numbers");
    VERIFY_SAYS(parsedInputs("x1,x2\n"), "holds no numbers");
  }

  void readsFiles() {
    QTemporaryDir folder;
    const auto path = std::filesystem::path(folder.path().toStdString()) / "x.csv";
    VERIFY_SAYS(readCsvInputs(path), "cannot be opened");
    writeFileAtomically(path, "1,2\n3,4\n");
    QVERIFY(readCsvInputs(path) == parsedInputs("1,2\n3,4\n"));
  }
};

QTEST_APPLESS_MAIN(TestCsvInputs)
#include "TestCsvInputs.moc"
