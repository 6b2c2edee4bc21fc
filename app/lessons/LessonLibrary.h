#pragma once

#include <vector>

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include "core/lesson/Lesson.h"

namespace nudge {

/// A lesson and where its pictures are.
struct FoundLesson {
  Lesson lesson;
  QString folder;
};

/// The lessons that come with the program and those of teachers: every folder with a lesson.json in
/// the user's data folder ("lessons" there), or in the folders of NUDGE_LESSONS, which end in
/// lesson folders; one of the same name takes the place of ours. By their numbers.
struct LessonLibrary {
  Q_DECLARE_TR_FUNCTIONS(nudge::LessonLibrary)
 public:
  std::vector<FoundLesson> lessons;
  QStringList problems;  ///< of lessons that could not be read, a sentence each

  static LessonLibrary load();
  /// The folders that are looked through, ours first.
  static QStringList folders();
};

/// Settings and presets that lessons may name.
LessonNames lessonNames();

}  // namespace nudge
