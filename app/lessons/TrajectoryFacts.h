#pragma once

#include "app/Relaxer.h"
#include "app/lessons/Facts.h"
#include "core/insight/GradientCheck.h"

namespace nudge {

/// What both phases of an input came to.
void noteTrajectory(const Relaxed& relaxed, Facts& facts);

/// How well EP's estimate agrees with the gradient through time, at the end of the nudge phase.
void noteGradient(const GradientCheck& check, Facts& facts);

}  // namespace nudge
