#include "app/MainWindow.h"

#include <algorithm>

#include <QApplication>
#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QMessageBox>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/Language.h"
#include "app/SettingsPanel.h"
#include "app/TopBar.h"
#include "app/lessons/LessonPanel.h"
#include "app/lessons/LessonRun.h"
#include "app/workspaces/AnnealingWorkspace.h"
#include "app/workspaces/ChipWorkspace.h"
#include "app/workspaces/DynamicsWorkspace.h"
#include "app/workspaces/FeaturesWorkspace.h"
#include "app/workspaces/LessonsWorkspace.h"
#include "app/workspaces/NetworkWorkspace.h"
#include "app/workspaces/TrainingWorkspace.h"
#include "core/base/Error.h"
#include "core/experiment/Presets.h"
#include "widgets/Icons.h"
#include "widgets/StatusStrip.h"
#include "widgets/WorkspaceBar.h"

namespace nudge {

namespace {

constexpr int kSettingsWidth = 300;
constexpr const char* kLastRun = "lastRun";
constexpr const char* kFilter = "Nudge (*.nudge)";

QAction* makeAction(QWidget* owner, Glyph glyph, const QString& text, const QKeySequence& keys,
                    const char* name) {
  auto* action = new QAction(Icons::icon(glyph), text, owner);
  action->setObjectName(name);
  action->setShortcut(keys);
  action->setToolTip(keys.isEmpty()
                         ? text
                         : QString("%1 (%2)").arg(text, keys.toString(QKeySequence::NativeText)));
  owner->addAction(action);
  return action;
}

}  // namespace

MainWindow::MainWindow(const QString& runs, QWidget* parent)
    : QMainWindow(parent),
      session_(std::make_unique<Session>(runs)),
      lesson_(new LessonRun(*session_, this)),
      lessonPanel_(new LessonPanel(*lesson_)),
      side_(new QWidget),
      top_(new TopBar(session_->document())),
      bar_(new WorkspaceBar),
      pages_(new QStackedWidget),
      panels_(new QStackedWidget),
      status_(new StatusStrip),
      shade_(Theme::desktopShade()) {
  setObjectName("mainWindow");
  setMinimumSize(1024, 640);
  resize(1280, 800);
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
  confirm = [this](const QString& question) {
    return QMessageBox::question(this, tr("Nudge"), question,
                                 QMessageBox::Discard | QMessageBox::Cancel) ==
           QMessageBox::Discard;
  };
  askSavePath = [this] {
    return QFileDialog::getSaveFileName(this, tr("Save experiment"), {}, kFilter);
  };
  makeWorkspaces();
  makeLessons();
  makeDocumentActions();
  makeViewActions();
  makeKeys();
  connect(session_.get(), &Session::newsArrived, this, &MainWindow::showNews);
  connect(session_.get(), &Session::warningsChanged, this, &MainWindow::showWarnings);
  connect(&session_->document(), &Document::changed, this, &MainWindow::showTitle);
  connect(&session_->document(), &Document::fileChanged, this, &MainWindow::showTitle);
  applyTheme();
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
    panels_->addWidget(panel);
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
  add(Glyph::Annealing, "annealing", tr("Annealing"),
      tr("Schedules in the hand, and what many reads of one input come to (4)"),
      new AnnealingWorkspace(*session_), {"machine.", "learning.beta"});
  add(Glyph::Chip, "chip", tr("Chip"), tr("The network on the qubits of an annealing chip (5)"),
      new ChipWorkspace(*session_), {"machine.", "network."});
  auto* features = new FeaturesWorkspace(*session_);
  add(Glyph::Features, "features", tr("Features"),
      tr("What the network looks for: the inputs that excite its neurons most (6)"), features, {});
  workspaces_.back().settings->putFirst(features->options());
  lessons_ = new LessonsWorkspace(*lesson_);
  add(Glyph::Lessons, "lessons", tr("Lessons"),
      tr("A few minutes each: something to see, one action at a time (7)"), lessons_, {});
  connect(bar_, &WorkspaceBar::picked, this, &MainWindow::showWorkspace);
}

void MainWindow::makeLessons() {
  connect(lesson_, &LessonRun::workspaceWanted, this,
          [this](const QString& id) { showWorkspaceNamed(id); });
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
    const auto& parts = lesson_->current().hide;
    return shown && std::find(parts.begin(), parts.end(), part) != parts.end();
  };
  panels_->setVisible(!hidden("settings"));
  top_->setVisible(!hidden("top"));
}

