#include <cstring>

#include <QTemporaryDir>
#include <QtTest>

#include "core/base/Error.h"
#include "core/base/Safetensors.h"
#include "tests/TestProgram.h"

using namespace nudge;

namespace {

TensorFile sample() {
  TensorFile file;
  const std::vector<float> w{1, -1, 2, 3, 4, 5};
  const std::vector<double> d{0.5};
  const std::vector<std::int64_t> i{7, 8};
  file.tensors["W1"] = Tensor::of(std::span<const float>(w), {2, 3});
  file.tensors["loss"] = Tensor::of(std::span<const double>(d), {});
  file.tensors["steps"] = Tensor::of(std::span<const std::int64_t>(i), {2});
  file.metadata["format"] = "test";
  return file;
}

std::string withHeader(const std::string& header, const std::string& data = "") {
  const std::uint64_t length = header.size();
  return std::string(reinterpret_cast<const char*>(&length), 8) + header + data;
}

std::string failure(const std::string& content) {
  try {
    TensorFile::parse(content, "f");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

class TestSafetensors : public QObject {
  Q_OBJECT
 private slots:
  void roundTrip() {
    const std::string bytes = sample().serialise();
    const TensorFile again = TensorFile::parse(bytes, "f");
    QCOMPARE(again.serialise(), bytes);
    QCOMPARE(again.at("W1").floats("W1"), (std::vector<float>{1, -1, 2, 3, 4, 5}));
    QCOMPARE(again.at("W1").shape, (std::vector<std::int64_t>{2, 3}));
    QCOMPARE(again.at("loss").doubles("loss"), std::vector<double>{0.5});
    QCOMPARE(again.at("steps").integers("steps"), (std::vector<std::int64_t>{7, 8}));
    QCOMPARE(again.metadata.at("format"), std::string("test"));
    QVERIFY_EXCEPTION_THROWN(again.at("missing"), Error);
    QVERIFY_EXCEPTION_THROWN(again.at("steps").floats("steps"), Error);
  }

  void throughAFile() {
    QTemporaryDir folder;
    const std::string path = folder.filePath("t.safetensors").toStdString();
    sample().save(path);
    QCOMPARE(TensorFile::load(path).serialise(), sample().serialise());
  }

  void theDataIsWhereOthersExpectIt() {
    const std::string bytes = sample().serialise();
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), 8);
    QCOMPARE(length % 8, std::uint64_t{0});
    float first = 0;
    std::memcpy(&first, bytes.data() + 8 + length, 4);
    QCOMPARE(first, 1.0F);
  }

  void everyCutIsNoticed() {
    const std::string bytes = sample().serialise();
    for (std::size_t size = 0; size < bytes.size(); ++size)
      QVERIFY(!failure(bytes.substr(0, size)).empty());
    QVERIFY(!failure(bytes + "x").empty());
  }

  void badFilesAreRefused_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const std::string& content, const char* says) {
      QTest::newRow(name) << QByteArray::fromStdString(content) << QByteArray(says);
    };
    const std::string entry = R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})";
    row("huge header", std::string(8, '\xff') + "{}", "announces a header");
    row("no JSON", withHeader("nonsense"), "not valid JSON");
    row("no object", withHeader("[]"), "no JSON object");
    row("no dtype", withHeader(R"({"a":{"shape":[2],"data_offsets":[0,8]}})", "12345678"),
        "exactly a dtype");
    row("more keys",
        withHeader(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"x":1}})", "12345678"),
        "exactly");
    row("unknown type",
        withHeader(R"({"a":{"dtype":"F8","shape":[2],"data_offsets":[0,2]}})", "12"),
        "has the type F8");
    row("outside", withHeader(entry, "1234"), "outside the file");
    row("shape too small",
        withHeader(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,8]}})", "12345678"),
        "does not fit");
    row("negative shape",
        withHeader(R"({"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}})", "12345678"),
        "exactly");
    row("overflowing shape",
        withHeader(R"({"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}})"),
        "too large");
    row("reversed",
        withHeader(R"({"a":{"dtype":"F32","shape":[0],"data_offsets":[8,0]}})", "12345678"),
        "outside");
    row("hole", withHeader(R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}})", "12"),
        "hole");
    row("overlap",
        withHeader(
            R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}})",
            "123"),
        "overlaps");
    row("twice",
        withHeader(
            R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}})",
            "1"),
        "twice");
    row("metadata of numbers", withHeader(R"({"__metadata__":{"a":1}})"), "__metadata__");
    row("trailing", withHeader(entry, "123456789"), "follow the last tensor");
  }
  void badFilesAreRefused() {
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, says);
    const std::string message = failure(content.toStdString());
    QVERIFY2(message.find(says.toStdString()) != std::string::npos, message.c_str());
  }
};

QTEST_APPLESS_MAIN(TestSafetensors)
#include "TestSafetensors.moc"
