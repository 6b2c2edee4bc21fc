#include "widgets/FeaturesView.h"

#include <algorithm>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include "widgets/NumberText.h"
#include "widgets/PlotExport.h"
#include "widgets/Theme.h"

namespace nudge {

FeaturesView::FeaturesView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("features"));
  setAccessibleName(tr("Features"));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  installExportMenu(*this);
  describe();
}

void FeaturesView::setNetwork(const NetworkSpec& network) {
  if (network != network_) {
    classes_.reset();
    units_.reset();
    unit_ = -1;
  }
  network_ = network;
  class_ = std::clamp(class_, 0, std::max(0, network.classes() - 1));
  update();
}

void FeaturesView::setClasses(std::shared_ptr<const ClassPatterns> classes) {
  classes_ = std::move(classes);
  describe();
  update();
}

void FeaturesView::setUnits(std::shared_ptr<const ActiveUnits> units) {
  if (!units || !units_ || units->layer != units_->layer) unit_ = -1;
  units_ = std::move(units);
  describe();
  update();
}

void FeaturesView::setChosenClass(int chosen) {
  class_ = std::clamp(chosen, 0, std::max(0, network_.classes() - 1));
  describe();
  update();
}

void FeaturesView::setSelectedUnit(int unit) {
  unit_ = unit;
  describe();
  update();
}

QSize FeaturesView::sizeHint() const {
  return {Theme::scaled(this, 760), Theme::scaled(this, 560)};
}

QSize FeaturesView::minimumSizeHint() const { return {320, 260}; }

bool FeaturesView::hasMaps() const {
  return units_ && !units_->units.empty() && units_->units.front().map.size() > 0;
}

int FeaturesView::selectedIndex() const {
  if (!units_) return -1;
  const auto& units = units_->units;
  const auto found = std::find_if(units.begin(), units.end(),
                                  [this](const ActiveUnit& one) { return one.unit == unit_; });
  return found == units.end() ? -1 : static_cast<int>(found - units.begin());
}

FeaturesLayout FeaturesView::layOut() const {
  const MapShape shape = classes_ ? classes_->shape : MapShape{1, 1, 1};
  return FeaturesLayout::fit(
      QRectF(rect()).adjusted(4, 2, -4, -2), classes_ ? classes_->classes() : 0,
      units_ ? static_cast<int>(units_->units.size()) : 0, hasMaps(),
      std::clamp(1.0 * shape.width / shape.height, 0.25, 4.0), QFontMetrics(Theme::small(font())));
}

QRectF FeaturesView::classRect(int index) const {
  return layOut().classes.at(static_cast<std::size_t>(index));
}

QRectF FeaturesView::unitRect(int k) const {
  return layOut().units.at(static_cast<std::size_t>(k));
}

FeaturesView::Place FeaturesView::placeAt(const QPointF& point) const {
  const FeaturesLayout layout = layOut();
  const auto in = [&](const std::vector<QRectF>& rects, double captions, Place::Row row) {
    for (std::size_t i = 0; i < rects.size(); ++i) {
      if (rects[i].adjusted(0, 0, 0, captions * layout.line).contains(point))
        return Place{row, static_cast<int>(i)};
    }
    return Place{};
  };
  for (const Place& place : {in(layout.classes, 1, Place::Class), in(layout.units, 2, Place::Unit),
                             in(layout.fields, 0, Place::Field), in(layout.maps, 0, Place::Map)}) {
    if (place.row != Place::Nothing) return place;
  }
  return {};
}

QString FeaturesView::unitName(const ActiveUnit& unit) const {
  return unit.filter ? tr("channel %1").arg(unit.unit) : tr("neuron %1").arg(unit.unit);
}

QString FeaturesView::classTip(int index) const {
  const auto c = static_cast<std::size_t>(index);
  const auto outputs = classes_->outputs.col(index);
  const auto mean =
      static_cast<double>(outputs.segment(index * network_.perClass, network_.perClass).mean());
  const int given = classes_->given[c];
  return tr("<b>Class %1</b><br>The input x that excites this class's outputs most; its mean "
            "output in the copy is %2.<br>%3")
      .arg(index)
      .arg(threeDigits(mean),
           given == index ? tr("The copy takes it for its own class.")
                          : tr("The copy takes it for class %1: do not trust it.").arg(given));
}

QString FeaturesView::unitTip(int k) const {
  const ActiveUnit& unit = units_->units[static_cast<std::size_t>(k)];
  return tr("<b>Layer %1, %2</b><br>ρ(s) = %3 in the free state of the shown image; told %4 from "
            "below, above and by its bias.<br>Weight w to class %5: %6")
      .arg(units_->layer)
      .arg(unitName(unit), threeDigits(unit.activity), threeDigits(unit.field))
      .arg(class_)
      .arg(threeDigits(static_cast<double>(unit.pull[class_])));
}

