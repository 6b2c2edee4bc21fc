#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "core/base/AtomicFile.h"
#include "core/data/CifarReader.h"
#include "core/data/CifarSource.h"

/// The bytes of one image of CIFAR-10's binary version, all pixels alike.
inline std::string cifarRecord(int label, char pixel = '\0') {
  std::string record(nudge::kCifarRecord, pixel);
  record[0] = static_cast<char>(label);
  return record;
}

/// One image of each class, whose green is 25 times its class, for training and for tests.
inline void writeCifarFiles(const std::filesystem::path& folder) {
  std::string records;
  for (int label = 0; label < 10; ++label) {
    std::string record = cifarRecord(label);
    std::fill_n(record.begin() + 1 + 1024, 1024, static_cast<char>(25 * label));
    records += record;
  }
  for (const char* name : {"data_batch_1.bin", "test_batch.bin"})
    nudge::writeFileAtomically(folder / name, records);
}

/// The folder of the real files, or an empty path where they are not. Sets NUDGE_DATA to the data
/// beside the project where it is unset.
inline std::filesystem::path realCifar() {
  const char* shared = std::getenv("NUDGE_SHARED_DATA");
  if (shared != nullptr) setenv("NUDGE_DATA", (std::string(shared) + "/data").c_str(), 0);
  return nudge::findCifar().value_or(std::filesystem::path());
}
