#include "widgets/TimeBar.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

#include "widgets/Icons.h"
#include "widgets/Theme.h"
#include "widgets/TimeTrack.h"

namespace nudge {

namespace {

constexpr double kMostOfWords = 0.4;  // of the bar's width

QToolButton* button(TimeBar* bar, Glyph glyph, const char* name, const QString& tip) {
  auto* made = new QToolButton(bar);
  made->setObjectName(QString::fromLatin1(name));
  made->setIcon(Icons::icon(glyph));
  made->setToolTip(tip);
  made->setAccessibleName(tip);
  made->setAutoRaise(true);
  return made;
}

}  // namespace

TimeBar::TimeBar(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("time-bar"));
  setAccessibleName(tr("Time in the two phases"));
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  play_ = button(this, Glyph::Play, "time-play", tr("Play or pause (Space)"));
  auto* first = button(this, Glyph::First, "time-first", tr("Back to t = 0 (Home)"));
  auto* back = button(this, Glyph::StepBack, "time-back", tr("One step back (,)"));
  auto* step = button(this, Glyph::Step, "time-step", tr("One step on (.)"));
  auto* last = button(this, Glyph::Last, "time-last", tr("To the end of the nudge phase (End)"));
  track_ = new TimeTrack(this);
  words_ = new QLabel(this);
  words_->setObjectName(QStringLiteral("time-words"));
  words_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 2, 0, 2);
  row->setSpacing(2);
  row->addWidget(play_);
  row->addWidget(first);
  row->addWidget(back);
  row->addWidget(step);
  row->addWidget(last);
  row->addSpacing(6);
  row->addWidget(track_, 1);
  row->addSpacing(6);
  row->addWidget(words_);
  connect(play_, &QToolButton::clicked, this, [this] {
    setPlaying(!playing_);
    emit playToggled(playing_);
  });
  connect(first, &QToolButton::clicked, this, [this] { pick(0); });
  connect(back, &QToolButton::clicked, this, [this] { pick(index() - 1); });
  connect(step, &QToolButton::clicked, this, [this] { pick(index() + 1); });
  connect(last, &QToolButton::clicked, this, [this] { pick(lastIndex()); });
  connect(track_, &TimeTrack::timePicked, this, [this](int index) {
    tell();
    emit timePicked(index);
  });
  tell();
}

void TimeBar::setSpan(int freeSteps, int nudgeSteps, double beta) {
  free_ = std::max(0, freeSteps);
  nudge_ = std::max(0, nudgeSteps);
  beta_ = beta;
  track_->setSpan(free_, nudge_, beta_);
  tell();
}

void TimeBar::setIndex(int index) {
  track_->setIndex(index);
  tell();
}

void TimeBar::setPlaying(bool playing) {
  playing_ = playing;
  play_->setIcon(Icons::icon(playing ? Glyph::Pause : Glyph::Play));
  play_->setAccessibleName(playing ? tr("Pause") : tr("Play"));
}

int TimeBar::index() const { return track_->index(); }
int TimeBar::lastIndex() const { return track_->lastIndex(); }

QString TimeBar::momentInWords() const {
  return tr("phase: %1, t = %2 of %3 + %4")
      .arg(index() <= free_ ? tr("free") : tr("nudge"))
      .arg(index())
      .arg(free_)
      .arg(nudge_);
}

void TimeBar::tell() {
  words_->setText(momentInWords());
  // As wide as it can become, so that the track keeps still.
  const QString digits(QString::number(lastIndex()).size(), QLatin1Char('8'));
  const QString widest =
      tr("phase: %1, t = %2 of %3 + %4").arg(tr("nudge"), digits).arg(free_).arg(nudge_);
  const int wide = words_->fontMetrics().horizontalAdvance(widest) + 4;
  // Where the track would have no room, the time alone is told: its colour says the phase.
  if (wide > kMostOfWords * width()) {
    const QString time = tr("t = %1 of %2");
    words_->setText(time.arg(index()).arg(lastIndex()));
    words_->setFixedWidth(
        words_->fontMetrics().horizontalAdvance(time.arg(digits).arg(lastIndex())) + 4);
  } else {
    words_->setFixedWidth(wide);
  }
  setAccessibleDescription(momentInWords());
  const QSize side = QSize(1, 1) * Theme::scaled(this, 16);
  if (play_->iconSize() == side) return;
  for (QToolButton* button : findChildren<QToolButton*>()) button->setIconSize(side);
}

void TimeBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  tell();
}

void TimeBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) tell();
  QWidget::changeEvent(event);
}

void TimeBar::pick(int index) {
  const int wanted = std::clamp(index, 0, lastIndex());
  if (wanted == this->index()) return;
  setIndex(wanted);
  emit timePicked(wanted);
}

void TimeBar::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
      return pick(index() - 1);
    case Qt::Key_Right:
      return pick(index() + 1);
    case Qt::Key_Home:
      return pick(0);
    case Qt::Key_End:
      return pick(lastIndex());
    default:
      return QWidget::keyPressEvent(event);
  }
}

}  // namespace nudge