QString FeaturesView::tipAt(const QPointF& point) const {
  const Place place = placeAt(point);
  switch (place.row) {
    case Place::Class:
      return classTip(place.index);
    case Place::Unit:
      return unitTip(place.index) + tr("<br>The picture is the input that excites it most.");
    case Place::Field:
      return unitTip(place.index) +
             (units_->units.front().filter
                  ? tr("<br>The picture is its filter: blue −, orange +.")
                  : tr("<br>The picture is its weights over the input: blue −, orange +."));
    case Place::Map:
      return unitTip(place.index) + tr("<br>The picture is its map in the free state.");
    case Place::Nothing:
      break;
  }
  return {};
}

bool FeaturesView::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  QToolTip::showText(help->globalPos(), tipAt(help->pos()), this);
  return true;
}

void FeaturesView::mousePressEvent(QMouseEvent* event) {
  const Place place = placeAt(event->position());
  if (event->button() != Qt::LeftButton || place.row == Place::Nothing)
    return QWidget::mousePressEvent(event);
  inUnits_ = place.row != Place::Class;
  if (!inUnits_) {
    setChosenClass(place.index);
    emit classPicked(class_);
  } else {
    setSelectedUnit(units_->units[static_cast<std::size_t>(place.index)].unit);
    emit unitPicked(unit_);
  }
}

void FeaturesView::moveBy(int step) {
  if (!inUnits_) {
    if (!classes_ || classes_->classes() == 0) return;
    setChosenClass(std::clamp(class_ + step, 0, classes_->classes() - 1));
    return emit classPicked(class_);
  }
  const int last = static_cast<int>(layOut().units.size()) - 1;
  const int k = std::clamp(selectedIndex() + step, 0, last);
  setSelectedUnit(units_->units[static_cast<std::size_t>(k)].unit);
  emit unitPicked(unit_);
}

void FeaturesView::keyPressEvent(QKeyEvent* event) {
  const bool hidden = units_ && !units_->units.empty();
  if (!hidden) inUnits_ = false;
  if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
    return moveBy(event->key() == Qt::Key_Left ? -1 : 1);
  if (event->key() == Qt::Key_Down && hidden) {
    inUnits_ = true;
    return moveBy(0);
  }
  if (event->key() == Qt::Key_Up) {
    inUnits_ = false;
    return update();
  }
  QWidget::keyPressEvent(event);
}

void FeaturesView::describe() {
  if (!classes_) return setAccessibleDescription(tr("no patterns yet"));
  QString text = tr("class %1 of %2 is chosen").arg(class_).arg(classes_->classes());
  if (const int k = selectedIndex(); k >= 0)
    text += tr("; %1").arg(unitName(units_->units[static_cast<std::size_t>(k)]));
  setAccessibleDescription(text);
}

double FeaturesView::fieldReach() const {
  float most = 0;
  for (const ActiveUnit& unit : units_->units)
    most = std::max(most, unit.receptive.cwiseAbs().maxCoeff());
  return static_cast<double>(most);
}

double FeaturesView::wireReach() const {
  float most = 0;
  for (const ActiveUnit& unit : units_->units)
    most = std::max(most, unit.pull.cwiseAbs().maxCoeff());
  return static_cast<double>(most);
}

QString FeaturesView::csv() const {
  QString text = QStringLiteral("layer,unit,activity,weight");
  if (!classes_) return text + QLatin1Char('\n');
  for (Eigen::Index i = 0; i < classes_->patterns.rows(); ++i)
    text += QStringLiteral(",x%1").arg(i);
  text += QLatin1Char('\n');
  const auto number = [](float value) {
    return QString::number(static_cast<double>(value), 'g', 6);
  };
  const auto addRow = [&](const QString& head, const auto& pattern) {
    text += head;
    for (Eigen::Index i = 0; i < pattern.size(); ++i) text += QLatin1Char(',') + number(pattern[i]);
    text += QLatin1Char('\n');
  };
  for (int c = 0; c < classes_->classes(); ++c)
    addRow(QStringLiteral("class,%1,,").arg(c), classes_->patterns.col(c));
  if (!units_) return text;
  for (const ActiveUnit& unit : units_->units) {
    addRow(QStringLiteral("%1,%2,%3,%4")
               .arg(units_->layer)
               .arg(unit.unit)
               .arg(number(static_cast<float>(unit.activity)), number(unit.pull[class_])),
           unit.pattern);
  }
  return text;
}

}  // namespace nudge
