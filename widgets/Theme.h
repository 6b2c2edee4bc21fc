#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

#include "core/machine/Settled.h"

class QApplication;
class QPainter;
class QWidget;

namespace nudge {

/// The visual language in colours, type and lines. Frames and controls are drawn in ink and greys:
/// only what is measured has a colour, so that blue always means the free phase and orange the
/// nudge. A widget asks `Theme::of(this)` while it paints and so follows its palette.
class Theme {
 public:
  enum class Shade { Light, Dark };

  /// Style, palette, type and a small style sheet for the whole program. In presentation mode type
  /// is never smaller than 14 pt and lines are wider. Does nothing where it is so already.
  static void apply(QApplication& application, Shade shade, bool presentation = false);

  /// What the desktop asks for; ask before the first `apply`.
  static Shade desktopShade();
  static bool presentation();

  /// The theme that goes with a palette: dark when its window is darker than its text.
  static const Theme& of(const QPalette& palette);
  static const Theme& of(const QWidget* widget);

  Shade shade = Shade::Light;
  QColor window;    ///< behind everything
  QColor surface;   ///< behind plots, cells and editors
  QColor text;      ///< what is read
  QColor muted;     ///< what is read second; still 4.5 : 1 on the surface
  QColor line;      ///< frames
  QColor grid;      ///< lines behind curves
  QColor accent;    ///< ink: selection, focus, pressed controls
  QColor onAccent;  ///< text on the accent
  QColor free;      ///< β = 0
  QColor nudge;     ///< β > 0
  QColor negative;  ///< β < 0
  QColor train;     ///< values on images learnt from
  QColor test;      ///< and on images never seen
  QColor right;     ///< a correct prediction
  QColor wrong;     ///< a wrong one, a broken chain, an error
  QColor warning;   ///< something to look at
  QColor changed;   ///< the outline of a neuron that the nudge changed
  QPalette palette() const;

  bool dark() const { return shade == Shade::Dark; }

  /// The colour of a phase: blue, orange, or purple for a negative β.
  QColor phaseColour(Phase phase, double beta = 1) const;
  /// The same as a soft background.
  QColor bandColour(Phase phase, double beta = 1) const;
  /// One of eight hues that colour-blind people can tell apart, the same in every plot, legend and
  /// table; n = 1 is nearest the input, 0 is the input itself.
  QColor layerColour(int n) const;

  /// Type that is second in importance, never below 9 pt (14 pt in presentation mode).
  static QFont small(QFont font);
  static QFont bold(QFont font);
  /// A line's width, wider in presentation mode.
  static double stroke(double width);
  /// A line round a widget that has the focus, for those that draw themselves.
  static void paintFocus(QPainter& painter, const QWidget& widget);
  /// A length in pixels that grows with the type.
  static int scaled(const QWidget* widget, double pixels);
};

}  // namespace nudge
