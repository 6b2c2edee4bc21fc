#include "app/lessons/LessonRun.h"

#include "app/Session.h"
#include "core/base/Error.h"
#include "core/experiment/Presets.h"

namespace nudge {

namespace {

// What the window shows anew takes a moment, and shall not pass for what the user did.
constexpr int kWaitMilliseconds = 50;
constexpr int kMostWaits = 200;

/// The experiment's settings by key.
std::map<std::string, Json> settingsOf(const Experiment& experiment) {
  std::map<std::string, Json> values;
  for (const auto& field : Experiment::fields()) values[field.key] = field.get(experiment);
  return values;
}

}  // namespace

LessonRun::LessonRun(Session& session, QObject* parent) : QObject(parent), session_(session) {
  connect(&session_.facts(), &Facts::changed, this, &LessonRun::look);
  connect(&session_.document(), &Document::changed, this, &LessonRun::look);
  waiting_.setInterval(kWaitMilliseconds);
  connect(&waiting_, &QTimer::timeout, this, &LessonRun::awaitSetup);
}

void LessonRun::begin(const FoundLesson& lesson) {
  lesson_ = lesson;
  active_ = true;
  enter(0);
}

void LessonRun::end() {
  if (!active_) return;
  active_ = false;
  waiting_.stop();
  emit ended();
}

void LessonRun::next() {
  if (!active_ || !done_) return;
  if (!last()) return enter(step_ + 1);
  emit finished(QString::fromStdString(lesson_.lesson.id));
  end();
}

void LessonRun::back() {
  if (active_ && step_ > 0) enter(step_ - 1);
}

void LessonRun::reset() {
  if (active_) enter(step_);
}

void LessonRun::enter(int step) {
  step_ = step;
  done_ = false;
  settingUp_ = true;
  timesBefore_ = session_.facts().events();
  setUp(current().setup);
  emit stepBegan();
  waits_ = 0;
  waiting_.start();
}

void LessonRun::awaitSetup() {
  if (settled && !settled() && ++waits_ < kMostWaits) return;
  waiting_.stop();
  settingUp_ = false;
  before_ = settingsOf(session_.document().experiment());
  for (const auto& [name, value] : session_.facts().all()) before_[name] = value;
  look();
}

void LessonRun::setUp(const LessonSetup& setup) {
  Document& document = session_.document();
  if (setup.restart || !setup.preset.empty()) session_.pause();
  if (!setup.preset.empty()) {
    document.replace(presetExperiment(setup.preset),
                     tr("preset %1").arg(QString::fromStdString(setup.preset)));
  }
  try {
    for (const auto& [key, value] : setup.set) document.set(key, value);
  } catch (const Error& error) {
    qWarning("%s", error.what());  // a teacher's lesson: the step goes on with what is there
  }
  if (setup.restart) session_.restart();
  if (!setup.workspace.empty()) emit workspaceWanted(QString::fromStdString(setup.workspace));
  if (!setup.page.empty()) emit pageWanted(QString::fromStdString(setup.page));
  if (setup.sample) emit sampleWanted(*setup.sample);
  if (setup.time) emit timeWanted(*setup.time);
}

Json LessonRun::factNow(const std::string& name) const {
  for (const auto& field : Experiment::fields()) {
    if (field.key == name) return field.get(session_.document().experiment());
  }
  return session_.facts().value(name);
}

void LessonRun::look() {
  if (!active_ || settingUp_ || done_) return;
  const Observations seen{[this](const std::string& name) { return factNow(name); },
                          [this](const std::string& name) {
                            const auto found = before_.find(name);
                            return found == before_.end() ? Json() : found->second;
                          },
                          [this](const std::string& event) {
                            const auto found = timesBefore_.find(event);
                            const int before = found == timesBefore_.end() ? 0 : found->second;
                            return session_.facts().times(event) - before;
                          }};
  if (!holds(current().done, seen)) return;
  done_ = true;
  emit stepDone();
}

}  // namespace nudge
