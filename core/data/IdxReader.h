#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "core/data/Dataset.h"

namespace nudge {

/// Images and labels in the IDX format of MNIST, plain or gzip (told by the content, not the name).
/// Labels are 0 … classes − 1, classes at most 256. Throws Error naming the file, the byte and what
/// would be right, when a file is of another kind, cut off, too long, damaged or larger than 1 GiB
/// unpacked, when the numbers of images and labels differ, or when a label is out of range.
ImageSet readIdx(const std::filesystem::path& images, const std::filesystem::path& labels,
                 int classes = 10);

/// Grey images from the bytes of an IDX file of three dimensions (count, rows, columns), plain or
/// gzip; the set's labels stay empty. `name` begins every message; `limit` is the most bytes that
/// it may have unpacked.
ImageSet parseIdxImages(std::span<const std::byte> content, const std::string& name,
                        std::size_t limit = std::size_t{1} << 30);

/// Labels from the bytes of an IDX file of one dimension; otherwise the same.
std::vector<std::uint8_t> parseIdxLabels(std::span<const std::byte> content,
                                         const std::string& name, int classes = 10,
                                         std::size_t limit = std::size_t{1} << 30);

}  // namespace nudge
