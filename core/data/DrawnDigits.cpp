#include "core/data/DrawnDigits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <span>
#include <vector>

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/base/Random.h"
#include "core/data/DigitShapes.h"

namespace nudge {

namespace {

constexpr int kPixelsASide = 28;
constexpr std::size_t kDrawnAtOnce = 64;
constexpr int kDigits = 10;
constexpr float kMargin = 1.0F;  // pixels around the ink that stay empty
constexpr int kPiecesPerSpan = 5;

using Line = std::vector<PenPoint>;

/// Streams of one seed that never meet: training and test, samples and their order.
Random stream(std::uint64_t seed, bool test, bool order, std::uint64_t index) {
  return Random(seed, Purpose::DrawnDigits, index * 4 + (test ? 2U : 0U) + (order ? 1U : 0U));
}

/// Ten consecutive samples are the ten classes in an order of their own: balanced at any count.
int classOf(std::uint64_t seed, bool test, std::size_t index) {
  std::array<int, kDigits> order{};
  std::iota(order.begin(), order.end(), 0);
  Random random = stream(seed, test, true, index / kDigits);
  random.shuffle(order);
  return order[index % kDigits];
}

/// A normal number that never strays far.
float tame(Random& random, float deviation) {
  return deviation * std::clamp(random.normal(), -2.2F, 2.2F);
}

/// A writer's hand: moves the points of a shape and leans, widens and turns the whole.
std::vector<PenPoint> written(const DigitShape& shape, Random& random) {
  const float wobble = random.uniform(0.014F, 0.042F);
  const float lean = 0.12F + tame(random, 0.18F);
  const float width = random.uniform(0.78F, 1.25F);
  const float turn = tame(random, 0.09F);
  const float balance = std::exp(tame(random, 0.16F));  // a large head or a large foot
  const float bow = tame(random, 0.06F);
  std::vector<PenPoint> points = shape.points;
  for (PenPoint& point : points) {
    const float x = point.x + tame(random, wobble);
    const float y = std::pow(std::clamp(point.y + tame(random, wobble), 0.0F, 1.1F), balance);
    const float leaning =
        width * (x - 0.32F) + lean * (0.5F - y) + bow * std::sin(std::numbers::pi_v<float> * y);
    point.x = leaning * std::cos(turn) - (y - 0.5F) * std::sin(turn);
    point.y = leaning * std::sin(turn) + (y - 0.5F) * std::cos(turn);
  }
  return points;
}

PenPoint catmullRom(const PenPoint& a, const PenPoint& b, const PenPoint& c, const PenPoint& d,
                    float t) {
  const auto blend = [t](float p, float q, float r, float s) {
    return 0.5F * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t +
                   (3 * q - p - 3 * r + s) * t * t * t);
  };
  return {blend(a.x, b.x, c.x, d.x), blend(a.y, b.y, c.y, d.y)};
}

/// The curve through some points without corners, as short straight pieces appended to `line`.
void appendCurve(std::span<const PenPoint> through, bool closed, Line& line) {
  const auto last = static_cast<int>(through.size()) - 1;
  const auto at = [&](int i) {
    if (closed) return through[static_cast<std::size_t>((i + last) % last)];
    return through[static_cast<std::size_t>(std::clamp(i, 0, last))];
  };
  for (int i = 0; i < last; ++i) {
    for (int piece = 0; piece < kPiecesPerSpan; ++piece) {
      line.push_back(catmullRom(at(i - 1), at(i), at(i + 1), at(i + 2),
                                static_cast<float>(piece) / kPiecesPerSpan));
    }
  }
  line.push_back(at(last));
}

std::vector<Line> linesOf(const DigitShape& shape, const std::vector<PenPoint>& points) {
  std::vector<Line> lines;
  for (const std::vector<int>& stroke : shape.strokes) {
    Line& line = lines.emplace_back();
    Line smooth;
    for (std::size_t k = 0; k < stroke.size(); ++k) {
      smooth.push_back(points[static_cast<std::size_t>(stroke[k])]);
      const bool corner = k + 1 < stroke.size() && stroke[k] == stroke[k + 1];
      if (!corner && k + 1 < stroke.size()) continue;
      if (smooth.size() > 1) appendCurve(smooth, stroke.front() == stroke.back(), line);
      smooth.clear();
    }
  }
  return lines;
}

/// Scales the lines into a box of a random size and puts it somewhere near the middle, so that ink
/// of the given half-width leaves the margin free.
void place(std::vector<Line>& lines, float radius, Random& random) {
  PenPoint low{1e9F, 1e9F}, high{-1e9F, -1e9F};
  for (const Line& line : lines) {
    for (const PenPoint& point : line) {
      low = {std::min(low.x, point.x), std::min(low.y, point.y)};
      high = {std::max(high.x, point.x), std::max(high.y, point.y)};
    }
  }
  const float tall = high.y - low.y, wide = high.x - low.x;
  const float size = random.uniform(16.0F, 20.0F);
  const float scale = std::min(size / tall, 20.0F / wide);
  const auto centre = [&](float extent) {
    const float slack = kPixelsASide / 2.0F - kMargin - 0.5F - radius - extent * scale / 2;
    return kPixelsASide / 2.0F + std::clamp(tame(random, 0.95F), -slack, slack);
  };
  const PenPoint middle{centre(wide), centre(tall)};
  for (Line& line : lines) {
    for (PenPoint& point : line) {
      point.x = middle.x + scale * (point.x - (low.x + high.x) / 2);
      point.y = middle.y + scale * (point.y - (low.y + high.y) / 2);
    }
  }
}

/// Inks the pixels near the piece from a to b; a pixel's share is how deep its centre lies.
void inkPiece(const PenPoint& a, const PenPoint& b, float radius, std::span<float> sheet) {
  const float reach = radius + 0.5F;
  const float beyond = 1.001F * reach * reach;  // whatever the rounding
  const auto from = [](float low) { return std::max(0, static_cast<int>(std::ceil(low - 0.5F))); };
  const auto to = [](float high) {
    return std::min(kPixelsASide - 1, static_cast<int>(std::floor(high - 0.5F)));
  };
  const float dx = b.x - a.x, dy = b.y - a.y;
  const float length = std::max(dx * dx + dy * dy, 1e-12F);
  for (int row = from(std::min(a.y, b.y) - reach); row <= to(std::max(a.y, b.y) + reach); ++row) {
    for (int column = from(std::min(a.x, b.x) - reach); column <= to(std::max(a.x, b.x) + reach);
         ++column) {
      const float x = static_cast<float>(column) + 0.5F - a.x;
      const float y = static_cast<float>(row) + 0.5F - a.y;
      const float along = std::clamp((x * dx + y * dy) / length, 0.0F, 1.0F);
      const float offX = x - along * dx, offY = y - along * dy;
      float& pixel = sheet.subspan(static_cast<std::size_t>(row) *
                                   kPixelsASide)[static_cast<std::size_t>(column)];
      if (pixel >= 1 || offX * offX + offY * offY > beyond) continue;
      pixel = std::max(pixel, std::min(reach - std::hypot(offX, offY), 1.0F));
    }
  }
}

void drawOne(int digit, Random random, std::span<std::uint8_t> image) {
  const auto& shapes = digitShapes(digit);
  const DigitShape& shape = shapes[random.below(static_cast<std::uint32_t>(shapes.size()))];
  std::vector<Line> lines = linesOf(shape, written(shape, random));
  const float pressure = random.uniform(0.0F, 0.3F);  // how much the pen swells and thins
  const float radius = random.uniform(0.85F, 1.75F);
  place(lines, radius * (1 + pressure), random);

  std::array<float, static_cast<std::size_t>(kPixelsASide * kPixelsASide)> sheet{};
  const float phase = random.uniform(0, 2 * std::numbers::pi_v<float>);
  const float ink = random.uniform(215, 255.99F);
  float travelled = 0;
  for (const Line& line : lines) {
    for (std::size_t k = 0; k + 1 < line.size(); ++k) {
      travelled += std::hypot(line[k + 1].x - line[k].x, line[k + 1].y - line[k].y);
      inkPiece(line[k], line[k + 1], radius * (1 + pressure * std::sin(phase + travelled / 4)),
               sheet);
    }
  }
  std::transform(sheet.begin(), sheet.end(), image.begin(), [ink](float depth) {
    return static_cast<std::uint8_t>(ink * std::clamp(depth, 0.0F, 1.0F));
  });
}

}  // namespace

ImageSet drawDigits(std::uint64_t seed, std::size_t count, bool test, const std::stop_token& stop) {
  ImageSet set;
  set.width = kPixelsASide;
  set.height = kPixelsASide;
  set.labels.resize(count);
  set.pixels.resize(count * set.imageSize());
  parallelFor(static_cast<int>((count + kDrawnAtOnce - 1) / kDrawnAtOnce), [&](int piece) {
    if (stop.stop_requested()) throw Cancelled();
    const std::size_t first = static_cast<std::size_t>(piece) * kDrawnAtOnce;
    for (std::size_t i = first; i < std::min(count, first + kDrawnAtOnce); ++i) {
      const int digit = classOf(seed, test, i);
      set.labels[i] = static_cast<std::uint8_t>(digit);
      drawOne(digit, stream(seed, test, false, i),
              std::span(set.pixels).subspan(i * set.imageSize(), set.imageSize()));
    }
  });
  return set;
}

}  // namespace nudge
