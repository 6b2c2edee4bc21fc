#pragma once

#include <vector>

#include <Eigen/Core>

#include "core/base/Random.h"

namespace nudge {

/// A network of resistors that learns by comparing two of its own states, as built by Dillavou et
/// al. and by Kendall et al. Inputs hold some nodes at their voltages; the other nodes settle where
/// Kirchhoff's laws hold, which is where the dissipated power is least:
///
///     P = Σ g_ij (V_i − V_j)²            [3.13],   ∂P/∂V_i = 0 at free nodes   [3.14]
///
/// Every input is joined with every hidden node and output, every hidden node with every output.
class ResistiveNetwork {
 public:
  /// Conductances uniform in [0.5, 1.5]. Throws Error unless there are inputs and outputs.
  ResistiveNetwork(int inputs, int hidden, int outputs, std::uint64_t seed);

  int inputs() const { return inputs_; }
  int hidden() const { return hidden_; }
  int outputs() const { return outputs_; }
  int nodes() const { return inputs_ + hidden_ + outputs_; }  ///< numbered in this order

  struct Resistor {
    int from = 0, to = 0;    ///< nodes
    double conductance = 1;  ///< g, never below kLeast
  };
  static constexpr double kLeast = 0.01;
  const std::vector<Resistor>& resistors() const { return resistors_; }
  void setConductance(std::size_t resistor, double conductance);

  /// What holds the outputs in the second phase.
  enum class Rule {
    Coupled,  ///< they are clamped at V° + η (target − V°)      [Stern et al.]
    Nudged,   ///< a current β (target − V) flows into each      [Kendall et al., 3.15]
  };

  /// Voltages of all nodes, with the inputs held: the free state.
  Eigen::VectorXd settle(const Eigen::VectorXd& inputs) const;
  /// The second state, from the free one. `strength` is η in (0, 1] or β above 0.
  Eigen::VectorXd settleTaught(const Eigen::VectorXd& inputs, const Eigen::VectorXd& target,
                               const Eigen::VectorXd& free, Rule rule, double strength) const;
  /// Half the squared error of the outputs, Σ (target − V)²/2.
  double loss(const Eigen::VectorXd& free, const Eigen::VectorXd& target) const;
  /// For each resistor ((ΔV taught)² − (ΔV free)²)/(2·strength): the gradient of the loss, for
  /// Nudged as strength → 0.
  std::vector<double> gradient(const Eigen::VectorXd& free, const Eigen::VectorXd& taught,
                               double strength) const;
  /// g ← max(kLeast, g − rate·gradient).
  void step(const std::vector<double>& gradient, double rate);

 private:
  Eigen::VectorXd solve(const Eigen::VectorXd& held, int firstFree, int lastFree, double nudge,
                        const Eigen::VectorXd& target) const;

  int inputs_, hidden_, outputs_;
  std::vector<Resistor> resistors_;
};

/// Flowers of three kinds, four measures each, scaled to [0, 1]: drawn from normal distributions
/// that lie like those of the iris data; the first kind stands apart, the others overlap a little.
struct Flowers {
  Eigen::MatrixXd measures;  ///< [4 × count]
  std::vector<int> kinds;    ///< 0, 1 or 2
};
Flowers drawFlowers(std::size_t count, std::uint64_t seed);

/// What a resistor can't do is weigh negatively: each measure x comes as x and as 1 − x, and there
/// is one input held at 0 and one at 1. [10]
Eigen::VectorXd flowerInputs(const Eigen::VectorXd& measures);

/// One output tells the kinds apart by its voltage: ¼, ½ or ¾. The kind whose level is nearest:
int flowerKind(double voltage);
double flowerLevel(int kind);

}  // namespace nudge
