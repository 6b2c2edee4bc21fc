#pragma once

#include <QIcon>

class QPainter;

namespace nudge {

/// Pictures on buttons, drawn in the text colour of the palette at the moment they are shown, so
/// that they follow light and dark and every device pixel ratio.
enum class Glyph {
  Network,
  Dynamics,
  Training,
  Annealing,
  Chip,
  Features,
  Lessons,
  Play,
  Pause,
  Stop,
  Step,      ///< one step on
  StepBack,  ///< one step back
  First,     ///< to the start
  Last,      ///< to the end
  Restart,
  Reset,  ///< ↺ puts a value back
  More,   ///< folded
  Less,   ///< unfolded
  Warning,
  Open,
  Save,
  Undo,
  Redo,
  Shade,  ///< ◐ light and dark
  Help,
  Clear,
  Add,
  Remove,
  Centre,  ///< moved to the middle
  Search,
  Ramp,  ///< a straight schedule
};

namespace Icons {

QIcon icon(Glyph glyph);
/// Paints the glyph into a rectangle with a pen of the given colour.
void paint(QPainter& painter, Glyph glyph, const QRectF& rect, const QColor& colour);

}  // namespace Icons

}  // namespace nudge
