#include "app/classics/AssociativePage.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "app/classics/Glyphs.h"
#include "widgets/NumberText.h"
#include "widgets/PatternView.h"
#include "widgets/SeriesPlot.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr int kSideA = 14, kSideB = 10;
constexpr const char* kCapitals = "XOI";
constexpr const char* kSmall = "xoi";
constexpr double kTurned = 0.2;

}  // namespace

AssociativePage::AssociativePage(Session& session)
    : ClassicPage(session, "bam", tr("Associative memory"),
                  tr("A Hopfield network in two groups, A and B, that answer each other (BAM). The "
                     "two need not be alike: an input recalls its output, which is what EP then "
                     "learns by gradient.")),
      memory_(kSideA * kSideA, kSideB * kSideB),
      random_(2, Purpose::Classics),
      a_(new PatternView(kSideA, kSideA)),
      b_(new PatternView(kSideB, kSideB)),
      energy_(new SeriesPlot) {
  QStringList names;
  for (int i = 0; i < 3; ++i) {
    pairs_.emplace_back(letterPattern(QChar(kCapitals[i]), kSideA),
                        letterPattern(QChar(kSmall[i]), kSideB));
    memory_.store(pairs_.back().first, pairs_.back().second);
    names << QString("%1 – %2").arg(QChar(kCapitals[i])).arg(QChar(kSmall[i]));
  }
  auto* pair = addChoice("bamPair", tr("Pair"), names, tr("The stored pair that is shown"));
  connect(pair, &QComboBox::activated, this, &AssociativePage::choose);
  addButton(Glyph::Shade, tr("Corrupt"),
            tr("Turns a fifth of the neurons of A, and all of B by chance"), "bamCorrupt",
            [this] { corrupt(); });
  addButton(Glyph::Play, tr("A asks B"), tr("B answers A, A answers B, until both rest (Space)"),
            "bamForward", [this] { recall(true); });
  addButton(Glyph::Play, tr("B asks A"), tr("A answers B first"), "bamBackward",
            [this] { recall(false); });
  bar().addStretch();
  a_->setObjectName("bamA"), b_->setObjectName("bamB");
  a_->setTitle(tr("group A")), b_->setTitle(tr("group B"));
  for (PatternView* view : {a_, b_}) {
    view->setEditable(true);
    view->setToolTip(
        tr("Draw by click and drag, or with arrow keys and Space. Disc: +1, ring: −1"));
  }
  energy_->setObjectName("bamEnergy");
  energy_->setTitle(tr("energy"));
  energy_->setAxes(tr("answers"), tr("energy E"));
  energy_->setHint(tr("let A ask B"));
  energy_->setExplanation(
      tr("<b>Energy</b><br>E = −A M Bᵀ with M = Σ Aᵀ B over the stored pairs; no "
         "answer raises it."));
  auto* row = new QHBoxLayout;
  row->addWidget(a_, 4);
  row->addWidget(b_, 3);
  row->addWidget(energy_, 4);
  body().addLayout(row, 1);
  choose(0);
}

void AssociativePage::choose(int pair) {
  pair_ = pair;
  for (PatternView* view : {a_, b_}) view->setReference({});
  const auto& [a, b] = pairs_[static_cast<std::size_t>(pair)];
  a_->setPattern(a);
  b_->setPattern(b);
  say(tr("Three pairs of letters are stored. Corrupt one, then let A ask B."));
}

void AssociativePage::corrupt() {
  for (PatternView* view : {a_, b_}) view->setReference({});
  a_->setPattern(corrupted(pairs_[static_cast<std::size_t>(pair_)].first, kTurned, random_));
  b_->setPattern(randomPattern(kSideB * kSideB, random_));
  say(tr("A is damaged, B is noise."));
}

void AssociativePage::recall(bool fromA) {
  a_->setReference(a_->pattern());
  b_->setReference(b_->pattern());
  const auto recalled = fromA ? memory_.recall(a_->pattern(), b_->pattern())
                              : memory_.recallBackward(a_->pattern(), b_->pattern());
  a_->setPattern(recalled.a);
  b_->setPattern(recalled.b);
  showEnergies(recalled.energies);
  const auto& [a, b] = pairs_[static_cast<std::size_t>(pair_)];
  const double same = std::min(overlap(recalled.a, a), overlap(recalled.b, b));
  tell("bam.overlap", same);
  say(tr("At rest after %1 answers; overlap with the pair %2.")
          .arg(recalled.energies.size() - 1)
          .arg(threeDigits(same)));
  did("bam.recall");
}

void AssociativePage::showEnergies(const std::vector<double>& energies) {
  Series series{tr("energy"), {}, energies, {}, [](const Theme& t) { return t.free; }};
  for (std::size_t i = 0; i < energies.size(); ++i) series.x.push_back(static_cast<double>(i));
  energy_->setSeries({series});
}

void AssociativePage::pose() {
  corrupt();
  recall(true);
}

}  // namespace nudge
