#pragma once

#include <atomic>
#include <memory>
#include <stop_token>

#include <QTimer>

#include "app/InitialParameters.h"
#include "app/NewestJob.h"
#include "core/chip/ChipUse.h"
#include "core/chip/FindEmbedding.h"
#include "core/ising/IsingProblem.h"
#include "core/network/NetworkSpec.h"
#include "core/network/Parameters.h"

namespace nudge {

/// A network to be placed on a chip, all of its layers but the input.
struct EmbedRequest {
  NetworkSpec network;
  std::int64_t networkSeed = 1;                  ///< draws its initial parameters
  std::shared_ptr<const Parameters> parameters;  ///< null: the initial ones
  std::string chip = "pegasus:16";               ///< `pegasus:16` and the like, or a file
  std::vector<int> faults;                       ///< qubits to do without
  EmbedMethod method = EmbedMethod::Auto;
  std::uint64_t seed = 1;
  double timeLimit = 60;   ///< seconds
  std::string file;        ///< with an embedding, to be taken instead of a search
  bool search = true;      ///< false: the chip alone is wanted
  std::stop_token stop{};  ///< set by Embedder::request
};

/// What it came to.
struct EmbedResult {
  EmbedRequest of;
  std::shared_ptr<const ChipGraph> chip;        ///< without the faults; null: it cannot be opened
  std::shared_ptr<const ChipUse> use;           ///< null: the network is not placed
  std::shared_ptr<const IsingProblem> problem;  ///< its couplings; null: it is no Ising problem
  std::vector<int> layers;                      ///< sizes, without the input
  bool structured = false;                      ///< by crossing lines
  bool ownCells = false;                        ///< on the cells that it is made of
  bool cancelled = false;
  double seconds = 0;  ///< that the search took
  QString failure;     ///< why it is not placed
};

/// Places networks on chips, on a thread of its own; what is asked for last wins and ends what goes
/// on. Every embedding is checked before it is handed out.
class Embedder : public QObject {
  Q_OBJECT
 public:
  explicit Embedder(QObject* parent = nullptr);
  ~Embedder() override;

  void request(EmbedRequest request);
  /// Ends the search that goes on; its result says so.
  void cancel();
  bool busy() const { return job_.busy(); }

 signals:
  /// On the thread of this object.
  void done(const nudge::EmbedResult& result);
  void progressed(double share);  ///< from 0 to 1

 private:
  EmbedResult embed(const EmbedRequest& request, const std::stop_token& quit);
  void place(EmbedResult& result);

  std::stop_source stop_;  ///< of the newest request; of the window's thread
  std::atomic<double> share_{0};
  QTimer watch_;
  InitialParameters initial_;  ///< of the job's thread
  NewestJob<EmbedRequest, EmbedResult> job_;
};

}  // namespace nudge
