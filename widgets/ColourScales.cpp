#include "widgets/ColourScales.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace nudge::ColourScales {

namespace {

const std::vector<QRgb>& stops(ColourScale scale) {
  static const std::vector<QRgb> cividis{0xff00224e, 0xff123570, 0xff3b496c, 0xff575d6d,
                                         0xff707173, 0xff8a8678, 0xffa59c74, 0xffc3b369,
                                         0xffe1cc55, 0xfffee838};
  static const std::vector<QRgb> viridis{0xff440154, 0xff482878, 0xff3e4989, 0xff31688e,
                                         0xff26828e, 0xff1f9e89, 0xff35b779, 0xff6ece58,
                                         0xffb5de2b, 0xfffde725};
  static const std::vector<QRgb> diverging{0xff0b3f85, 0xff2f74bd, 0xff8fb8de, 0xfff2f2f0,
                                           0xfff6b884, 0xffdf7219, 0xff9a3c00};
  switch (scale) {
    case ColourScale::Viridis:
      return viridis;
    case ColourScale::Diverging:
      return diverging;
    case ColourScale::Cividis:
      break;
  }
  return cividis;
}

QList<QRgb> makeTable(ColourScale scale) {
  QList<QRgb> colours(256);
  for (int i = 0; i < 256; ++i) colours[i] = at(scale, i / 255.0);
  return colours;
}

}  // namespace

QRgb at(ColourScale scale, double position) {
  const std::vector<QRgb>& s = stops(scale);
  if (!(position > 0)) return s.front();
  if (position >= 1) return s.back();
  const double place = position * static_cast<double>(s.size() - 1);
  const auto i = static_cast<std::size_t>(place);
  const double share = place - static_cast<double>(i);
  const auto mix = [share](int a, int b) {
    return static_cast<int>(std::lround(a + share * (b - a)));
  };
  return qRgb(mix(qRed(s[i]), qRed(s[i + 1])), mix(qGreen(s[i]), qGreen(s[i + 1])),
              mix(qBlue(s[i]), qBlue(s[i + 1])));
}

QRgb ofSigned(double value, double reach) {
  return at(ColourScale::Diverging, reach > 0 ? 0.5 + 0.5 * value / reach : 0.5);
}

const QList<QRgb>& table(ColourScale scale) {
  static const std::array<QList<QRgb>, 3> tables{makeTable(ColourScale::Cividis),
                                                 makeTable(ColourScale::Viridis),
                                                 makeTable(ColourScale::Diverging)};
  return tables[static_cast<std::size_t>(scale)];
}

QCPColorGradient gradient(ColourScale scale) {
  QCPColorGradient result;
  result.clearColorStops();
  const std::vector<QRgb>& s = stops(scale);
  for (std::size_t i = 0; i < s.size(); ++i) {
    result.setColorStopAt(static_cast<double>(i) / static_cast<double>(s.size() - 1),
                          QColor::fromRgb(s[i]));
  }
  result.setLevelCount(256);
  return result;
}

}  // namespace nudge::ColourScales
