#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nudge {

/// A named array of a tensor file. Data is little-endian, rows first.
struct Tensor {
  enum class Type { F32, F64, I32, I64, U8 };

  Type type = Type::F32;
  std::vector<std::int64_t> shape;  ///< empty: a scalar
  std::string bytes;                ///< raw little-endian values

  static std::size_t bytesPerValue(Type type);
  static std::string_view typeName(Type type);  ///< as in the file: "F32"

  std::size_t count() const { return bytes.size() / bytesPerValue(type); }

  static Tensor of(std::span<const float> values, std::vector<std::int64_t> shape);
  static Tensor of(std::span<const double> values, std::vector<std::int64_t> shape);
  static Tensor of(std::span<const std::int64_t> values, std::vector<std::int64_t> shape);

  /// The values, converted where that loses nothing; throws Error naming `name` on another type.
  std::vector<float> floats(const std::string& name) const;
  std::vector<double> doubles(const std::string& name) const;
  std::vector<std::int64_t> integers(const std::string& name) const;
};

/// The contents of a safetensors file: an 8-byte little-endian header length, a JSON header, raw
/// data. What is written is deterministic: tensors in the order of their names, the header padded
/// to 8 bytes, so that save → load → save is byte-identical.
struct TensorFile {
  std::map<std::string, Tensor> tensors;
  std::map<std::string, std::string> metadata;

  /// Throws Error naming the tensor when it is not there.
  const Tensor& at(const std::string& name) const;

  /// The bytes of a file. Throws Error when a tensor's bytes do not fill its shape.
  std::string serialise() const;
  /// `where` names the file in messages. Throws Error on anything that is no well-formed file:
  /// offsets out of bounds, overlapping or with holes, shapes that do not fit their bytes, unknown
  /// types, duplicate names, a cut-off or over-long file.
  static TensorFile parse(std::string_view content, const std::string& where);

  void save(const std::filesystem::path& path) const;
  static TensorFile load(const std::filesystem::path& path);
  /// Of a file that may be large: its metadata, and those of the tensors `names` that it has. The
  /// others are checked but not read.
  static TensorFile load(const std::filesystem::path& path, const std::vector<std::string>& names);
};

}  // namespace nudge
