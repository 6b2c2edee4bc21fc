#pragma once

#include <memory>

#include "app/NewestJob.h"
#include "core/classics/BeliefNetwork.h"

namespace nudge {

/// What a belief network is asked to do: learn for an epoch, or dream.
struct BoltzmannRequest {
  std::shared_ptr<const BeliefNetwork> network;  ///< null: a new one of `units`
  std::vector<int> units;
  int layer = 0;  ///< the machine that learns
  int epoch = 0;  ///< its epochs so far
  int dream = 0;  ///< steps of Gibbs sampling in the top machine; 0: learn
  int life = 0;   ///< which of the page's beginnings it belongs to
  float rate = 0.1F;
  std::uint64_t seed = 1;
};

/// What it came to: images as columns of 28 × 28 pixels.
struct BoltzmannResult {
  BoltzmannRequest of;
  std::shared_ptr<const BeliefNetwork> network;
  double error = 0;       ///< of the reconstruction, while learning
  Matrix filters;         ///< of the first units of the layer
  Matrix shown, rebuilt;  ///< test images and their reconstructions
  Matrix dreams;          ///< empty unless asked for
};

/// Trains on drawn digits on a thread of its own, an epoch a request.
class BoltzmannTrainer : public QObject {
  Q_OBJECT
 public:
  explicit BoltzmannTrainer(QObject* parent = nullptr);

  void request(BoltzmannRequest request) { job_.request(std::move(request)); }
  bool busy() const { return job_.busy(); }

 signals:
  void done(const nudge::BoltzmannResult& result);
  void failed(const QString& message);

 private:
  struct Digits;
  std::shared_ptr<Digits> digits_;  ///< of the job's thread
  NewestJob<BoltzmannRequest, BoltzmannResult> job_;
};

}  // namespace nudge
