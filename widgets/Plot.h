#pragma once

#include <qcustomplot.h>

#include "widgets/CsvSource.h"

namespace nudge {

/// What all plots share: the theme's colours and type, margins that do not move while numbers
/// change, a title with the legend beside it, a sentence instead of emptiness, the value under the
/// pointer, and a menu to export.
class Plot : public QCustomPlot, public CsvSource {
  Q_OBJECT
 public:
  explicit Plot(QWidget* parent = nullptr);

  void setTitle(const QString& title);
  /// Words and symbol, the symbol last: "flip metric π". A plot too low for the words shows the
  /// symbol alone.
  void setAxes(const QString& x, const QString& y);
  /// What the plot is, with its equation; shown on hover.
  void setExplanation(const QString& html);
  /// Shown in the middle while there is nothing to draw.
  void setHint(const QString& hint);

  QString csv() const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  /// Applies the theme; overridden to colour what a plot adds. Called on every change of palette
  /// or font.
  virtual void restyle();
  /// Of the title; the text's, unless the whole plot is about one phase.
  virtual QColor titleColour() const;
  /// Called after the size changed, when the axis rectangle is known.
  virtual void settleLayout() {}
  /// Room for the letters with a tail of the x axis's label, in plots of the least height.
  void keepTailsWhole();
  /// Shows the hint when there is nothing else.
  void setEmpty(bool empty);
  void refresh() { replot(QCustomPlot::rpQueuedReplot); }
  /// Columns of the legend by the room there is; after curves came or went.
  void arrangeLegend();
  /// A queued restyle for constructors, where virtual calls would come too early.
  void restyleSoon();

  /// What there is to say of a place, before the nearest value of a curve; empty for nothing.
  virtual QString tipAt(const QPointF& position) const;

  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  QString nearestValue(const QPointF& position) const;
  void fitMargins();
  void wrapHint();

  QCPTextElement* title_;
  QString titleText_;
  QString hintText_;
  int headRows_ = 1;  ///< lines above the axes: title and legend
  QCPLayoutGrid* head_;
  QCPItemText* hint_;
  QString xLabel_, yLabel_;
  QString explanation_;
  bool styled_ = false;
};

}  // namespace nudge
