#pragma once

#include <filesystem>

#include <QWidget>

#include "app/ProblemSampler.h"

class QLabel;
class QSpinBox;

namespace nudge {

class ReadHistogram;
class SpinRaster;

/// An Ising problem from a file: the energies of its reads, and the spins of one of them sweep by
/// sweep.
class ProblemPage : public QWidget {
  Q_OBJECT
 public:
  explicit ProblemPage(QWidget* parent = nullptr);

  /// Anneals what stands in a file; what is wrong with it is said on the page.
  void open(const std::filesystem::path& path);
  /// Anneals again with other random numbers.
  void sampleAgain();
  /// The moment of the drawn read, so many sweeps on.
  void moveBy(int sweeps);
  bool busy() const { return sampler_.busy(); }

  const ProblemResult& result() const { return result_; }
  QString state() const;

 signals:
  void closed();

 private:
  QWidget* makeControls();
  void sample();
  void showResult(const ProblemResult& result);

  ProblemSampler sampler_;
  ProblemRequest request_;
  ProblemResult result_;
  QLabel* name_;
  QSpinBox* reads_;
  QSpinBox* sweeps_;
  QLabel* state_;
  ReadHistogram* histogram_;
  SpinRaster* raster_;
};

}  // namespace nudge
