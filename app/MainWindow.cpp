#include "app/MainWindow.h"

#include <algorithm>

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/DocumentFiles.h"
#include "app/Language.h"
#include "app/MenuAction.h"
#include "app/SettingsPanel.h"
#include "app/SettingsSearch.h"
#include "app/TopBar.h"
#include "app/WindowKeys.h"
#include "app/classics/ClassicPage.h"
#include "app/lessons/LessonPanel.h"
#include "app/lessons/LessonRun.h"
#include "app/workspaces/AnnealingWorkspace.h"
#include "app/workspaces/ChipWorkspace.h"
#include "app/workspaces/ClassicsWorkspace.h"
#include "app/workspaces/DynamicsWorkspace.h"
#include "app/workspaces/FeaturesWorkspace.h"
#include "app/workspaces/LessonsWorkspace.h"
#include "app/workspaces/NetworkWorkspace.h"
#include "app/workspaces/TrainingWorkspace.h"
#include "core/experiment/Presets.h"
#include "widgets/Icons.h"
#include "widgets/StatusStrip.h"
#include "widgets/WorkspaceBar.h"

namespace nudge {

namespace {

constexpr int kSettingsWidth = 300;
constexpr int kRoomForBoth = 1500;  // pixels, for large type and the settings beside it

}  // namespace

MainWindow::MainWindow(const QString& runs, QWidget* parent)
    : QMainWindow(parent),
      session_(std::make_unique<Session>(runs)),
      files_(new DocumentFiles(*session_, this)),
      lesson_(new LessonRun(*session_, this)),
      lessonPanel_(new LessonPanel(*lesson_)),
      side_(new QWidget),
      keys_(new WindowKeys(this)),
      top_(new TopBar(session_->document())),
      bar_(new WorkspaceBar),
      pages_(new QStackedWidget),
      panels_(new SettingsSearch(*session_)),
      status_(new StatusStrip),
      shade_(Theme::desktopShade()) {
  setObjectName("mainWindow");
  setMinimumSize(1024, 640);
  setAcceptDrops(true);
  resize(1280, 800);
  applyTheme();  // before there is much to be polished
  addToolBar(top_);
  auto* centre = new QWidget;
  auto* column = new QVBoxLayout(centre);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* row = new QHBoxLayout;
  row->setSpacing(0);
  row->addWidget(bar_);
  row->addWidget(pages_, 1);
  auto* side = new QVBoxLayout(side_);
  side->setContentsMargins(0, 0, 0, 0);
  side->setSpacing(0);
  side->addWidget(lessonPanel_, 3);
  side->addWidget(panels_, 2);
  lessonPanel_->hide();
  row->addWidget(side_);
  column->addLayout(row, 1);
  column->addWidget(status_);
  setCentralWidget(centre);
  makeWorkspaces();
  makeLessons();
  makeDocumentActions();
  makeViewActions();
  makeKeys();
  connect(session_.get(), &Session::newsArrived, this, &MainWindow::showNews);
  connect(session_.get(), &Session::warningsChanged, this, &MainWindow::showWarnings);
  connect(files_, &DocumentFiles::warningChanged, this, &MainWindow::showWarnings);
  connect(files_, &DocumentFiles::said, status_, &StatusStrip::setState);
  connect(files_, &DocumentFiles::pictureTaken, this, [this](const QString& path) {
    showWorkspaceNamed("dynamics");
    files_->withFile([&] { dynamics_->openPicture(path); });
  });
  connect(files_, &DocumentFiles::problemTaken, this, [this](const QString& path) {
    showWorkspaceNamed("annealing");
    annealing_->openProblem(path.toStdString());
  });
  connect(&session_->document(), &Document::changed, this, &MainWindow::showTitle);
  connect(&session_->document(), &Document::fileChanged, this, &MainWindow::showTitle);
  session_->document().reset(presetExperiment(std::string(kDefaultPreset)));
  showWorkspace(1);
  pages_->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeWorkspaces() {
  const auto add = [this](Glyph glyph, const char* id, const QString& name, const QString& tip,
                          Workspace* page, const std::vector<std::string>& settings) {
    auto* panel = new SettingsPanel(*session_, settings);
    bar_->addWorkspace(glyph, name, tip);
    pages_->addWidget(page);
    panels_->addPanel(panel);
    connect(page, &Workspace::openWanted, files_, &DocumentFiles::take);
    workspaces_.push_back({id, name, page, panel});
  };
  add(Glyph::Network, "network", tr("Network"),
      tr("The layers to scale; add, remove, resize them (1)"), new NetworkWorkspace(*session_),
      {"network."});
  dynamics_ = new DynamicsWorkspace(*session_);
  add(Glyph::Dynamics, "dynamics", tr("Dynamics"),
      tr("One input through the free and the nudge phase (2)"), dynamics_,
      {"learning.beta", "machine."});
  add(Glyph::Training, "training", tr("Training"),
      tr("Errors, loss and flips while the network learns (3)"), new TrainingWorkspace(*session_),
      {"learning.", "data.", "seed"});
  annealing_ = new AnnealingWorkspace(*session_);
  add(Glyph::Annealing, "annealing", tr("Annealing"),
      tr("Schedules in the hand, and what many reads of one input come to (4)"), annealing_,
      {"machine.", "learning.beta"});
  add(Glyph::Chip, "chip", tr("Chip"), tr("The network on the qubits of an annealing chip (5)"),
      new ChipWorkspace(*session_), {"machine.", "network."});
  auto* features = new FeaturesWorkspace(*session_);
  add(Glyph::Features, "features", tr("Features"),
      tr("What the network looks for: the inputs that excite its neurons most (6)"), features, {});
  workspaces_.back().settings->putFirst(features->options());
  lessons_ = new LessonsWorkspace(*lesson_);
  add(Glyph::Lessons, "lessons", tr("Lessons"),
      tr("A few minutes each: something to see, one action at a time (7)"), lessons_, {});
  workspaces_.back().settings = nullptr;
  classics_ = new ClassicsWorkspace(*session_);
  pages_->addWidget(classics_);
  workspaces_.push_back({"classics", tr("The classics"), classics_, nullptr});
  connect(bar_, &WorkspaceBar::picked, this, &MainWindow::showWorkspace);
}

void MainWindow::showClassic(int page) {
  showWorkspaceNamed("classics");
  classics_->showPage(page);
}

void MainWindow::makeClassicsMenu() {
  QMenu* menu = top_->menu()->addMenu(tr("The classics"));
  menu->setObjectName("classicsMenu");
  connect(menu, &QMenu::aboutToShow, this, [this, menu] {
    if (!menu->isEmpty()) return;
    for (std::size_t i = 0; i < classics_->pages().size(); ++i) {
      const ClassicPage& page = *classics_->pages()[i];
      QAction* action = menu->addAction(page.name());
      action->setObjectName("classic-menu-" + page.id());
      connect(action, &QAction::triggered, this, [this, i] { showClassic(static_cast<int>(i)); });
    }
  });
}

void MainWindow::makeLessons() {
  connect(lesson_, &LessonRun::workspaceWanted, this,
          [this](const QString& id) { showWorkspaceNamed(id); });
  connect(lesson_, &LessonRun::pageWanted, this, [this](const QString& id) {
    for (std::size_t i = 0; i < classics_->pages().size(); ++i)
      if (classics_->pages()[i]->id() == id) showClassic(static_cast<int>(i));
  });
  connect(lesson_, &LessonRun::sampleWanted, dynamics_, &DynamicsWorkspace::pickSample);
  connect(lesson_, &LessonRun::timeWanted, dynamics_, &DynamicsWorkspace::rest);
  lesson_->settled = [this] {
    const bool loaded = session_->data() != nullptr || !session_->canPlay();
    return loaded && workspace(pages_->currentIndex()).complete();
  };
  connect(lesson_, &LessonRun::stepBegan, this, &MainWindow::showLesson);
  connect(lesson_, &LessonRun::ended, this, &MainWindow::showLesson);
  connect(lesson_, &LessonRun::finished, this, [this] { showWorkspaceNamed("lessons"); });
}

void MainWindow::showLesson() {
  const bool shown = lesson_->active();
  lessonPanel_->setVisible(shown);
  const auto hidden = [&](const char* part) {
    if (!shown) return false;
    const auto& parts = lesson_->current().hide;
    return std::find(parts.begin(), parts.end(), part) != parts.end();
  };
  // Lessons and classics have no settings of the experiment beside them.
  const bool settings =
      !settingsAway_ &&
      workspaces_[static_cast<std::size_t>(currentWorkspace())].settings != nullptr;
  panels_->setVisible(settings && !hidden("settings"));
  side_->setVisible(settings || shown);
  bar_->setNarrow(shown && presentation_ && width() < kRoomForBoth);
  top_->setVisible(!hidden("top"));
}

void MainWindow::makeLanguageMenu() {
  QMenu* menu = top_->menu()->addMenu(tr("Language"));
  for (const QString& code : languages()) {
    QAction* action = menu->addAction(languageName(code));
    action->setObjectName("language-" + code);
    action->setCheckable(true);
    action->setChecked(code == currentLanguage());
    connect(action, &QAction::triggered, this, [this, code] { setLanguage(code); });
  }
}

void MainWindow::makeDocumentActions() {
  files_->addTo(*top_->menu());
  makeClassicsMenu();
  makeLanguageMenu();
  auto* quit = makeMenuAction(this, Glyph::Stop, tr("Quit"), QKeySequence::Quit, "quit");
  connect(quit, &QAction::triggered, this, &QWidget::close);
  top_->menu()->addAction(quit);

  QUndoStack& stack = session_->document().undoStack();
  QAction* undo = stack.createUndoAction(this, tr("Undo"));
  QAction* redo = stack.createRedoAction(this, tr("Redo"));
  undo->setObjectName("undo");
  redo->setObjectName("redo");
  undo->setIcon(Icons::icon(Glyph::Undo));
  redo->setIcon(Icons::icon(Glyph::Redo));
  undo->setShortcut(QKeySequence::Undo);
  redo->setShortcut(QKeySequence("Ctrl+Shift+Z"));
  addAction(undo);
  addAction(redo);
  for (QAction* action : {files_->openAction(), files_->saveAction(), undo, redo})
    top_->addButton(action);
}

void MainWindow::makeViewActions() {
  auto* shade = makeMenuAction(this, Glyph::Shade, tr("Light or dark"), {}, "toggleShade");
  auto* help = makeMenuAction(this, Glyph::Help, tr("All keys"), QKeySequence("?"), "showKeys");
  connect(shade, &QAction::triggered, this, [this] {
    setShade(shade_ == Theme::Shade::Dark ? Theme::Shade::Light : Theme::Shade::Dark);
  });
  connect(help, &QAction::triggered, keys_, &WindowKeys::show);
  top_->addRightButton(shade);
  top_->addRightButton(help);
  connect(status_, &StatusStrip::playToggled, this, [this](bool play) {
    play ? session_->play() : session_->pause();
    // The strip has shown play at once; what cannot run takes that back.
    if (!session_->canPlay()) status_->setRunning(false);
  });
  connect(status_, &StatusStrip::stepRequested, session_.get(), &Session::stepMiniBatch);
  connect(status_, &StatusStrip::warningPicked, this, [this](int index) {
    const QString key = session_->warnings().value(index).section(':', 0, 0).trimmed();
    for (int i = 0; i < workspaces(); ++i) {
      SettingsPanel* panel = workspaces_[static_cast<std::size_t>(i)].settings;
      if (panel == nullptr || panel->form().row(key) == nullptr) continue;
      showWorkspace(i);
      panel->form().reveal(key);
      return;
    }
  });
}

void MainWindow::makeKeys() {
  const auto current = [this]() -> Workspace& { return workspace(pages_->currentIndex()); };
  keys_->add(Qt::Key_Space, tr("play and pause"), [current] { current().togglePlay(); });
  keys_->add(Qt::Key_Period, tr("one step"), [current] { current().stepForward(); });
  keys_->add(Qt::Key_Comma, tr("one step back"), [current] { current().stepBack(); });
  keys_->add(Qt::Key_R, tr("restart"), [current] { current().restart(); });
  keys_->add(QKeySequence("Ctrl+Space"), tr("train and pause, from any workspace"),
             [this] { session_->togglePlay(); });
  for (int i = 0; i < workspaces(); ++i) {
    keys_->add(QKeySequence(Qt::Key_1 + i), workspaceName(i), [this, i] { showWorkspace(i); });
  }
  keys_->add(QKeySequence::Find, tr("find a setting; on the chip, a neuron or qubit"),
             [this, current] {
               if (!current().findByName()) findSetting();
             });
  keys_->add(QKeySequence("Ctrl+Shift+F"), tr("find a setting"), [this] { findSetting(); });
  keys_->add(Qt::Key_F9, tr("settings away, and back"), [this] {
    settingsAway_ = !settingsAway_;
    showLesson();
  });
  keys_->add(Qt::Key_F11, tr("presentation: larger type and lines"),
             [this] { setPresentation(!presentation_); });
}

void MainWindow::findSetting() {
  settingsAway_ = false;
  showLesson();
  if (workspaces_[static_cast<std::size_t>(currentWorkspace())].settings == nullptr)
    showWorkspaceNamed("training");
  panels_->find();
}

void MainWindow::showWorkspace(int index) {
  bar_->setCurrent(index);
  pages_->setCurrentIndex(index);
  panels_->setCurrent(index);
  showLesson();
  session_->facts().set("workspace", workspaces_[static_cast<std::size_t>(index)].id.toStdString());
  emit viewChanged();
}

int MainWindow::currentWorkspace() const { return pages_->currentIndex(); }

void MainWindow::showWorkspaceNamed(const QString& id) {
  for (int i = 0; i < workspaces(); ++i) {
    if (workspaces_[static_cast<std::size_t>(i)].id == id) return showWorkspace(i);
  }
}

void MainWindow::setShade(Theme::Shade shade) {
  shade_ = shade;
  applyTheme();
}

void MainWindow::setPresentation(bool presentation) {
  presentation_ = presentation;
  // Large type on a narrow screen leaves the views too little room beside them.
  settingsAway_ = presentation && width() < kRoomForBoth;
  showLesson();
  applyTheme();
  if (settingsAway_) status_->setState(tr("F9 brings the settings back"));
}

void MainWindow::setLanguage(const QString& code) {
  chooseLanguage(code);
  for (const QString& each : languages()) {
    if (auto* action = findChild<QAction*>("language-" + each)) action->setChecked(each == code);
  }
  lessons_->showTexts();
  lessonPanel_->showTexts();
  status_->setState(tr("the window speaks %1 from its next start").arg(languageName(code)));
}

void MainWindow::applyTheme() {
  Theme::apply(*qApp, shade_, presentation_);
  side_->setFixedWidth(presentation_ ? kSettingsWidth * 14 / 10 : kSettingsWidth);
  emit viewChanged();
}

void MainWindow::showTitle() {
  const Document& document = session_->document();
  const QString name = document.path().isEmpty()
                           ? QString::fromStdString(document.experiment().name)
                           : QFileInfo(document.path()).fileName();
  setWindowTitle(tr("%1[*] — Nudge").arg(name));
  setWindowModified(document.modified());
}

void MainWindow::showNews() {
  if (session_->hasRun()) {
    status_->setSnapshot(session_->snapshot());
  } else {
    status_->clear();
  }
  status_->setState(session_->stateInWords());
  status_->setRunning(session_->playing());
}

void MainWindow::showWarnings() {
  QStringList warnings = session_->warnings();
  if (!files_->warning().isEmpty()) warnings << files_->warning();
  status_->setWarnings(warnings);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  emit closing();
  event->setAccepted((unsavedKept_ || files_->mayForget()) && session_->keepRun());
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  const QList<QUrl> urls = event->mimeData()->urls();
  if (urls.size() == 1 && urls.front().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  event->acceptProposedAction();
  files_->take(event->mimeData()->urls().front().toLocalFile());
}

}  // namespace nudge
