#pragma once

#include <cmath>
#include <memory>

#include "core/experiment/Metrics.h"
#include "core/experiment/Snapshot.h"
#include "core/machine/Settled.h"

// Values that look like a run's, made from formulas: the same on every machine.
namespace nudge::samples {

/// A ring that looks like a zero, 28 × 28.
inline Vector image() {
  Vector pixels(784);
  for (int y = 0; y < 28; ++y) {
    for (int x = 0; x < 28; ++x) {
      const double r = std::hypot((x - 13.5) / 7.0, (y - 13.5) / 9.0);
      pixels[y * 28 + x] = static_cast<float>(std::clamp(1.6 - 5 * std::abs(r - 1), 0.0, 1.0));
    }
  }
  return pixels;
}

/// ŷ of one sample with this label.
inline Matrix targetsOf(int label, int outputs, int perClass) {
  NetworkSpec network;
  network.layers = {1, outputs};
  network.perClass = perClass;
  return targetsFor({label}, network);
}

/// Activations of a layer, most near 0 or 1.
inline Vector activations(int count, double seed = 1) {
  Vector values(count);
  for (int i = 0; i < count; ++i) {
    const double wave = 0.5 + 0.9 * std::sin(12.9898 * (i + 1) * seed) * std::cos(0.7 * i + seed);
    values[i] = static_cast<float>(std::clamp(wave, 0.0, 1.0));
  }
  return values;
}

/// The same with every `every`-th neuron changed.
inline Vector changed(Vector values, int every) {
  for (Eigen::Index i = 3; i < values.size(); i += every)
    values[i] = values[i] > 0.5F ? 0.1F : 0.9F;
  return values;
}

/// Both phases of one sample: layers of the given sizes that settle smoothly.
inline std::shared_ptr<Trajectory> trajectory(std::vector<int> sizes = {64, 10}, int freeSteps = 20,
                                              int nudgeSteps = 10, float beta = 2) {
  auto made = std::make_shared<Trajectory>();
  made->freeSteps = freeSteps;
  made->nudgeSteps = nudgeSteps;
  made->nudge.beta = beta;
  for (int i = 0; i <= freeSteps + nudgeSteps; ++i) {
    Frame frame;
    frame.phase = i <= freeSteps ? Phase::Free : Phase::Nudge;
    frame.t = i <= freeSteps ? i : i - freeSteps;
    const double settled = 1 - std::exp(-std::min(i, freeSteps) / 4.0);
    const double pulled = i > freeSteps ? 1 - std::exp(-(i - freeSteps) / 3.0) : 0;
    for (std::size_t n = 0; n < sizes.size(); ++n) {
      Matrix states(sizes[n], 1);
      for (int j = 0; j < sizes[n]; ++j) {
        const double goal = 0.5 + 0.5 * std::sin(2.3 * j + static_cast<double>(n));
        const bool moves = (j + static_cast<int>(n)) % 4 == 0;
        const double shift = moves ? pulled * (goal > 0.5 ? -0.45 : 0.45) : 0;
        states(j, 0) = static_cast<float>(std::clamp(settled * goal + shift, 0.0, 1.0));
      }
      frame.states.push_back(states);
      frame.activations.push_back((states.array() >= 0.5F).cast<float>().matrix());
    }
    const double energy = -12 * settled - 3 * pulled * pulled + 4 * pulled;
    const double loss = 0.9 * (1 - 0.8 * pulled);
    frame.energy = Eigen::VectorXd::Constant(1, energy);
    frame.loss = Eigen::VectorXd::Constant(1, loss);
    frame.total = Eigen::VectorXd::Constant(
        1, energy + (i > freeSteps ? static_cast<double>(beta) * loss : 0));
    made->frames.push_back(std::move(frame));
  }
  return made;
}

inline std::vector<EpochMetrics> epochs(int count, int layers = 2, double scale = 1) {
  std::vector<EpochMetrics> all;
  for (int e = 1; e <= count; ++e) {
    EpochMetrics m;
    m.epoch = e;
    m.trainError = scale * (1.0 + 9.0 * std::exp(-e / 4.0));
    m.testError = scale * (2.6 + 8.0 * std::exp(-e / 4.0) + 0.2 * std::sin(3.0 * e));
    m.trainLoss = 0.04 * m.trainError;
    m.testLoss = 0.04 * m.testError;
    for (int n = 0; n < layers; ++n) {
      LayerMetrics layer;
      layer.flipMetric = -2.2 - n - 0.35 * e;
      layer.scaling = 0.02 + 0.03 * n + 0.01 * std::exp(-e / 5.0);
      m.layers.push_back(layer);
    }
    all.push_back(m);
  }
  return all;
}

inline std::vector<LivePoint> live(double upTo, int layers = 2) {
  std::vector<LivePoint> all;
  for (int k = 1; 0.05 * k <= upTo; ++k) {
    const double e = 0.05 * k;
    LivePoint p;
    p.epoch = e;
    p.trainError = 1.2 + 12 * std::exp(-e / 3.0) + 60 * std::exp(-e * 6) + 0.8 * std::sin(40 * e);
    p.trainLoss = 0.04 * p.trainError;
    for (int n = 0; n < layers; ++n) {
      p.flipMetric.push_back(-1.9 - n - 0.35 * e + 0.2 * std::sin(31 * e));
      p.scaling.push_back(0.02 + 0.03 * n + 0.01 * std::exp(-e / 5.0));
    }
    all.push_back(p);
  }
  return all;
}

inline WatchedSample watched(std::vector<int> sizes = {512, 10}) {
  WatchedSample sample;
  sample.input = image();
  sample.label = 0;
  for (std::size_t n = 0; n < sizes.size(); ++n) {
    sample.free.push_back(activations(sizes[n], 1.0 + static_cast<double>(n)));
    sample.nudged.push_back(changed(sample.free.back(), 17));
  }
  sample.freeOutputs = sample.free.back();
  sample.nudgedOutputs = sample.nudged.back();
  sample.target = Vector::Zero(sizes.back());
  sample.target[0] = 1;
  return sample;
}

inline Snapshot snapshot() {
  Snapshot s;
  s.epoch = 2;
  s.epochs = 20;
  s.progress = 0.543;
  s.samplesPerSecond = 12437;
  s.secondsLeft = 70;
  return s;
}

}  // namespace nudge::samples
