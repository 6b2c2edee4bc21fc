#include "core/data/Centring.h"

#include <algorithm>
#include <cmath>

namespace nudge {

namespace {

constexpr float kInk = 0.1F;        // fainter than this is ground
constexpr double kBox = 20.0 / 28;  // of the side, that a digit fills
constexpr int kLeastPoints = 2;     // in which a pixel is sampled, along each side
constexpr int kMostPoints = 16;

/// Where the ink is, in pixels, and its centre of mass.
struct Ink {
  double width = 0, height = 0;
  double x = 0, y = 0;
  bool any = false;
};

Ink inkOf(const Vector& image, const MapShape& shape) {
  Ink ink;
  int left = shape.width, right = -1, top = shape.height, bottom = -1;
  double mass = 0;
  for (int y = 0; y < shape.height; ++y) {
    for (int x = 0; x < shape.width; ++x) {
      const float value = image[static_cast<Eigen::Index>(y) * shape.width + x];
      if (value <= kInk) continue;
      left = std::min(left, x), right = std::max(right, x);
      top = std::min(top, y), bottom = std::max(bottom, y);
      mass += static_cast<double>(value);
      ink.x += static_cast<double>(value) * (x + 0.5);
      ink.y += static_cast<double>(value) * (y + 0.5);
    }
  }
  if (right < 0) return ink;
  ink.any = true;
  ink.x /= mass, ink.y /= mass;
  ink.width = right - left + 1, ink.height = bottom - top + 1;
  return ink;
}

/// Between the pixels' centres, 0 outside.
double valueAt(const Vector& image, const MapShape& shape, double x, double y) {
  const double fromLeft = x - 0.5, fromTop = y - 0.5;
  const int column = static_cast<int>(std::floor(fromLeft));
  const int row = static_cast<int>(std::floor(fromTop));
  const double across = fromLeft - column, down = fromTop - row;
  const auto pixel = [&](int atRow, int atColumn) {
    if (atRow < 0 || atColumn < 0 || atRow >= shape.height || atColumn >= shape.width) return 0.0;
    return static_cast<double>(image[static_cast<Eigen::Index>(atRow) * shape.width + atColumn]);
  };
  return (1 - down) * ((1 - across) * pixel(row, column) + across * pixel(row, column + 1)) +
         down * ((1 - across) * pixel(row + 1, column) + across * pixel(row + 1, column + 1));
}

}  // namespace

Vector centredDigit(const Vector& image, const MapShape& from, const MapShape& to) {
  Vector result = Vector::Zero(to.size());
  const Ink ink = inkOf(image, from);
  if (!ink.any) return result;
  const double scale = kBox * std::min(to.width, to.height) / std::max(ink.width, ink.height);
  const int points = std::clamp(static_cast<int>(std::ceil(2 / scale)), kLeastPoints, kMostPoints);
  for (int y = 0; y < to.height; ++y) {
    for (int x = 0; x < to.width; ++x) {
      double sum = 0;
      for (int row = 0; row < points; ++row) {
        const double atY = y + (row + 0.5) / points - 0.5 * to.height;
        for (int column = 0; column < points; ++column) {
          const double atX = x + (column + 0.5) / points - 0.5 * to.width;
          sum += valueAt(image, from, ink.x + atX / scale, ink.y + atY / scale);
        }
      }
      result[static_cast<Eigen::Index>(y) * to.width + x] =
          static_cast<float>(std::clamp(sum / (points * points), 0.0, 1.0));
    }
  }
  return result;
}

}  // namespace nudge
