#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nudge {

/// A point of an annealing schedule.
struct AnnealPoint {
  double time = 0;  ///< µs
  double s = 0;     ///< anneal fraction, 0: all transverse field, 1: all problem

  bool operator==(const AnnealPoint&) const = default;
};

/// What a machine can follow.
struct AnnealLimits {
  std::size_t mostPoints = 12;
  double longest = 2000;  ///< µs
  double steepest = 2;    ///< largest |ds/dt|, 1/µs
};

/// How an annealer goes from the transverse field to the problem: s(t), straight between points.
/// Forward schedules rise from s = 0 to 1; reverse ones start from a given state at s = 1, go back
/// and return to 1. Valid by construction.
class AnnealSchedule {
 public:
  /// Throws Error, naming the point, unless there are 2 to mostPoints of them, the first at time 0
  /// with s = 0 or 1, times rising to at most `longest`, s in [0, 1], never falling in a forward
  /// schedule, 1 at the end, and nowhere steeper than `steepest`.
  explicit AnnealSchedule(std::vector<AnnealPoint> points, const AnnealLimits& limits = {});

  /// s = 0 to 1 in `time` µs.
  static AnnealSchedule forward(double time = 20);
  /// Forward with a stop: up to `s`, `pause` µs there, and on to 1; `time` µs without the stop.
  static AnnealSchedule paused(double time, double s, double pause);
  /// Forward up to `s` at the pace of `time`, then to 1 as steeply as the limits allow.
  static AnnealSchedule quenched(double time, double s, const AnnealLimits& limits = {});
  /// From 1 back to `s` in time/2, `pause` µs there, and to 1 again in time/2.
  static AnnealSchedule reverse(double time, double s, double pause = 0);

  std::span<const AnnealPoint> points() const { return points_; }
  bool isReverse() const { return points_.front().s == 1; }
  /// µs.
  double duration() const { return points_.back().time; }
  /// s at a time in µs, which is limited to the schedule's.
  double at(double time) const;
  /// s in the middle of each of `sweeps` equal parts of the time.
  std::vector<double> sampled(int sweeps) const;

 private:
  std::vector<AnnealPoint> points_;
};

/// The two energies of an annealer at one anneal fraction, in GHz (times Planck's constant):
/// H = −A/2 Σ σ^x + B/2 H_Ising.
struct AnnealEnergies {
  double transverse = 0;  ///< A
  double problem = 0;     ///< B
};

/// A(s) and B(s) as a table, straight between its rows.
class AnnealTable {
 public:
  struct Row {
    double s = 0;
    AnnealEnergies energies;
  };

  /// A typical chip: A falls from 10 GHz to 0, B rises from 0.1 to 12 GHz, equal near s = 0.34. The
  /// shapes, A = 10 (1 − s) e^{−4s} and B = 0.1 + 11.9 s^1.8 in steps of 0.02, follow published
  /// schedules of flux-qubit annealers; a chip's own table is better.
  static const AnnealTable& typical();

  /// Throws Error, naming the row, unless s rises from 0 to 1 and energies are finite and not
  /// negative.
  explicit AnnealTable(std::vector<Row> rows);

  std::span<const Row> rows() const { return rows_; }
  /// s is limited to [0, 1].
  AnnealEnergies at(double s) const;

 private:
  std::vector<Row> rows_;
};

/// A table from CSV: a row `s,A,B` a line, energies in GHz; a first line of words and `#` comments
/// are skipped. `name` begins every message; throws Error with the line.
AnnealTable parseAnnealTable(std::string_view text, const std::string& name);

}  // namespace nudge
