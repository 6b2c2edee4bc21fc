#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/Field.h"
#include "core/data/Dataset.h"

namespace nudge {

/// Where samples come from. Enumerators in the order of the field's choices.
enum class DataSource {
  Digits,  ///< drawn by the program
  Mnist,
};

/// What a network learns from and is tested on.
struct DataSettings {
  DataSource source = DataSource::Digits;
  int train = 10000;  ///< samples to learn from; 0: all there are
  int test = 2000;    ///< samples to be tested on; 0: all there are
  int perClass = 0;   ///< N of MNIST/N; 0: off
  /// Classes of the samples of a file given to `relax`; else empty.
  std::vector<int> labels{};

  bool operator==(const DataSettings&) const = default;

  static const Fields<DataSettings>& fields();

  int inputs() const { return 28 * 28; }  ///< values a sample
  int classes() const { return 10; }

  /// What is wrong with the settings as a whole; empty when nothing is. Whether MNIST is there is
  /// found out when it is loaded.
  std::vector<std::string> problems() const;
};

/// The samples that the settings ask for, in the source's order: the first `train` and `test`; or,
/// with perClass N > 0 and whatever `train` and `test` say, the first N training samples and
/// max(1, N/10) test samples of each class. The seed is that of drawn digits. Throws Error when
/// problems() are left, or MNIST is not there or wrong.
Dataset loadDataset(const DataSettings& settings, std::uint64_t seed);

}  // namespace nudge