void MainWindow::makeDocumentActions() {
  QMenu* menu = top_->menu();
  auto* fresh =
      makeAction(this, Glyph::Add, tr("New experiment"), QKeySequence::New, "newDocument");
  auto* open = makeAction(this, Glyph::Open, tr("Open"), QKeySequence::Open, "openDocument");
  auto* save = makeAction(this, Glyph::Save, tr("Save"), QKeySequence::Save, "saveDocument");
  auto* saveAs =
      makeAction(this, Glyph::Save, tr("Save as"), QKeySequence::SaveAs, "saveDocumentAs");
  auto* resume = makeAction(this, Glyph::Play, tr("Go on with the last run"), {}, "continueRun");
  auto* quit = makeAction(this, Glyph::Stop, tr("Quit"), QKeySequence::Quit, "quit");
  connect(fresh, &QAction::triggered, this, &MainWindow::newDocument);
  connect(open, &QAction::triggered, this, &MainWindow::openByHand);
  connect(save, &QAction::triggered, this, &MainWindow::save);
  connect(saveAs, &QAction::triggered, this, &MainWindow::saveAs);
  connect(resume, &QAction::triggered, this, &MainWindow::continueLastRun);
  connect(quit, &QAction::triggered, this, &QWidget::close);
  for (QAction* action : {fresh, open, save, saveAs, resume}) menu->addAction(action);
  QMenu* languageMenu = menu->addMenu(tr("Language"));
  for (const QString& code : languages()) {
    QAction* action = languageMenu->addAction(languageName(code));
    action->setObjectName("language-" + code);
    action->setCheckable(true);
    action->setChecked(code == currentLanguage());
    connect(action, &QAction::triggered, this, [this, code] { setLanguage(code); });
  }
  menu->addAction(quit);

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
  for (QAction* action : {open, save, undo, redo}) top_->addButton(action);
}

void MainWindow::makeViewActions() {
  auto* shade = makeAction(this, Glyph::Shade, tr("Light or dark"), {}, "toggleShade");
  auto* help = makeAction(this, Glyph::Help, tr("All keys"), QKeySequence("?"), "showKeys");
  connect(shade, &QAction::triggered, this, [this] {
    setShade(shade_ == Theme::Shade::Dark ? Theme::Shade::Light : Theme::Shade::Dark);
  });
  connect(help, &QAction::triggered, this, &MainWindow::showKeys);
  top_->addRightButton(shade);
  top_->addRightButton(help);
  connect(status_, &StatusStrip::playToggled, this, [this](bool play) {
    play ? session_->play() : session_->pause();
    // The strip has shown play at once; what cannot run takes that back.
    if (!session_->canPlay()) status_->setRunning(false);
  });
  connect(status_, &StatusStrip::stepRequested, session_.get(), &Session::stepMiniBatch);
  connect(status_, &StatusStrip::warningPicked, this, [this](int index) {
    const QString key = session_->warnings().value(index).section(": ", 0, 0);
    for (int i = 0; i < workspaces(); ++i) {
      SettingsPanel* panel = workspaces_[static_cast<std::size_t>(i)].settings;
      if (panel->form().row(key) == nullptr) continue;
      showWorkspace(i);
      panel->form().reveal(key);
      return;
    }
  });
}

