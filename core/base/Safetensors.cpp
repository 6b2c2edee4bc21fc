#include "core/base/Safetensors.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <fstream>
#include <functional>

#include <fmt/format.h>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "core/base/StrictJson.h"

namespace nudge {

static_assert(std::endian::native == std::endian::little, "tensor files are little-endian");

namespace {

constexpr std::uintmax_t kLargestFile = std::uintmax_t{16} << 30;
constexpr std::uint64_t kLongestHeader = 16'000'000;

struct TypeRow {
  Tensor::Type type;
  std::string_view name;
  std::size_t bytes;
};
constexpr std::array<TypeRow, 5> kTypes{{{Tensor::Type::F32, "F32", 4},
                                         {Tensor::Type::F64, "F64", 8},
                                         {Tensor::Type::I32, "I32", 4},
                                         {Tensor::Type::I64, "I64", 8},
                                         {Tensor::Type::U8, "U8", 1}}};

const TypeRow& row(Tensor::Type type) {
  return *std::find_if(kTypes.begin(), kTypes.end(),
                       [&](const TypeRow& r) { return r.type == type; });
}

template <class Value>
Tensor tensorOf(Tensor::Type type, std::span<const Value> values, std::vector<std::int64_t> shape) {
  Tensor tensor;
  tensor.type = type;
  tensor.shape = std::move(shape);
  tensor.bytes.assign(reinterpret_cast<const char*>(values.data()), values.size_bytes());
  return tensor;
}

template <class Stored, class Value>
void copyAs(const std::string& bytes, std::vector<Value>& into) {
  into.resize(bytes.size() / sizeof(Stored));
  for (std::size_t i = 0; i < into.size(); ++i) {
    Stored value;
    std::memcpy(&value, bytes.data() + i * sizeof(Stored), sizeof(Stored));
    into[i] = static_cast<Value>(value);
  }
}

[[noreturn]] void wrongType(const std::string& name, const Tensor& tensor,
                            std::string_view wanted) {
  throw Error(fmt::format("tensor {}: holds {} values; {} are needed.", name,
                          Tensor::typeName(tensor.type), wanted));
}

/// Bytes that a shape takes; throws when that overflows any possible file.
std::uint64_t bytesOf(const std::vector<std::int64_t>& shape, std::size_t valueBytes,
                      const std::string& what) {
  std::uint64_t bytes = valueBytes;
  bool empty = false;
  for (const std::int64_t size : shape) {
    if (size < 0) throw Error(fmt::format("{} has a negative size in its shape.", what));
    if (size == 0) empty = true;
    if (!empty && bytes > kLargestFile / static_cast<std::uint64_t>(size)) {
      throw Error(fmt::format("{} has a shape that is too large for any file.", what));
    }
    if (!empty) bytes *= static_cast<std::uint64_t>(size);
  }
  return empty ? 0 : bytes;
}

struct Entry {
  std::string name;
  Tensor tensor;  // without its bytes
  std::uint64_t begin, end;
};

/// One entry of the header, checked against the bytes that follow it.
Entry readEntry(const std::string& name, const Json& description, std::uint64_t bytes,
                const std::string& where) {
  const std::string what = fmt::format("{}: tensor \"{}\"", where, name);
  const auto wellFormed = [&] {
    if (!description.is_object() || !description.contains("dtype") ||
        !description.contains("shape") || !description.contains("data_offsets") ||
        description.size() != 3) {
      return false;
    }
    const auto unsignedList = [](const Json& list) {
      return list.is_array() && list.size() <= 16 &&
             std::all_of(list.begin(), list.end(), [](const Json& v) {
               return v.is_number_unsigned() && v.get<std::uint64_t>() <= kLargestFile;
             });
    };
    return description["dtype"].is_string() && unsignedList(description["shape"]) &&
           unsignedList(description["data_offsets"]) && description["data_offsets"].size() == 2;
  };
  if (!wellFormed())
    throw Error(fmt::format("{} needs exactly a dtype, a shape and two data_offsets.", what));
  const auto typeName = description["dtype"].get<std::string>();
  const auto type = std::find_if(kTypes.begin(), kTypes.end(),
                                 [&](const TypeRow& r) { return r.name == typeName; });
  if (type == kTypes.end()) {
    throw Error(
        fmt::format("{} has the type {}; F32, F64, I32, I64 and U8 can be read.", what, typeName));
  }
  Entry entry{name,
              {},
              description["data_offsets"][0].get<std::uint64_t>(),
              description["data_offsets"][1].get<std::uint64_t>()};
  entry.tensor.type = type->type;
  entry.tensor.shape = description["shape"].get<std::vector<std::int64_t>>();
  if (entry.begin > entry.end || entry.end > bytes) {
    throw Error(fmt::format("{} lies outside the file ({} to {} of {} bytes); the file is cut off.",
                            what, entry.begin, entry.end, bytes));
  }
  if (bytesOf(entry.tensor.shape, type->bytes, what) != entry.end - entry.begin) {
    throw Error(fmt::format("{} has a shape that does not fit its data.", what));
  }
  return entry;
}

/// Throws unless the tensors fill the bytes behind the header, one after the other.
void checkPlaces(std::vector<Entry>& entries, std::uint64_t bytes, const std::string& where) {
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
  });
  std::uint64_t position = 0;
  for (const Entry& entry : entries) {
    if (entry.begin != position) {
      throw Error(
          fmt::format("{}: tensor \"{}\" overlaps another or leaves a hole.", where, entry.name));
    }
    position = entry.end;
  }
  if (position != bytes) {
    throw Error(fmt::format("{}: {} bytes follow the last tensor; the file is damaged.", where,
                            bytes - position));
  }
}

