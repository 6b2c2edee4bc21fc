#include "app/MainWindow.h"

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

#include "app/SettingsPanel.h"
#include "app/TopBar.h"
#include "app/workspaces/AnnealingWorkspace.h"
#include "app/workspaces/ChipWorkspace.h"
#include "app/workspaces/DynamicsWorkspace.h"
#include "app/workspaces/FeaturesWorkspace.h"
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
  row->addWidget(panels_);
  column->addLayout(row, 1);
  column->addWidget(status_);
  setCentralWidget(centre);
  panels_->setFixedWidth(kSettingsWidth);
  confirm = [this](const QString& question) {
    return QMessageBox::question(this, tr("Nudge"), question,
                                 QMessageBox::Discard | QMessageBox::Cancel) ==
           QMessageBox::Discard;
  };
  askSavePath = [this] {
    return QFileDialog::getSaveFileName(this, tr("Save experiment"), {}, kFilter);
  };
  makeWorkspaces();
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
  const auto add = [this](Glyph glyph, const QString& name, const QString& tip, Workspace* page,
                          const std::vector<std::string>& settings) {
    auto* panel = new SettingsPanel(*session_, settings);
    bar_->addWorkspace(glyph, name, tip);
    pages_->addWidget(page);
    panels_->addWidget(panel);
    workspaces_.push_back({name, page, panel});
  };
  add(Glyph::Network, tr("Network"), tr("The layers to scale; add, remove, resize them (1)"),
      new NetworkWorkspace(*session_), {"network."});
  add(Glyph::Dynamics, tr("Dynamics"), tr("One input through the free and the nudge phase (2)"),
      new DynamicsWorkspace(*session_), {"learning.beta", "machine."});
  add(Glyph::Training, tr("Training"), tr("Errors, loss and flips while the network learns (3)"),
      new TrainingWorkspace(*session_), {"learning.", "data.", "seed"});
  add(Glyph::Annealing, tr("Annealing"),
      tr("Schedules in the hand, and what many reads of one input come to (4)"),
      new AnnealingWorkspace(*session_), {"machine.", "learning.beta"});
  add(Glyph::Chip, tr("Chip"), tr("The network on the qubits of an annealing chip (5)"),
      new ChipWorkspace(*session_), {"network."});
  auto* features = new FeaturesWorkspace(*session_);
  add(Glyph::Features, tr("Features"),
      tr("What the network looks for: the inputs that excite its neurons most (6)"), features, {});
  workspaces_.back().settings->putFirst(features->options());
  connect(bar_, &WorkspaceBar::picked, this, &MainWindow::showWorkspace);
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
  for (QAction* action : {fresh, open, save, saveAs, resume, quit}) menu->addAction(action);

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
}

void MainWindow::setShade(Theme::Shade shade) {
  shade_ = shade;
  applyTheme();
}

void MainWindow::setPresentation(bool presentation) {
  presentation_ = presentation;
  applyTheme();
}

void MainWindow::applyTheme() {
  Theme::apply(*qApp, shade_, presentation_);
  panels_->setFixedWidth(presentation_ ? kSettingsWidth * 14 / 10 : kSettingsWidth);
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
