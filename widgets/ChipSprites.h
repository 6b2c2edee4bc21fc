#pragma once

#include <vector>

#include <QColor>
#include <QPixmap>

class QPainter;

namespace nudge {

class Theme;

/// The dots of a chip drawn once for a size, to be copied many times a frame: a row a colour.
class ChipSprites {
 public:
  enum class Dot {
    Plain,    ///< stands for a neuron whose spin is not known
    Up,       ///< +1: a filled disc
    Down,     ///< −1: a ring
    Unused,   ///< of no colour, as what follows
    Faulty,   ///< a cross
    Broken,   ///< a ring around qubits of a chain that does not agree
    Outline,  ///< around the qubit in hand
  };
  /// How dots look that are beside the point.
  enum class Weight { Full, Faded };

  /// Draws all dots anew unless nothing has changed.
  void prepare(const std::vector<QColor>& colours, double radius, double ratio, const Theme& theme);

  /// One of them as lines and areas; `radius` is that of a plain dot.
  static void paint(QPainter& painter, Dot dot, Weight weight, const QColor& colour,
                    const QPointF& at, double radius, const Theme& theme);

  const QPixmap& pixmap() const { return pixmap_; }
  /// Where a dot is in the pixmap, in its own pixels.
  QRectF source(Dot dot, Weight weight, int colour) const;

 private:
  void draw(const Theme& theme);

  std::vector<QColor> colours_;
  double radius_ = 0;
  double ratio_ = 0;
  QColor surface_;
  int side_ = 0;  ///< of a place, in the pixmap's pixels
  QPixmap pixmap_;
};

/// A colour as much lighter (or darker) as if it were a veil over another.
QColor veiled(const QColor& colour, const QColor& behind, double share);

}  // namespace nudge
