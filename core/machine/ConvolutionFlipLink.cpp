// A max-pooled convolution by counts: every position before pooling counts the active neurons below
// that are joined to it by +1, for each channel. Downwards only the position that a neuron's window
// has chosen sends; scaling factors differ from channel to channel there, so that sums are kept as
// integers of a fixed unit: what was added can be taken away again exactly.
#include <cmath>

#include "core/kernels/PoolMaps.h"
#include "core/machine/FlipLink.h"
#include "core/machine/SignRows.h"
#include "core/network/PaddedMaps.h"

namespace nudge {

namespace {

constexpr std::int32_t kSilent = -1;

std::size_t index(int value) { return static_cast<std::size_t>(value); }

class ConvolutionFlipLink final : public FlipLink {
 public:
  ConvolutionFlipLink(const NetworkSpec& network, int n)
      : shape_(network.convolution(n)), above_(shape_.above()) {}

  void prepare(const LayerParameters& layer) override;

  std::unique_ptr<Memory> makeMemory() const override { return std::make_unique<Sums>(); }
  void reset(Memory& memory) const override;

  Change flipped(Memory& memory, const FlipNeurons& below, const FlipNeurons& above) const override;

  void sendUp(const Memory& memory, int /*activeBelow*/, kernels::BitInput& input) const override {
    input.base = sums(memory).pooled.data();
  }
  void addDown(const Memory& memory, float* base) const override;
  bool writesBase() const override { return true; }
  const std::int32_t* choices(const Memory& memory) const override {
    return sums(memory).choice.data();
  }

 private:
  struct Sums final : Memory {
    std::vector<std::int16_t> counts;   ///< [raw positions × channels above, padded]
    std::vector<std::int32_t> active;   ///< [raw positions]: active neurons looked at
    std::vector<float> pooled;          ///< input of the neurons above
    std::vector<std::int32_t> choice;   ///< of the neurons above: the position taken
    std::vector<std::int32_t> sending;  ///< of the neurons above: the position sent from, or silent
    std::vector<std::int32_t> joined;  ///< [pixels below × channels below, padded]: Σα joined by +1
    std::vector<std::int32_t> total;  ///< [pixels below]: Σα of all that send there
  };
  static Sums& sums(Memory& memory) { return static_cast<Sums&>(memory); }
  static const Sums& sums(const Memory& memory) { return static_cast<const Sums&>(memory); }

  int rawPositions() const { return shape_.rawHeight() * shape_.rawWidth(); }
  int area() const { return shape_.kernel * shape_.kernel; }
  std::size_t aboveStride() const { return 64 * static_cast<std::size_t>(up_.wordsPerRow()); }
  std::size_t belowStride() const {
    return 64 * static_cast<std::size_t>(down_.front().wordsPerRow());
  }
  /// The pixel below that place k of the filter sees from a raw position; −1 in the padding.
  int pixelBelow(int position, int k) const {
    const int y = position / shape_.rawWidth() + k / shape_.kernel - shape_.padding;
    const int x = position % shape_.rawWidth() + k % shape_.kernel - shape_.padding;
    const bool inside = y >= 0 && x >= 0 && y < shape_.below.height && x < shape_.below.width;
    return inside ? y * shape_.below.width + x : -1;
  }

  void addBelow(Sums& sums, std::span<const std::int32_t> flipped, std::int16_t step) const;
  void pool(Sums& sums) const;
  /// Neurons above stop and begin to send, or send from elsewhere; returns whether any does.
  bool sendAnew(Sums& sums, const FlipNeurons& above) const;
  void send(Sums& sums, int position, const std::vector<std::int32_t>& channels,
            const std::vector<std::int32_t>& values) const;

