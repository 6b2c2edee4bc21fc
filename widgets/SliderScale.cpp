#include "widgets/SliderScale.h"

#include <algorithm>
#include <cmath>

#include <QString>

namespace nudge {

namespace {
constexpr double kLong = 50;  // a range this many times its smallest value is long

double rounded(double value) { return QString::number(value, 'g', 2).toDouble(); }
}  // namespace

SliderScale::SliderScale(const FieldInfo& field)
    : whole_(field.type == FieldType::Integer), low_(field.minimum), high_(field.maximum) {
  if (low_ > 0 && high_ / low_ > kLong) {
    kind_ = Kind::Magnitude;
  } else if (low_ <= 0 && high_ > 0 && high_ - low_ > kLong) {
    kind_ = Kind::Root;
  } else if (whole_) {
    steps_ = std::max(1, static_cast<int>(high_ - low_));
  } else {
    steps_ = 100;
  }
  // An open lower end is one step away.
  if (field.openMinimum && kind_ != Kind::Magnitude) {
    low_ = value(1);
    if (kind_ == Kind::Even) steps_ -= 1;
  }
}

bool SliderScale::suits(const FieldInfo& field) {
  const bool single = field.type == FieldType::Integer || field.type == FieldType::Number;
  return single && std::isfinite(field.minimum) && std::isfinite(field.maximum) &&
         field.maximum > field.minimum;
}

double SliderScale::value(int position) const {
  if (position <= 0 && kind_ != Kind::Root) return low_;
  if (position >= steps_) return high_;
  const double share = static_cast<double>(position) / steps_;
  double result = low_ + share * (high_ - low_);
  if (kind_ == Kind::Magnitude) {
    result = low_ * std::pow(high_ / low_, share);
  } else if (kind_ == Kind::Root) {
    const double a = std::cbrt(low_);
    const double root = a + share * (std::cbrt(high_) - a);
    result = root * root * root;
  }
  if (kind_ != Kind::Even) result = rounded(result);
  if (kind_ == Kind::Even && !whole_) result = QString::number(result, 'g', 4).toDouble();
  return std::clamp(whole_ ? std::round(result) : result, low_, high_);
}

int SliderScale::position(double value) const {
  const double inside = std::clamp(value, low_, high_);
  double share = (inside - low_) / (high_ - low_);
  if (kind_ == Kind::Magnitude) share = std::log(inside / low_) / std::log(high_ / low_);
  if (kind_ == Kind::Root) {
    share = (std::cbrt(inside) - std::cbrt(low_)) / (std::cbrt(high_) - std::cbrt(low_));
  }
  return static_cast<int>(std::lround(share * steps_));
}

}  // namespace nudge
