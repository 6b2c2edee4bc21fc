#pragma once

#include <optional>

#include <QByteArray>
#include <QString>

#include "core/experiment/Experiment.h"

namespace nudge {

/// What the window comes back to at its next start: a JSON document,
/// `"format": "nudge-session", "version": 1`.
struct SavedSession {
  Experiment experiment;
  QString path;           ///< of the document; empty where it was never saved
  bool modified = false;  ///< the experiment is not what the file holds
  QByteArray digest;      ///< of the file as it was read or written last (Document::digest)
  QString run;            ///< folder of the run that was open; empty: none
  QString workspace;      ///< as lessons name it; empty: the first that is shown anyway
  bool dark = false;
  bool presentation = false;
  QByteArray geometry;  ///< of the window, as Qt saves it

  bool operator==(const SavedSession&) const = default;

  /// Where the program keeps it.
  static QString defaultPath();
  /// Nothing where there is no such file. Throws Error on one that is damaged or of a newer
  /// version.
  static std::optional<SavedSession> load(const QString& path);
  /// Throws Error when it can't be written.
  void save(const QString& file) const;
};

}  // namespace nudge
