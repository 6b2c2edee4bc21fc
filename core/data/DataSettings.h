#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/Field.h"
#include "core/data/Augment.h"
#include "core/data/Dataset.h"

namespace nudge {

/// Where samples come from. Enumerators in the order of the field's choices.
enum class DataSource {
  Digits,  ///< drawn by the program
  Mnist,
  Cifar10,
  Patterns,  ///< the two diagonals of 3 × 3 pixels of ±1 [section 5.4]
};

/// What a network learns from and is tested on.
struct DataSettings {
  DataSource source = DataSource::Digits;
  int train = 10000;  ///< samples to learn from; 0: all there are
  int test = 2000;    ///< samples to be tested on; 0: all there are
  int perClass = 0;   ///< N of MNIST/N; 0: off
  bool flip = false;  ///< mirror training images with probability ½
  int crop = 0;       ///< pixels by which training images are moved at most
  /// Inputs are (pixel − mean)/deviation, channel by channel, in training and test.
  bool normalise = false;
  int shrink = 1;  ///< side of the squares of pixels that become one, their mean
  /// For each class of the source the one that it is learnt as, −1 to leave it out; empty: as it
  /// is.
  std::vector<int> groups{};
  /// Classes of the samples of a file given to `relax`; else empty.
  std::vector<int> labels{};

  bool operator==(const DataSettings&) const = default;

  static const Fields<DataSettings>& fields();

  /// 1 × 28 × 28, 3 × 32 × 32 for CIFAR-10, 1 × 3 × 3 for patterns; shrunk, if they are.
  MapShape imageShape() const;
  int inputs() const { return static_cast<int>(imageShape().size()); }  ///< values a sample
  int classes() const;                                                  ///< that are learnt
  int sourceClasses() const { return source == DataSource::Patterns ? 2 : 10; }

  /// What a network takes for a pixel: as it is; or, normalised, less the mean and over the
  /// standard deviation of CIFAR-10's training images (thesis, appendix C.2.1). Patterns are ±1.
  PixelScale pixelScale() const;

  /// What becomes of the training images of mini-batch `step`, counted through all epochs.
  Augmentation augmentation(std::uint64_t seed, std::uint64_t step) const {
    return {.flip = flip, .crop = crop, .seed = seed, .step = step};
  }

  /// What is wrong with the settings as a whole; empty when nothing is. Whether a data set is
  /// there, and how many images of it, is found out when it is loaded.
  std::vector<std::string> problems() const;
};

/// The samples that the settings ask for, in the source's order: the first `train` and `test`; or,
/// with perClass N > 0 and whatever `train` and `test` say, the first N training samples and
/// max(1, N/10) test samples of each class of the source. Where classes are grouped, samples of
/// those that are left out do not count. The seed is that of drawn digits; only drawing them looks
/// at `stop`, and throws Cancelled when asked to. Throws Error when problems() are left, the data
/// set is not there or wrong, or has fewer images than asked for.
Dataset loadDataset(const DataSettings& settings, std::uint64_t seed,
                    const std::stop_token& stop = {});

}  // namespace nudge
