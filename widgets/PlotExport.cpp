#include "widgets/PlotExport.h"

#include <QBuffer>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QPdfWriter>
#include <QResizeEvent>
#include <QSaveFile>
#include <QShortcut>
#include <QSvgGenerator>
#include <QToolTip>
#include <QWidget>

#include "core/base/Error.h"
#include "widgets/CsvSource.h"
#include "widgets/MessageText.h"

namespace nudge {

namespace {

constexpr double kPngScale = 2;           // sharp on a page and on a dense screen
constexpr double kPointsPerPixel = 0.75;  // at 96 pixels an inch

/// What differs between a plot and any other widget.
struct Picture {
  std::function<void(QPaintDevice&)> paint;  ///< as vectors
  std::function<QImage()> image;
  std::function<QString()> csv;  ///< empty: has no data
};

QString number(double value) { return QString::number(value, 'g', 9); }

void writeSvg(QIODevice& file, const Picture& picture, QSize size) {
  QSvgGenerator generator;
  generator.setOutputDevice(&file);
  generator.setSize(size);
  generator.setViewBox(QRect(QPoint(), size));
  generator.setResolution(96);
  generator.setTitle(QStringLiteral("Nudge"));
  picture.paint(generator);
}

void writePdf(QIODevice& file, const Picture& picture, QSize size) {
  QPdfWriter writer(&file);
  writer.setPageSize(QPageSize(QSizeF(size) * kPointsPerPixel, QPageSize::Point));
  writer.setPageMargins(QMarginsF());
  writer.setResolution(96);
  writer.setCreator(QStringLiteral("Nudge"));
  picture.paint(writer);
}

bool writeAs(const QString& kind, QIODevice& file, const Picture& picture, QSize size) {
  if (kind == QLatin1String("png")) return picture.image().save(&file, "PNG");
  if (kind == QLatin1String("csv")) return file.write(picture.csv().toUtf8()) >= 0;
  if (kind == QLatin1String("svg")) {
    writeSvg(file, picture, size);
  } else {
    writePdf(file, picture, size);
  }
  return true;
}

void save(const Picture& picture, const QString& path, QSize size) {
  const QString kind = QFileInfo(path).suffix().toLower();
  const QStringList kinds{QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf"),
                          QStringLiteral("csv")};
  if (!kinds.contains(kind)) {
    throw Error(path.toStdString() +
                ": the name must end with .png, .svg, .pdf or .csv, which says what to write.");
  }
  if (kind == QLatin1String("csv") && !picture.csv) {
    throw Error(path.toStdString() +
                ": this view has no data to write as CSV; use .png, .svg "
                "or .pdf.");
  }
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly) || !writeAs(kind, file, picture, size) || !file.commit()) {
    throw Error(path.toStdString() + ": cannot be written: " + file.errorString().toStdString() +
                ".");
  }
}

Picture pictureOf(QCustomPlot& plot, QSize size) {
  plot.ensurePolished();
  if (!plot.isVisible() && plot.size() != size) {
    // Without a window no one else tells it its size.
    QResizeEvent resized(size, plot.size());
    plot.resize(size);
    QCoreApplication::sendEvent(&plot, &resized);
  }
  Picture picture;
  picture.paint = [&plot, size](QPaintDevice& device) {
    QCPPainter painter;
    painter.begin(&device);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.fillRect(QRect(QPoint(), size), plot.palette().color(QPalette::Base));
    plot.toPainter(&painter, size.width(), size.height());
    painter.end();
  };
  picture.image = [&plot, size] {
    return plot.toPixmap(size.width(), size.height(), kPngScale).toImage();
  };
  const auto* source = dynamic_cast<const CsvSource*>(&plot);
  picture.csv = [&plot, source] { return source ? source->csv() : plotCsv(plot); };
  return picture;
}

