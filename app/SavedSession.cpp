#include "app/SavedSession.h"

#include <fmt/format.h>

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "core/base/StrictJson.h"

namespace nudge {

namespace {

constexpr DocumentFormat kFormat{"session", "nudge-session", 1};
constexpr std::uintmax_t kLargest = 4 << 20;

QString textOf(const Json& document, const char* key, const std::string& where) {
  const Json value = document.value(key, Json(""));
  if (!value.is_string()) throw Error(fmt::format("{}: {} must be a text.", where, key));
  return QString::fromStdString(value.get<std::string>());
}

bool flagOf(const Json& document, const char* key, const std::string& where) {
  const Json value = document.value(key, Json(false));
  if (!value.is_boolean()) throw Error(fmt::format("{}: {} must be true or false.", where, key));
  return value.get<bool>();
}

}  // namespace

QString SavedSession::defaultPath() {
  return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
      .filePath("nudge/session.json");
}

std::optional<SavedSession> SavedSession::load(const QString& path) {
  if (!QFileInfo::exists(path)) return std::nullopt;
  const std::string where = path.toStdString();
  const Json document = parseJson(readFile(where, kLargest), where);
  checkFormat(document, kFormat, where);
  checkKeys(document,
            {"format", "version", "experiment", "path", "modified", "digest", "run", "workspace",
             "dark", "presentation", "geometry"},
            where);
  if (!document.contains("experiment")) throw Error(where + ": experiment is missing.");
  SavedSession session;
  session.experiment = Experiment::fromText(document["experiment"].dump(), where);
  session.path = textOf(document, "path", where);
  session.modified = flagOf(document, "modified", where);
  session.digest = QByteArray::fromHex(textOf(document, "digest", where).toLatin1());
  session.run = textOf(document, "run", where);
  session.workspace = textOf(document, "workspace", where);
  session.dark = flagOf(document, "dark", where);
  session.presentation = flagOf(document, "presentation", where);
  session.geometry = QByteArray::fromBase64(textOf(document, "geometry", where).toLatin1());
  return session;
}

void SavedSession::save(const QString& file) const {
  Json document;
  document["format"] = kFormat.format;
  document["version"] = kFormat.version;
  document["experiment"] = Json::parse(experiment.toText());
  document["path"] = path.toStdString();
  document["modified"] = modified;
  document["digest"] = digest.toHex().toStdString();
  document["run"] = run.toStdString();
  document["workspace"] = workspace.toStdString();
  document["dark"] = dark;
  document["presentation"] = presentation;
  document["geometry"] = geometry.toBase64().toStdString();
  QDir().mkpath(QFileInfo(file).absolutePath());
  writeFileAtomically(file.toStdString(), document.dump(2) + "\n");
}

}  // namespace nudge
