#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

#include "core/data/Dataset.h"

namespace nudge {

/// Bytes of one image in the binary version of CIFAR-10: its label, 0 … 9, then the red, the green
/// and the blue plane of 32 × 32 bytes, rows from the top.
/// (https://www.cs.toronto.edu/~kriz/cifar.html)
inline constexpr std::size_t kCifarRecord = 1 + 3 * 32 * 32;

/// Images and labels of one file of CIFAR-10's binary version. Throws Error naming the file, what
/// is wrong and what would be right, when it cannot be read, is empty, larger than 100,000 images,
/// no whole number of records, or holds a label above 9.
ImageSet readCifar(const std::filesystem::path& path);

/// The same from the file's bytes; `name` begins every message, `most` images may be in it.
ImageSet parseCifar(std::span<const std::byte> content, const std::string& name,
                    std::size_t most = 100'000);

}  // namespace nudge
