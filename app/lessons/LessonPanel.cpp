#include "app/lessons/LessonPanel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPixmap>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include "app/Language.h"
#include "app/lessons/LessonRun.h"
#include "app/workspaces/Workspace.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

QString said(const LocalText& text) {
  return QString::fromStdString(text.in(currentLanguage().toStdString()));
}

QLabel* paragraph(const char* name) {
  auto* label = new QLabel;
  label->setObjectName(name);
  label->setWordWrap(true);
  label->setTextFormat(Qt::RichText);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  label->setFocusPolicy(Qt::NoFocus);
  return label;
}

}  // namespace

LessonPanel::LessonPanel(LessonRun& run, QWidget* parent)
    : QWidget(parent),
      run_(run),
      title_(paragraph("lessonTitle")),
      place_(paragraph("lessonPlace")),
      scroll_(new QScrollArea),
      heading_(paragraph("lessonHeading")),
      text_(paragraph("lessonText")),
      formula_(paragraph("lessonFormula")),
      picture_(new QLabel),
      task_(paragraph("lessonTask")),
      notice_(paragraph("lessonNotice")) {
  setObjectName("lessonPanel");
  setAccessibleName(tr("Lesson"));
  setAutoFillBackground(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(10, 8, 10, 8);
  column->addWidget(makeHead());
  auto* page = new QWidget;
  auto* body = new QVBoxLayout(page);
  body->setContentsMargins(0, 0, 6, 0);
  formula_->setAlignment(Qt::AlignCenter);
  picture_->setObjectName("lessonPicture");
  picture_->setAlignment(Qt::AlignCenter);
  for (QLabel* label : {heading_, text_, formula_, picture_, task_, notice_})
    body->addWidget(label);
  body->addStretch();
  scroll_->setWidget(page);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setAccessibleName(tr("Text of the lesson"));
  column->addWidget(scroll_, 1);
  column->addWidget(makeFoot());
  connect(&run_, &LessonRun::stepBegan, this, &LessonPanel::showStep);
  connect(&run_, &LessonRun::stepDone, this, &LessonPanel::showDone);
}

QWidget* LessonPanel::makeHead() {
  auto* head = new QWidget;
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(0, 0, 0, 0);
  title_->setFont(Theme::bold(title_->font()));
  auto* close = makeTextButton(Glyph::Clear, {}, tr("Leave the lesson"), "lessonClose");
  close->setAccessibleName(tr("Leave the lesson"));
  close->setToolButtonStyle(Qt::ToolButtonIconOnly);
  connect(close, &QToolButton::clicked, &run_, &LessonRun::end);
  row->addWidget(title_, 1);
  row->addWidget(close, 0, Qt::AlignTop);
  return head;
}

QWidget* LessonPanel::makeFoot() {
  auto* foot = new QWidget;
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  back_ = makeTextButton(Glyph::StepBack, {}, tr("The step before"), "lessonBack");
  back_->setToolButtonStyle(Qt::ToolButtonIconOnly);
  back_->setAccessibleName(tr("The step before"));
  reset_ = makeTextButton(Glyph::Restart, {}, tr("Set this step up again"), "lessonReset");
  reset_->setToolButtonStyle(Qt::ToolButtonIconOnly);
  reset_->setAccessibleName(tr("Set this step up again"));
  next_ = makeTextButton(Glyph::Step, tr("Next"), {}, "lessonNext");
  connect(back_, &QToolButton::clicked, &run_, &LessonRun::back);
  connect(reset_, &QToolButton::clicked, &run_, &LessonRun::reset);
  connect(next_, &QToolButton::clicked, &run_, &LessonRun::next);
  row->addWidget(back_);
  row->addWidget(reset_);
  row->addWidget(place_, 1);
  row->addWidget(next_);
  return foot;
}

void LessonPanel::showStep() {
  const Lesson& lesson = run_.lesson().lesson;
  const LessonStep& step = run_.current();
  title_->setText(said(lesson.title));
  place_->setText(tr("step %1 of %2").arg(run_.step() + 1).arg(run_.steps()));
  heading_->setText(step.title.empty() ? QString() : "<b>" + said(step.title) + "</b>");
  heading_->setVisible(!step.title.empty());
  text_->setText(said(step.text));
  formula_->setText(said(step.formula));
  formula_->setVisible(!step.formula.empty());
  showPicture();
  back_->setEnabled(run_.step() > 0);
  next_->setText(run_.last() ? tr("Finish") : tr("Next"));
  next_->setEnabled(false);
  next_->setToolTip(tr("When the task is done"));
  task_->setText(QString::fromUtf8("☐ ") + said(step.task));
  task_->setFont(Theme::bold(font()));
  notice_->setVisible(false);
  notice_->setText(said(step.notice));
  scroll_->verticalScrollBar()->setValue(0);
  setAccessibleDescription(said(step.task));
}

void LessonPanel::showTexts() {
  if (!run_.active()) return;
  const bool done = run_.done();
  showStep();
  if (done) showDone();
}

void LessonPanel::showDone() {
  const Theme& theme = Theme::of(this);
  task_->setText(QString("<span style='color:%1'>☑</span> ").arg(theme.right.name()) +
                 said(run_.current().task));
  notice_->setVisible(true);
  next_->setEnabled(true);
  next_->setToolTip({});
  // Below the task, where the eye was.
  QMetaObject::invokeMethod(
      this, [this] { scroll_->ensureWidgetVisible(notice_); }, Qt::QueuedConnection);
}

void LessonPanel::showPicture() {
  const std::string& name = run_.current().picture;
  picture_->setVisible(false);
  if (name.empty()) return;
  const QPixmap picture(run_.lesson().folder + '/' + QString::fromStdString(name));
  if (picture.isNull()) return;
  const int most = std::max(100, scroll_->viewport()->width() - 12);
  picture_->setPixmap(picture.width() > most ? picture.scaledToWidth(most, Qt::SmoothTransformation)
                                             : picture);
  picture_->setVisible(true);
}

void LessonPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
    title_->setFont(Theme::bold(font()));
    task_->setFont(Theme::bold(font()));
  }
}

}  // namespace nudge
