#include "app/workspaces/AnnealingBar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>

#include "app/workspaces/Workspace.h"
#include "widgets/ShedsWords.h"

namespace nudge {

namespace {

constexpr int kReads = 1000;

}  // namespace

AnnealingBar::AnnealingBar(QWidget* parent)
    : QWidget(parent),
      input_(new QSpinBox),
      reads_(new QSpinBox),
      play_(makeTextButton(Glyph::Play, tr("Play"),
                           tr("Move through both anneals sweep by sweep (Space)"), "playAnneal")),
      state_(new QLabel) {
  nameFields();
  auto* again =
      makeTextButton(Glyph::Restart, tr("Sample"),
                     tr("Anneal this input again, with other random numbers (R)"), "sampleAgain");
  auto* straight =
      makeTextButton(Glyph::Ramp, tr("Straight schedules"),
                     tr("Puts both schedules back; that can be undone"), "straightSchedules");
  QToolButton* open = makeOpenButton("openProblem");
  play_->setCheckable(true);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  for (QWidget* widget :
       std::initializer_list<QWidget*>{input_, reads_, again, straight, open, play_})
    row->addWidget(widget);
  row->addWidget(state_, 1);
  new ShedsWords(this);
  connect(input_, &QSpinBox::valueChanged, this, &AnnealingBar::changed);
  connect(reads_, &QSpinBox::valueChanged, this, &AnnealingBar::changed);
  connect(again, &QToolButton::clicked, this, &AnnealingBar::againAsked);
  connect(straight, &QToolButton::clicked, this, &AnnealingBar::straightAsked);
  connect(open, &QToolButton::clicked, this, &AnnealingBar::openAsked);
  connect(play_, &QToolButton::clicked, this, &AnnealingBar::playAsked);
}

void AnnealingBar::nameFields() {
  input_->setObjectName("annealedSample");
  input_->setAccessibleName(tr("Sample"));
  input_->setPrefix(tr("sample "));
  input_->setToolTip(tr("Which image of the test set is annealed"));
  input_->setRange(0, 0);
  reads_->setObjectName("reads");
  reads_->setAccessibleName(tr("Reads"));
  reads_->setSuffix(tr(" reads"));
  reads_->setToolTip(tr("How often it is annealed for the histogram"));
  reads_->setRange(10, 100'000);
  reads_->setSingleStep(100);
  reads_->setValue(kReads);
  state_->setObjectName("annealingState");
}

int AnnealingBar::sample() const { return input_->value(); }

int AnnealingBar::reads() const { return reads_->value(); }

void AnnealingBar::setSamples(int count) {
  const QSignalBlocker quiet(input_);
  input_->setMaximum(count - 1);
}

void AnnealingBar::setState(const QString& text) { state_->setText(text); }

void AnnealingBar::setPlaying(bool playing) { play_->setChecked(playing); }

QToolButton* AnnealingBar::makeOpenButton(const char* name) {
  return makeTextButton(Glyph::Open, tr("Open problem…"),
                        tr("Anneals an Ising problem from a file: lines “i j value”, or dimod's "
                           "JSON"),
                        name);
}

}  // namespace nudge
