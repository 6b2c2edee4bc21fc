#include "widgets/InputPicture.h"

#include "widgets/ColourScales.h"

namespace nudge {

float inputValue(const Vector& image, const MapShape& shape, int x, int y, int channel) {
  const Eigen::Index row = static_cast<Eigen::Index>(channel) * shape.height + y;
  const Eigen::Index at = row * shape.width + x;
  return at < image.size() ? image[at] : 0;
}

QImage inputPicture(const Vector& image, const MapShape& shape, const PixelScale& scale) {
  const auto byteAt = [&](int x, int y, int channel) {
    return ColourScales::index(
        scale.pixel(inputValue(image, shape, x, y, channel), static_cast<std::size_t>(channel)));
  };
  const QSize size(shape.width, shape.height);
  if (shape.channels != 3) {
    QImage picture(size, QImage::Format_Indexed8);
    picture.setColorTable(ColourScales::table(ColourScale::Cividis));
    for (int y = 0; y < shape.height; ++y) {
      uchar* line = picture.scanLine(y);
      for (int x = 0; x < shape.width; ++x) line[x] = static_cast<uchar>(byteAt(x, y, 0));
    }
    return picture;
  }
  QImage picture(size, QImage::Format_RGB32);
  for (int y = 0; y < shape.height; ++y) {
    auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
    for (int x = 0; x < shape.width; ++x) {
      line[x] = qRgb(byteAt(x, y, 0), byteAt(x, y, 1), byteAt(x, y, 2));
    }
  }
  return picture;
}

}  // namespace nudge
