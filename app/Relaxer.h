#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include <QObject>

#include "app/LatestValue.h"
#include "core/experiment/Experiment.h"
#include "core/machine/Settled.h"
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
};

/// What it came to.
struct Relaxed {
  RelaxRequest request;  ///< its parameters are those that were used
  std::shared_ptr<const Trajectory> trajectory;
};

/// Settles single samples on a thread of its own. The newest request wins: those that were
/// overtaken before they began are dropped.
class Relaxer : public QObject {
  Q_OBJECT
 public:
  explicit Relaxer(QObject* parent = nullptr);
  ~Relaxer() override;

  void request(RelaxRequest request);
  bool busy() const;

 signals:
  /// On the thread of this object. Results that were overtaken on the way are not delivered.
  void done(const nudge::Relaxed& relaxed);
  void failed(const QString& message);

 private:
  void loop(const std::stop_token& quit);
  Relaxed relax(const RelaxRequest& request, const std::stop_token& stop);

  mutable std::mutex mutex_;
  std::condition_variable_any wake_;
  std::optional<RelaxRequest> next_;
  bool working_ = false;
  std::stop_source ending_;

  // Of the thread: initial parameters are drawn once for a network and seed.
  NetworkSpec initialNetwork_;
  std::int64_t initialSeed_ = -1;
  std::shared_ptr<const Parameters> initial_;

  LatestValue<Relaxed> result_;
  std::jthread thread_;
};

}  // namespace nudge