void readMetadata(const Json& metadata, const std::string& where, TensorFile& file) {
  if (!metadata.is_object()) throw Error(where + ": __metadata__ must be an object of texts.");
  for (const auto& [key, value] : metadata.items()) {
    if (!value.is_string()) throw Error(where + ": __metadata__ must be an object of texts.");
    file.metadata.emplace(key, value.get<std::string>());
  }
}

/// What comes before the tensors' bytes. Throws Error when a tensor's bytes do not fill its shape.
std::string headerOf(const TensorFile& file) {
  Json header = Json::object();
  if (!file.metadata.empty()) header["__metadata__"] = file.metadata;
  std::uint64_t offset = 0;
  for (const auto& [name, tensor] : file.tensors) {
    if (bytesOf(tensor.shape, Tensor::bytesPerValue(tensor.type), name) != tensor.bytes.size()) {
      throw Error(fmt::format("tensor {}: its shape does not fit its data.", name));
    }
    header[name] = {{"dtype", Tensor::typeName(tensor.type)},
                    {"shape", tensor.shape},
                    {"data_offsets", {offset, offset + tensor.bytes.size()}}};
    offset += tensor.bytes.size();
  }
  std::string text = header.dump();
  text.resize((text.size() + 7) / 8 * 8, ' ');
  const std::uint64_t length = text.size();
  return std::string(reinterpret_cast<const char*>(&length), sizeof length) + text;
}

/// A file in memory or on the disk: its size, and how to get a piece of it.
struct Source {
  std::uint64_t size;
  std::function<std::string(std::uint64_t begin, std::uint64_t length)> piece;
};

using Wanted = std::function<bool(const std::string& name)>;

TensorFile readFrom(const Source& source, const std::string& where, const Wanted& wanted) {
  std::uint64_t length = 0;
  if (source.size < sizeof length) {
    throw Error(
        fmt::format("{}: has {} bytes, too few for a safetensors file.", where, source.size));
  }
  std::memcpy(&length, source.piece(0, sizeof length).data(), sizeof length);
  if (length > kLongestHeader || length > source.size - sizeof length) {
    throw Error(
        fmt::format("{}: announces a header of {} bytes but has {}; it is cut off or no "
                    "safetensors file.",
                    where, length, source.size - sizeof length));
  }
  const Json header = parseJson(source.piece(sizeof length, length), where + ": header");
  if (!header.is_object()) throw Error(where + ": its header is no JSON object.");
  const std::uint64_t start = sizeof length + length;
  TensorFile file;
  std::vector<Entry> entries;
  for (const auto& [name, description] : header.items()) {
    if (name == "__metadata__") {
      readMetadata(description, where, file);
    } else {
      entries.push_back(readEntry(name, description, source.size - start, where));
    }
  }
  checkPlaces(entries, source.size - start, where);
  for (Entry& entry : entries) {
    if (!wanted(entry.name)) continue;
    entry.tensor.bytes = source.piece(start + entry.begin, entry.end - entry.begin);
    file.tensors.emplace(entry.name, std::move(entry.tensor));
  }
  return file;
}

