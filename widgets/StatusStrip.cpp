#include "widgets/StatusStrip.h"

#include <algorithm>
#include <cmath>

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>

#include "widgets/Icons.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

QString roundedRate(double value) {
  // 12,437 as 12,400: what changes from look to look is not worth reading.
  if (value < 1) return QString::number(value, 'g', 2);
  const double unit = std::pow(10.0, std::max(0.0, std::floor(std::log10(value)) - 2));
  return QLocale().toString(std::llround(std::round(value / unit) * unit));
}

QLabel* label(QWidget* parent, const char* name, const QString& tip) {
  auto* made = new QLabel(parent);
  made->setObjectName(QString::fromLatin1(name));
  made->setToolTip(tip);
  made->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
  return made;
}

}  // namespace

StatusStrip::StatusStrip(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("status-strip"));
  setAccessibleName(tr("State of the run"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  play_ = new QToolButton(this);
  play_->setObjectName(QStringLiteral("run-play"));
  play_->setToolTip(tr("Train or pause (Space)"));
  step_ = new QToolButton(this);
  step_->setObjectName(QStringLiteral("run-step"));
  step_->setIcon(Icons::icon(Glyph::Step));
  step_->setToolTip(tr("One mini-batch (.)"));
  step_->setAccessibleName(tr("One mini-batch"));
  for (QToolButton* button : {play_, step_}) button->setAutoRaise(true);
  state_ = label(this, "run-state", tr("What the run is doing"));
  epoch_ = label(this, "run-epoch", tr("Epochs begun, of all that were asked for"));
  rate_ = label(this, "run-rate", tr("Training images a second, both phases, of late"));
  left_ = label(this, "run-left", tr("Estimate for the whole run"));
  progress_ = new QProgressBar(this);
  progress_->setObjectName(QStringLiteral("run-progress"));
  progress_->setAccessibleName(tr("Progress of the run"));
  progress_->setToolTip(tr("Progress of the whole run"));
  progress_->setRange(0, 1000);
  progress_->setMinimumWidth(90);
  progress_->setMaximumWidth(360);
  progress_->setFormat(QString());
  warningsButton_ = new QToolButton(this);
  warningsButton_->setObjectName(QStringLiteral("run-warnings"));
  warningsButton_->setIcon(Icons::icon(Glyph::Warning));
  warningsButton_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  warningsButton_->setAutoRaise(true);

  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(8, 3, 8, 3);
  row->setSpacing(4);
  row->addWidget(play_);
  row->addWidget(step_);
  row->addSpacing(8);
  row->addWidget(state_);
  row->addSpacing(10);
  row->addWidget(epoch_);
  row->addWidget(progress_, 3);
  row->addSpacing(10);
  row->addWidget(rate_);
  row->addSpacing(10);
  row->addWidget(left_);
  row->addStretch(1);
  row->addWidget(warningsButton_);
  connect(play_, &QToolButton::clicked, this, [this] {
    setRunning(!running_);
    emit playToggled(running_);
  });
  connect(step_, &QToolButton::clicked, this, &StatusStrip::stepRequested);
  connect(warningsButton_, &QToolButton::clicked, this, &StatusStrip::showWarnings);
  setRunning(false);
  setWarnings({});
  setState(tr("ready"));
  clear();
  fixWidths();
}

void StatusStrip::fixWidths() {
  const auto fix = [](QLabel* field, const QString& widest) {
    field->setFixedWidth(field->fontMetrics().horizontalAdvance(widest) + 4);
  };
  fix(state_, tr("training, paused"));
  fix(epoch_, tr("epoch %1/%2").arg(888).arg(888));
  fix(rate_, tr("%1 samples/s").arg(QStringLiteral("888,000")));
  fix(left_, tr("%1 left").arg(QStringLiteral("88 min 88 s")));
  const int side = Theme::scaled(this, 16);
  for (QToolButton* button : {play_, step_, warningsButton_}) button->setIconSize({side, side});
}

QString StatusStrip::timeInWords(double seconds) {
  const auto whole = static_cast<long long>(std::llround(std::max(0.0, seconds)));
  const auto two = [](long long value) {
    return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
  };
  if (whole < 60) return tr("%1 s").arg(whole);
  if (whole < 3600) return tr("%1 min %2 s").arg(whole / 60).arg(two(whole % 60));
  if (whole < 360000) return tr("%1 h %2 min").arg(whole / 3600).arg(two(whole % 3600 / 60));
  return tr("%1 days").arg(whole / 86400);
}

void StatusStrip::setSnapshot(const Snapshot& snapshot) {
  const int current =
      std::min(snapshot.epoch + (snapshot.stage == RunStage::Finished ? 0 : 1), snapshot.epochs);
  epoch_->setText(tr("epoch %1/%2").arg(current).arg(snapshot.epochs));
  const double share = std::clamp(snapshot.progress, 0.0, 1.0);
  progress_->setValue(static_cast<int>(std::lround(1000 * share)));
  progress_->setFormat(QStringLiteral("%1 %").arg(static_cast<int>(100 * share + 1e-9)));
  rate_->setText(snapshot.samplesPerSecond > 0
                     ? tr("%1 samples/s").arg(roundedRate(snapshot.samplesPerSecond))
                     : QString());
  left_->setText(snapshot.stage == RunStage::Finished ? tr("finished")
                 : snapshot.secondsLeft >= 0 ? tr("%1 left").arg(timeInWords(snapshot.secondsLeft))
                                             : QString());
}

void StatusStrip::clear() {
  epoch_->setText(tr("epoch –"));
  progress_->setValue(0);
  progress_->setFormat(QStringLiteral("0 %"));
  rate_->clear();
  left_->clear();
}

void StatusStrip::setState(const QString& state) {
  state_->setText(
      state_->fontMetrics().elidedText(state, Qt::ElideRight, std::max(60, state_->width())));
  state_->setToolTip(state);
  setAccessibleDescription(state);
}

void StatusStrip::setRunning(bool running) {
  running_ = running;
  play_->setIcon(Icons::icon(running ? Glyph::Pause : Glyph::Play));
  play_->setAccessibleName(running ? tr("Pause") : tr("Train"));
}

void StatusStrip::setWarnings(const QStringList& warnings) {
  warnings_ = warnings;
  const auto count = warnings.size();
  warningsButton_->setText(count == 0   ? tr("no warnings")
                           : count == 1 ? tr("1 warning")
                                        : tr("%1 warnings").arg(count));
  warningsButton_->setEnabled(count > 0);
  warningsButton_->setToolTip(count == 0 ? tr("Nothing to look at")
                                         : warnings.join(QStringLiteral("\n")));
}

void StatusStrip::showWarnings() {
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("warnings-menu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (qsizetype i = 0; i < warnings_.size(); ++i) {
    QAction* action = menu->addAction(Icons::icon(Glyph::Warning), warnings_[i]);
    connect(action, &QAction::triggered, this,
            [this, i] { emit warningPicked(static_cast<int>(i)); });
  }
  menu->popup(warningsButton_->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void StatusStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(Theme::of(this).line);
  painter.drawLine(0, 0, width(), 0);
}

void StatusStrip::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
    // Once the children have the new font as well.
    QMetaObject::invokeMethod(this, &StatusStrip::fixWidths, Qt::QueuedConnection);
  }
  QWidget::changeEvent(event);
}

}  // namespace nudge
