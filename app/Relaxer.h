#pragma once

#include <memory>

#include <QObject>

#include "app/InitialParameters.h"
#include "app/NewestJob.h"
#include "core/experiment/Experiment.h"
#include "core/machine/Machine.h"
#include "core/network/Parameters.h"

namespace nudge {

/// One sample to settle through both phases, for looking at.
struct RelaxRequest {
  NetworkSpec network;
  MachineSettings machine;
  Nudge nudge;
  Vector input;
  int label = 0;
  std::shared_ptr<const Parameters> parameters;  ///< null: the initial ones of `seed`
  std::int64_t seed = 1;
  Draw draw;  ///< of an Ising machine: another one anneals anew
};

/// The sample as a mini-batch of one.
Batch batchOf(const RelaxRequest& request);

/// What it came to.
struct Relaxed {
  RelaxRequest request;  ///< its parameters are those that were used
  std::shared_ptr<const Trajectory> trajectory;
};

/// Settles single samples on a thread of its own; the newest request wins.
class Relaxer : public QObject {
  Q_OBJECT
 public:
  explicit Relaxer(QObject* parent = nullptr);

  void request(RelaxRequest request) { job_.request(std::move(request)); }
  bool busy() const { return job_.busy(); }

 signals:
  /// On the thread of this object.
  void done(const nudge::Relaxed& relaxed);
  void failed(const QString& message);

 private:
  Relaxed relax(const RelaxRequest& request, const std::stop_token& stop);

  InitialParameters initial_;  ///< of the job's thread
  NewestJob<RelaxRequest, Relaxed> job_;
};

}  // namespace nudge
