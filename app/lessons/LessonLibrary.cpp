#include "app/lessons/LessonLibrary.h"

#include <algorithm>

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include "core/base/Error.h"
#include "core/experiment/Presets.h"
#include "widgets/MessageText.h"

namespace nudge {

namespace {

constexpr qint64 kLargest = 4 << 20;
constexpr const char* kFile = "lesson.json";

void readFolder(const QDir& folder, LessonLibrary& into) {
  for (const QString& name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
    QFile file(folder.filePath(name + '/' + kFile));
    if (!file.exists()) continue;
    const QString where = QDir::toNativeSeparators(file.fileName());
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargest) {
      into.problems << LessonLibrary::tr("%1 cannot be read, or is larger than 4 MB.").arg(where);
      continue;
    }
    try {
      Lesson lesson = parseLesson(file.readAll().toStdString(), name.toStdString(), lessonNames(),
                                  where.toStdString());
      std::erase_if(into.lessons,
                    [&](const FoundLesson& other) { return other.lesson.id == lesson.id; });
      into.lessons.push_back({std::move(lesson), folder.filePath(name)});
    } catch (const Error& error) {
      into.problems << messageText(error.what());
    }
  }
}

}  // namespace

LessonNames lessonNames() {
  LessonNames names;
  for (const auto& field : Experiment::fields()) names.settings.push_back(field.key);
  for (const Preset& preset : presets()) names.presets.emplace_back(preset.name);
  return names;
}

QStringList LessonLibrary::folders() {
  QStringList folders{":/lessons"};
  folders << QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
                 .filePath("nudge/lessons");
  folders << qEnvironmentVariable("NUDGE_LESSONS").split(QDir::listSeparator(), Qt::SkipEmptyParts);
  return folders;
}

LessonLibrary LessonLibrary::load() {
  LessonLibrary library;
  for (const QString& folder : folders()) readFolder(QDir(folder), library);
  std::stable_sort(
      library.lessons.begin(), library.lessons.end(),
      [](const FoundLesson& a, const FoundLesson& b) { return a.lesson.number < b.lesson.number; });
  return library;
}

}  // namespace nudge