  Convolution shape_;
  MapShape above_;
  SignMatrix up_;                 ///< [channels below × places of the filter][channels above]
  std::vector<SignMatrix> down_;  ///< of each place of the filter, [channels above][channels below]
  std::vector<float> alpha_, biases_;  ///< of the channels above, padded
  std::vector<std::int32_t> units_;    ///< α in units
  float unit_ = 1;
};

void ConvolutionFlipLink::prepare(const LayerParameters& layer) {
  up_ = layer.signs.transposed();
  down_.clear();
  for (int k = 0; k < area(); ++k) {
    SignMatrix place(shape_.below.channels, shape_.channels);
    for (int c = 0; c < shape_.below.channels; ++c)
      std::ranges::copy(up_.row(c * area() + k), place.row(c).begin());
    down_.push_back(place.transposed());
  }
  alpha_.assign(aboveStride(), 0);
  biases_.assign(aboveStride(), 0);
  std::copy_n(layer.biases.data(), shape_.channels, biases_.begin());
  float largest = 0;
  for (int c = 0; c < shape_.channels; ++c) {
    alpha_[index(c)] = layer.alpha(c);
    largest = std::max(largest, std::abs(layer.alpha(c)));
  }
  // A neuron below is seen by at most area × channels neurons above: twice a sum stays below 31
  // bits.
  const double most = std::max(1e-30, static_cast<double>(largest) * area() * shape_.channels);
  const int exponent = static_cast<int>(std::floor(std::log2(0x1p29 / most)));
  unit_ = std::ldexp(1.0F, -exponent);
  units_.resize(index(shape_.channels));
  for (int c = 0; c < shape_.channels; ++c)
    units_[index(c)] = static_cast<std::int32_t>(
        std::lround(std::ldexp(static_cast<double>(alpha_[index(c)]), exponent)));
}

void ConvolutionFlipLink::reset(Memory& memory) const {
  Sums& sums = ConvolutionFlipLink::sums(memory);
  sums.counts.assign(index(rawPositions()) * aboveStride(), 0);
  sums.active.assign(index(rawPositions()), 0);
  sums.pooled.assign(static_cast<std::size_t>(above_.size()), 0);
  sums.choice.assign(sums.pooled.size(), 0);
  sums.sending.assign(sums.pooled.size(), kSilent);
  const int pixels = shape_.below.height * shape_.below.width;
  sums.joined.assign(index(pixels) * belowStride(), 0);
  sums.total.assign(index(pixels), 0);
  pool(sums);
}

FlipLink::Change ConvolutionFlipLink::flipped(Memory& memory, const FlipNeurons& below,
                                              const FlipNeurons& above) const {
  Sums& sums = ConvolutionFlipLink::sums(memory);
  if (below.flips() > 0) {
    addBelow(sums, below.risen(), 1);
    addBelow(sums, below.fallen(), -1);
    pool(sums);
  }
  const bool choosesAnew = below.flips() > 0 || above.flips() > 0;
  return {below.flips() > 0, choosesAnew && sendAnew(sums, above)};
}

void ConvolutionFlipLink::addBelow(Sums& sums, std::span<const std::int32_t> flipped,
                                   std::int16_t step) const {
  if (flipped.empty()) return;
  // Flips are listed in rising order, so that those of a pixel lie together.
  const int channels = shape_.below.channels;
  const int pixels = shape_.below.height * shape_.below.width;
  thread_local std::vector<std::size_t> begin;
  begin.assign(index(pixels) + 1, 0);
  for (const std::int32_t neuron : flipped) ++begin[index(neuron / channels) + 1];
  for (int p = 0; p < pixels; ++p) begin[index(p) + 1] += begin[index(p)];
  thread_local std::vector<std::int32_t> rows;
  for (int position = 0; position < rawPositions(); ++position) {
    rows.clear();
    for (int k = 0; k < area(); ++k) {
      const int pixel = pixelBelow(position, k);
      if (pixel < 0) continue;
      for (std::size_t i = begin[index(pixel)]; i < begin[index(pixel) + 1]; ++i)
        rows.push_back((flipped[i] - pixel * channels) * area() + k);
    }
    kernels::countWhereSet(bitRows(up_), rows, step,
                           sums.counts.data() + index(position) * aboveStride());
    sums.active[index(position)] += step * static_cast<int>(rows.size());
  }
}

void ConvolutionFlipLink::pool(Sums& sums) const {
  const kernels::RawMaps maps =
      kernels::rawMapsOf(PaddedMaps(shape_).kernel(), aboveStride(), alpha_.data(), biases_.data());
  kernels::poolCounts(maps, sums.counts.data(), sums.active.data(), sums.pooled.data(),
                      sums.choice.data());
}

bool ConvolutionFlipLink::sendAnew(Sums& sums, const FlipNeurons& above) const {
  // What stops and what begins to send, position by position.
  thread_local std::vector<std::vector<std::int32_t>> channels, values;
  channels.resize(std::max(channels.size(), index(rawPositions())));
  values.resize(channels.size());
  thread_local std::vector<std::int32_t> touched;
  touched.clear();
  const auto change = [&](std::int32_t position, std::int32_t channel, std::int32_t value) {
    auto& list = channels[index(position)];
    if (list.empty()) touched.push_back(position);
    list.push_back(channel);
    values[index(position)].push_back(value);
  };
  for (std::size_t i = 0; i < sums.sending.size(); ++i) {
    const std::int32_t now = above.isActive(i) ? sums.choice[i] : kSilent;
    std::int32_t& before = sums.sending[i];
    if (now == before) continue;
    const auto channel = static_cast<std::int32_t>(i % index(shape_.channels));
    if (before != kSilent) change(before, channel, -units_[index(channel)]);
    if (now != kSilent) change(now, channel, units_[index(channel)]);
    before = now;
  }
  for (const std::int32_t position : touched) {
    send(sums, position, channels[index(position)], values[index(position)]);
    channels[index(position)].clear();
    values[index(position)].clear();
  }
  return !touched.empty();
}

void ConvolutionFlipLink::send(Sums& sums, int position, const std::vector<std::int32_t>& channels,
                               const std::vector<std::int32_t>& values) const {
  std::int32_t total = 0;
  for (const std::int32_t value : values) total += value;
  for (int k = 0; k < area(); ++k) {
    const int pixel = pixelBelow(position, k);
    if (pixel < 0) continue;
    kernels::sumWhereSet(bitRows(down_[index(k)]), channels, values.data(),
                         sums.joined.data() + index(pixel) * belowStride());
    sums.total[index(pixel)] += total;
  }
}

void ConvolutionFlipLink::addDown(const Memory& memory, float* base) const {
  const Sums& sums = ConvolutionFlipLink::sums(memory);
  const int pixels = shape_.below.height * shape_.below.width;
  const int channels = shape_.below.channels;
  for (int pixel = 0; pixel < pixels; ++pixel) {
    const std::int32_t* joined = sums.joined.data() + index(pixel) * belowStride();
    const std::int32_t total = sums.total[index(pixel)];
    float* to = base + pixel * channels;
    for (int c = 0; c < channels; ++c) to[c] += unit_ * static_cast<float>(2 * joined[c] - total);
  }
}

}  // namespace

std::unique_ptr<FlipLink> makeConvolutionFlipLink(const NetworkSpec& network, int n) {
  return std::make_unique<ConvolutionFlipLink>(network, n);
}

}  // namespace nudge