void MainWindow::makeKeys() {
  const auto current = [this]() -> Workspace& { return workspace(pages_->currentIndex()); };
  addKey(Qt::Key_Space, tr("play and pause"), [current] { current().togglePlay(); });
  addKey(Qt::Key_Period, tr("one step"), [current] { current().stepForward(); });
  addKey(Qt::Key_Comma, tr("one step back"), [current] { current().stepBack(); });
  addKey(Qt::Key_R, tr("restart"), [current] { current().restart(); });
  addKey(QKeySequence("Ctrl+Space"), tr("train and pause, from any workspace"),
         [this] { session_->togglePlay(); });
  for (int i = 0; i < workspaces(); ++i) {
    addKey(QKeySequence(Qt::Key_1 + i), workspaceName(i), [this, i] { showWorkspace(i); });
  }
  addKey(Qt::Key_F11, tr("presentation: larger type and lines"),
         [this] { setPresentation(!presentation_); });
}

void MainWindow::addKey(const QKeySequence& keys, const QString& what,
                        const std::function<void()>& action) {
  auto* shortcut = new QShortcut(keys, this);
  connect(shortcut, &QShortcut::activated, this, action);
  keys_ << QString("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
               .arg(keys.toString(QKeySequence::NativeText), what);
}

void MainWindow::showWorkspace(int index) {
  bar_->setCurrent(index);
  pages_->setCurrentIndex(index);
  panels_->setCurrentIndex(index);
  session_->facts().set("workspace", workspaces_[static_cast<std::size_t>(index)].id.toStdString());
}

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
  applyTheme();
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
    rememberRun();
  } else {
    status_->clear();
  }
  status_->setState(session_->stateInWords());
  status_->setRunning(session_->playing());
}

void MainWindow::rememberRun() {
  const QString folder = session_->runFolder();
  if (folder.isEmpty() || folder == lastRun_) return;
  lastRun_ = folder;
  QSettings().setValue(kLastRun, folder);
}

void MainWindow::showWarnings() {
  QStringList warnings = session_->warnings();
  if (!fileWarning_.isEmpty()) warnings << fileWarning_;
  status_->setWarnings(warnings);
}

bool MainWindow::mayForget() {
  if (!session_->document().modified()) return true;
  return confirm(tr("The experiment has changes that are not saved. Discard them?"));
}

void MainWindow::newDocument() {
  if (mayForget()) session_->document().reset(presetExperiment(std::string(kDefaultPreset)));
}

void MainWindow::openByHand() {
  if (!mayForget()) return;
  const QString path = QFileDialog::getOpenFileName(this, tr("Open experiment"), {}, kFilter);
  if (!path.isEmpty()) open(path);
}

void MainWindow::withFile(const std::function<void()>& action) {
  fileWarning_.clear();
  try {
    action();
  } catch (const Error& error) {
    fileWarning_ = QString::fromUtf8(error.what());
  }
  showWarnings();
}

void MainWindow::open(const QString& path) {
  withFile([&] {
    const QFileInfo file(path);
    if (QFileInfo::exists(file.dir().filePath("checkpoint.safetensors"))) {
      session_->openRun(file.path());
    } else {
      session_->document().open(path);
    }
  });
}

void MainWindow::save() {
  const QString path = session_->document().path();
  if (path.isEmpty()) return saveAs();
  withFile([&] { session_->document().save(path); });
}

void MainWindow::saveAs() {
  QString path = askSavePath();
  if (path.isEmpty()) return;
  if (!path.endsWith(".nudge")) path += ".nudge";
  withFile([&] { session_->document().save(path); });
}

void MainWindow::continueLastRun() {
  const QString folder = QSettings().value(kLastRun).toString();
  if (folder.isEmpty() || !mayForget()) return;
  session_->openRun(folder);
}

void MainWindow::showKeys() {
  auto* box = new QMessageBox(QMessageBox::NoIcon, tr("All keys"),
                              "<table>" + keys_.join("") + "</table>", QMessageBox::Close, this);
  box->setObjectName("keysBox");
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setModal(false);
  box->show();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!mayForget()) return event->ignore();
  event->accept();
}

}  // namespace nudge
