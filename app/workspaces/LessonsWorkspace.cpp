#include "app/workspaces/LessonsWorkspace.h"

#include <QLabel>
#include <QScrollArea>
#include <QSettings>
#include <QVBoxLayout>

#include "app/Language.h"
#include "app/lessons/LessonRun.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr const char* kFinished = "lessonsFinished";
constexpr int kWidest = 760;  // of a line to be read

}  // namespace

LessonsWorkspace::LessonsWorkspace(LessonRun& run, QWidget* parent)
    : Workspace(parent), run_(run), library_(LessonLibrary::load()), cards_(nullptr) {
  setObjectName("lessonsWorkspace");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  auto* scroll = new QScrollArea;
  scroll->setObjectName("lessonList");
  scroll->setAccessibleName(tr("Lessons"));
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  auto* page = new QWidget;
  cards_ = new QVBoxLayout(page);
  cards_->setContentsMargins(16, 12, 16, 12);
  cards_->setSpacing(10);
  scroll->setWidget(page);
  column->addWidget(scroll);
  connect(&run_, &LessonRun::finished, this, [this](const QString& id) {
    QStringList done = QSettings().value(kFinished).toStringList();
    if (!done.contains(id)) done << id;
    QSettings().setValue(kFinished, done);
    rebuild();
  });
  rebuild();
}

bool LessonsWorkspace::finished(const std::string& id) {
  return QSettings().value(kFinished).toStringList().contains(QString::fromStdString(id));
}

void LessonsWorkspace::rebuild() {
  while (QLayoutItem* item = cards_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  auto* intro = new QLabel(tr(
      "Each lesson takes a few minutes: it sets something up, asks for one action at a time, and "
      "says what to notice. It opens beside the workspaces and can be left at any time."));
  intro->setWordWrap(true);
  intro->setMaximumWidth(Theme::scaled(this, kWidest));
  cards_->addWidget(intro);
  for (const FoundLesson& lesson : library_.lessons) cards_->addWidget(makeCard(lesson));
  for (const QString& problem : library_.problems) {
    auto* label = new QLabel(problem);
    label->setObjectName("lessonProblem");
    label->setWordWrap(true);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, Theme::of(this).wrong);
    label->setPalette(colours);
    cards_->addWidget(label);
  }
  cards_->addStretch();
}

QWidget* LessonsWorkspace::makeCard(const FoundLesson& found) {
  const Lesson& lesson = found.lesson;
  const std::string language = currentLanguage().toStdString();
  const QString title = QString::fromStdString(lesson.title.in(language));
  auto* card = new QWidget;
  card->setMaximumWidth(Theme::scaled(this, kWidest));
  auto* row = new QHBoxLayout(card);
  row->setContentsMargins(0, 0, 0, 0);
  auto* begin = makeTextButton(Glyph::Play, tr("Begin"), title, "beginLesson");
  begin->setObjectName("lesson-" + QString::fromStdString(lesson.id));
  begin->setAccessibleName(tr("Begin: %1").arg(title));
  connect(begin, &QToolButton::clicked, this, [this, found] { run_.begin(found); });
  const QString tick =
      finished(lesson.id)
          ? QString("<span style='color:%1'>☑</span> ").arg(Theme::of(this).right.name())
          : QString();
  auto* text = new QLabel(QString("%1<b>%2</b> &nbsp;<span style='color:%3'>%4</span><br>%5")
                              .arg(tick, title, Theme::of(this).muted.name(),
                                   tr("%1 min").arg(lesson.minutes),
                                   QString::fromStdString(lesson.about.in(language))));
  text->setWordWrap(true);
  row->addWidget(begin, 0, Qt::AlignTop);
  row->addWidget(text, 1);
  return card;
}

void LessonsWorkspace::restart() {
  library_ = LessonLibrary::load();
  rebuild();
}

void LessonsWorkspace::catchUp() { rebuild(); }

}  // namespace nudge
