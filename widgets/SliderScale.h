#pragma once

#include "core/base/Field.h"

namespace nudge {

/// How the positions 0 … steps of a slider spread over a field's range: evenly over short ranges,
/// by magnitude over long ones, finer around zero over long ones that contain it. Values are round.
class SliderScale {
 public:
  explicit SliderScale(const FieldInfo& field);

  /// Whether the range suits a slider: finite at both ends, a single number.
  static bool suits(const FieldInfo& field);

  int steps() const { return steps_; }
  double value(int position) const;
  int position(double value) const;

 private:
  enum class Kind { Even, Magnitude, Root };

  Kind kind_ = Kind::Even;
  bool whole_ = false;
  double low_ = 0;
  double high_ = 1;
  int steps_ = 400;
};

}  // namespace nudge
