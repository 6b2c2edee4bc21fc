#include "app/classics/HopfieldPage.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "app/classics/Glyphs.h"
#include "widgets/NumberText.h"
#include "widgets/PatternView.h"
#include "widgets/SeriesPlot.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr int kPatternSide = 14;
constexpr int kFrameMilliseconds = 16;
constexpr int kFrames = 40;  // that a recall takes at most
constexpr double kCorrupted = 0.2;
constexpr double kRecalled = 0.95;
constexpr int kStoredColumns = 2;
constexpr int kMostStored = 12;
constexpr int kMeasured = 300;  // neurons whose capacity is measured

std::vector<CapacityPoint> measure(int neurons, const std::stop_token& stop) {
  std::vector<double> loads;
  for (int percent = 4; percent <= 24; percent += 2) loads.push_back(percent / 100.0);
  return capacity(loads, {.neurons = static_cast<std::size_t>(neurons), .trials = 2}, stop);
}

}  // namespace

HopfieldPage::HopfieldPage(Session& session)
    : ClassicPage(session, "hopfield", tr("Hopfield memory"),
                  tr("Where EP's energy comes from: neurons that follow their fields fall into a "
                     "minimum. Hebb's rule makes a minimum of every stored pattern; EP makes one "
                     "of every right answer.")),
      memory_(kPatternSide * kPatternSide),
      random_(1, Purpose::Classics),
      state_(new PatternView(kPatternSide, kPatternSide)),
      stored_(new QGridLayout),
      energy_(new SeriesPlot),
      load_(new SeriesPlot),
      capacity_(
          this, &measure,
          [this](const std::vector<CapacityPoint>& points) { showCapacity(points); },
          [this](const QString& message) { say(message); }) {
  makeControls();
  makeViews();
  connectHand();
  showStored();
}

void HopfieldPage::makeControls() {
  addButton(Glyph::Add, tr("Store"), tr("Adds what is drawn to the weights: ΔW = V Vᵀ"),
            "hopfieldStore", [this] { store(); });
  addButton(Glyph::Add, tr("Letters"), tr("Stores four letters"), "hopfieldLetters",
            [this] { storeLetters(); });
  addButton(Glyph::Shade, tr("Corrupt"), tr("Turns a fifth of the neurons, by chance"),
            "hopfieldCorrupt", [this] { corrupt(); });
  addButton(Glyph::Play, tr("Recall"),
            tr("Each neuron follows its field, one after the other, until all rest (Space)"),
            "hopfieldRecall", [this] { recall(); });
  addButton(Glyph::Clear, tr("Forget"), tr("Takes all patterns out of the weights (R)"),
            "hopfieldForget", [this] { forget(); });
  addButton(Glyph::Training, tr("Capacity"),
            tr("Stores more and more random patterns in 300 neurons and counts how many come back"),
            "hopfieldCapacity", [this] { measureCapacity(); });
  bar().addStretch();
}

void HopfieldPage::makeViews() {
  state_->setObjectName("hopfieldState");
  state_->setTitle(tr("state V"));
  state_->setEditable(true);
  state_->setToolTip(
      tr("Draw by click and drag, or with arrow keys and Space. Disc: +1, ring: −1"));
  energy_->setObjectName("hopfieldEnergy");
  energy_->setTitle(tr("energy while it settles"));
  energy_->setAxes(tr("neurons turned"), tr("energy E"));
  energy_->setHint(tr("recall: every turn lowers the energy"));
  energy_->setExplanation(
      tr("<b>Energy</b><br>E = −½ Σ W<sub>ij</sub> V<sub>i</sub> V<sub>j</sub>. "
         "A neuron turns only where that lowers it."));
  load_->setObjectName("hopfieldLoad");
  load_->setTitle(tr("memory against load"));
  load_->setAxes(tr("patterns for 100 neurons"), tr("recalled %"));
  load_->setHint(tr("press Capacity"));
  auto* row = new QHBoxLayout;
  row->addWidget(state_, 3);
  auto* middle = new QWidget;
  middle->setLayout(stored_);
  stored_->setContentsMargins(0, 0, 0, 0);
  row->addWidget(middle, 3);
  auto* plots = new QVBoxLayout;
  plots->addWidget(energy_);
  plots->addWidget(load_);
  row->addLayout(plots, 4);
  body().addLayout(row, 1);
}

void HopfieldPage::connectHand() {
  player_.setInterval(kFrameMilliseconds);
  connect(&player_, &QTimer::timeout, this, &HopfieldPage::advance);
  // What is drawn while a recall is shown counts from there on.
  connect(state_, &PatternView::edited, &player_, &QTimer::stop);
}

