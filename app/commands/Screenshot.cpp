#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <QElapsedTimer>
#include <QThread>

#include "app/Language.h"
#include "app/MainWindow.h"
#include "app/Offscreen.h"
#include "app/classics/ClassicPage.h"
#include "app/commands/Command.h"
#include "app/lessons/LessonRun.h"
#include "app/workspaces/AnnealingWorkspace.h"
#include "app/workspaces/ClassicsWorkspace.h"
#include "app/workspaces/DynamicsWorkspace.h"
#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "core/experiment/Presets.h"

namespace nudge {

namespace {

namespace fs = std::filesystem;

constexpr int kSamplesToTry = 40;
constexpr int kPatienceMilliseconds = 300'000;

struct ScreenshotOptions {
  std::string folder;
  std::string experiment{kDefaultPreset};
  std::string size = "1280x720";
  std::string problem;  ///< empty: the Annealing workspace shows the network
  double epochs = 3;
  bool lessons = false;  ///< the first step of each lesson as well
  std::string language = "en";
  double scale = 1;  ///< device pixels for each pixel
  bool dark = false;
  bool presentation = false;
};

QSize sizeOf(const std::string& text) {
  const QStringList parts = QString::fromStdString(text).split('x');
  const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
  if (size.width() < 640 || size.height() < 480 || size.width() > 7680 || size.height() > 4320) {
    throw Error(fmt::format("--size {}: must be WIDTHxHEIGHT from 640x480 to 7680x4320.", text));
  }
  return size;
}

/// Lets the window live until `ready`, or throws.
template <class Ready>
void waitFor(const Session& session, Ready ready) {
  QElapsedTimer time;
  time.start();
  while (!ready()) {
    QApplication::processEvents(QEventLoop::AllEvents, 20);
    QThread::msleep(2);
    // That a run goes on with other settings than the document shows is no failure.
    const QStringList warnings = session.warnings();
    if (warnings.size() > (session.restartNeeded() ? 1 : 0))
      throw Error(warnings.first().toStdString());
    if (time.elapsed() > kPatienceMilliseconds)
      throw Error("the run did not come far enough in time.");
  }
}

void settleScreen() {
  for (int i = 0; i < 10; ++i) {
    QApplication::processEvents(QEventLoop::AllEvents, 20);
    QThread::msleep(10);
  }
}

void train(MainWindow& window, double epochs) {
  Session& session = window.session();
  const auto trained = [&] {
    return session.hasRun() && session.snapshot().progress * session.snapshot().epochs >= epochs;
  };
  session.play();
  waitFor(session, [&] { return trained() || session.snapshot().stage == RunStage::Finished; });
  session.pause();
  waitFor(session, [&] { return !session.playing(); });
}

bool nudgeReachesHidden(const Trajectory& trajectory) {
  const Frame& free = trajectory.frames[static_cast<std::size_t>(trajectory.freeSteps)];
  return free.activations.front() != trajectory.frames.back().activations.front();
}

/// Shows the end of the nudge phase, of a sample whose hidden neurons the nudge changes if one of
/// the first has such.
void poseDynamics(const Session& session, DynamicsWorkspace& page) {
  const auto relaxed = [&] { return page.relaxed().trajectory.get(); };
  for (int sample = 0; sample < kSamplesToTry; ++sample) {
    page.pickSample(sample);
    waitFor(session, [&] { return page.complete(); });
    settleScreen();
    if (nudgeReachesHidden(*relaxed())) break;
  }
  page.rest(relaxed()->freeSteps + relaxed()->nudgeSteps);
  settleScreen();
}

void grab(MainWindow& window, const fs::path& path) {
  if (!window.grab().save(QString::fromStdString(path.string())))
    throw Error(path.string() + ": cannot be written.");
  fmt::print("{}\n", path.string());
}

void drawLessons(MainWindow& window, const fs::path& folder) {
  for (const FoundLesson& lesson : LessonLibrary::load().lessons) {
    window.lessonRun().begin(lesson);
    settleScreen();
    const auto complete = [&] {
      for (int i = 0; i < window.workspaces(); ++i) {
        if (window.workspace(i).isVisible() && !window.workspace(i).complete()) return false;
      }
      return true;
    };
    waitFor(window.session(), complete);
    settleScreen();
    grab(window, folder / ("lesson-" + lesson.lesson.id + ".png"));
  }
}

void drawClassics(MainWindow& window, ClassicsWorkspace& classics, const fs::path& folder) {
  for (std::size_t i = 0; i < classics.pages().size(); ++i) {
    ClassicPage& page = *classics.pages()[i];
    classics.showPage(static_cast<int>(i));
    settleScreen();
    page.pose();
    waitFor(window.session(), [&] { return classics.complete(); });
    settleScreen();
    grab(window, folder / ("classics-" + page.id().toStdString() + ".png"));
  }
}

int screenshot(const ScreenshotOptions& options) {
  const QSize size = sizeOf(options.size);
  // Read when the application begins.
  qputenv("QT_SCALE_FACTOR", QByteArray::number(options.scale));
  const Offscreen offscreen;
  speakLanguage(QString::fromStdString(options.language));
  makeFolder(options.folder);
  const fs::path runs = fs::temp_directory_path() /
                        fmt::format("nudge-screenshot-{}", QCoreApplication::applicationPid());
  {
    MainWindow window(QString::fromStdString(runs.string()));
    window.session().document().reset(presetOrFile(options.experiment));
    window.setShade(options.dark ? Theme::Shade::Dark : Theme::Shade::Light);
    window.resize(size);
    window.setPresentation(options.presentation);
    window.show();
    waitFor(window.session(), [&] { return window.session().data() != nullptr; });
    if (options.epochs > 0) train(window, options.epochs);
    for (int i = 0; i < window.workspaces(); ++i) {
      window.showWorkspace(i);
      settleScreen();
      if (auto* classics = qobject_cast<ClassicsWorkspace*>(&window.workspace(i))) {
        drawClassics(window, *classics, options.folder);
        continue;
      }
      if (auto* dynamics = qobject_cast<DynamicsWorkspace*>(&window.workspace(i))) {
        poseDynamics(window.session(), *dynamics);
      }
      if (auto* annealing = qobject_cast<AnnealingWorkspace*>(&window.workspace(i));
          annealing != nullptr && !options.problem.empty()) {
        annealing->openProblem(options.problem);
      }
      waitFor(window.session(), [&] { return window.workspace(i).complete(); });
      settleScreen();
      grab(window, fs::path(options.folder) / (window.workspaceId(i).toStdString() + ".png"));
    }
    if (options.lessons) drawLessons(window, options.folder);
  }
  fs::remove_all(runs);
  return kDone;
}

}  // namespace

void addScreenshot(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("screenshot", "Draw every workspace to a PNG file; needs no display");
  auto options = std::make_shared<ScreenshotOptions>();
  command->add_option("folder", options->folder, "Where the pictures go")
      ->type_name("DIR")
      ->required();
  command
      ->add_option("--experiment", options->experiment,
                   "A preset or a *.nudge file (default: digits)")
      ->type_name("PRESET|FILE");
  command->add_option("--size", options->size, "Size of the window (default 1280x720)")
      ->type_name("WxH");
  command
      ->add_option("--epochs", options->epochs,
                   "How long to train before (default 3; 0: not at all)")
      ->check(CLI::Range(0.0, 100'000.0));
  command
      ->add_option("--problem", options->problem,
                   "An Ising problem that the Annealing workspace anneals")
      ->type_name("FILE");
  command->add_flag("--lessons", options->lessons, "The first step of every lesson as well");
  command->add_option("--language", options->language, "Of the window (default en)")
      ->check(CLI::IsMember({"en", "fr"}));
  command->add_option("--scale", options->scale, "Device pixels for each pixel (default 1)")
      ->check(CLI::Range(0.5, 4.0));
  command->add_flag("--dark", options->dark, "Dark instead of light");
  command->add_flag("--presentation", options->presentation,
                    "With the larger type of presentation mode");
  command->footer("Example:\n  nudge screenshot pictures --size 1920x1080 --dark");
  command->callback([options, &action] { action = [options] { return screenshot(*options); }; });
}

}  // namespace nudge
