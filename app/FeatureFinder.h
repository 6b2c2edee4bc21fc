#pragma once

#include <atomic>
#include <memory>
#include <mutex>

#include <QObject>

#include "app/InitialParameters.h"
#include "app/NewestJob.h"
#include "core/experiment/Experiment.h"
#include "core/insight/ActiveUnits.h"
#include "core/insight/ClassPatterns.h"

namespace nudge {

/// A network to look into, and an image to show it.
struct FeatureRequest {
  NetworkSpec network;
  MachineSettings machine;
  std::shared_ptr<const Parameters> parameters;  ///< null: the initial ones of `seed`
  std::int64_t seed = 1;
  std::shared_ptr<const Dataset> data;
  FeatureSettings settings;
  Vector image;
  int layer = 1;        ///< whose units are shown; 0: none
  int units = 10;       ///< at most
  bool gentle = false;  ///< on one thread, as a run goes on

  /// Whether the class patterns of both are the same.
  bool samePatterns(const FeatureRequest& other) const;
  /// Whether all that is found is the same.
  bool sameAs(const FeatureRequest& other) const;
};

/// What was found. Parts that are not known are null.
struct FeaturesFound {
  FeatureRequest request;
  std::shared_ptr<const ClassPatterns> classes;
  std::shared_ptr<const ActiveUnits> units;
  bool cancelled = false;
};

/// Looks for patterns on a thread of its own; the newest request wins. What only another image asks
/// for keeps the class patterns.
class FeatureFinder : public QObject {
  Q_OBJECT
 public:
  explicit FeatureFinder(QObject* parent = nullptr);

  void request(FeatureRequest request);
  /// Gives up what goes on.
  void cancel();
  bool busy() const { return job_.busy(); }
  double progress() const { return progress_; }  ///< of what goes on, 0 … 1

 signals:
  /// On the thread of this object: the class patterns as soon as there are any, then all.
  void found(const nudge::FeaturesFound& found);
  void failed(const QString& message);

 private:
  /// A request with its own means to be cancelled.
  struct Task {
    FeatureRequest request;
    std::stop_source stop;
  };
  FeaturesFound find(const Task& task, const std::stop_token& stop);
  void findClasses(FeaturesFound& found, const FeedForward& copy, const Watch& watch);

  // Of the job's thread.
  InitialParameters initial_;
  FeatureRequest known_;  ///< that the class patterns are of
  Canvas canvas_;
  std::shared_ptr<const ClassPatterns> classes_;

  std::atomic<double> progress_ = 0;
  FeatureRequest last_;  ///< asked for
  std::stop_source stop_;
  NewestJob<Task, FeaturesFound> job_;
};

}  // namespace nudge