void HopfieldPage::showStored() {
  while (QLayoutItem* item = stored_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  const auto& patterns = memory_.patterns();
  const auto shown = std::min<std::size_t>(patterns.size(), kMostStored);
  for (std::size_t x = 0; x < shown; ++x) {
    auto* view = new PatternView(kPatternSide, kPatternSide);
    view->setObjectName(QString("hopfieldStored%1").arg(x));
    view->setTitle(tr("pattern %1").arg(x + 1));
    view->setToolTip(tr("Click: the state becomes this pattern"));
    view->setPattern(patterns[x]);
    connect(view, &PatternView::picked, this, [this, x] {
      player_.stop();
      state_->setReference({});
      state_->setPattern(memory_.patterns()[x]);
    });
    stored_->addWidget(view, static_cast<int>(x) / kStoredColumns,
                       static_cast<int>(x) % kStoredColumns);
  }
  if (patterns.empty()) say(tr("Draw a pattern and press Store, or press Letters."));
  tell("hopfield.stored", patterns.size());
}

void HopfieldPage::store() {
  player_.stop();
  memory_.store(state_->pattern());
  showStored();
  say(tr("%1 patterns are stored: %2 for 100 neurons.")
          .arg(memory_.patterns().size())
          .arg(100.0 * static_cast<double>(memory_.patterns().size()) /
                   (kPatternSide * kPatternSide),
               0, 'f', 1));
  did("hopfield.store");
}

void HopfieldPage::storeLetters() {
  player_.stop();
  for (const char letter : {'A', 'H', 'T', 'Z'})
    memory_.store(letterPattern(QChar(letter), kPatternSide));
  state_->setPattern(memory_.patterns().back());
  state_->setReference({});
  showStored();
  say(tr("Four letters are stored. Corrupt the state, then recall it."));
  did("hopfield.store");
}

void HopfieldPage::corrupt() {
  player_.stop();
  state_->setReference({});
  state_->setPattern(corrupted(state_->pattern(), kCorrupted, random_));
  say(tr("A fifth of the neurons is turned. Recall lets them follow their fields."));
  did("hopfield.corrupt");
}

void HopfieldPage::recall() {
  if (memory_.patterns().empty()) return say(tr("Nothing is stored yet: press Store or Letters."));
  startEnergy_ = memory_.energy(state_->pattern());
  state_->setReference(state_->pattern());
  recalled_ = memory_.recall(state_->pattern(), random_);
  shown_ = 0;
  player_.start();
  did("hopfield.recall");
}

void HopfieldPage::advance() {
  const auto& turns = recalled_->turns;
  const std::size_t each = std::max<std::size_t>(1, turns.size() / kFrames);
  Pattern state = state_->pattern();
  for (std::size_t i = 0; i < each && shown_ < turns.size(); ++i, ++shown_)
    state[turns[shown_].neuron] = static_cast<Spin>(-state[turns[shown_].neuron]);
  state_->setPattern(state);
  showEnergy();
  if (shown_ < turns.size()) return;
  player_.stop();
  const int nearest = memory_.nearest(recalled_->end);
  const double same =
      overlap(recalled_->end, memory_.patterns()[static_cast<std::size_t>(nearest)]);
  tell("hopfield.overlap", same);
  say(same >= kRecalled
          ? tr("Pattern %1 came back after %2 turns: overlap %3.")
                .arg(nearest + 1)
                .arg(turns.size())
                .arg(threeDigits(same))
          : tr("It rests in a minimum that is no stored pattern: nearest is %1, overlap %2.")
                .arg(nearest + 1)
                .arg(threeDigits(same)));
}

void HopfieldPage::showEnergy() {
  Series series{tr("energy"), {0}, {startEnergy_}, {}, [](const Theme& t) { return t.free; }};
  for (std::size_t i = 0; i < shown_; ++i) {
    series.x.push_back(static_cast<double>(i + 1));
    series.y.push_back(recalled_->turns[i].energy);
  }
  energy_->setSeries({series});
}

void HopfieldPage::forget() {
  player_.stop();
  memory_.forget();
  state_->setReference({});
  showStored();
}

void HopfieldPage::showCapacity(const std::vector<CapacityPoint>& points) {
  Series series{tr("recalled"), {}, {}, {}, [](const Theme& theme) { return theme.free; }};
  for (const CapacityPoint& point : points) {
    series.x.push_back(100 * point.load);
    series.y.push_back(100 * point.recalled);
  }
  load_->setSeries({series});
  say(
      tr("Up to about 14 patterns for 100 neurons memory is good; beyond, it breaks down all at "
         "once."));
  did("hopfield.capacity");
}

void HopfieldPage::measureCapacity() {
  say(tr("Storing and recalling random patterns …"));
  capacity_.request(kMeasured);
}

void HopfieldPage::pose() {
  if (memory_.patterns().empty()) storeLetters();
  state_->setPattern(memory_.patterns().front());
  corrupt();
  recall();
  measureCapacity();
}

}  // namespace nudge
