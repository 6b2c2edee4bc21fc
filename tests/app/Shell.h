#pragma once

#include <memory>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include "core/base/AtomicFile.h"
#include "core/experiment/Presets.h"

namespace nudge::test {

struct Outcome {
  int status = -1;
  QString out, err;
};

/// A folder in which the program runs, away from the user's own data.
class Shell {
 public:
  QProcessEnvironment more;  ///< of the program's environment

  QString path(const QString& name) const { return folder_.filePath(name); }

  std::unique_ptr<QProcess> start(const QStringList& arguments) const {
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("XDG_DATA_HOME", folder_.filePath("data"));
    environment.insert("HOME", folder_.path());
    environment.insert("https_proxy", "http://127.0.0.1:9");  // nothing leaves the machine
    environment.remove("NUDGE_DATA");
    environment.insert(more);
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(folder_.path());
    process->start(NUDGE_PROGRAM, arguments);
    return process;
  }

  Outcome run(const QStringList& arguments) const {
    const auto process = start(arguments);
    if (!process->waitForFinished(120'000)) return {};
    return {process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1,
            QString::fromUtf8(process->readAllStandardOutput()),
            QString::fromUtf8(process->readAllStandardError())};
  }

  QByteArray bytes(const QString& name) const {
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

  void write(const QString& name, const std::string& text) const {
    writeFileAtomically(path(name).toStdString(), text);
  }

 private:
  QTemporaryDir folder_;
};

/// Small enough that an epoch takes a fraction of a second.
inline Experiment smallExperiment(int epochs) {
  Experiment experiment = presetExperiment("digits");
  experiment.name = "small";
  experiment.network.layers = {784, 40, 20};
  experiment.network.perClass = 2;
  experiment.data.train = 1000;
  experiment.data.test = 200;
  experiment.learning.epochs = epochs;
  return experiment;
}

}  // namespace nudge::test
