#include "app/OpenedImage.h"

#include <algorithm>

#include <fmt/format.h>

#include <QFileInfo>
#include <QImage>
#include <QImageReader>
#include <QPainter>

#include "core/base/Error.h"
#include "core/data/Centring.h"

namespace nudge {

namespace {

constexpr int kLargestMegabytes = 512;
constexpr int kSideInPixels = 256;  // to which larger pictures are reduced
constexpr int kBright = 128;

/// Reduced to what is needed, on white paper where it is transparent.
QImage readImage(const QString& path) {
  QImageReader reader(path);
  reader.setAutoTransform(true);
  QImageReader::setAllocationLimit(kLargestMegabytes);
  const QSize size = reader.size();
  if (size.width() > kSideInPixels || size.height() > kSideInPixels)
    reader.setScaledSize(
        size.scaled(kSideInPixels, kSideInPixels, Qt::KeepAspectRatio).expandedTo({1, 1}));
  const QImage image = reader.read();
  if (image.isNull()) {
    throw Error(fmt::format("{}: is not a picture that can be read ({}); PNG and JPEG can be.",
                            path.toStdString(), reader.errorString().toStdString()));
  }
  QImage opaque(image.size(), QImage::Format_RGB32);
  opaque.fill(Qt::white);
  QPainter(&opaque).drawImage(0, 0, image);
  return opaque;
}

/// The grey that half of the border is darker than.
int borderGrey(const QImage& grey) {
  std::vector<int> values;
  for (int x = 0; x < grey.width(); ++x) {
    values.push_back(qGray(grey.pixel(x, 0)));
    values.push_back(qGray(grey.pixel(x, grey.height() - 1)));
  }
  for (int y = 0; y < grey.height(); ++y) {
    values.push_back(qGray(grey.pixel(0, y)));
    values.push_back(qGray(grey.pixel(grey.width() - 1, y)));
  }
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Bright ink on a dark ground, stretched from 0 to 1.
Vector inkOf(const QImage& grey) {
  const bool invert = borderGrey(grey) > kBright;
  Vector ink(static_cast<Eigen::Index>(grey.width()) * grey.height());
  for (int y = 0; y < grey.height(); ++y) {
    for (int x = 0; x < grey.width(); ++x) {
      const auto value = static_cast<float>(qGray(grey.pixel(x, y))) / 255;
      ink[static_cast<Eigen::Index>(y) * grey.width() + x] = invert ? 1 - value : value;
    }
  }
  const float low = ink.minCoeff(), high = ink.maxCoeff();
  if (high - low < 0.05F) return Vector::Zero(ink.size());
  return ((ink.array() - low) / (high - low)).matrix();
}

Vector digitFrom(const QImage& image, const MapShape& shape, const std::string& path) {
  Vector digit = centredDigit(inkOf(image), {1, image.height(), image.width()}, shape);
  if (digit.isZero()) throw Error(path + ": shows nothing: all of it has the same brightness.");
  return digit;
}

Vector colourFrom(const QImage& image, const MapShape& shape, const PixelScale& scale) {
  const int side = std::min(image.width(), image.height());
  const QImage square =
      image.copy((image.width() - side) / 2, (image.height() - side) / 2, side, side)
          .scaled(shape.width, shape.height, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
  Vector input(static_cast<Eigen::Index>(shape.size()));
  Eigen::Index at = 0;
  for (int channel = 0; channel < shape.channels; ++channel) {
    for (int y = 0; y < shape.height; ++y) {
      for (int x = 0; x < shape.width; ++x) {
        const QRgb pixel = square.pixel(x, y);
        const int value = channel == 0 ? qRed(pixel) : channel == 1 ? qGreen(pixel) : qBlue(pixel);
        input[at++] =
            scale.input(static_cast<float>(value) / 255, static_cast<std::size_t>(channel));
      }
    }
  }
  return input;
}

}  // namespace

bool isImageFile(const QString& path) {
  const QByteArray suffix = QFileInfo(path).suffix().toLower().toLatin1();
  return suffix != "svg" && QImageReader::supportedImageFormats().contains(suffix);
}

Vector inputFromImage(const QString& path, const MapShape& shape, const PixelScale& scale) {
  const QImage image = readImage(path);
  return shape.channels == 1 ? digitFrom(image, shape, path.toStdString())
                             : colourFrom(image, shape, scale);
}

}  // namespace nudge
