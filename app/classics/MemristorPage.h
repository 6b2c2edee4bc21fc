#pragma once

#include <array>

#include "app/NewestJob.h"
#include "app/classics/ClassicPage.h"
#include "core/classics/MemristorIsing.h"

class QDoubleSpinBox;
class QSpinBox;

namespace nudge {

class SeriesPlot;

/// An Ising machine of noisy memristors: with and without its noise, on the same problem.
class MemristorPage : public ClassicPage {
  Q_OBJECT
 public:
  explicit MemristorPage(Session& session);

  void togglePlay() override { run(); }
  void restart() override;
  bool complete() const override { return !job_.busy(); }
  void pose() override { run(); }

 private:
  struct Request {
    std::size_t nodes = 0;
    std::uint64_t problem = 0;
    MemristorSettings settings;
  };
  struct Result {
    MemristorRun quiet, shaken;
    std::array<std::vector<double>, 2> bests;  ///< of many runs, without noise and with it
    double quietMean = 0, shakenMean = 0;      ///< of those
  };
  static Result compare(const Request& request, const std::stop_token& stop);
  void run();
  void show(const Result& result);

  std::uint64_t problem_ = 1;
  std::uint64_t seed_ = 0;
  QSpinBox* spins_;
  QDoubleSpinBox* noise_;
  QSpinBox* sweeps_;
  SeriesPlot* energies_;
  SeriesPlot* best_;
  NewestJob<Request, Result> job_;
};

}  // namespace nudge
