// Documents of a hundred megabytes: opened within bounded memory, or refused in a sentence.
#include <cstring>
#include <fstream>

#include <malloc.h>

#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/base/Safetensors.h"
#include "core/chip/Embedding.h"
#include "core/data/CsvInputs.h"
#include "core/data/IdxReader.h"
#include "core/experiment/RunDriver.h"
#include "core/ising/ProblemFile.h"
#include "tests/TestProgram.h"
#include "tests/app/Shell.h"
#include "tests/data/Failure.h"
#include "tests/faults/Memory.h"

using namespace nudge;
using namespace nudge::test;

namespace {

constexpr std::size_t kSize = 100'000'000;

/// How many MiB more than before an action takes at its height.
template <class Action>
double peakOf(const char* what, Action action) {
  malloc_trim(0);
  const double before = memoryOf("VmRSS");
  const bool measured = forgetPeak() && kMeasuresMemory;
  action();
  const double more = memoryOf("VmHWM") - before;
  qInfo("%s: %.0f MiB", what, more);
  return measured ? more : 0;
}

#define VERIFY_PEAK(what, most, action)                         \
  do {                                                          \
    const double peak = peakOf(what, [&] { action; });          \
    QVERIFY2(peak < (most), qPrintable(QString::number(peak))); \
  } while (false)

/// `piece` again and again.
void writeLarge(const std::filesystem::path& path, const std::string& begin,
                const std::function<std::string(std::size_t)>& piece, const std::string& end) {
  writeFileAtomically(path, [&](std::ostream& out) {
    out << begin;
    std::size_t bytes = begin.size();
    for (std::size_t k = 0; bytes < kSize; ++k) {
      const std::string next = piece(k);
      out << next;
      bytes += next.size();
    }
    out << end;
  });
}

std::string number(std::size_t value) { return std::to_string(value); }

}  // namespace

class TestLargeDocuments : public QObject {
  Q_OBJECT

 private slots:
  void experiments() {
    const auto path = at("large.nudge");
    std::string text = smallExperiment(3).toText();
    text.resize(text.rfind('}'));
    writeLarge(
        path, text + ", \"about\": \"", [](auto) { return std::string(1000, 'a'); }, "\"}\n");
    VERIFY_PEAK("a document", 16, VERIFY_SAYS(Experiment::load(path), "is larger than"));
  }

  void checkpoints() {
    // A run whose checkpoint is large, as that of a large network: the window reads its head only.
    const RunFolder folder = RunFolder::create(at("run"), smallExperiment(3));
    auto run = startRun(smallExperiment(3));
    folder.saveAll(*run);
    const auto path = folder.path() / "checkpoint.safetensors";
    TensorFile file = TensorFile::load(path);
    const std::vector<float> much(kSize / sizeof(float));
    file.tensors["zz_more"] =
        Tensor::of(std::span<const float>(much), {static_cast<std::int64_t>(much.size())});
    file.save(path);
    file = {};
    VERIFY_PEAK("a checkpoint's experiment", 8,
                QCOMPARE(folder.experiment().name, std::string("small")));
    VERIFY_PEAK("whether a run is done", 8, QVERIFY(!folder.finished()));
    VERIFY_PEAK("a checkpoint", 150, QVERIFY(folder.load() != nullptr));
    // Cut off in the middle.
    std::filesystem::resize_file(path, kSize / 2);
    VERIFY_SAYS(folder.experiment(), "cut off");
    VERIFY_SAYS(folder.load(), "cut off");
  }

  void headersOfTensors() {
    const auto path = at("header.safetensors");
    std::string length(8, '\0');
    const std::uint64_t bytes = kSize - 8;
    std::memcpy(length.data(), &bytes, 8);
    writeLarge(
        path, length + "{\"a\":[1", [](auto) { return std::string(",1,1,1,1,1,1,1,1"); }, "]}");
    VERIFY_PEAK("a header", 8, VERIFY_SAYS(TensorFile::load(path), "announces a header of"));
  }

  void isingProblems() {
    const auto path = at("large.coo");
    // Millions of couplings, each once.
    constexpr std::size_t kSpins = 20'000;
    const auto line = [](std::size_t k) {
      const std::size_t i = k % kSpins, j = (i + 1 + k / kSpins) % kSpins;
      return number(i) + ' ' + number(j) + (k % 2 == 0 ? " 0.25\n" : " -1\n");
    };
    writeLarge(path, "", line, "");
    VERIFY_PEAK("lines of i j J", 1200, QCOMPARE(readProblem(path).spins(), kSpins));
    writeLarge(path, "", line, "0 1 not\n");
    VERIFY_PEAK("a wrong last line", 1200, VERIFY_SAYS(readProblem(path), "line "));
  }

  void modelsInJson() {
    const auto path = at("model.json");
    writeLarge(
        path, "{\"type\": \"BinaryQuadraticModel\", \"linear_biases\": [0",
        [](auto) { return std::string(", 0.25, -1, 0.5"); }, "]}");
    VERIFY_PEAK("a model", 1200, VERIFY_SAYS(readProblem(path), "model.json: "));
    // Twice as much.
    std::ofstream(path, std::ios::app) << std::string(kSize, ' ');
    VERIFY_PEAK("a larger one", 450, VERIFY_SAYS(readProblem(path), "lines of i j J"));
  }

  void embeddings() {
    const auto path = at("embedding.json");
    writeLarge(
        path, "{\"0\": [0", [](auto k) { return ", " + number(k + 1); }, "]}");
    VERIFY_PEAK("an embedding", 40, VERIFY_SAYS(readEmbedding(path), "is larger than"));
  }

  void images() {
    const auto path = at("images.idx");
    constexpr std::size_t kCount = 127'551;
    std::string head{0, 0, 8, 3};
    for (const std::size_t size : {kCount, std::size_t{28}, std::size_t{28}})
      for (const int shift : {24, 16, 8, 0}) head += static_cast<char>(size >> shift & 0xFF);
    std::size_t left = kCount * 28 * 28;
    writeLarge(
        path, head,
        [&](auto) {
          const std::size_t now = std::min(left, std::size_t{1} << 16);
          left -= now;
          return std::string(now, 'x');
        },
        std::string(left > kSize ? left - kSize : 0, 'x'));
    const std::string content = readFile(path, 1 << 30);
    VERIFY_PEAK("images", 250, (void)failureOf([&] {
                  (void)parseIdxImages(std::as_bytes(std::span(content)), "images.idx");
                }));
  }

  void tables() {
    const auto path = at("inputs.csv");
    writeLarge(
        path, "", [](auto) { return std::string("0, 0.25, 1, 0.5\n"); }, "");
    VERIFY_PEAK("a table of inputs", 600, QVERIFY(readCsvInputs(path).cols() > 6'000'000));
    const RunFolder folder = RunFolder::create(at("tables"), smallExperiment(3));
    writeFileAtomically(folder.timing(), "epoch,seconds\n");
    writeLarge(
        folder.metrics(), "epoch", [](auto) { return std::string(1000, '1'); }, "\n");
    VERIFY_PEAK("a table of epochs", 100, VERIFY_SAYS(folder.epochs(), "is larger than"));
  }

 private:
  std::filesystem::path at(const char* name) const { return place_.filePath(name).toStdString(); }

  QTemporaryDir place_;
};

QTEST_GUILESS_MAIN(TestLargeDocuments)
#include "TestLargeDocuments.moc"
