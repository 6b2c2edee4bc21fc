#pragma once

#include <QSize>
#include <QString>
#include <qcustomplot.h>

class QMenu;
class QWidget;

namespace nudge {

/// Of a figure that goes beside a report, in pixels.
inline constexpr QSize kReportFigureSize(720, 440);

/// Writes a plot in the format that the path's suffix names: .png, .svg, .pdf, .csv. Needs no
/// window. The file is replaced whole or not at all. Throws Error.
void savePlot(QCustomPlot& plot, const QString& path, QSize size);

/// The same for any widget; .csv only for those that are a CsvSource.
void saveWidget(QWidget& widget, const QString& path, QSize size);

/// The data of all visible curves, bars and maps: a row a point, named by its curve.
QString plotCsv(const QCustomPlot& plot);

/// Puts a widget onto the clipboard as a picture, in pixels and as SVG.
void copyPicture(QWidget& widget);
/// Puts what it shows there as comma-separated values; nothing where it has none.
void copyData(QWidget& widget);

/// Adds "Copy picture", "Export as PNG…" and their sisters to a menu, with the file dialog behind
/// them.
void addExportActions(QMenu& menu, QWidget& widget);

/// Lets Ctrl+C copy a widget that has the focus, and Ctrl+Shift+C its data.
void installCopyKeys(QWidget& widget);

/// Gives a widget a context menu with those actions, and the keys.
void installExportMenu(QWidget& widget);

}  // namespace nudge
