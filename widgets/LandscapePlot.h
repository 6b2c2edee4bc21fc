#pragma once

#include <array>
#include <functional>

#include "core/ising/TwoSpins.h"
#include "widgets/Plot.h"

namespace nudge {

/// The smallest landscape while it anneals [Fig. 5.1]: the classical energies of two spins' four
/// states as levels that grow with B(s), and on each a bead whose area is the probability that the
/// ground state of H(s) gives it. At s = 0 all states are alike, at s = 1 one is left.
class LandscapePlot : public Plot {
  Q_OBJECT
 public:
  explicit LandscapePlot(QWidget* parent = nullptr);

  /// A(s) and B(s) in GHz for s in [0, 1], not negative; empty functions: nothing to see.
  void setEnergies(std::function<double(double)> a, std::function<double(double)> b);
  /// J = 1 and h = (+1, −1) unless told.
  void setProblem(const TwoSpins& problem);
  void setFraction(double s);  ///< clamped to [0, 1]

  double fraction() const { return fraction_; }
  /// Energies of −−, −+, +−, ++ in GHz, as drawn.
  const std::array<double, 4>& levels() const { return levels_; }
  const TwoSpinGround& ground() const { return ground_; }

  QString csv() const override;

 protected:
  void restyle() override;
  void settleLayout() override;
  QString tipAt(const QPointF& position) const override;

 private:
  bool known() const { return a_ && b_; }
  void findRange();
  void place();

  std::function<double(double)> a_;
  std::function<double(double)> b_;
  TwoSpins problem_;
  double fraction_ = 0;
  QCPRange energies_{0, 1};  ///< of all that is drawn from s = 0 to s = 1
  double bead_ = 40;         ///< diameter in pixels at probability 1
  std::array<double, 4> levels_{};
  TwoSpinGround ground_;
  QCPGraph* slopes_;   ///< what joins the levels to a landscape
  QCPGraph* steps_;    ///< the levels
  QCPGraph* quantum_;  ///< the ground state's energy
  std::array<QCPItemTracer*, 4> beads_{};
  std::array<QCPItemText*, 4> shares_{};
  QCPItemText* scales_;  ///< "A = … GHz, B = … GHz"
};

}  // namespace nudge