Picture pictureOf(QWidget& widget, QSize size) {
  Picture picture;
  const auto render = [&widget, size](QPaintDevice& device) {
    QPainter painter(&device);
    const QSize before = widget.size();
    if (before != size) widget.resize(size);
    widget.render(&painter, {}, {}, QWidget::DrawWindowBackground | QWidget::DrawChildren);
    if (before != size) widget.resize(before);
  };
  picture.paint = render;
  picture.image = [render, size] {
    QImage image(size * kPngScale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(kPngScale);
    image.fill(Qt::transparent);
    render(image);
    return image;
  };
  if (const auto* source = dynamic_cast<const CsvSource*>(&widget)) {
    picture.csv = [source] { return source->csv(); };
  }
  return picture;
}

Picture pictureOfAny(QWidget& widget) {
  if (auto* plot = qobject_cast<QCustomPlot*>(&widget)) return pictureOf(*plot, widget.size());
  return pictureOf(widget, widget.size());
}

bool hasData(QWidget& widget) {
  return qobject_cast<QCustomPlot*>(&widget) || dynamic_cast<CsvSource*>(&widget);
}

void exportThrough(QWidget& widget, const QString& kind) {
  QString name = widget.accessibleName().isEmpty() ? widget.objectName() : widget.accessibleName();
  name = name.toLower().replace(QLatin1Char(' '), QLatin1Char('-'));
  const QString path = QFileDialog::getSaveFileName(
      &widget, QObject::tr("Export as %1").arg(kind.toUpper()), name + QLatin1Char('.') + kind,
      QStringLiteral("%1 (*.%2)").arg(kind.toUpper(), kind));
  if (path.isEmpty()) return;
  try {
    const bool named = QFileInfo(path).suffix().toLower() == kind;
    saveWidget(widget, named ? path : path + QLatin1Char('.') + kind, widget.size());
  } catch (const Error& error) {
    QToolTip::showText(widget.mapToGlobal(widget.rect().center()), messageText(error.what()),
                       &widget, {}, 8000);
  }
}

/// Shows the export menu of widgets that have none of their own.
class MenuFilter : public QObject {
 public:
  using QObject::QObject;
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() != QEvent::ContextMenu) return false;
    auto* widget = qobject_cast<QWidget*>(watched);
    auto* menu = new QMenu(widget);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addExportActions(*menu, *widget);
    menu->popup(static_cast<QContextMenuEvent*>(event)->globalPos());
    return true;
  }
};

}  // namespace

QString plotCsv(const QCustomPlot& plot) {
  const auto labelled = [](const QCPAxis* axis, const char* fallback) {
    return csvValue(axis->label().isEmpty() ? QString::fromLatin1(fallback) : axis->label());
  };
  QString text =
      QStringLiteral("curve,%1,%2\n").arg(labelled(plot.xAxis, "x"), labelled(plot.yAxis, "y"));
  for (int i = 0; i < plot.plottableCount(); ++i) {
    const QCPAbstractPlottable* plottable = const_cast<QCustomPlot&>(plot).plottable(i);
    if (!plottable->visible()) continue;
    const QCPPlottableInterface1D* data =
        const_cast<QCPAbstractPlottable*>(plottable)->interface1D();
    if (data == nullptr) continue;
    const QString name = csvValue(plottable->name());
    for (int j = 0; j < data->dataCount(); ++j) {
      text += name + QLatin1Char(',') + number(data->dataMainKey(j)) + QLatin1Char(',') +
              number(data->dataMainValue(j)) + QLatin1Char('\n');
    }
  }
  return text;
}

void savePlot(QCustomPlot& plot, const QString& path, QSize size) {
  save(pictureOf(plot, size), path, size);
}

void saveWidget(QWidget& widget, const QString& path, QSize size) {
  if (auto* plot = qobject_cast<QCustomPlot*>(&widget)) return savePlot(*plot, path, size);
  save(pictureOf(widget, size), path, size);
}

void copyPicture(QWidget& widget) {
  const Picture picture = pictureOfAny(widget);
  QBuffer svg;
  svg.open(QIODevice::WriteOnly);
  writeSvg(svg, picture, widget.size());
  auto* copied = new QMimeData;
  copied->setImageData(picture.image());
  copied->setData(QStringLiteral("image/svg+xml"), svg.data());
  QGuiApplication::clipboard()->setMimeData(copied);
}

void copyData(QWidget& widget) {
  if (hasData(widget)) QGuiApplication::clipboard()->setText(pictureOfAny(widget).csv());
}

void installCopyKeys(QWidget& widget) {
  const auto add = [&](const QKeySequence& keys, void (*copy)(QWidget&)) {
    auto* shortcut = new QShortcut(keys, &widget);
    shortcut->setContext(Qt::WidgetShortcut);
    QObject::connect(shortcut, &QShortcut::activated, &widget, [&widget, copy] { copy(widget); });
  };
  add(QKeySequence::Copy, copyPicture);
  add(QKeySequence(QStringLiteral("Ctrl+Shift+C")), copyData);
}

void addExportActions(QMenu& menu, QWidget& widget) {
  const bool data = hasData(widget);
  const auto addCopy = [&](const QString& text, const char* name, void (*copy)(QWidget&)) {
    QAction* action = menu.addAction(text);
    action->setObjectName(QString::fromLatin1(name));
    QObject::connect(action, &QAction::triggered, &widget, [&widget, copy] { copy(widget); });
  };
  addCopy(QObject::tr("Copy picture"), "copy-picture", copyPicture);
  if (data) addCopy(QObject::tr("Copy data"), "copy-data", copyData);
  for (const char* kind : {"png", "svg", "pdf", "csv"}) {
    const QString name = QString::fromLatin1(kind);
    if (name == QLatin1String("csv") && !data) continue;
    QAction* action = menu.addAction(QObject::tr("Export as %1…").arg(name.toUpper()));
    action->setObjectName(QStringLiteral("export-") + name);
    QObject::connect(action, &QAction::triggered, &widget,
                     [&widget, name] { exportThrough(widget, name); });
  }
}

void installExportMenu(QWidget& widget) {
  widget.installEventFilter(new MenuFilter(&widget));
  installCopyKeys(widget);
}

}  // namespace nudge
