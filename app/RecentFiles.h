#pragma once

#include <QStringList>

namespace nudge {

/// Documents and run folders that were opened or saved lately, newest first, kept from one start to
/// the next. What is no longer there is left out.
class RecentFiles {
 public:
  static QStringList list();
  static void add(const QString& path);
  static void clear();
};

}  // namespace nudge
