#pragma once

#include <memory>

#include "app/InitialParameters.h"
#include "app/NewestJob.h"
#include "core/base/Matrix.h"
#include "core/chip/ChipUse.h"
#include "core/ising/IsingProblem.h"
#include "core/machine/Settled.h"
#include "core/network/NetworkSpec.h"

namespace nudge {

/// An input to be settled once by the embedded network, as a chip would.
struct ChipReadRequest {
  std::shared_ptr<const ChipUse> use;
  NetworkSpec network;                           ///< which must be an Ising problem
  std::int64_t networkSeed = 1;                  ///< draws its initial parameters
  std::shared_ptr<const Parameters> parameters;  ///< null: the initial ones
  Vector input;
  double fieldLimit = 0;     ///< as of AnnealingSettings
  int label = 0;             ///< of the input: what the nudge pulls towards
  Nudge nudge;               ///< of networks in cells, whose signal can be followed
  double prefactor = 1.414;  ///< of the chain strength by torque compensation
  int sweeps = 100;
  std::uint64_t seed = 1;
  QString name;  ///< of the input, for people
};

struct ChipRead {
  ChipReadRequest of;
  std::shared_ptr<const IsingProblem> problem;  ///< of the neurons, with the input's fields
  /// All values must be divided by it to be programmed; up to 1 they fit.
  double tightest = 0;
  double chainStrength = 0;
  std::vector<std::int8_t> spins;   ///< of every qubit number; 0: not used
  std::vector<std::int8_t> nudged;  ///< the same after the nudge phase; empty: there was none
};

/// Anneals embedded networks by simulation, on a thread of its own; the newest request wins.
class ChipReader : public QObject {
  Q_OBJECT
 public:
  explicit ChipReader(QObject* parent = nullptr);

  void request(ChipReadRequest request) { job_.request(std::move(request)); }
  bool busy() const { return job_.busy(); }

 signals:
  /// On the thread of this object.
  void done(const nudge::ChipRead& read);
  void failed(const QString& message);

 private:
  ChipRead read(const ChipReadRequest& request, const std::stop_token& stop);

  InitialParameters initial_;  ///< of the job's thread
  NewestJob<ChipReadRequest, ChipRead> job_;
};

}  // namespace nudge
