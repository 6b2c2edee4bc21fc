#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QUndoStack>

#include "core/experiment/Experiment.h"

namespace nudge {

/// The experiment that the window works on, its file, and every change of it to undo and redo.
class Document : public QObject {
  Q_OBJECT
 public:
  explicit Document(QObject* parent = nullptr);

  const Experiment& experiment() const { return experiment_; }
  const QString& path() const { return path_; }
  bool modified() const { return !undo_.isClean(); }
  QUndoStack& undoStack() { return undo_; }

  /// Starts anew with this experiment; the undo history is forgotten.
  void reset(const Experiment& experiment, const QString& path = {});

  /// The same, as it was when the program was closed: perhaps with changes that are not in the
  /// file, which was `digest` then.
  void restore(const Experiment& experiment, const QString& path, bool modified,
               const QByteArray& digest = {});

  /// Changes one setting. While `final` is false (a slider is dragged) changes of the same setting
  /// become one step of the history. Throws Error when the value is not allowed.
  void set(const std::string& key, const Json& value, bool final = true);
  /// Changes several things as one step.
  void replace(const Experiment& experiment, const QString& what);
  /// A hidden layer of as many neurons as its neighbours' mean, as the position-th layer; per-layer
  /// rates grow with it.
  void insertLayer(int position);
  /// A convolution as the position-th layer, at most one behind the last convolution.
  void insertConvolution(int position);
  void removeLayer(int layer);
  /// Of a convolution, the channels become as many as come nearest to the neurons asked for.
  void resizeLayer(int layer, int neurons, bool final);

  /// Throws Error when the file can't be read or written.
  void open(const QString& path);
  void save(const QString& path);

  /// SHA-256 of the file as it was read or written here last; empty where there is none.
  const QByteArray& digest() const { return digest_; }
  /// Somebody else has written to the file since.
  bool changedOnDisk() const;

 signals:
  void changed();      ///< the experiment differs from before
  void fileChanged();  ///< path or modified mark differ

 private:
  friend class ChangeCommand;
  void take(const Experiment& experiment);
  void push(const Experiment& after, const QString& what, const std::string& mergeKey, bool final);

  Experiment experiment_;
  QString path_;
  QByteArray digest_;
  QUndoStack undo_;
};

}  // namespace nudge
