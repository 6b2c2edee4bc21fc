#include "app/ReportPdf.h"

#include <algorithm>

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgRenderer>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextObjectInterface>

#include "core/base/Error.h"

namespace nudge {

namespace {

constexpr int kFigure = QTextFormat::UserObject + 1;
constexpr int kPath = QTextFormat::UserProperty + 1;
constexpr double kShareOfWidth = 0.8;
constexpr int kFontPoints = 9;
constexpr const char* kPdfStyle =
    "h1{font-size:18pt} h2{font-size:13pt} th{text-align:left} "
    "td,th{padding-right:8px} "
    ".headline{font-size:12pt}";

/// Draws the figures where the text has a place for them.
class FigurePainter : public QObject, public QTextObjectInterface {
  Q_OBJECT
  Q_INTERFACES(QTextObjectInterface)
 public:
  using QObject::QObject;

  QSizeF intrinsicSize(QTextDocument* document, int, const QTextFormat& format) override {
    const QSizeF size = QSvgRenderer(format.property(kPath).toString()).defaultSize();
    // print() gives the root frame its margins.
    const double margins = 2 * document->rootFrame()->frameFormat().margin();
    const double width = kShareOfWidth * std::max(0.0, document->pageSize().width() - margins);
    return {width, size.isEmpty() ? 0 : width * size.height() / size.width()};
  }

  void drawObject(QPainter* painter, const QRectF& rect, QTextDocument*, int,
                  const QTextFormat& format) override {
    QSvgRenderer(format.property(kPath).toString()).render(painter, rect);
  }
};

void addFigure(QTextCursor& cursor, const std::filesystem::path& figure) {
  QTextCharFormat format;
  format.setObjectType(kFigure);
  format.setProperty(kPath, QString::fromStdString(figure.string()));
  cursor.insertBlock();
  cursor.insertText(QString(QChar::ObjectReplacementCharacter), format);
}

}  // namespace

void writePdf(const RunRecord& run, const std::vector<std::filesystem::path>& figures,
              const std::filesystem::path& path) {
  QSaveFile file(QString::fromStdString(path.string()));
  const bool opened = file.open(QIODevice::WriteOnly);
  if (opened) {
    QPdfWriter writer(&file);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setCreator("Nudge");
    writer.setTitle(QString::fromStdString(run.experiment.name));
    QTextDocument document;
    FigurePainter painter;
    document.documentLayout()->registerHandler(kFigure, &painter);
    document.setDefaultFont(QFont("DejaVu Sans", kFontPoints));
    document.setDefaultStyleSheet(kPdfStyle);
    QTextCursor cursor(&document);
    cursor.insertHtml(QString::fromStdString(reportHead(run)));
    for (const auto& figure : figures) addFigure(cursor, figure);
    cursor.insertBlock();
    cursor.insertHtml(QString::fromStdString(reportTables(run)));
    document.print(&writer);
  }
  if (!opened || !file.commit()) {
    throw Error(path.string() + ": cannot be written: " + file.errorString().toStdString() + ".");
  }
}

}  // namespace nudge

#include "ReportPdf.moc"
