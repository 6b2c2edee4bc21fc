#pragma once

#include <memory>

#include <QWidget>

#include "core/insight/ActiveUnits.h"
#include "core/insight/ClassPatterns.h"
#include "widgets/CsvSource.h"
#include "widgets/FeaturesLayout.h"

namespace nudge {

/// What a trained network looks for [Fig. 5.9]: a pattern a class; under the chosen class the
/// hidden units most active in the free state of an image, joined to it by wires as thick as their
/// weights; under those their receptive fields or filters and, of channels, their maps. Clicks and
/// arrow keys choose a class or a unit.
class FeaturesView : public QWidget, public CsvSource {
  Q_OBJECT
 public:
  explicit FeaturesView(QWidget* parent = nullptr);

  /// The network that all else belongs to.
  void setNetwork(const NetworkSpec& network);
  void setClasses(std::shared_ptr<const ClassPatterns> classes);
  /// Null: there is no hidden layer, or it is not known yet.
  void setUnits(std::shared_ptr<const ActiveUnits> units);
  void setChosenClass(int chosen);
  void setSelectedUnit(int unit);  ///< number of the unit in its layer; −1: none

  int chosenClass() const { return class_; }
  int selectedUnit() const { return unit_; }
  /// Where a class's pattern, or that of the k-th unit, lies in widget coordinates.
  QRectF classRect(int index) const;
  QRectF unitRect(int k) const;
  /// What stands in the tip over a point; empty where there is nothing.
  QString tipAt(const QPointF& point) const;

  /// class or layer, unit, activity, weight to the chosen class, then a column a pixel.
  QString csv() const override;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void classPicked(int index);
  void unitPicked(int unit);

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  /// What is painted beneath the point: a row and a place in it.
  struct Place {
    enum Row { Nothing, Class, Unit, Field, Map } row = Nothing;
    int index = -1;
  };
  Place placeAt(const QPointF& point) const;
  FeaturesLayout layOut() const;
  bool hasMaps() const;
  int selectedIndex() const;  ///< among the units; −1: none
  void moveBy(int step);
  void describe();
  QString unitName(const ActiveUnit& unit) const;
  QString classTip(int index) const;
  QString unitTip(int k) const;
  double fieldReach() const;
  double wireReach() const;

  void paintClasses(QPainter& painter, const FeaturesLayout& layout) const;
  void paintWires(QPainter& painter, const FeaturesLayout& layout) const;
  void paintUnits(QPainter& painter, const FeaturesLayout& layout) const;
  void paintFields(QPainter& painter, const FeaturesLayout& layout) const;
  void paintMaps(QPainter& painter, const FeaturesLayout& layout) const;
  /// A row's title, the first of the texts that fits, with a colour scale behind it.
  void paintTitle(QPainter& painter, const QRectF& rect, const QStringList& texts, bool isSigned,
                  const QString& low, const QString& high) const;
  void paintTile(QPainter& painter, const QRectF& rect, const QImage& picture, bool marked) const;
  void paintCaption(QPainter& painter, const QRectF& tile, int line, const QString& text,
                    const QColor& colour) const;
  QImage signedPicture(const Matrix& values, double reach) const;

  NetworkSpec network_;
  std::shared_ptr<const ClassPatterns> classes_;
  std::shared_ptr<const ActiveUnits> units_;
  int class_ = 0;
  int unit_ = -1;
  bool inUnits_ = false;  ///< the row that arrow keys walk
};

}  // namespace nudge