TensorFile loadFrom(const std::filesystem::path& path, const Wanted& wanted) {
  std::ifstream stream(path, std::ios::binary | std::ios::ate);
  const std::streamoff size = stream ? std::streamoff(stream.tellg()) : -1;
  // What has no end to be found, as a pipe, is read as a whole.
  if (size < 0 || static_cast<std::uintmax_t>(size) > kLargestFile ||
      !std::filesystem::is_regular_file(path))
    return TensorFile::parse(readFile(path, kLargestFile), path.string());
  const auto piece = [&](std::uint64_t begin, std::uint64_t length) {
    std::string bytes(length, '\0');
    stream.seekg(static_cast<std::streamoff>(begin));
    if (!stream.read(bytes.data(), static_cast<std::streamsize>(length)))
      throw Error(fmt::format("{}: reading it failed.", path.string()));
    return bytes;
  };
  return readFrom({static_cast<std::uint64_t>(size), piece}, path.string(), wanted);
}

}  // namespace

std::size_t Tensor::bytesPerValue(Type type) { return row(type).bytes; }
std::string_view Tensor::typeName(Type type) { return row(type).name; }

Tensor Tensor::of(std::span<const float> values, std::vector<std::int64_t> shape) {
  return tensorOf(Type::F32, values, std::move(shape));
}
Tensor Tensor::of(std::span<const double> values, std::vector<std::int64_t> shape) {
  return tensorOf(Type::F64, values, std::move(shape));
}
Tensor Tensor::of(std::span<const std::int64_t> values, std::vector<std::int64_t> shape) {
  return tensorOf(Type::I64, values, std::move(shape));
}

std::vector<float> Tensor::floats(const std::string& name) const {
  std::vector<float> values;
  if (type == Type::F32) return copyAs<float>(bytes, values), values;
  if (type == Type::F64) return copyAs<double>(bytes, values), values;
  wrongType(name, *this, "F32 or F64");
}

std::vector<double> Tensor::doubles(const std::string& name) const {
  std::vector<double> values;
  if (type == Type::F64) return copyAs<double>(bytes, values), values;
  if (type == Type::F32) return copyAs<float>(bytes, values), values;
  wrongType(name, *this, "F64 or F32");
}

std::vector<std::int64_t> Tensor::integers(const std::string& name) const {
  std::vector<std::int64_t> values;
  if (type == Type::I64) return copyAs<std::int64_t>(bytes, values), values;
  if (type == Type::I32) return copyAs<std::int32_t>(bytes, values), values;
  if (type == Type::U8) return copyAs<std::uint8_t>(bytes, values), values;
  wrongType(name, *this, "I64, I32 or U8");
}

const Tensor& TensorFile::at(const std::string& name) const {
  const auto found = tensors.find(name);
  if (found == tensors.end()) throw Error(fmt::format("tensor {}: is missing.", name));
  return found->second;
}

std::string TensorFile::serialise() const {
  std::string content = headerOf(*this);
  for (const auto& [name, tensor] : tensors) content += tensor.bytes;
  return content;
}

TensorFile TensorFile::parse(std::string_view content, const std::string& where) {
  const auto piece = [content](std::uint64_t begin, std::uint64_t length) {
    return std::string(content.substr(begin, length));
  };
  return readFrom({content.size(), piece}, where, [](const std::string&) { return true; });
}

void TensorFile::save(const std::filesystem::path& path) const {
  // Piece by piece: large networks are not copied once more.
  const std::string header = headerOf(*this);
  writeFileAtomically(path, [&](std::ostream& stream) {
    stream << header;
    for (const auto& [name, tensor] : tensors) stream << tensor.bytes;
  });
}

TensorFile TensorFile::load(const std::filesystem::path& path) {
  return loadFrom(path, [](const std::string&) { return true; });
}

TensorFile TensorFile::load(const std::filesystem::path& path,
                            const std::vector<std::string>& names) {
  return loadFrom(path, [&](const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  });
}

}  // namespace nudge
