#pragma once

#include <vector>

#include "core/ising/IsingProblem.h"
#include "core/machine/Settled.h"
#include "core/network/Parameters.h"

namespace nudge {

/// A network as spins: its energy [3.24] is that of an Ising problem [chapter 5].
///
/// Spins ±1 (activation Sign): J_ij = −W_ij and h_i = −(b_i + [layer 1] Σ_k W^1_ik x_k), so that
/// the learning rule keeps the signs it has everywhere else; the published program holds the
/// weights with the opposite sign. Bits 0, 1 (activation Heaviside): with n = (1 + σ)/2 the fixed
/// points of the binary dynamics are the states of
///
///     E(n) = −½ nᵀWn − (b − ½)ᵀn
///
/// that no single flip improves, and that is an Ising problem with J = −W/4.
///
/// A convolution has a spin a place of its maps, sharing the weights of its filter, and with
/// average pooling a spin a window, coupled to its F² places by −1/F²: a majority vote with ties
/// [5.14].
///
/// Layers in the cells of a chip have a coupling a coupler [section 5.5].
///
/// Spins are numbered layer after layer; those of a convolution before those of its pooling.
class IsingNetwork {
 public:
  /// The network must be free of problems() for an Ising machine.
  explicit IsingNetwork(const NetworkSpec& network);

  /// All fields 0, and the couplings of `parameters`.
  IsingProblem problem(const Parameters& parameters) const;
  /// The couplings of these parameters, in the order of a problem that problem() made.
  void couplings(const Parameters& parameters, std::vector<double>& into) const;

  /// What the inputs and biases of layer 1 ask of its spins, [spins(1) × samples]: W^1 x + b^1, in
  /// a convolution for every place before pooling.
  void drive(const Parameters& parameters, const Matrix& inputs, Matrix& into) const;

  /// The fields of the sample in a column of the drive, cut to ± `limit` if it is greater than 0.
  /// `pull` is what the nudge asks of the outputs, added before they are cut: [outputs], or null.
  /// problem() must have these parameters.
  void fields(const Parameters& parameters, const float* drive, const float* pull, double limit,
              std::vector<double>& into) const;

  /// What the nudge asks of every output of one sample: β(ŷ − s) of the elastic nudge is, for
  /// spins, a constant βŷ and, for bits, β(ŷ − ½), whatever the sign of β; of the constant one β(ŷ
  /// − s_free).
  void pull(const Nudge& nudge, const float* target, const float* free,
            std::vector<float>& into) const;

  /// E of the network [3.24] minus the energy of its Ising problem: a constant for given parameters
  /// and drive. Fields that were cut have no E; the problem's own energy counts then.
  double offset(const Parameters& parameters, const float* drive) const;

  /// One sample's spins into a column of states (and of raw maps).
  void store(const Spin* spins, Eigen::Index column, Settled& into) const;
  /// And back.
  void load(const Settled& from, Eigen::Index column, Spin* spins) const;
  /// Makes room for so many columns.
  void resize(Eigen::Index columns, Settled& into) const;

  std::size_t spins() const { return spins_; }
  /// Spins of the layer's neurons: first and number.
  std::size_t firstOf(int n) const { return parts_[static_cast<std::size_t>(n - 1)].neurons; }
  bool bits() const { return network_.binaryActivations(); }

 private:
  /// Where a layer's spins are.
  struct Part {
    std::size_t raw = 0;      ///< first spin that has weights; of a convolution a place of its maps
    std::size_t neurons = 0;  ///< first spin of the layer itself; the same where nothing is pooled
    std::size_t count = 0;    ///< of neurons
    std::size_t rawCount = 0;
    bool pooled = false;
  };
  /// A coupling: a weight of the network, or the fixed one of a pooling.
  struct Wire {
    Coupling ends;
    int layer = 0;  ///< 0: fixed, its value in `ends`
    Eigen::Index row = 0, column = 0;
  };

  void addDense(int n);
  void addCells(int n);
  void addWire(int n, Eigen::Index row, Eigen::Index column);
  void addConvolution(int n);
  double valueOf(const Wire& wire, const Parameters& parameters) const;
  /// Row of the biases that spin `raw + k` of layer n listens to.
  Eigen::Index biasRow(int n, std::size_t k) const;

  NetworkSpec network_;
  std::size_t spins_ = 0;
  std::vector<Part> parts_;
  std::vector<Wire> wires_;  ///< in the order of the problem's couplings
};

}  // namespace nudge
