#include "widgets/ChipView.h"

#include <algorithm>
#include <cmath>

#include "core/chip/ChipSegment.h"
#include "widgets/PlotExport.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr int kSharpenMilliseconds = 70;
constexpr double kRevealSpacing = 26;  // pixels between qubits

/// The distance of the two closest of all places.
double closestOf(std::vector<QPointF> places) {
  std::sort(places.begin(), places.end(), [](const QPointF& a, const QPointF& b) {
    return a.x() < b.x() || (a.x() == b.x() && a.y() < b.y());
  });
  double least = 1;
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t j = i + 1; j < places.size() && places[j].x() - places[i].x() < least; ++j) {
      const double distance =
          std::hypot(places[j].x() - places[i].x(), places[j].y() - places[i].y());
      if (distance > 1e-9) least = std::min(least, distance);
    }
  }
  return least;
}

}  // namespace

ChipView::ChipView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("chip-view"));
  setAccessibleName(tr("Chip"));
  setFocusPolicy(Qt::StrongFocus);
  installCopyKeys(*this);
  setMouseTracking(true);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  sharpen_.setSingleShot(true);
  sharpen_.setInterval(kSharpenMilliseconds);
  connect(&sharpen_, &QTimer::timeout, this, &ChipView::redraw);
  describeAccessibly();
}

void ChipView::setChip(std::shared_ptr<const ChipGraph> chip) {
  const bool same = chip && chip_ && chip->shape() == chip_->shape();
  chip_ = std::move(chip);
  use_.reset();
  problem_.reset();
  rebuild(same);
}

void ChipView::setUse(std::shared_ptr<const ChipUse> use) {
  if (!use) return setChip(chip_);
  const bool same = chip_ && use->chip().shape() == chip_->shape();
  chip_ = use->sharedChip();
  use_ = std::move(use);
  rebuild(same);
}

void ChipView::setProblem(std::shared_ptr<const IsingProblem> problem) {
  problem_ = std::move(problem);
}

void ChipView::setColours(ChainColours colours) {
  colours_ = colours;
  redraw();
}

void ChipView::setFaults(const std::vector<int>& qubits) {
  faults_ = qubits;
  std::sort(faults_.begin(), faults_.end());
  placeNodes();
  describeAccessibly();
  redraw();
}

void ChipView::setSpins(std::vector<std::int8_t> spins) {
  spins_ = std::move(spins);
  countBroken();
  describeAccessibly();
  touch();
}

void ChipView::rebuild(bool sameShape) {
  hovered_ = -1;
  spins_.clear();
  countBroken();
  if (followed_ >= (use_ ? use_->variables() : 0)) followed_ = -1;
  if (!sameShape) {
    qubit_ = -1;
    places_.clear();
  }
  if (chip_ && places_.empty()) {
    const ChipShape& shape = chip_->shape();
    for (int q = 0; q < shape.labels(); ++q) {
      const ChipPosition at = drawingPosition(shape, q);
      places_.emplace_back(at.x, -at.y);
    }
  }
  placeNodes();
  if (chip_ && !sameShape) {
    QRectF extent;
    std::vector<QPointF> seen;
    for (const Node& node : nodes_) {
      extent = seen.empty() ? QRectF(node.place, QSizeF(1e-9, 1e-9))
                            : extent.united(QRectF(node.place, QSizeF(1e-9, 1e-9)));
      seen.push_back(node.place);
    }
    camera_.setChip(extent, closestOf(std::move(seen)));
  }
  follow(followed_);
  describeAccessibly();
}

void ChipView::placeNodes() {
  nodes_.clear();
  if (!chip_) return;
  for (int q = 0; q < chip_->shape().labels(); ++q) {
    if (!inFabric(chip_->shape(), q)) continue;
    nodes_.push_back(
        {q, use_ ? use_->variableOf(q) : -1, isFaulty(q), places_[static_cast<std::size_t>(q)]});
  }
}

bool ChipView::isFaulty(int qubit) const {
  return (chip_ && !chip_->hasQubit(qubit)) ||
         std::binary_search(faults_.begin(), faults_.end(), qubit);
}

void ChipView::countBroken() {
  broken_.assign(use_ ? static_cast<std::size_t>(use_->variables()) : 0, 0);
  for (std::size_t v = 0; v < broken_.size(); ++v) {
    int up = 0, down = 0;
    for (const int qubit : use_->chain(static_cast<int>(v))) {
      const auto q = static_cast<std::size_t>(qubit);
      const int spin = q < spins_.size() ? spins_[q] : 0;
      up += spin > 0 ? 1 : 0;
      down += spin < 0 ? 1 : 0;
    }
    broken_[v] = up > 0 && down > 0 ? 1 : 0;
  }
  brokenCount_ = static_cast<int>(std::count(broken_.begin(), broken_.end(), 1));
}

void ChipView::fit() {
  camera_.fit();
  touch();
}

void ChipView::zoom(double factor, std::optional<QPointF> about) {
  camera_.zoom(factor, about.value_or(camera_.area().center()));
  touch();
}

void ChipView::follow(int variable) {
  followed_ = use_ && variable >= 0 && variable < use_->variables() ? variable : -1;
  lit_.clear();
  if (followed_ >= 0) {
    lit_.assign(static_cast<std::size_t>(use_->variables()), 0);
    lit_[static_cast<std::size_t>(followed_)] = 1;
    for (const int other : use_->neighbours(followed_)) lit_[static_cast<std::size_t>(other)] = 1;
    if (qubit_ >= 0 && use_->variableOf(qubit_) != followed_) qubit_ = -1;
  }
  describeAccessibly();
  redraw();
}

void ChipView::pickQubit(int qubit) {
  qubit_ = chip_ && qubit >= 0 && qubit < chip_->shape().labels() && inFabric(chip_->shape(), qubit)
               ? qubit
               : -1;
  follow(use_ && qubit_ >= 0 ? use_->variableOf(qubit_) : -1);
}

void ChipView::reveal() {
  QRectF part;
  const auto add = [&](int qubit) {
    const QRectF place(places_[static_cast<std::size_t>(qubit)] - QPointF(0.02, 0.02),
                       QSizeF(0.04, 0.04));
    part = part.isNull() ? place : part.united(place);
  };
  if (followed_ >= 0) {
    for (const int qubit : use_->chain(followed_)) add(qubit);
  } else if (qubit_ >= 0) {
    add(qubit_);
  }
  if (part.isNull()) return;
  camera_.showPart(part, kRevealSpacing);
  touch();
}

int ChipView::qubitAt(const QPointF& position) const {
  if (!camera_.area().contains(position)) return -1;
  const QPointF place = camera_.toChip(position);
  double least = std::max(dotRadius() + 3, 6.0) / camera_.scale();
  int nearest = -1;
  for (const Node& node : nodes_) {
    const double distance = std::hypot(node.place.x() - place.x(), node.place.y() - place.y());
    if (distance > least) continue;
    least = distance;
    nearest = node.qubit;
  }
  return nearest;
}

QPointF ChipView::positionOf(int qubit) const {
  return camera_.toWidget(places_.at(static_cast<std::size_t>(qubit)));
}

QSize ChipView::sizeHint() const { return {Theme::scaled(this, 620), Theme::scaled(this, 560)}; }

QSize ChipView::minimumSizeHint() const {
  return {Theme::scaled(this, 300), Theme::scaled(this, 240)};
}

}  // namespace nudge
