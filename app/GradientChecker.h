#pragma once

#include <memory>
#include <optional>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "app/InitialParameters.h"
#include "app/NewestJob.h"
#include "core/experiment/Experiment.h"
#include "core/insight/GradientCheck.h"

namespace nudge {

/// A mini-batch on which to compare the estimate with the gradient through time.
struct GradientCheckRequest {
  Experiment experiment;
  Batch batch;
  std::shared_ptr<const Parameters> parameters;  ///< null: the initial ones of the seed
};

/// Does such checks on a thread of its own, the newest request first, with pauses between them: a
/// run that goes on shall keep its processors.
class GradientChecker : public QObject {
  Q_OBJECT
 public:
  explicit GradientChecker(QObject* parent = nullptr);

  void request(GradientCheckRequest request);
  /// A request waits or is worked on.
  bool busy() const { return waiting_.has_value() || job_.busy(); }

 signals:
  void done(const std::shared_ptr<const nudge::GradientCheck>& check);
  void failed(const QString& message);

 private:
  using Result = std::shared_ptr<const GradientCheck>;
  void begin();
  void end();

  std::optional<GradientCheckRequest> waiting_;
  QElapsedTimer clock_;
  QTimer pause_;
  InitialParameters initial_;  ///< of the job's thread
  NewestJob<GradientCheckRequest, Result> job_;
};

}  // namespace nudge
